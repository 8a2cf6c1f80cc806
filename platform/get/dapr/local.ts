// Before step 1: a Dapr runtime that is on the machine already. Called by dapr.ts.
import { access, constants } from "node:fs/promises";
import { join, resolve } from "node:path";
import { type GetContext, homeOf, MissingPrerequisite } from "../context.ts";
import { run } from "../run.ts";
import { isAtLeast, versionNumbers, versions } from "../versions.ts";

/** Absolute paths of the three programs; `from` is a short phrase for a person. */
export type DaprBinaries = {
  daprd: string;
  placement: string;
  scheduler: string;
  version: string;
  from: string;
};

export const daprNames = ["daprd", "placement", "scheduler"] as const;

/** What `daprd --version` says ("1.18.3"), or null when it is not there or does not run. */
export const daprdVersion = async (ctx: GetContext, daprd: string): Promise<string | null> => {
  try {
    const args = ["--version"];
    const output = await run({
      command: daprd,
      args,
      env: ctx.env,
      timeoutMs: 10_000,
      signal: ctx.signal,
    });
    return versionNumbers(output)?.join(".") ?? null;
  } catch {
    ctx.signal?.throwIfAborted();
    return null;
  }
};

/** The binaries in `dir`, or one phrase that says what is wrong with it ("has no scheduler"). */
const readBinDir = async (
  ctx: GetContext,
  dir: string,
  from: string,
): Promise<DaprBinaries | string> => {
  for (const name of daprNames) {
    const there = access(join(dir, name), constants.X_OK).then(
      () => true,
      () => false,
    );
    if (!(await there)) return `has no program ${name}`;
  }
  const [daprd, placement, scheduler] = daprNames.map((name) => join(dir, name)) as [
    string,
    string,
    string,
  ];
  const version = await daprdVersion(ctx, daprd);
  if (version === null) return "has a daprd that does not tell its version";
  const right =
    isAtLeast(version, versions.dapr) && version.split(".")[0] === versions.dapr.split(".")[0];
  return right ? { daprd, placement, scheduler, version, from } : `holds version ${version}`;
};

/** The runtime in `DAPR_BIN_DIR`, else in `~/.dapr/bin` when that is complete and new enough, else null. */
export const localDapr = async (ctx: GetContext): Promise<DaprBinaries | null> => {
  const given = ctx.env["DAPR_BIN_DIR"];
  if (given) {
    const found = await readBinDir(ctx, resolve(given), "DAPR_BIN_DIR");
    if (typeof found !== "string") return found;
    throw new MissingPrerequisite(
      `DAPR_BIN_DIR (${given}) ${found}: put daprd, placement and scheduler of Dapr ${versions.dapr} or a later 1.x there, or unset it.`,
    );
  }
  const found = await readBinDir(ctx, join(homeOf(ctx), ".dapr", "bin"), "~/.dapr/bin");
  return typeof found === "string" ? null : found;
};

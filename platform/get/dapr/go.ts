// Before step 1: runs `go` for a build of Dapr, with the person's Go settings. Called by build.ts.
import { appendFile } from "node:fs/promises";
import { type GetContext, homeOf, MissingPrerequisite } from "../context.ts";
import { run, ToolFailed } from "../run.ts";
import { versions } from "../versions.ts";

/** `source`: the writable copy of Dapr's source; `log`: file that gets all that is printed. */
export type Build = {
  ctx: GetContext;
  source: string;
  log: string;
  env: Record<string, string | undefined>;
};

/** The sentence for a machine whose Go is missing or too old. */
export const installGo = (least: string): MissingPrerequisite =>
  new MissingPrerequisite(
    `Dapr's release could not be downloaded and there is no Go to build it: install Go ${least} or later (https://go.dev/dl), or Dapr ${versions.dapr} itself with DAPR_BIN_DIR set to its folder.`,
  );

/** Runs `go <args>` in the source (or `cwd`) and gives what it printed. Throws `MissingPrerequisite` or `ToolFailed`. */
export const go = async (
  { ctx, source, log, env }: Build,
  args: string[],
  options: { timeoutMs?: number; label?: string; cwd?: string } = {},
): Promise<string> => {
  const { timeoutMs = 10 * 60_000, label, cwd = source } = options;
  await appendFile(log, `\n$ go ${args.join(" ")}\n`);
  const say = label ? { say: { progress: ctx.progress, label } } : {};
  try {
    return await run({ command: "go", args, cwd, env, timeoutMs, log, signal: ctx.signal, ...say });
  } catch (error) {
    if (error instanceof ToolFailed && error.missing) throw installGo("1.26");
    throw error;
  }
};

/** The person's Go settings, but for this machine, without a C compiler, and with a home where there is none. */
export const goEnv = (ctx: GetContext): Record<string, string | undefined> => {
  const flags = (ctx.env["GOFLAGS"] ?? "")
    .split(/\s+/)
    .filter((flag) => !/^-(mod|buildvcs)\b/.test(flag));
  const { GOOS: _os, GOARCH: _arch, ...env } = ctx.env;
  const GOFLAGS = [...flags, "-mod=mod", "-buildvcs=false"].join(" ").trim();
  return { ...env, HOME: homeOf(ctx), GOFLAGS, CGO_ENABLED: "0", GOWORK: "off" };
};

// Before step 1: Dapr compiled from its Go module, where the release cannot be had. Called by dapr.ts.
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { GetContext } from "../context.ts";
import { removeTree } from "../remove-tree.ts";
import { run, ToolFailed } from "../run.ts";
import { isAtLeast, versions } from "../versions.ts";
import { type Build, go, goEnv, installGo } from "./go.ts";

/** Goes up when what is built here changes, so that an older build in the cache is replaced. */
export const buildRecipe = 2;

const module = "github.com/dapr/dapr";

// Every component of Dapr makes a build of half an hour; these are what the local stack and its tests use.
const kept =
  /^(zz_notag|bindings_(cron|http|smtp)|middleware_http_(bearer|routeralias)|nameresolution_(mdns|nameformat)|pubsub_(in-memory|kafka)|secretstores_local_(env|file)|state_(in-memory|postgres))\.go$/;

// Dapr's workflow engine, unused by us. The release named in Dapr's go.mod is missing on the module proxy; this commit fits.
const workflow = "github.com/dapr/durabletask-go";
const workflowStandIn = "v0.12.2-0.20260720132056-79042da5fe61";

/** A module's `go mod download -json`; its progress lines come before the object. */
const downloaded = (output: string): { Dir: string } =>
  JSON.parse(output.slice(output.indexOf("{"))) as { Dir: string };

const copySource = async (build: Build): Promise<void> => {
  const label = `Dapr ${versions.dapr}: fetching its source`;
  const cwd = build.ctx.cacheDir;
  const output = await go(build, ["mod", "download", "-json", `${module}@v${versions.dapr}`], {
    label,
    cwd,
  });
  const tool = { env: build.env, timeoutMs: 60_000, log: build.log, signal: build.ctx.signal };
  await mkdir(dirname(build.source), { recursive: true });
  await run({ command: "cp", args: ["-R", downloaded(output).Dir, build.source], ...tool });
  await run({ command: "chmod", args: ["-R", "u+w", build.source], ...tool }); // Go's module cache is read-only
};

const checkGo = async (build: Build): Promise<void> => {
  const wanted =
    /^go (\S+)$/m.exec(await readFile(join(build.source, "go.mod"), "utf8"))?.[1] ?? "1.26";
  const found = await go(build, ["env", "GOVERSION"]).catch((error: unknown) => {
    // With GOTOOLCHAIN=auto an older Go fetches the wanted one; where it cannot, even this fails.
    if (error instanceof ToolFailed) return "0";
    throw error;
  });
  if (!isAtLeast(found, wanted)) throw installGo(wanted);
};

const dropComponents = async (build: Build): Promise<void> => {
  const dir = join(build.source, "cmd", "daprd", "components");
  const dropped = (await readdir(dir)).filter((name) => !kept.test(name));
  await Promise.all(dropped.map((name) => rm(join(dir, name), { recursive: true })));
};

const replaceMissing = async (build: Build): Promise<void> => {
  const wanted = new RegExp(`^\\s*${workflow} (\\S+)`, "m").exec(
    await readFile(join(build.source, "go.mod"), "utf8"),
  )?.[1];
  if (!wanted) return;
  try {
    await go(build, ["mod", "download", "-json", `${workflow}@${wanted}`], {
      cwd: build.ctx.cacheDir,
    });
  } catch (error) {
    if (!(error instanceof ToolFailed)) throw error;
    await go(build, ["mod", "edit", "-replace", `${workflow}=${workflow}@${workflowStandIn}`]);
  }
};

const compile = async (build: Build, into: string): Promise<void> => {
  const stamp = `-s -w -X ${module}/pkg/buildinfo.version=${versions.dapr}`;
  const flags = ["-tags", "allcomponents", "-trimpath", "-ldflags", stamp, "-o", `${into}/`];
  const label = `Dapr ${versions.dapr}: compiling, about 10 minutes the first time`;
  const packages = ["./cmd/daprd", "./cmd/placement", "./cmd/scheduler"];
  await go(build, ["build", "-v", ...flags, ...packages], { timeoutMs: 60 * 60_000, label });
};

/** Fills `into` with daprd, placement and scheduler. Throws `MissingPrerequisite` without Go, `ToolFailed` naming the log. */
export const buildDapr = async (ctx: GetContext, into: string): Promise<void> => {
  const source = join(ctx.cacheDir, "build", `dapr-${versions.dapr}`);
  const log = join(ctx.cacheDir, "logs", "dapr-build.log");
  const build: Build = { ctx, source, log, env: goEnv(ctx) };
  await mkdir(join(ctx.cacheDir, "logs"), { recursive: true });
  await writeFile(log, "");
  await removeTree(source); // of a build that was killed; the install's lock makes us the only one here
  try {
    await copySource(build);
    await checkGo(build);
    await dropComponents(build);
    await replaceMissing(build);
    await compile(build, into);
  } finally {
    await removeTree(source);
  }
};

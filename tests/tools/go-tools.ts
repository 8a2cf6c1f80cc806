// Programs that only tests and checks run, built from their Go modules into the cache of engines. Used by *.operations.test.ts and lint scripts.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { cp, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseFlags } from "../../platform/flags.ts";
import { goEnv } from "../../platform/get/dapr/go.ts";
import { type GetContext, MissingPrerequisite } from "../../platform/get/context.ts";
import { install } from "../../platform/get/install.ts";
import { run, ToolFailed } from "../../platform/get/run.ts";
import { say } from "../../platform/print.ts";

type Recipe = { version: string; programs: string[] } & (
  | { module: string; packages: string[]; tags?: string }
  | { source: string }
);

/** Each pinned. The collector has no module that is a program, so a small one of ours puts its parts together. */
const recipes = {
  prometheus: {
    version: "0.316.0",
    programs: ["prometheus", "promtool"],
    module: "github.com/prometheus/prometheus",
    packages: ["cmd/prometheus", "cmd/promtool"],
    tags: "remove_all_sd", // service discovery of every cloud would be most of the build
  },
  actionlint: {
    version: "1.7.12",
    programs: ["actionlint"],
    module: "github.com/rhysd/actionlint",
    packages: ["cmd/actionlint"],
  },
  otelcol: {
    version: "0.165.0",
    programs: ["otelcol"],
    source: fileURLToPath(new URL("otelcol", import.meta.url)),
  },
} satisfies Record<string, Recipe>;

const withinMs = 40 * 60_000;
const flags = ["-trimpath", "-ldflags", "-s -w"];

const build = async (
  ctx: GetContext,
  name: string,
  recipe: Recipe,
  into: string,
): Promise<string> => {
  const log = join(ctx.cacheDir, "logs", `${name}-build.log`);
  await mkdir(join(ctx.cacheDir, "logs"), { recursive: true });
  const label = `${name} ${recipe.version}: compiling, some minutes the first time`;
  const go = (args: string[], more: { cwd: string; env?: Record<string, string> }) =>
    run({
      command: "go",
      args,
      cwd: more.cwd,
      env: { ...goEnv(ctx), ...more.env },
      timeoutMs: withinMs,
      log,
      signal: ctx.signal,
      say: { progress: ctx.progress, label },
    });
  if ("source" in recipe) {
    const copy = join(into, "source");
    await cp(recipe.source, copy, { recursive: true });
    await go(["build", ...flags, "-o", join(into, name), "."], { cwd: copy });
    return "built with go";
  }
  const tags = recipe.tags === undefined ? [] : ["-tags", recipe.tags];
  const packages = recipe.packages.map((one) => `${recipe.module}/${one}@v${recipe.version}`);
  await go(["install", ...flags, ...tags, ...packages], { cwd: into, env: { GOBIN: into } });
  return "built with go";
};

/** Another one when what is built is another without a new version. */
const numberOf = (recipe: Recipe): number => {
  if (!("source" in recipe)) return 1;
  const hash = createHash("sha256");
  for (const name of ["main.go", "go.mod"]) hash.update(readFileSync(join(recipe.source, name)));
  return hash.digest().readUInt32BE();
};

/** The folder with a tool's programs, from the cache or built now (minutes). Throws a sentence where there is no Go. */
export const goTool = async (name: keyof typeof recipes): Promise<string> => {
  const given = parseFlags([], process.env);
  if (given === "help") throw new Error("no flags were given");
  const ctx: GetContext = { cacheDir: given.cacheDir, env: process.env, progress: say };
  const recipe: Recipe = recipes[name];
  try {
    const engine = { name: `tools/${name}`, version: recipe.version, recipe: numberOf(recipe) };
    return (await install(ctx, engine, (into) => build(ctx, name, recipe, into))).dir;
  } catch (error) {
    if (error instanceof ToolFailed && error.missing)
      throw new MissingPrerequisite(`${name} is built with Go: install it (https://go.dev/dl)`);
    throw error;
  }
};

// `docker compose` for a machine that has Docker without it: built from its Go module into the cache. Called by main.ts.
import { mkdirSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { docker } from "../../containers/docker.ts";
import { parseFlags } from "../../platform/flags.ts";
import type { GetContext } from "../../platform/get/context.ts";
import { install } from "../../platform/get/install.ts";
import { removeTree } from "../../platform/get/remove-tree.ts";
import { run } from "../../platform/get/run.ts";
import { say } from "../../platform/print.ts";

/** The last whose client still speaks with engines as old as Debian's. */
const version = "v2.40.3";
const module = "github.com/docker/compose/v2";

const downloaded = (output: string): { Dir: string } =>
  JSON.parse(output.slice(output.indexOf("{"))) as { Dir: string };

/** Go refuses to install a module with `exclude` lines, so it is built in a copy of its source. */
const build =
  (ctx: GetContext) =>
  async (into: string): Promise<string> => {
    const source = join(into, "source");
    const env = { ...ctx.env, CGO_ENABLED: "0", GOWORK: "off" };
    const go = (args: string[], cwd: string, timeoutMs: number) =>
      run({
        command: "go",
        args,
        cwd,
        env,
        timeoutMs,
        say: { progress: say, label: `compose ${version}` },
      });
    const { Dir } = downloaded(
      await go(["mod", "download", "-json", `${module}@${version}`], into, 300_000),
    );
    await run({ command: "cp", args: ["-R", Dir, source], env, timeoutMs: 60_000 });
    await run({ command: "chmod", args: ["-R", "u+w", source], env, timeoutMs: 60_000 });
    const stamp = `-s -w -X ${module}/internal.Version=${version}`;
    const flags = [
      "build",
      "-trimpath",
      "-ldflags",
      stamp,
      "-o",
      join(into, "docker-compose"),
      "./cmd",
    ];
    await go(flags, source, 30 * 60_000);
    await removeTree(source);
    return "built with go";
  };

/** What has to be in the environment for `docker compose` to work: nothing where it does already. */
export const composeConfig = async (): Promise<{ DOCKER_CONFIG?: string }> => {
  const works = await docker(["compose", "version"]).then(
    () => true,
    () => false,
  );
  if (works) return {};
  const flags = parseFlags([], process.env);
  if (flags === "help") return {};
  const ctx = { cacheDir: flags.cacheDir, env: process.env, progress: say };
  const { dir } = await install(ctx, { name: "docker-compose", version, recipe: 1 }, build(ctx));
  const config = join(flags.cacheDir, "docker-config");
  mkdirSync(join(config, "cli-plugins"), { recursive: true });
  const link = join(config, "cli-plugins", "docker-compose");
  rmSync(link, { force: true });
  symlinkSync(join(dir, "docker-compose"), link);
  return { DOCKER_CONFIG: config };
};

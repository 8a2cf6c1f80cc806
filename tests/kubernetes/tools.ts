// The programs of Kubernetes' world that tests need: from the PATH, else built with Go into the cache, once. Called by helm.ts and conform.
import { execFile } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";
import { parseFlags } from "../../platform/flags.ts";
import { say } from "../../platform/print.ts";

const exec = promisify(execFile);

/** A program as a Go module has it. Versions are pinned here. */
export type Tool = { name: string; module: string; version: string };

export const helm: Tool = { name: "helm", module: "helm.sh/helm/v3/cmd/helm", version: "v3.22.0" };
export const kubeconform: Tool = {
  name: "kubeconform",
  module: "github.com/yannh/kubeconform/cmd/kubeconform",
  version: "v0.8.0",
};

const buildWithinMs = 20 * 60_000;

const goEnv = (more: Record<string, string>): NodeJS.ProcessEnv => ({
  // oxlint-disable-next-line node/no-process-env -- what Go needs of it is Go's own business (PATH, GOPROXY, HOME)
  ...process.env,
  CGO_ENABLED: "0",
  GOFLAGS: "",
  ...more,
});

/** Where the program is. Throws a sentence where it is not and cannot be built. */
export const findTool = async ({ name, module, version }: Tool): Promise<string> => {
  const { PATH = "", ...env } = goEnv({});
  const onPath = PATH.split(delimiter).map((folder) => join(folder, name));
  const flags = parseFlags([], env);
  if (flags === "help") throw new Error("unreachable: no flags were given");
  const folder = join(flags.cacheDir, "tools", `${name}-${version}`);
  const built = join(folder, name);
  const found = [...onPath, built].find((file) => existsSync(file));
  if (found !== undefined) return found;
  say(`${name} ${version}: compiling it with Go, some minutes the first time`);
  mkdirSync(folder, { recursive: true });
  const options = { cwd: folder, env: goEnv({ GOBIN: folder }), timeout: buildWithinMs };
  await exec("go", ["install", `${module}@${version}`], options).catch((cause: unknown) => {
    throw new Error(`${name} is not on the PATH and Go could not build it`, { cause });
  });
  return built;
};

/** The source of a Go module, unpacked by Go. */
export const moduleDir = async (module: string, version: string): Promise<string> => {
  const args = ["mod", "download", "-json", `${module}@${version}`];
  const options = { cwd: "/", env: goEnv({}), timeout: buildWithinMs };
  const { stdout } = await exec("go", args, options);
  return (JSON.parse(stdout) as { Dir: string }).Dir;
};

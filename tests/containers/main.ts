// `npm run test:containers`: makes sure of Docker, its compose, the public images (or stand-ins) and our own, then runs the container
// tests. Arguments go to vitest; `--only-prepare` does beforehand what takes long on a new machine and needs none of Punctual.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { canHave, docker } from "../../containers/docker.ts";
import { root } from "../../containers/targets.ts";
import { complain, say, seconds, stopwatch } from "../../platform/print.ts";
import { runVitest } from "../run-vitest.ts";
import { composeConfig } from "./compose-plugin.ts";
import { makeDebian } from "./images/debian.ts";
import { imageOf } from "../../containers/public-images.ts";

const noDocker =
  "there is no Docker engine: install one (Debian: apt-get install docker.io iptables) and start it";

/** A program of ours under this Node, in this terminal; throws when it fails. */
const must = async (entry: string, ...more: string[]): Promise<void> => {
  const took = stopwatch();
  const command = [join(root, entry), ...more];
  const child = spawn(process.execPath, command, { cwd: root, stdio: "inherit" });
  const end = (): void => void child.kill("SIGTERM");
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.once(signal, end);
  const [code] = (await once(child, "exit")) as [number | null];
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.off(signal, end);
  if (code !== 0) throw new Error(`${entry} failed`);
  say(`${entry} took ${seconds(took())}`);
};

const prepare = async (): Promise<void> => {
  await composeConfig();
  if (!(await canHave(imageOf("NODE_IMAGE")))) await makeDebian();
};

const test = async (args: readonly string[]): Promise<void> => {
  const compose = await composeConfig();
  await must("tests/containers/images/main.ts");
  await must("containers/images.ts", "--only-build");
  // Testcontainers' own helper, which removes what a killed run leaves, is an image that may not be there. And compose.yaml publishes on loopback
  // only: where it believes to be in a container itself (a file /.dockerenv) it would look for the ports at the engine's bridge.
  const env = {
    TESTCONTAINERS_RYUK_DISABLED: "true",
    TESTCONTAINERS_HOST_OVERRIDE: "127.0.0.1",
    ...compose,
  };
  const { tally, interrupted } = await runVitest(["--project", "containers", ...args], env);
  const { passed, failed, skipped } = tally;
  for (const name of skipped) say(`skipped: ${name}`);
  say(`containers: ${passed} passed, ${failed} failed, ${skipped.length} skipped`);
  // A run of all tests in which one was left out, or none ran, has shown nothing.
  const isShort = args.length === 0 && (passed === 0 || skipped.length > 0);
  process.exitCode = failed > 0 || interrupted || isShort ? 1 : 0;
};

process.channel?.unref();
const args = process.argv.slice(2);
try {
  await docker(["info", "--format", "{{.ServerVersion}}"]).catch(() => {
    throw new Error(noDocker);
  });
  await (args.includes("--only-prepare") ? prepare() : test(args));
} catch (error) {
  complain((error as Error).message);
  process.exitCode = 1;
}

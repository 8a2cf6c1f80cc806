// `npm run test:containers`: makes sure of Docker, its compose, the public images (or stand-ins) and our own, then runs the container tests.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { docker } from "../../containers/docker.ts";
import { root } from "../../containers/targets.ts";
import { complain, say, seconds, stopwatch } from "../../platform/print.ts";
import { composeConfig } from "./compose-plugin.ts";

const noDocker =
  "there is no Docker engine: install one (Debian: apt-get install docker.io iptables) and start it";

/** A program of ours under this Node, in this terminal. */
const runHere = async (entry: string, args: string[] = [], env = {}): Promise<number | null> => {
  const child = spawn(process.execPath, [join(root, entry), ...args], {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, ...env },
  });
  const end = (): void => void child.kill("SIGTERM");
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.once(signal, end);
  const [code] = (await once(child, "exit")) as [number | null];
  return code;
};

const must = async (entry: string): Promise<void> => {
  const took = stopwatch();
  if ((await runHere(entry)) !== 0) throw new Error(`${entry} failed`);
  say(`${entry} took ${seconds(took())}`);
};

try {
  await docker(["info", "--format", "{{.ServerVersion}}"]).catch(() => {
    throw new Error(noDocker);
  });
  const compose = await composeConfig();
  await must("tests/containers/images/main.ts");
  await must("containers/images.ts");
  const args = ["run", "--project", "containers", ...process.argv.slice(2)];
  // Testcontainers' own helper, which removes what a killed run leaves, is an image that may not be there.
  const env = { ...compose, TESTCONTAINERS_RYUK_DISABLED: "true" };
  process.exitCode = (await runHere("node_modules/vitest/vitest.mjs", args, env)) ?? 1;
} catch (error) {
  complain((error as Error).message);
  process.exitCode = 1;
}

// One more gateway beside a running stack, with settings of its own. Used by the flow test of the model.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { freePort, until } from "./dapr.ts";
import type { Stack } from "./stack.ts";

const main = fileURLToPath(new URL("../gateway/main.ts", import.meta.url));

export type Replica = {
  url: string;
  /** All it has written. */
  output: () => string;
  stop: () => Promise<void>;
};

/** Starts it with the variables of the stack's gateway and these; resolves when it is ready. */
export const startReplica = async (stack: Stack, env: Record<string, string>): Promise<Replica> => {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const own = { PORT: String(port), PUBLIC_URL: url, LOG_LEVEL: "debug" };
  const child = spawn(process.execPath, [main], {
    env: { ...process.env, ...stack.env.gateway, ...own, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk: Buffer) => (output += chunk.toString()));
  const isReady = async (): Promise<boolean | undefined> => {
    if (child.exitCode !== null) throw new Error(`the gateway ended: ${output}`);
    return (await fetch(`${url}/health/ready`).catch(() => null))?.ok;
  };
  await until(`a gateway at ${url}`, isReady, 60_000);
  return { url, output: () => output, stop: () => end(child) };
};

const end = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill("SIGTERM");
  const late = setTimeout(() => child.kill("SIGKILL"), 20_000);
  await once(child, "exit");
  clearTimeout(late);
};

// The whole stack for tests: the real command, in a directory of its own. Called by flow, browser and fault tests, which
// share one (`sharedStack`) or start their own (`startStack`).
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { type Stack, attachStack } from "./running-stack.ts";

export type { PartName, Stack } from "./running-stack.ts";

const here = fileURLToPath(new URL("..", import.meta.url));

const end = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill("SIGTERM");
  const late = setTimeout(() => child.kill("SIGKILL"), 45_000);
  await once(child, "exit");
  clearTimeout(late);
};

/** `silenceMs`: a start that says nothing for so long is given up (fetching engines says something every few seconds). */
export type StartOptions = {
  /** The folder of another checkout, whose stack is started instead of this one's. */
  root?: string;
  dataDir?: string;
  env?: Record<string, string>;
  silenceMs?: number;
  onLine?: (line: string) => void;
};

/** For a stack on which a few people do what a crowd would: they may ask as much as they can. */
export const tireless = { REQUESTS_BURST: "100000", REQUESTS_PER_SECOND: "10000" };

/** Starts the real command with a directory of its own (or the given one) and waits until it is ready. */
export const startStack = async (options: StartOptions = {}): Promise<Stack> => {
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), "punctual-stack-"));
  const flags = ["--disable-warning=ExperimentalWarning"];
  // The IPC pipe tells the stack when this test process is gone, so that it never outlives its tests.
  const main = resolve(options.root ?? here, "platform/main.ts");
  const child = spawn(process.execPath, [...flags, main, "--data-dir", dataDir, "--port", "0"], {
    env: { ...process.env, ...options.env },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  const stop = async (): Promise<void> => {
    await end(child);
    if (options.dataDir === undefined && !process.env["PUNCTUAL_KEEP_DATA"]) {
      rmSync(dataDir, { recursive: true, force: true });
    }
  };
  const said: string[] = [];
  let heardAt = Date.now();
  let ready = false;
  for (const input of [child.stdout, child.stderr]) {
    if (input === null) continue;
    createInterface({ input }).on("line", (line) => {
      heardAt = Date.now();
      said.push(line);
      ready ||= line.startsWith("Punctual is ready at ");
      options.onLine?.(line);
    });
  }
  const silenceMs = options.silenceMs ?? 180_000;
  const over = (): boolean => child.exitCode !== null || child.signalCode !== null;
  while (!ready && !over() && Date.now() - heardAt < silenceMs) await pause(25);
  if (ready) return attachStack(dataDir, stop);
  await end(child); // its directory stays, with the logs that say why
  throw new Error(
    `the stack did not start; its data and logs are in ${dataDir}\n${said.slice(-30).join("\n")}`,
  );
};

/** The stack that the global setup of the flow and browser tests has started. */
export const sharedStack = (): Stack => {
  const dataDir = process.env["PUNCTUAL_TEST_STACK"];
  if (!dataDir)
    throw new Error(
      "this file must run in the flow or browser project, whose setup starts the stack",
    );
  return attachStack(dataDir);
};

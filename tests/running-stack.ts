// A handle on a running stack for tests: what runs where, and how to hurt it. Called by stack.ts.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { placesIn } from "../platform/state/data-dir.ts";
import { writeJson } from "../platform/state/json-file.ts";
import { type RunFile, readRunFile } from "../platform/state/run-file.ts";

/** The parts of the stack, by the names of the run file. */
export type PartName =
  | "postgres"
  | "kafka"
  | "placement"
  | "scheduler"
  | "actors"
  | "actors-dapr"
  | "gateway"
  | "consumers"
  | "consumers-dapr";

/** A running stack. All waits end with an error after their deadline. */
export type Stack = {
  url: string;
  dataDir: string;
  /** Database, brokers, Dapr addresses, and what each app was started with (its tokens and ports). */
  env: RunFile["env"];
  /** All its parts. */
  parts(): PartName[];
  /** What the run file says of a part now. */
  part(name: PartName): RunFile["parts"][string];
  /** Signals a part's process. Resolves when that process is gone (the supervisor then starts a new one). */
  kill(name: PartName, signal?: NodeJS.Signals): Promise<void>;
  /** Stops a part in order and keeps it stopped until `release`. Resolves when it is stopped. */
  hold(name: PartName): Promise<void>;
  /** Lets a held part run again. Resolves when its new process is ready. */
  release(name: PartName): Promise<void>;
  /** Resolves when every part that is not held is ready and the gateway says that people are served. */
  waitHealthy(withinMs?: number): Promise<void>;
  /** The lines of a part's log, parsed. */
  log(name: PartName): Record<string, unknown>[];
  /** Stops the stack and removes its directory (kept when PUNCTUAL_KEEP_DATA is set). */
  stop(): Promise<void>;
};

const until = async (
  what: string,
  withinMs: number,
  check: () => boolean | Promise<boolean>,
): Promise<void> => {
  const deadline = Date.now() + withinMs;
  while (!(await check())) {
    if (Date.now() > deadline) throw new Error(`${what}: not within ${withinMs / 1000} s`);
    await pause(25);
  }
};

const saysHealthy = async (url: string): Promise<boolean> => {
  try {
    const response = await fetch(`${url}/health`, { signal: AbortSignal.timeout(5_000) });
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false;
  }
};

const parsed = (line: string): Record<string, unknown> => {
  try {
    return JSON.parse(line) as Record<string, unknown>;
  } catch {
    return { msg: line }; // what a Go program says when it breaks
  }
};

/** A handle on the stack that runs with this data directory. Throws when none does. */
export const attachStack = (dataDir: string, stop: () => Promise<void> = async () => {}): Stack => {
  const places = placesIn(dataDir);
  const file = (): RunFile => {
    const found = readRunFile(places.runFile);
    if (found === null) throw new Error(`no stack runs with the data in ${dataDir}`);
    return found;
  };
  const held = new Set<PartName>();
  const part = (name: PartName): RunFile["parts"][string] => {
    const found = file().parts[name];
    if (found === undefined) throw new Error(`the stack has no part ${name}`);
    return found;
  };
  const tellHeld = (): void => {
    writeJson(places.heldFile, [...held]);
    process.kill(file().supervisorPid, "SIGUSR2");
  };
  const { url, env } = file();
  return {
    url,
    dataDir,
    env,
    parts: () => Object.keys(file().parts) as PartName[],
    part,
    async kill(name, signal = "SIGKILL") {
      const { pid } = part(name);
      if (pid === null) throw new Error(`${name} does not run`);
      process.kill(pid, signal);
      await until(`${name} ends by ${signal}`, 20_000, () => part(name).pid !== pid);
    },
    async hold(name) {
      held.add(name);
      tellHeld();
      await until(`${name} stops`, 30_000, () => part(name).pid === null);
    },
    async release(name) {
      held.delete(name);
      tellHeld();
      await until(`${name} is ready again`, 60_000, () => part(name).ready);
    },
    async waitHealthy(withinMs = 60_000) {
      await until("the stack is healthy", withinMs, async () => {
        const parts = Object.entries(file().parts).filter(([name]) => !held.has(name as PartName));
        return parts.every(([, { ready }]) => ready) && (await saysHealthy(url));
      });
    },
    log: (name) =>
      readFileSync(join(places.logs, `${name}.log`), "utf8")
        .split("\n")
        .filter((line) => line !== "")
        .map(parsed),
    stop,
  };
};

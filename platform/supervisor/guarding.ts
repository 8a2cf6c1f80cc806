// Supervision: starts the guard and tells it of every process that begins and ends. Called by the supervisor and by tasks.
import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { GuardLine } from "./guard.ts";
import { type Group, identityOf } from "./processes.ts";

const script = fileURLToPath(new URL("guard.ts", import.meta.url));

/** Keeps the guard told. `leave` is the farewell: everything has ended in order. */
export type Guarding = {
  add(pid: number, signal: NodeJS.Signals): Group | null;
  remove(pid: number): void;
  leave(): void;
};

/**
 * Starts the guard. One that dies is started again and told everything anew. `graceMs`: how long it lets the parts of a
 * crashed supervisor stop in order before it kills them.
 */
export const startGuarding = (graceMs = 5_000): Guarding => {
  const groups = new Map<number, Group>();
  let left = false;
  let guard: ChildProcess;
  const tell = (line: GuardLine): void => void guard.stdin?.write(`${JSON.stringify(line)}\n`);
  const start = (): void => {
    // Its own group, so that a Ctrl-C in the terminal does not reach it, and no output pipe that could hold up our caller.
    guard = spawn(process.execPath, [script, String(graceMs)], {
      detached: true,
      stdio: ["pipe", "ignore", "ignore"],
    });
    guard.stdin?.on("error", () => {});
    guard.unref();
    guard.once("exit", () => void (left || start()));
    guard.once("error", () => {});
    for (const group of groups.values()) tell({ add: group });
  };
  start();
  return {
    add(pid, signal) {
      const identity = identityOf(pid);
      if (identity === null) return null;
      const group = { pid, identity, signal };
      groups.set(pid, group);
      tell({ add: group });
      return group;
    },
    remove(pid) {
      groups.delete(pid);
      tell({ remove: pid });
    },
    leave() {
      left = true;
      tell({ bye: true });
      guard.stdin?.end();
    },
  };
};

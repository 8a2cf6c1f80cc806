// Supervision: which process is which. A process id is used again by the system; with its start time it names one process
// for good, so that nothing that is not ours is ever signalled. Called by the guard, the supervisor and reap.ts.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

const readText = (file: string): string | null => {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return null;
  }
};

const bootId = readText("/proc/sys/kernel/random/boot_id")?.trim().slice(0, 8) ?? "";

// proc_pid_stat(5): after the name in parentheses come the state (field 3) and, as field 22, the start time in ticks.
const fromProc = (pid: number): string | null => {
  const stat = readText(`/proc/${pid}/stat`);
  if (stat === null) return null;
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  const dead = fields[0] === "Z" || fields[0] === "X";
  return dead ? null : `${bootId}-${fields[19]}`;
};

const fromPs = (pid: number): string | null => {
  const { stdout } = spawnSync("ps", ["-o", "stat=,lstart=", "-p", String(pid)], {
    encoding: "utf8",
  });
  const line = stdout?.trim() ?? "";
  return line === "" || line.startsWith("Z") ? null : line.replace(/^\S+\s+/, "");
};

/** A text that only this living process has (its start time); null when no such process lives. */
export const identityOf = (pid: number): string | null =>
  process.platform === "linux" ? fromProc(pid) : fromPs(pid);

/** One process for good: its id and `identityOf` it. */
export type Identity = { pid: number; identity: string };

/** Whether exactly this process still lives. */
export const lives = ({ pid, identity }: Identity): boolean => identityOf(pid) === identity;

/** Signals a process group by its leader's id. False when there is none any more. */
export const signalGroup = (pid: number, signal: NodeJS.Signals): boolean => {
  if (!(pid > 1)) return false;
  try {
    return process.kill(-pid, signal);
  } catch {
    return false;
  }
};

const pause = (ms: number): Promise<void> => new Promise((done) => void setTimeout(done, ms));

/** A group to end: its leader, and the signal that asks it to stop in order. */
export type Group = Identity & { signal: NodeJS.Signals };

/**
 * Ends these process groups: asks each in order, kills what still lives after `graceMs`. Groups whose leader is no longer
 * the process it was are left alone. Resolves with how many there were to end.
 */
export const endGroups = async (groups: readonly Group[], graceMs: number): Promise<number> => {
  const ours = groups.filter(lives);
  for (const group of ours) signalGroup(group.pid, group.signal);
  const until = Date.now() + graceMs;
  while (ours.some(lives) && Date.now() < until) await pause(50);
  // A group whose leader has ended may still have members. Its number is not given out again while it has.
  const leftover = ours.filter((group) => lives(group) || identityOf(group.pid) === null);
  for (const { pid } of leftover) signalGroup(pid, "SIGKILL");
  return ours.length;
};

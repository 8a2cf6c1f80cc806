// How much processor time each part of the stack spends on a write: it says where the time goes even on a busy machine.
import { readdirSync, readFileSync } from "node:fs";
import type { PartName, Stack } from "../stack.ts";

/** Ticks are hundredths of a second on every Linux. */
const msPerTick = 10;

type Spent = { pid: number; parent: number; ms: number };

/** Parent and processor time of a process and its ended children (proc(5): stat has ppid 4th, the times 14th to 17th). */
const spentBy = (pid: string): Spent | null => {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
    const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
    return { pid: Number(pid), parent: Number(fields[1]), ms: ticks * msPerTick };
  } catch {
    return null; // it has just ended
  }
};

/** What a process and those it has started have spent. */
const spentBelow = (all: readonly Spent[], pid: number | null): number => {
  const own = all.find((one) => one.pid === pid)?.ms ?? 0;
  const children = all.filter(({ parent }) => parent === pid);
  return own + children.reduce((sum, child) => sum + spentBelow(all, child.pid), 0);
};

/** What a process and those it has started have in memory, kB. A page that several share counts once in all (its proportional set, proc(5)): PostgreSQL's would count for each connection. */
const residentBelow = (all: readonly Spent[], pid: number | null): number => {
  const own = /^Pss:\s+(\d+)/m.exec(memoryOf(pid))?.[1] ?? "0";
  const children = all.filter(({ parent }) => parent === pid);
  return Number(own) + children.reduce((sum, child) => sum + residentBelow(all, child.pid), 0);
};

const memoryOf = (pid: number | null): string => {
  try {
    return readFileSync(`/proc/${pid}/smaps_rollup`, "utf8");
  } catch {
    return ""; // it has just ended, or is another user's
  }
};

const processes = (): Spent[] =>
  readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => spentBy(pid) ?? []);

/** The memory of each part, MB. */
export const residentOf = (stack: Stack): { part: PartName; mb: number }[] => {
  const all = processes();
  return stack
    .parts()
    .map((part) => ({ part, mb: residentBelow(all, stack.part(part).pid) / 1_024 }));
};

/** The memory of all parts, MB. */
export const residentMb = (stack: Stack): number =>
  residentOf(stack).reduce((sum, { mb }) => sum + mb, 0);

/** Processor time in ms of each part so far; empty where there is no /proc. */
const spent = (stack: Stack): Map<PartName, number> => {
  let all: Spent[];
  try {
    all = processes();
  } catch {
    return new Map();
  }
  return new Map(stack.parts().map((part) => [part, spentBelow(all, stack.part(part).pid)]));
};

export type Cpu = { part: string; ms: number };

/** Does `work` and gives what each part spent meanwhile, in ms a unit; `units` says how many there were. */
export const withCpu = async <T>(
  stack: Stack,
  work: () => Promise<T>,
  units: (done: T) => number,
): Promise<{ done: T; cpu: Cpu[] }> => {
  const before = spent(stack);
  const done = await work();
  const after = spent(stack);
  const count = units(done);
  const cpu = [...before].map(([part, ms]) => ({
    part,
    // A part that was started anew meanwhile has lost its count: then nothing is known.
    ms: (after.get(part) ?? 0) < ms ? Number.NaN : ((after.get(part) ?? 0) - ms) / count,
  }));
  return { done, cpu };
};

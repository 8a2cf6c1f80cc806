// A client that does not give up, for the fault tests: many writes at once, each repeated under its key until it is answered.
import { setTimeout as pause } from "node:timers/promises";
import { newId } from "../../domain/ids.ts";
import { Task } from "../../domain/task.ts";
import type { More, Person } from "../client.ts";

/** A write that was acknowledged: the version it made, and how long it took from the first attempt (ms). */
export type Acknowledged = { taskId: string; version: number; ms: number; attempts: number };

export type Writing = {
  /** How many writers there are; each writes one after the other. */
  atOnce: number;
  /** Asked before each write, with the number of those begun: whether to go on. */
  more: (begun: number) => boolean;
  /** Called after each acknowledgement with their number so far. */
  onAcknowledged?: (count: number) => void;
};

const giveUpAfterMs = 60_000;
const pauseMs = 100;

/** Sends one request until it is answered with something other than "not now". Throws after 60 s, or on a refusal. */
const insist = async (person: Person, method: string, path: string, more: More) => {
  const headers = { "idempotency-key": newId() };
  const startedAt = performance.now();
  for (let attempts = 1; ; attempts += 1) {
    const answer = await person.call(method, path, { ...more, headers }).catch(() => null);
    const ms = performance.now() - startedAt;
    if (answer?.ok) return { task: Task.parse(await answer.json()), ms, attempts };
    const said = answer ? `${answer.status} ${await answer.text()}` : "no connection";
    if (answer && answer.status !== 503) throw new Error(`${method} ${path}: ${said}`);
    if (ms > giveUpAfterMs) throw new Error(`${method} ${path}: ${said} after ${ms} ms`);
    await pause(pauseMs);
  }
};

/**
 * Writes as long as `more` says: each writer makes a task, makes another, renames that, completes it, and so on. A create or
 * a completion that were carried out twice would be seen: as a second task, as a refusal.
 */
export const write = async (person: Person, writing: Writing): Promise<Acknowledged[]> => {
  const acknowledged: Acknowledged[] = [];
  let begun = 0;
  const one = async (method: string, path: string, more: More = {}) => {
    const { task, ms, attempts } = await insist(person, method, path, more);
    acknowledged.push({ taskId: task.id, version: task.version, ms, attempts });
    writing.onAcknowledged?.(acknowledged.length);
    return task.id;
  };
  const writer = async (): Promise<void> => {
    let id = "";
    for (let step = 0; writing.more(begun); step += 1) {
      begun += 1;
      const body = { title: `write ${begun}` };
      if (step % 4 < 2) id = await one("POST", "/tasks", { body });
      if (step % 4 === 2) await one("PATCH", `/tasks/${id}`, { body });
      if (step % 4 === 3) await one("POST", `/tasks/${id}/complete`);
    }
  };
  await Promise.all(Array.from({ length: writing.atOnce }, writer));
  return acknowledged;
};

/** The p-th percentile (0–100) of some figures. */
export const percentile = (figures: readonly number[], p: number): number => {
  const sorted = figures.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil((p / 100) * sorted.length) - 1)] ?? 0;
};

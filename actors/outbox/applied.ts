// Which commands an actor has applied: the memory that makes a repeated command harmless. Used by both actors.
import * as z from "zod";
import { Id } from "../../domain/ids.ts";

/** A command and when it was applied, ms since 1970. Older versions of the program kept the id alone. */
const Applied = z.tuple([Id, z.int().min(0)]);

/** Oldest first. */
export const AppliedCommands = z.array(z.union([Applied, Id]));
export type AppliedCommands = z.infer<typeof AppliedCommands>;

/** How long an actor remembers (ms), and how many at most (about 55 bytes each). */
export type Kept = { ms: number; most: number };

const dayMs = 24 * 60 * 60_000;

/**
 * A day is longer than the repeater repeats an intent of which the task heard nothing (gateway/command/repeater.ts). What is forgotten
 * before its time is not carried out again either: see `forgottenUntilMs`.
 */
const keptOfTask: Kept = { ms: dayMs, most: 256 };

/** The gateway asks a person's actor anew for as long as it keeps the key, 7 days and until its next hourly look. */
export const keptOfPerson: Kept = { ms: 8 * dayMs, most: 1_024 };

/** The applied commands with one more; what is older than is kept is forgotten, and the oldest of too many. */
export const remembered = (
  applied: AppliedCommands,
  commandId: Id,
  now: Date,
  kept: Kept = keptOfTask,
): AppliedCommands => {
  const nowMs = now.getTime();
  return [...applied, commandId]
    .map((one): [Id, number] => (typeof one === "string" ? [one, nowMs] : one))
    .filter(([, atMs]) => atMs > nowMs - kept.ms)
    .slice(-kept.most);
};

export const hasApplied = (applied: AppliedCommands, commandId: Id): boolean =>
  applied.some((one) => idOf(one) === commandId);

/** Whether another command than these was applied after an instant, and whether one of these was. */
export const appliedSince = (applied: AppliedCommands, sinceMs: number, own: readonly Id[]) => {
  const since = applied.filter((one) => typeof one !== "string" && one[1] > sinceMs).map(idOf);
  const mine = since.filter((id) => own.includes(id)).length;
  return { others: since.length > mine, own: mine > 0 };
};

/** What a task applied up to this instant (ms since 1970) may have been forgotten. */
export const forgottenUntilMs = (applied: AppliedCommands, now: Date): number => {
  const [oldest] = applied;
  const isFull =
    applied.length >= keptOfTask.most && oldest !== undefined && typeof oldest !== "string";
  return Math.max(now.getTime() - keptOfTask.ms, isFull ? oldest[1] : 0);
};

const idOf = (one: AppliedCommands[number]): Id => (typeof one === "string" ? one : one[0]);

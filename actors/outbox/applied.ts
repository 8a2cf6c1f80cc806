// Which commands an actor has applied: the memory that makes a repeated command harmless. Used by both actors.
import * as z from "zod";
import { Id } from "../../domain/ids.ts";

/** A command and when it was applied, ms since 1970. Older versions of the program kept the id alone. */
const Applied = z.tuple([Id, z.int().min(0)]);

/** Oldest first. */
export const AppliedCommands = z.array(z.union([Applied, Id]));
export type AppliedCommands = z.infer<typeof AppliedCommands>;

/** Longer than the repeater repeats an intent of which the task heard nothing (gateway/command/repeater.ts), ms. */
const keptMs = 24 * 60 * 60_000;
/** About 14 kB. What is forgotten before its time is not carried out again either: see `forgottenUntilMs`. */
const most = 256;

/** The applied commands with one more; those older than a day are forgotten, and the oldest beyond 256. */
export const remembered = (applied: AppliedCommands, commandId: Id, now: Date): AppliedCommands => {
  const nowMs = now.getTime();
  return [...applied, commandId]
    .map((one): [Id, number] => (typeof one === "string" ? [one, nowMs] : one))
    .filter(([, atMs]) => atMs > nowMs - keptMs)
    .slice(-most);
};

export const hasApplied = (applied: AppliedCommands, commandId: Id): boolean =>
  applied.some((one) => idOf(one) === commandId);

/** Whether another command than these was applied after an instant, and whether one of these was. */
export const appliedSince = (applied: AppliedCommands, sinceMs: number, own: readonly Id[]) => {
  const since = applied.filter((one) => typeof one !== "string" && one[1] > sinceMs).map(idOf);
  const mine = since.filter((id) => own.includes(id)).length;
  return { others: since.length > mine, own: mine > 0 };
};

/** What was applied up to this instant (ms since 1970) may have been forgotten. */
export const forgottenUntilMs = (applied: AppliedCommands, now: Date): number => {
  const [oldest] = applied;
  const isFull = applied.length >= most && oldest !== undefined && typeof oldest !== "string";
  return Math.max(now.getTime() - keptMs, isFull ? oldest[1] : 0);
};

const idOf = (one: AppliedCommands[number]): Id => (typeof one === "string" ? one : one[0]);

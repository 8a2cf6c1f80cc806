// One line of the history in words: what happened, who did it, through which door. Pure; called by the history drawer.
import type { AuditEntry } from "../../domain/audit.ts";
import type { Standing } from "../store/conversation.ts";
import { type FieldWords, sayChanges } from "./change.ts";
import type { Reader } from "../words/reader.ts";
import { historyWords } from "../words/history.ts";

/** A history entry for a person's eyes. */
export type EntryWords = { headline: string; by: string; details: FieldWords[] };

/** What the headline says already need not be said again below it. */
const saidByHeadline: Record<string, string[]> = {
  "punctual.task.created.v1": ["status"],
  "punctual.task.completed.v1": ["status"],
  "punctual.task.reopened.v1": ["status"],
  "punctual.reminder.fired.v1": ["state", "scheduledFor", "plannedFor"],
  "punctual.reminder.acknowledged.v1": ["state", "deliveries"],
  "punctual.reminder.scheduled.v1": ["state", "plannedFor", "deliveries"],
  "punctual.reminder.cancelled.v1": ["state", "scheduledFor", "plannedFor", "deliveries"],
  "punctual.reminder.snoozed.v1": ["state", "deliveries"],
};

/** An entry in words. `userId` and `device` are the reader's own, so that "you" and "another device" are right. */
export const sayEntry = (
  entry: AuditEntry,
  reader: Reader & { userId: string; device: string },
): EntryWords => {
  const said = saidByHeadline[entry.type] ?? [];
  const details = sayChanges(entry.changes, reader).filter(({ field }) => !said.includes(field));
  return { headline: headline(entry, details), by: by(entry, reader), details };
};

/** True for a change of the task that a person made and, as far as this page knows, has not taken back. */
export const canUndo = (
  { type, origin, correlationId }: AuditEntry,
  { back }: Pick<Standing, "back">,
): boolean =>
  type.startsWith("punctual.task.") &&
  origin !== "reminder" &&
  origin !== "recurrence" &&
  !back.has(correlationId);

const headline = (entry: AuditEntry, details: FieldWords[]): string => {
  const headlines: Record<string, string> = historyWords.headlines;
  const oneField: Record<string, string> = historyWords.oneField;
  const known = headlines[entry.type];
  if (known !== undefined) return known;
  const only = details.length === 1 ? details[0] : undefined;
  if (only) return oneField[only.field] ?? historyWords.otherField(only.label);
  return details.length === 0 ? historyWords.changed : historyWords.changedMany(details.length);
};

const by = (entry: AuditEntry, reader: { userId: string; device: string }): string => {
  const { doors, elsewhere: away, nobody, onWebPage, other, you } = historyWords;
  if (entry.origin === "unknown") return nobody;
  const who = entry.actorId === reader.userId ? you : other;
  const elsewhere = entry.device !== null && entry.device !== reader.device;
  const door = entry.origin === "web" && elsewhere ? onWebPage : doors[entry.origin];
  return `${who}, ${door}${elsewhere && entry.origin !== "rest" ? away : ""}`;
};

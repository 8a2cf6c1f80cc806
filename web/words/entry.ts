// One line of the history in words: what happened, who did it, through which door. Pure; called by the history drawer.
import type { AuditEntry } from "../../domain/audit.ts";
import type { Standing } from "../store/conversation.ts";
import { type FieldWords, sayChanges } from "./change.ts";
import type { Reader } from "./reader.ts";

/** A history entry for a person's eyes. */
export type EntryWords = { headline: string; by: string; details: FieldWords[] };

const headlines: Record<string, string> = {
  "punctual.task.created.v1": "Created",
  "punctual.task.completed.v1": "Completed",
  "punctual.task.reopened.v1": "Opened again",
  "punctual.task.occurrence-completed.v1": "Completed, on to the next date",
  "punctual.task.occurrence-skipped.v1": "Skipped, on to the next date",
  "punctual.task.occurrence-reopened.v1": "Back to the date before",
  "punctual.reminder.scheduled.v1": "Reminder set",
  "punctual.reminder.cancelled.v1": "Reminder cancelled",
  "punctual.reminder.unarmed.v1": "Reminder set late",
  "punctual.reminder.fired.v1": "Reminded",
  "punctual.reminder.missed.v1": "Reminder missed",
  "punctual.reminder.snoozed.v1": "Reminder snoozed",
  "punctual.reminder.acknowledged.v1": "Reminder seen",
  "punctual.reminder.retry-due.v1": "Reminder sent again",
  "punctual.reminder.attempt-failed.v1": "Reminder not delivered yet",
  "punctual.reminder.delivered.v1": "Reminder delivered",
  "punctual.reminder.failed.v1": "Reminder not delivered",
  "punctual.task.deleted.v1": "Moved to the trash",
  "punctual.task.restored.v1": "Taken out of the trash",
  "punctual.task.purged.v1": "Deleted for good",
  "punctual.project.created.v1": "Project added",
  "punctual.project.deleted.v1": "Project deleted",
  "punctual.tag.created.v1": "Tag added",
  "punctual.tag.deleted.v1": "Tag deleted",
  "punctual.filter.created.v1": "Filter added",
  "punctual.filter.deleted.v1": "Filter deleted",
  "punctual.log.gap.v1": "A change that the log has lost",
};

const oneField: Record<string, string> = {
  title: "Renamed",
  due: "Due changed",
  priority: "Priority changed",
  tags: "Tags changed",
  project: "Project changed",
  section: "Section changed",
  name: "Renamed",
  sections: "Sections changed",
  assignee: "Given to someone",
  description: "Notes changed",
  status: "Status changed",
  deadline: "Deadline changed",
  recurrence: "Repetition changed",
  reminders: "Reminders changed",
};

const doors: Record<AuditEntry["origin"], string> = {
  web: "on this page",
  chat: "in the chat",
  rest: "through the API",
  mcp: "by an assistant",
  reminder: "by a reminder",
  recurrence: "by its recurrence",
  age: "after 30 days in the trash",
  unknown: "",
};

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
  const known = headlines[entry.type];
  if (known !== undefined) return known;
  const only = details.length === 1 ? details[0] : undefined;
  if (only) return oneField[only.field] ?? `${only.label} changed`;
  return details.length === 0 ? "Changed" : `Changed ${details.length} things`;
};

const by = (entry: AuditEntry, reader: { userId: string; device: string }): string => {
  if (entry.origin === "unknown") return "who and how is not known";
  const who = entry.actorId === reader.userId ? "You" : "Someone else";
  const elsewhere = entry.device !== null && entry.device !== reader.device;
  const door = entry.origin === "web" && elsewhere ? "on the web page" : doors[entry.origin];
  return `${who}, ${door}${elsewhere && entry.origin !== "rest" ? ", on another device" : ""}`;
};

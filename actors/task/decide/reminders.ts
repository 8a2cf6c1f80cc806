// The orders about one reminder: add, change, remove, snooze, acknowledge. Pure. Called by decide.ts.
import type { TaskCommand } from "../../../domain/command.ts";
import { plannedFor } from "../../../domain/reminder-time.ts";
import { maxReminders, type Reminder, type ReminderStatus } from "../../../domain/reminder.ts";
import { ok, refuse, type Refused, type Result } from "../../../domain/result.ts";
import { seen } from "../../delivery/deliveries.ts";
import type { Decision, ReminderDecided, TaskDoc } from "../doc.ts";
import { apply } from "./apply.ts";
import { reminderOf, withStatuses } from "./fire.ts";
import { snoozedUntil, subjectOf } from "./put-off.ts";

type Order<T extends TaskCommand["type"]> = Extract<TaskCommand, { type: T }>;

const notFound = refuse("not_found", "there is no such reminder");

/** Why these reminders cannot be set, if so: one that has no time to be told at, or one in the past. `at` names the field. */
export const refusePast = (
  doc: Pick<TaskDoc, "task" | "owner">,
  reminders: { reminder: Reminder; at: string }[],
  now: Date,
): Refused | null => {
  for (const { reminder, at } of reminders) {
    const { trigger } = reminder;
    const planned = plannedFor(trigger, doc.task, doc.owner);
    if (planned === null && trigger.kind === "relative")
      return invalid(`${at}.to`, `the task has no ${trigger.to} to remind before`);
    if (planned !== null && Date.parse(planned) <= now.getTime())
      return invalid(at, `is in the past: it would have been shown at ${planned}`);
  }
  return null;
};

const invalid = (path: string, message: string): Refused =>
  refuse("invalid", `${path}: ${message}`, { fields: [{ path, message }] });

/** Adds a reminder. */
export const add = (
  doc: TaskDoc,
  { reminder }: Order<"reminder.add">,
  now: Date,
): Result<Decision> => {
  const { reminders } = doc.task;
  if (reminders.some(({ id }) => id === reminder.id))
    return refuse("conflict", "a reminder with this id exists already");
  if (reminders.length >= maxReminders)
    return invalid("reminders", `must be at most ${maxReminders} reminders`);
  const past = refusePast(doc, [{ reminder, at: "trigger" }], now);
  return past ?? ok(apply(doc, { reminders: [...reminders, reminder] }, now));
};

/** Changes the named parts of a reminder. */
export const change = (
  doc: TaskDoc,
  { reminderId, changes }: Order<"reminder.change">,
  now: Date,
): Result<Decision> => {
  const known = doc.task.reminders.find(({ id }) => id === reminderId);
  if (!known) return notFound;
  const reminder: Reminder = {
    ...known,
    trigger: changes.trigger ?? known.trigger,
    channels: changes.channels === undefined ? known.channels : changes.channels,
  };
  const past =
    changes.trigger === undefined ? null : refusePast(doc, [{ reminder, at: "trigger" }], now);
  if (past) return past;
  const reminders = doc.task.reminders.map((one) => (one === known ? reminder : one));
  return ok(apply(doc, { reminders }, now));
};

/** Takes a reminder away. */
export const remove = (
  doc: TaskDoc,
  { reminderId }: Order<"reminder.remove">,
  now: Date,
): Result<Decision> => {
  const reminders = doc.task.reminders.filter(({ id }) => id !== reminderId);
  if (reminders.length === doc.task.reminders.length) return notFound;
  return ok(apply(doc, { reminders }, now));
};

const yearMs = 366 * 24 * 60 * 60 * 1000;

/** Tells a reminder (again) at `until`. The due stays. */
export const snooze = (
  doc: TaskDoc,
  { reminderId, until }: Order<"reminder.snooze">,
  now: Date,
): Result<Decision> => {
  const before = doc.reminders.find((one) => one.reminderId === reminderId);
  if (!before) return notFound;
  const inMs = Date.parse(until) - now.getTime();
  if (inMs <= 0) return invalid("until", `must be in the future, not ${until}`);
  if (inMs > yearMs) return invalid("until", "must be within a year");
  if (before.state === "cancelled")
    return refuse("conflict", "the task is over: there is nothing to snooze");
  if (before.state === "snoozed" && before.scheduledFor === until) return unchanged(doc);
  const status: ReminderStatus = {
    ...before,
    state: "snoozed",
    sequence: before.sequence + 1,
    generation: before.generation + 1,
    scheduledFor: until,
    toldWith: null,
    deliveries: [],
  };
  const first = tell(doc, before, status, "punctual.reminder.snoozed.v1");
  const reminder = reminderOf(doc, before);
  const putOff = reminder
    ? snoozedUntil(doc.putOff, subjectOf(reminder, doc.task, before.plannedFor), until)
    : doc.putOff;
  return ok(decision({ ...doc, putOff }, [first, ...acknowledgedWith(doc, reminderId)]));
};

/** Says that a reminder was seen; those told with it were seen too. */
export const acknowledge = (
  doc: TaskDoc,
  { reminderId }: Order<"reminder.acknowledge">,
): Result<Decision> => {
  const before = doc.reminders.find((one) => one.reminderId === reminderId);
  if (!before) return notFound;
  if (before.state !== "fired" && before.state !== "missed") return unchanged(doc);
  const leader = before.toldWith ?? reminderId;
  const told = [...acknowledgedWith(doc, leader), ...acknowledgedIf(doc, leader)];
  return ok(decision(doc, told));
};

const acknowledgedWith = (doc: TaskDoc, leader: string): ReminderDecided[] =>
  doc.reminders
    .filter(({ toldWith, state }) => toldWith === leader && isTold(state))
    .map((before) => acknowledged(doc, before));

const acknowledgedIf = (doc: TaskDoc, id: string): ReminderDecided[] =>
  doc.reminders
    .filter(({ reminderId, state }) => reminderId === id && isTold(state))
    .map((before) => acknowledged(doc, before));

const isTold = (state: ReminderStatus["state"]): boolean => state === "fired" || state === "missed";

const acknowledged = (doc: TaskDoc, before: ReminderStatus): ReminderDecided => {
  const { sequence, deliveries } = before;
  const status: ReminderStatus = {
    ...before,
    state: "acknowledged",
    sequence: sequence + 1,
    deliveries: seen(deliveries),
  };
  return tell(doc, before, status, "punctual.reminder.acknowledged.v1");
};

const tell = (
  doc: TaskDoc,
  before: ReminderStatus,
  status: ReminderStatus,
  type: ReminderDecided["type"],
): ReminderDecided => ({
  type,
  before,
  status,
  reminder: reminderOf(doc, before),
  reminderIds: [status.reminderId],
  attempts: [],
});

const decision = (doc: TaskDoc, told: ReminderDecided[]): Decision => ({
  doc: withStatuses(doc, told),
  event: null,
  told,
});

const unchanged = (doc: TaskDoc): Result<Decision> => ok({ doc, event: null, told: [] });

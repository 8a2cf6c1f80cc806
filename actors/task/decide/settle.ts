// After every change of a task: which of its reminders wait for which instant now (semantics: Reminders). Called by decide.ts.
import { isDeepStrictEqual } from "node:util";
import { isOpen } from "../../../domain/is-over.ts";
import { plannedFor, toldAt } from "../../../domain/reminder-time.ts";
import { isWaiting, type Reminder, type ReminderStatus } from "../../../domain/reminder.ts";
import type { Task } from "../../../domain/task.ts";
import { seen } from "../../delivery/deliveries.ts";
import type { ReminderDecided, TaskDoc } from "../doc.ts";
import {
  hasRolled,
  type PutOff,
  putOffFor,
  snoozedUntil,
  type Subject,
  subjectOf,
  withoutHeld,
  withWaiting,
} from "./put-off.ts";

/**
 * Arms, keeps, moves and cancels the reminders of a changed task; the doc's statuses are those it had, `before` is the task they were settled
 * for. What was put off stands as long as what it reminds of does. One that was snoozed to an instant that has passed meanwhile waits for it all the same: it is late.
 */
export const settle = (
  doc: TaskDoc,
  now: Date,
  before: Task,
): { doc: TaskDoc; told: ReminderDecided[] } => {
  const told: ReminderDecided[] = [];
  let putOff = withWaiting(doc.putOff, doc.reminders, before);
  const statuses = doc.task.reminders.map((reminder) => {
    const had = doc.reminders.find((one) => one.reminderId === reminder.id) ?? null;
    const known = had ?? cameBack(doc, reminder.id);
    const planned = plannedFor(reminder.trigger, doc.task, doc.owner);
    const subject = subjectOf(reminder, doc.task, planned);
    const standing = putOffFor(putOff, subject);
    const status = settled(known, { subject, standing }, doc, now);
    if (status !== had) told.push(decided(had, status, reminder));
    if (standing?.kind === "snoozed" && status.state === "snoozed")
      putOff = snoozedUntil(putOff, subject, standing.until);
    return status;
  });
  const gone = removed(doc);
  told.push(...gone);
  putOff = withoutHeld(putOff, statuses);
  if (told.length === 0)
    return { doc: isDeepStrictEqual(putOff, doc.putOff) ? doc : { ...doc, putOff }, told };
  return { doc: { ...doc, reminders: statuses, putOff, gone: remember(doc, gone) }, told };
};

/** A reminder that was removed goes on counting where it stood, when it is put back: its numbers name notifications. */
const cameBack = ({ gone, task }: TaskDoc, id: string): ReminderStatus => {
  const known = gone.find(({ reminderId }) => reminderId === id);
  return known ? { ...known, sequence: known.sequence + 1 } : blank(id, task.id);
};

/** As many removed reminders as are remembered. */
const rememberedGone = 100;

const remember = ({ gone, task }: TaskDoc, removedNow: ReminderDecided[]): ReminderStatus[] => {
  const away = [...gone, ...removedNow.map(({ status }) => status)];
  return away
    .filter(({ reminderId }) => task.reminders.every(({ id }) => id !== reminderId))
    .slice(-rememberedGone);
};

/** What the log says of a status that changed. */
export const decided = (
  before: ReminderStatus | null,
  status: ReminderStatus,
  reminder: Reminder | null,
): ReminderDecided => {
  const type = isWaiting(status)
    ? "punctual.reminder.scheduled.v1"
    : status.state === "acknowledged"
      ? "punctual.reminder.acknowledged.v1"
      : "punctual.reminder.cancelled.v1";
  return { type, before, status, reminder, reminderIds: [status.reminderId], attempts: [] };
};

const removed = ({ task, reminders }: TaskDoc): ReminderDecided[] =>
  reminders
    .filter((status) => task.reminders.every(({ id }) => id !== status.reminderId))
    .map((before) => decided(before, { ...ended(before, "cancelled"), scheduledFor: null }, null));

/** A status that ends: it waits for nothing, and no more attempts are made. */
const ended = (
  before: ReminderStatus,
  state: "cancelled" | "acknowledged" | "passed" | "idle",
): ReminderStatus => ({
  ...before,
  state,
  sequence: before.sequence + 1,
  deliveries: seen(before.deliveries),
});

type About = { subject: Subject; standing: PutOff | null };

const settled = (
  known: ReminderStatus,
  { subject, standing }: About,
  { task, owner }: TaskDoc,
  now: Date,
): ReminderStatus => {
  const { plannedFor: planned, occurrence } = subject;
  const target: Target = { planned, occurrence, told: null };
  if (!isAlive(task)) return close(known, target);
  if (standing?.kind === "snoozed") return snoozed(known, target, standing.until);
  if (planned === null) return is(known, "idle", target);
  const isSame = known.plannedFor === planned && !hasRolled(known.occurrence, occurrence);
  const at = toldAt(planned, task.priority, owner);
  if (isSame && known.state === "scheduled")
    return at === known.scheduledFor ? known : arm(known, { ...target, told: at });
  if (isSame && known.state !== "cancelled" && known.state !== "idle") return known;
  const waitsFrom = standing?.kind === "held" ? at : planned;
  if (Date.parse(waitsFrom) <= now.getTime()) return is(known, "passed", target);
  return arm(known, { ...target, told: at });
};

/** Still put off, or again; the instant it was planned for may be another one by now (a change of zone or day hour). */
const snoozed = (known: ReminderStatus, target: Target, until: string): ReminderStatus => {
  if (known.state !== "snoozed" || known.scheduledFor !== until)
    return { ...arm(known, { ...target, told: until }), state: "snoozed" };
  if (known.plannedFor === target.planned) return known;
  return { ...known, sequence: known.sequence + 1, plannedFor: target.planned };
};

type Target = { planned: string | null; occurrence: string | null; told: string | null };

/** Open, and not in the trash. */
const isAlive = (task: Task): boolean => task.deletedAt === null && isOpen(task);

/** A task that is over: what waits is cancelled, what was told counts as seen, on every device. */
const close = (known: ReminderStatus, target: Target): ReminderStatus => {
  if (known.state === "fired") return ended(known, "acknowledged");
  if (isWaiting(known) || known.generation === 0) return is(known, "cancelled", target);
  return known;
};

const is = (
  known: ReminderStatus,
  state: "cancelled" | "passed" | "idle",
  { planned, occurrence }: Target,
): ReminderStatus =>
  known.sequence > 0 &&
  known.state === state &&
  known.plannedFor === planned &&
  known.occurrence === occurrence
    ? known
    : { ...ended(known, state), plannedFor: planned, occurrence, scheduledFor: null };

/** A new notification: the next generation. */
const arm = (known: ReminderStatus, { planned, occurrence, told }: Target): ReminderStatus => ({
  ...known,
  sequence: known.sequence + 1,
  generation: known.generation + 1,
  occurrence,
  state: "scheduled",
  plannedFor: planned,
  scheduledFor: told,
  firedAt: null,
  lateByMs: null,
  toldWith: null,
  deliveries: [],
});

/** A reminder nobody has heard of yet. */
const blank = (reminderId: string, taskId: string): ReminderStatus => ({
  reminderId,
  taskId,
  sequence: 0,
  generation: 0,
  occurrence: null,
  state: "idle",
  plannedFor: null,
  scheduledFor: null,
  firedAt: null,
  lateByMs: null,
  toldWith: null,
  deliveries: [],
});

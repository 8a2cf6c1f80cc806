// After every change of a task: which of its reminders wait for which instant now (semantics: Reminders). Called by decide.ts.
import { plannedFor, toldAt } from "../../../domain/reminder-time.ts";
import { isWaiting, type Reminder, type ReminderStatus } from "../../../domain/reminder.ts";
import type { Task } from "../../../domain/task.ts";
import { seen } from "../../delivery/deliveries.ts";
import type { ReminderDecided, TaskDoc } from "../doc.ts";

/** Arms, keeps, moves and cancels the reminders of a changed task; `before` are the statuses it had. */
export const settle = (doc: TaskDoc, now: Date): { doc: TaskDoc; told: ReminderDecided[] } => {
  const told: ReminderDecided[] = [];
  const statuses = doc.task.reminders.map((reminder) => {
    const before = doc.reminders.find((one) => one.reminderId === reminder.id) ?? null;
    const status = settled(reminder, before, doc, now);
    if (status !== before) told.push(decided(before, status, reminder));
    return status;
  });
  told.push(...removed(doc));
  return told.length === 0 ? { doc, told } : { doc: { ...doc, reminders: statuses }, told };
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

const settled = (
  reminder: Reminder,
  before: ReminderStatus | null,
  { task, owner }: TaskDoc,
  now: Date,
): ReminderStatus => {
  const known = before ?? blank(reminder.id, task.id);
  const planned = plannedFor(reminder.trigger, task, owner);
  const occurrence = task.occurrence?.id ?? null;
  const target: Target = { planned, occurrence, told: null };
  if (!isOpen(task)) return close(known, target);
  if (planned === null) return is(known, "idle", target);
  const isSame = known.plannedFor === planned && !hasRolled(known.occurrence, occurrence);
  if (isSame && known.state === "scheduled") {
    const at = toldAt(planned, task.priority, owner);
    return at === known.scheduledFor ? known : arm(known, { ...target, told: at });
  }
  if (isSame && known.state !== "cancelled" && known.state !== "idle") return known;
  if (Date.parse(planned) <= now.getTime()) return is(known, "passed", target);
  return arm(known, { ...target, told: toldAt(planned, task.priority, owner) });
};

/** From one occurrence to another: not when a task begins or ceases to repeat. */
const hasRolled = (before: string | null, after: string | null): boolean =>
  before !== null && after !== null && before !== after;

type Target = { planned: string | null; occurrence: string | null; told: string | null };

const isOpen = (task: Task): boolean =>
  task.deletedAt === null && (task.status === "open" || task.status === "in_progress");

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

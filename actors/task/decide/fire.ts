// A reminder's time has come: what is told, once (semantics: Reminders). Pure. Called by TaskActor for a Job and the armer.
import {
  isWaiting,
  type Reminder,
  type ReminderStatus,
  tooLateMs,
} from "../../../domain/reminder.ts";
import type { Channel } from "../../../domain/reminder.ts";
import { begin } from "../../delivery/deliveries.ts";
import type { Decision, ReminderDecided, TaskDoc } from "../doc.ts";
import { withoutTold } from "./put-off.ts";

/** Which notification a Job was made for. */
export type Notification = { reminderId: string; generation: number };

/** The status a Job speaks of while it still waits; null for one of an older generation or told already. */
export const waitingFor = (
  doc: TaskDoc,
  { reminderId, generation }: Notification,
): ReminderStatus | null =>
  doc.reminders.find(
    (one) => one.reminderId === reminderId && one.generation === generation && isWaiting(one),
  ) ?? null;

/**
 * Tells every reminder that waits for the same instant as this one, as one notification; null when there is nothing
 * (any more) to tell. The caller sees to it that the instant has come.
 */
export const fire = (doc: TaskDoc, what: Notification, now: Date): Decision | null => {
  const due = waitingFor(doc, what);
  return due?.scheduledFor == null ? null : tell(doc, due.scheduledFor, now);
};

/** Tells everything whose instant has come, oldest first, an instant at a time; null when there is nothing. */
export const fireDue = (doc: TaskDoc, now: Date): Decision | null => {
  const instants = doc.reminders.flatMap((one) =>
    isWaiting(one) && one.scheduledFor !== null && Date.parse(one.scheduledFor) <= now.getTime()
      ? [one.scheduledFor]
      : [],
  );
  if (instants.length === 0) return null;
  return [...new Set(instants)].toSorted().reduce<Decision>(
    (before, instant) => {
      const { doc: after, told } = tell(before.doc, instant, now);
      return { doc: after, event: null, told: [...before.told, ...told] };
    },
    { doc, event: null, told: [] },
  );
};

const tell = (doc: TaskDoc, instant: string, now: Date): Decision => {
  const group = doc.reminders.filter((one) => isWaiting(one) && one.scheduledFor === instant);
  const lateByMs = Math.max(0, now.getTime() - Date.parse(instant));
  const isMissed = lateByMs > tooLateMs;
  const [leader] = group;
  const deliveries = isMissed ? [] : begin(channelsOf(doc, group), now);
  const told = group.map((before): ReminderDecided => {
    const status: ReminderStatus = {
      ...before,
      sequence: before.sequence + 1,
      state: isMissed ? "missed" : "fired",
      firedAt: now.toISOString(),
      lateByMs,
      toldWith: before === leader ? null : (leader?.reminderId ?? null),
      deliveries: before === leader ? deliveries : [],
    };
    return {
      type: isMissed ? "punctual.reminder.missed.v1" : "punctual.reminder.fired.v1",
      before,
      status,
      reminder: reminderOf(doc, before),
      reminderIds: group.map(({ reminderId }) => reminderId),
      attempts: status.deliveries.map(({ channel, attempt }) => ({ channel, attempt })),
    };
  });
  const after = withStatuses(doc, told);
  const ids = group.map(({ reminderId }) => reminderId);
  return { doc: { ...after, putOff: withoutTold(doc.putOff, ids, now) }, event: null, told };
};

/** The doc with the statuses of what was told. */
export const withStatuses = (doc: TaskDoc, told: ReminderDecided[]): TaskDoc => {
  const changed = new Map(told.map(({ status }) => [status.reminderId, status]));
  return { ...doc, reminders: doc.reminders.map((one) => changed.get(one.reminderId) ?? one) };
};

/** The reminder a status is of. */
export const reminderOf = (doc: TaskDoc, status: ReminderStatus): Reminder | null =>
  doc.task.reminders.find(({ id }) => id === status.reminderId) ?? null;

const channelsOf = (doc: TaskDoc, group: ReminderStatus[]): Channel[] => [
  ...new Set(group.flatMap((one) => reminderOf(doc, one)?.channels ?? doc.owner.channels)),
];

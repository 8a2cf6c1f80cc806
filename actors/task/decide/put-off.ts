// What was to be told later than its trigger says, and is remembered while something else stands in its place. Pure. Called by settle.ts.
import { isDeepStrictEqual } from "node:util";
import * as z from "zod";
import { Id, Instant } from "../../../domain/ids.ts";
import { type Reminder, type ReminderStatus, Trigger } from "../../../domain/reminder.ts";
import type { Task } from "../../../domain/task.ts";
import { Day, When } from "../../../domain/when.ts";

/**
 * A reminder that was put off: `snoozed` by its person, or `held` by quiet hours. It belongs to what it reminds of: the occurrence, and either
 * the instant that was planned or the trigger with the due or deadline it counts from (`base`). While the task has those, it stands; when they
 * come back (an undo, a reopening), it stands again.
 */
export const PutOff = z.object({
  reminderId: Id,
  kind: z.enum(["snoozed", "held"]),
  until: Instant,
  plannedFor: Instant.nullable(),
  occurrence: Id.nullable(),
  /** Null where only the instant is known. */
  trigger: Trigger.nullable(),
  base: z.union([When, Day]).nullable(),
});
export type PutOff = z.infer<typeof PutOff>;

/** As many as are remembered; those set aside longest are forgotten first. */
const remembered = 100;

/** What a reminder of a task reminds of, to be compared with what was put off. */
export type Subject = Omit<PutOff, "kind" | "until" | "trigger"> & { trigger: Trigger };

/** What a reminder reminds of; `plannedFor`: the instant its trigger means now. */
export const subjectOf = (
  { id, trigger }: Reminder,
  { due, deadline, occurrence }: Task,
  plannedFor: string | null,
): Subject => ({
  reminderId: id,
  plannedFor,
  occurrence: occurrence?.id ?? null,
  trigger,
  base: trigger.kind !== "relative" ? null : trigger.to === "due" ? due : deadline,
});

/** What was put off last for the same. */
export const putOffFor = (all: PutOff[], subject: Subject): PutOff | null =>
  all.findLast((one) => isSame(one, subject)) ?? null;

const isSame = (one: PutOff, subject: Subject): boolean =>
  one.reminderId === subject.reminderId &&
  !hasRolled(one.occurrence, subject.occurrence) &&
  (one.plannedFor === subject.plannedFor ||
    (one.trigger !== null &&
      isDeepStrictEqual(one.trigger, subject.trigger) &&
      isDeepStrictEqual(one.base, subject.base)));

/** From one occurrence to another: not when a task begins or ceases to repeat. */
export const hasRolled = (before: string | null, after: string | null): boolean =>
  before !== null && after !== null && before !== after;

/** With a snooze in the place of what was put off for the same; also when it is as it was but counts from another instant now. */
export const snoozedUntil = (all: PutOff[], subject: Subject, until: string): PutOff[] =>
  [
    ...all.filter((one) => !isSame(one, subject)),
    { ...subject, kind: "snoozed" as const, until },
  ].slice(-remembered);

/**
 * With what the statuses wait for beyond their plan, where that is not known yet (it was stored before, or is held). `task`: as it was when the
 * statuses were settled, for they remind of its due and deadline.
 */
export const withWaiting = (all: PutOff[], statuses: ReminderStatus[], task: Task): PutOff[] => {
  const more = statuses.flatMap((status): PutOff[] => {
    const { reminderId, state, scheduledFor: until, plannedFor, occurrence } = status;
    const isHeld = state === "scheduled" && until !== plannedFor;
    if (until === null || (state !== "snoozed" && !isHeld)) return [];
    if (all.some((one) => one.reminderId === reminderId && one.until === until)) return [];
    const kind = isHeld ? "held" : "snoozed";
    const reminder = task.reminders.find(({ id }) => id === reminderId);
    const { trigger, base } = reminder ? subjectOf(reminder, task, plannedFor) : unknown;
    return [{ reminderId, kind, until, plannedFor, occurrence, trigger, base }];
  });
  return more.length === 0 ? all : [...all, ...more].slice(-remembered);
};

/** Of a reminder that is gone only the instant is known. */
const unknown = { trigger: null, base: null };

/** Without what is over once these reminders have been told. */
export const withoutTold = (all: PutOff[], told: string[], now: Date): PutOff[] => {
  const left = all.filter(
    ({ reminderId, until }) => !told.includes(reminderId) || Date.parse(until) > now.getTime(),
  );
  return left.length === all.length ? all : left;
};

/** Without what is held and waits again by itself: its status says so. */
export const withoutHeld = (all: PutOff[], statuses: ReminderStatus[]): PutOff[] => {
  const left = all.filter(
    ({ kind, reminderId, until }) =>
      kind === "snoozed" ||
      !statuses.some((one) => one.reminderId === reminderId && one.scheduledFor === until),
  );
  return left.length === all.length ? all : left;
};

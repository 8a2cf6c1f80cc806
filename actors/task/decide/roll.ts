// From one occurrence to the next, and back (semantics: Recurrence). Pure. Called by decide.ts, patch.ts and the roll-over.
import { diff, type PassedOccurrence, type TaskEventType } from "../../../domain/event.ts";
import { isOpen } from "../../../domain/is-over.ts";
import { dueAt, occurrenceAt, occurrenceId, slotInstant } from "../../../domain/occurrence.ts";
import { type At, following, onTime } from "../../../domain/following.ts";
import type { Next } from "../../../domain/recurrence.ts";
import { shiftTrigger } from "../../../domain/reminder-time.ts";
import { ok, refuse, type Result } from "../../../domain/result.ts";
import type { Task, TaskOccurrence } from "../../../domain/task.ts";
import type { When } from "../../../domain/when.ts";
import type { Decision, TaskDoc } from "../doc.ts";
import { apply } from "./apply.ts";

/** The occurrences that can be brought back. */
const remembered = 20;

type Roll = { outcome: "done" | "skipped" };

/** Fulfils or skips the occurrence a command means. One that is over already changes nothing; a task that does not recur is refused. */
export const roll = (
  doc: TaskDoc,
  { outcome, occurrence }: Roll & { occurrence: string | undefined },
  now: Date,
): Result<Decision> => {
  const { task } = doc;
  if (occurrence !== undefined && occurrence !== task.occurrence?.id) {
    const isOver = doc.past.some((one) => one.occurrence.id === occurrence);
    if (isOver) return ok({ doc, event: null, told: [] });
    return refuse("conflict", "that occurrence is not the current one of this task", {
      currentVersion: task.version,
    });
  }
  return ok(rollOn({ doc, event: null, told: [] }, doc, { outcome }, now));
};

/**
 * Goes on to the next occurrence from what was decided so far; `before` is the doc the whole change began with. `done`: when the occurrence
 * was over, where that is not now.
 */
export const rollOn = (
  { doc }: Decision,
  before: TaskDoc,
  { outcome, done }: Roll & { done?: string },
  now: Date,
): Decision => {
  const at = atOccurrence(doc.task);
  if (at === null) throw new Error("only a recurring task rolls on");
  const { occurrence } = at;
  const found = following(at, done ?? now.toISOString(), doc.owner.timeZone);
  const passed = [
    passedAt(doc, occurrence, occurrence.slot, outcome, now),
    ...found.skipped
      .filter(({ local }) => local !== occurrence.slot)
      .map(({ local }) => passedAt(doc, occurrence, local, "skipped", now)),
  ];
  return moveTo(doc, before, found, { passed, outcome }, now);
};

const moveTo = (
  doc: TaskDoc,
  before: TaskDoc,
  found: Next,
  { passed, outcome }: Roll & { passed: PassedOccurrence[] },
  now: Date,
): Decision => {
  const { task } = doc;
  const occurrence = task.occurrence as TaskOccurrence;
  const due = task.due as When;
  const past = [
    ...doc.past,
    { occurrence, due, status: task.status, reminders: task.reminders },
  ].slice(-remembered);
  if (found.next === null)
    return withEvent(apply({ ...doc, past }, { status: "done" }, now), before, {
      type: "punctual.task.completed.v1",
      passed,
    });
  const to = occurrenceAt(occurrence, found.next.local, found.position);
  const newDue = dueAt(to);
  const zone = occurrence.zone ?? doc.owner.timeZone;
  const reminders = task.reminders.map((reminder) => ({
    ...reminder,
    trigger: shiftTrigger(reminder.trigger, due, newDue, zone),
  }));
  const changed = { occurrence: to, due: newDue, status: "open" as const, reminders };
  return withEvent(apply({ ...doc, past }, changed, now), before, {
    type:
      outcome === "done"
        ? "punctual.task.occurrence-completed.v1"
        : "punctual.task.occurrence-skipped.v1",
    passed,
  });
};

/** One event for the whole change: from what the task was before all of it. */
const withEvent = (
  decision: Decision,
  before: TaskDoc,
  event: { type: TaskEventType; passed?: PassedOccurrence[]; cameBack?: string },
): Decision => {
  const task: Task = { ...decision.doc.task, version: before.task.version + 1 };
  return {
    doc: { ...decision.doc, task },
    event: { ...event, changes: diff(before.task, task) },
    told: [],
  };
};

/** The occurrence the task stands at; null when it does not recur. */
const atOccurrence = ({ occurrence, recurrence, due }: Task): At | null =>
  occurrence && recurrence && due ? { occurrence, recurrence, due } : null;

const passedAt = (
  { owner }: TaskDoc,
  { seriesId, zone }: TaskOccurrence,
  slot: string,
  outcome: "done" | "skipped",
  now: Date,
): PassedOccurrence => ({
  id: occurrenceId(seriesId, slot),
  slot,
  instant: slotInstant(slot, zone, owner.timeZone),
  outcome,
  at: now.toISOString(),
});

/** Takes back the last completion or skip: the occurrence, its due and its reminders' times are as they were. */
export const rollBack = (doc: TaskDoc, now: Date): Decision | null => {
  const last = doc.past.at(-1);
  const { task } = doc;
  if (!last || last.occurrence.seriesId !== task.occurrence?.seriesId) return null;
  const reminders = task.reminders.map(
    (reminder) => last.reminders.find(({ id }) => id === reminder.id) ?? reminder,
  );
  const { occurrence, due } = last;
  const status = last.status === "in_progress" ? "in_progress" : "open";
  const back = apply(
    { ...doc, past: doc.past.slice(0, -1) },
    { occurrence, due, status, reminders },
    now,
  );
  return withEvent(back, doc, {
    type: "punctual.task.occurrence-reopened.v1",
    cameBack: occurrence.slot,
  });
};

/**
 * When the current occurrence passes by itself: the instant of the next slot, for a task that skips what was missed; null
 * for every other task. ISO.
 */
export const rollsOverAt = ({ task, owner }: TaskDoc): string | null => {
  const waits = task.onMissed === "skip" && task.deletedAt === null;
  const at = waits && isOpen(task) ? atOccurrence(task) : null;
  return at && (following(at, onTime(at), owner.timeZone).next?.instant ?? null);
};

/** Lets a missed occurrence pass: the task goes to the latest slot that has begun. Null while none has. */
export const rollOver = (doc: TaskDoc, now: Date): Decision | null => {
  let decision: Decision | null = null;
  let current = doc;
  for (let step = 0; step < 1_000; step += 1) {
    const at = rollsOverAt(current);
    if (at === null || Date.parse(at) > now.getTime()) break;
    const from = new Date(Date.parse(at) - 1);
    const rolled: Decision = rollOn(
      { doc: current, event: null, told: [] },
      doc,
      { outcome: "skipped", done: onTime(atOccurrence(current.task) as At) },
      from,
    );
    const earlier: PassedOccurrence[] = decision?.event?.passed ?? [];
    const event = rolled.event && {
      ...rolled.event,
      passed: [...earlier, ...(rolled.event.passed ?? [])],
    };
    decision = { ...rolled, event };
    current = rolled.doc;
  }
  if (decision === null) return null;
  const updatedAt = now.toISOString();
  return { ...decision, doc: { ...decision.doc, task: { ...decision.doc.task, updatedAt } } };
};

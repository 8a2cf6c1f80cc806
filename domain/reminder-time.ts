// When a reminder is told: the instant its trigger means, and what quiet hours make of it (semantics: Reminders). Pure.
import { Temporal } from "temporal-polyfill";
import type { Trigger } from "./reminder.ts";
import type { Owner } from "./settings.ts";
import type { Task } from "./task.ts";
import { dueInstant, offsetInstant, toInstant, toLocal } from "./time.ts";
import type { When } from "./when.ts";
import { localAt } from "./zones/zoned.ts";

/** What of a task its reminders depend on. */
export type Timed = Pick<Task, "due" | "deadline" | "priority">;

/**
 * The instant a trigger means for a task of this owner; null when it is relative to a due or a deadline the task does
 * not have. A full day and a deadline mean the owner's day hour.
 */
export const plannedFor = (trigger: Trigger, task: Timed, owner: Owner): string | null => {
  if (trigger.kind === "instant") return trigger.at;
  if (trigger.kind === "wall") return dueInstant(trigger.when, owner.timeZone, owner.dayTime);
  const base: When | null = trigger.to === "due" ? task.due : deadlineOf(task);
  if (base === null) return null;
  const zone = base.kind === "fixed" ? base.zone : owner.timeZone;
  const local = base.kind === "day" ? `${base.at}T${owner.dayTime}` : base.at;
  return offsetInstant(local, zone, trigger.minutes);
};

const deadlineOf = ({ deadline }: Timed): When | null =>
  deadline === null ? null : { kind: "day", at: deadline };

/** When a notification planned for an instant is told: at once, or at the end of quiet hours unless the task is of priority 1. */
export const toldAt = (planned: string, priority: number, owner: Owner): string => {
  const quiet = owner.quietHours;
  if (quiet === null || priority === 1) return planned;
  const local = toLocal(planned, owner.timeZone);
  const time = local.slice(11);
  const overMidnight = quiet.from > quiet.to;
  const inside = overMidnight
    ? time >= quiet.from || time < quiet.to
    : time >= quiet.from && time < quiet.to;
  if (!inside) return planned;
  const endsNextDay = overMidnight && time >= quiet.from;
  const day = Temporal.PlainDate.from(local.slice(0, 10)).add({ days: endsNextDay ? 1 : 0 });
  return toInstant(`${day.toString()}T${quiet.to}`, owner.timeZone);
};

/**
 * The trigger for the next occurrence: a relative one follows by itself, an absolute one keeps its day offset and clock
 * time to the due. `zone` is the one in which an instant has its clock time.
 */
export const shiftTrigger = (trigger: Trigger, from: When, to: When, zone: string): Trigger => {
  if (trigger.kind === "relative") return trigger;
  const days = Temporal.PlainDate.from(from.at.slice(0, 10)).until(to.at.slice(0, 10)).days;
  const moved = (at: string): string => {
    const day = Temporal.PlainDate.from(at.slice(0, 10)).add({ days }).toString();
    return `${day}${at.slice(10)}`;
  };
  if (trigger.kind === "wall")
    return { kind: "wall", when: { ...trigger.when, at: moved(trigger.when.at) } };
  const local = localAt(Temporal.Instant.from(trigger.at), zone);
  return { kind: "instant", at: toInstant(moved(local.toString()), zone) };
};

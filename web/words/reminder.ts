// A reminder in words: when it is told, what became of it, and what went wrong on the way. Pure; called by the editor, the cards and the history.
import type { Alert, Channel, Trigger } from "../../domain/reminder.ts";
import type { DeliveryDoc, ReminderDoc } from "../api/reminders.ts";
import { localDue, nowIn } from "../time/due.ts";
import { sayDue, sayIn, sayInstant, sayLength, sayTime } from "../time/say.ts";
import { wallClock } from "../time/zone.ts";
import type { Reader } from "./reader.ts";
import { inside } from "./sentence.ts";

const units: [minutes: number, one: string, many: string][] = [
  [7 * 24 * 60, "week", "weeks"],
  [24 * 60, "day", "days"],
  [60, "hour", "hours"],
  [1, "min", "min"],
];

/** `30 min`, `2 hours`, `1 day`: the largest unit that fits without a rest. */
export const sayMinutes = (minutes: number): string => {
  const [size, one, many] = units.find(([length]) => minutes % length === 0) ?? [1, "min", "min"];
  const count = minutes / size;
  return `${count} ${count === 1 ? one : many}`;
};

/** When a reminder is told: `when it is due`, `30 min before`, `Fri 27 Nov 14:00`. `planned` is the instant the server means by it. */
export const sayTrigger = (
  trigger: Trigger,
  { zone, locale, at }: Reader,
  planned: string | null = null,
): string => {
  if (trigger.kind === "instant") return sayInstant(trigger.at, at, zone, locale);
  if (trigger.kind === "wall" && planned !== null) return sayInstant(planned, at, zone, locale);
  if (trigger.kind === "wall") return sayDue(localDue(trigger.when, zone), nowIn(zone, at), locale);
  const { to, minutes } = trigger;
  const edge = to === "deadline" ? " the deadline" : "";
  if (minutes === 0) return to === "due" ? "when it is due" : "on the deadline";
  return `${sayMinutes(Math.abs(minutes))} ${minutes < 0 ? "before" : "after"}${edge}`;
};

/** True for one at a moment of its own that has come. One before a due moves with the due, and a day has all day. */
export const isPast = (trigger: Trigger, at: Date, zone: string): boolean => {
  if (trigger.kind === "instant") return Date.parse(trigger.at) <= at.getTime();
  if (trigger.kind === "relative" || trigger.when.kind === "day") return false;
  const { day, time } = localDue(trigger.when, zone);
  return `${day}T${time}` <= wallClock(at, zone);
};

/** From here on a notification says that it was late, ms (domain/reminder.ts). */
const lateMs = 60_000;

/** `late by 3 min`, or null for one that was on time. */
export const sayLate = (lateByMs: number | null): string | null =>
  lateByMs === null || lateByMs < lateMs ? null : `late by ${sayLength(lateByMs)}`;

/** When a card was due: `Due 9:00`, with its day unless that is today. */
export const sayAlertTime = (alert: Alert, { zone, locale, at }: Reader): string => {
  const instant = alert.scheduledFor ?? alert.firedAt ?? at.toISOString();
  const wall = wallClock(new Date(instant), zone);
  return wall.slice(0, 10) === wallClock(at, zone).slice(0, 10)
    ? sayTime(wall.slice(11), locale)
    : sayInstant(instant, at, zone, locale);
};

const sayInside = (instant: string, { zone, locale, at }: Reader): string =>
  inside(sayInstant(instant, at, zone, locale));

const told = ({ firedAt, scheduledFor, lateByMs }: ReminderDoc, reader: Reader): string => {
  const instant = firedAt ?? scheduledFor;
  const time = instant === null ? "" : ` ${sayInside(instant, reader)}`;
  return [`reminded${time}`, sayLate(lateByMs)].filter((part) => part !== null).join(", ");
};

/** What became of a reminder: `in 2 h`, `reminded today 9:00, late by 3 min`, `snoozed until today 14:00`. */
export const sayState = (doc: ReminderDoc, reader: Reader): string => {
  const until = doc.scheduledFor;
  const said: Record<ReminderDoc["state"], () => string> = {
    scheduled: () => (until === null ? "" : (sayIn(until, reader.at) ?? "now")),
    snoozed: () => (until === null ? "snoozed" : `snoozed until ${sayInside(until, reader)}`),
    fired: () => told(doc, reader),
    acknowledged: () => (doc.firedAt === null ? "seen" : `${told(doc, reader)}, seen`),
    missed: () => "missed by more than 12 hours",
    cancelled: () => "no reminder: the task was over",
    passed: () => "no reminder: its time had passed",
    idle: () => "waits for a date",
  };
  return said[doc.state]();
};

const channels: Record<Channel | "in_app", string> = {
  in_app: "on your devices",
  email: "by e-mail",
  push: "by push",
  webhook: "by webhook",
};

/** `by e-mail`. */
export const sayChannel = (channel: Channel | "in_app"): string => channels[channel];

/** What went wrong on the way, a sentence a channel: `by e-mail: not delivered (the address was refused)`. */
export const sayFailures = (deliveries: readonly DeliveryDoc[], reader: Reader): string[] =>
  deliveries.flatMap(({ channel, state, reason, nextAttemptAt }) => {
    if (state === "accepted" || (state === "pending" && !reason)) return [];
    const why = reason ? ` (${reason})` : "";
    const again =
      state === "pending" && nextAttemptAt ? (sayIn(nextAttemptAt, reader.at) ?? "now") : null;
    return [
      state === "failed"
        ? `${sayChannel(channel)}: not delivered${why}`
        : `${sayChannel(channel)}: not delivered yet${why}${again === null ? "" : `, again ${again}`}`,
    ];
  });

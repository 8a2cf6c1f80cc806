// A reminder in words: when it is told, what became of it, and what went wrong on the way. Pure; called by the editor, the cards and the history.
import type { Alert, Channel, Trigger } from "../../domain/reminder.ts";
import type { DeliveryDoc, ReminderDoc } from "../api/reminders.ts";
import { localDue, nowIn } from "../time/due.ts";
import { sayDue, sayIn, sayInstant, sayLength, sayTime } from "../time/say.ts";
import { wallClock } from "../time/zone.ts";
import type { Reader } from "../words/reader.ts";
import { inside } from "../words/sentence.ts";
import { alertsWords } from "../words/alerts.ts";
import { timeWords } from "../words/time.ts";

const units = [
  [7 * 24 * 60, "weeks"],
  [24 * 60, "days"],
  [60, "hours"],
  [1, "minutes"],
] as const;

/** `30 min`, `2 hours`, `1 day`: the largest unit that fits without a rest. */
export const sayMinutes = (minutes: number): string => {
  const [size, unit] = units.find(([length]) => minutes % length === 0) ?? [1, "minutes"];
  return timeWords.lengths[unit](minutes / size);
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
  const { whenDue, onDeadline, before, after, beforeDeadline, afterDeadline } = alertsWords;
  if (minutes === 0) return to === "due" ? whenDue : onDeadline;
  const length = sayMinutes(Math.abs(minutes));
  if (to === "deadline") return minutes < 0 ? beforeDeadline(length) : afterDeadline(length);
  return minutes < 0 ? before(length) : after(length);
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
  lateByMs === null || lateByMs < lateMs ? null : alertsWords.late(sayLength(lateByMs));

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
  const words =
    instant === null ? alertsWords.told : alertsWords.toldAt(sayInside(instant, reader));
  return [words, sayLate(lateByMs)].filter((part) => part !== null).join(", ");
};

/** What became of a reminder: `in 2 h`, `reminded today 9:00, late by 3 min`, `snoozed until today 14:00`. */
export const sayState = (doc: ReminderDoc, reader: Reader): string => {
  const until = doc.scheduledFor;
  const words = alertsWords;
  const said: Record<ReminderDoc["state"], () => string> = {
    scheduled: () => (until === null ? "" : (sayIn(until, reader.at) ?? timeWords.now)),
    snoozed: () => (until === null ? words.snoozed : words.snoozedUntil(sayInside(until, reader))),
    fired: () => told(doc, reader),
    acknowledged: () => (doc.firedAt === null ? words.seen : `${told(doc, reader)}, ${words.seen}`),
    missed: () => words.missed,
    cancelled: () => words.cancelled,
    passed: () => words.passed,
    idle: () => words.idle,
  };
  return said[doc.state]();
};

/** `by e-mail`. */
export const sayChannel = (channel: Channel | "in_app"): string => alertsWords.channels[channel];

/** What went wrong on the way, a sentence a channel: `by e-mail: not delivered (the address was refused)`. */
export const sayFailures = (deliveries: readonly DeliveryDoc[], reader: Reader): string[] =>
  deliveries.flatMap(({ channel, state, reason, nextAttemptAt }) => {
    if (state === "accepted" || (state === "pending" && !reason)) return [];
    const why = reason ? ` (${reason})` : "";
    const again =
      state === "pending" && nextAttemptAt
        ? (sayIn(nextAttemptAt, reader.at) ?? timeWords.now)
        : null;
    const by = sayChannel(channel);
    if (state === "failed") return [alertsWords.failed(by, why)];
    return [
      again === null ? alertsWords.pending(by, why) : alertsWords.pendingUntil(by, why, again),
    ];
  });

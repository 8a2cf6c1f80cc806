// From the finds to one due: which day and which time are meant, and what they make together. Called by find-tokens.ts.
import { Temporal } from "temporal-polyfill";
import { dueAtInstant } from "../../moment.ts";
import type { When } from "../../when.ts";
import { atClock, type Clock, clockAt, type DayPart, onDay, type PlainDate } from "../clock.ts";
import { areAdjacent, type Span, take } from "../token.ts";
import { findCalendarDates, findDotted } from "./calendar-dates.ts";
import { findTimes } from "./clock-times.ts";
import { findParts } from "./day-parts.ts";
import { findNamedDays } from "./find-days.ts";
import type { DayHit, MomentHit, PartHit, TimeHit } from "./hit.ts";
import { findIso } from "./iso.ts";
import { findMonthDays } from "./month-words.ts";
import { findMonthPlaces } from "./month-places.ts";
import { findRelative } from "./relative.ts";

/**
 * A due, the stretches of text that say it, and how long it lasts when a range of times says so. `instant` (ISO, with
 * milliseconds) where an instant was said and no wall clock.
 */
export type FoundDue = {
  value: When;
  spans: Span[];
  minutes: number | null;
  hasDay: boolean;
  instant?: string;
  /** The clock time may be in either half of the day ("at 7:30"). */
  isOpen?: boolean;
};

type Finds = { days: DayHit[]; times: TimeHit[]; parts: PartHit[]; moments: MomentHit[] };

/**
 * The due that a text names, null when it names none. Bare times resolve forward: a time that is past today is
 * tomorrow's. `isPhrase` says that the text is nothing but a date, so that "12/1" or "sat" need no company; `part` which
 * part of the day is known to be meant ("every evening at 7").
 */
export const findDue = (
  text: string,
  clock: Clock,
  { isPhrase = false, part: known = null }: { isPhrase?: boolean; part?: DayPart | null } = {},
): FoundDue | null => {
  const finds = findAll(text, clock, isPhrase);
  const moment = finds.moments.at(-1);
  if (moment) return { ...meantBy(moment, clock), spans: [moment], minutes: null, hasDay: true };
  const day = joined(text, chooseDay(finds.days), finds.days);
  const time = chooseBeside(text, finds.times, day);
  const part = chooseBeside(text, finds.parts, time ?? day);
  if (!day && !time && !part) return null;
  const isBeside = (hit: Span): boolean => day !== null && areAdjacent(text, hit, day);
  // "parents evening thurs 6pm": before a day that has a time already it is part of a name.
  const isOfName = (one: PartHit): boolean =>
    time !== null && !time.bare && day !== null && one.end <= day.start && one.start > 0;
  const parts = part
    ? finds.parts.filter((one) => (one === part || isBeside(one)) && !isOfName(one))
    : [];
  const spans = [...(day?.spans ?? []), ...(time ? [time] : []), ...parts];
  const at = time ? { ...time, time: timeMeant(time, part?.part ?? known, text) } : null;
  return {
    value: combine(day?.day ?? null, at, part, clock),
    spans,
    minutes: time?.minutes ?? null,
    hasDay: day !== null || part?.isToday === true,
    ...(time?.bare === true && part === null && { isOpen: true }),
  };
};

/** Runs the rules from the surest to the loosest; what one has found, the next no longer sees. */
const findAll = (text: string, clock: Clock, isPhrase: boolean): Finds => {
  const finds: Finds = { days: [], times: [], parts: [], moments: [] };
  let left = text;
  const rules = [
    () => findRelative(left, clock),
    () => findIso(left),
    () => findMonthPlaces(left, clock),
    () => findTimes(left),
    () => findDotted(left, clock),
    () => findCalendarDates(left, clock, isPhrase),
    () => findMonthDays(left, clock, isPhrase),
    () => findNamedDays(left, clock, isPhrase),
    () => findParts(left, finds.days),
  ];
  for (const rule of rules) {
    for (const hit of rule()) {
      if (left.slice(hit.start, hit.end).includes("\uFFFC")) continue;
      if (hit.kind === "day") finds.days.push(hit);
      if (hit.kind === "time") finds.times.push(hit);
      if (hit.kind === "part") finds.parts.push(hit);
      if (hit.kind === "moment") finds.moments.push(hit);
      left = take(left, hit);
    }
  }
  return finds;
};

/** Of several days the one with a small word before it ("by friday"), else the last. */
const chooseDay = (days: DayHit[]): DayHit | null => {
  const sorted = days.toSorted((a, b) => a.start - b.start);
  return sorted.findLast((day) => day.lead !== "") ?? sorted.at(-1) ?? null;
};

type ChosenDay = Span & { day: PlainDate; spans: Span[] };

/** "friday 27 november", "end of day friday": of two days side by side one says when. "the 1st and the 15th" are two. */
const joined = (text: string, chosen: DayHit | null, days: DayHit[]): ChosenDay | null => {
  if (!chosen) return null;
  const looseness = (day: DayHit): number => day.loose ?? 0;
  const beside = days.find(
    (day) => looseness(day) !== looseness(chosen) && areAdjacent(text, day, chosen),
  );
  if (!beside) return { ...chosen, spans: [chosen] };
  const { day } = looseness(beside) < looseness(chosen) ? beside : chosen;
  const start = Math.min(chosen.start, beside.start);
  return { start, end: Math.max(chosen.end, beside.end), day, spans: [chosen, beside] };
};

/** Of several finds the one beside `anchor`, else the last. */
const chooseBeside = <T extends Span>(text: string, finds: T[], anchor: Span | null): T | null => {
  const sorted = finds.toSorted((a, b) => a.start - b.start);
  const beside = anchor && sorted.find((hit) => areAdjacent(text, hit, anchor));
  return beside ?? sorted.at(-1) ?? null;
};

const combine = (
  day: PlainDate | null,
  time: TimeHit | null,
  part: PartHit | null,
  clock: Clock,
): When => {
  if (time?.zone !== undefined) return inZone(day, time.time, time.zone, clock);
  const base = day ?? (part?.isToday ? clock.today : null);
  const at = time ? time.time : part ? clock.dayParts[part.part] : null;
  if (at === null) return onDay(base ?? clock.today);
  if (base && time && Temporal.PlainDate.compare(base, clock.today) === 0)
    return atClock(stillToday(base.toPlainDateTime(at), time, part, clock));
  if (base) return part?.isToday && !time ? todayAt(at, clock) : atClock(base.toPlainDateTime(at));
  return atClock(forward(at, clock));
};

const early = /(?<!\p{L})(?:wake|waking|get(?:ting)? up|alarm|breakfast|sunrise|dawn)(?!\p{L})/iu;
const late =
  /(?<!\p{L})(?:dinner|supper|party|drinks|movie|film|cinema|concert|theatre|theater|pub|sunset|bedtime|bed)(?!\p{L})/iu;

/** "at 9 tonight" and "dinner at 8" are in the evening, "at 6 in the morning" and "wake up at 6" are not. */
const timeMeant = (time: TimeHit, part: DayPart | null, text: string): Temporal.PlainTime => {
  if (!time.bare) return time.time;
  const hour = time.time.hour % 12;
  if (part) return time.time.with({ hour: part === "morning" ? hour : hour + 12 });
  if (hour === 0) return time.time;
  if (early.test(text)) return time.time.with({ hour });
  return late.test(text) ? time.time.with({ hour: hour + 12 }) : time.time;
};

/** The next time the clock shows `at`: today, or tomorrow when that is past. */
const forward = (at: Temporal.PlainTime, { now, today }: Clock): Temporal.PlainDateTime => {
  const same = today.toPlainDateTime(at);
  return Temporal.PlainDateTime.compare(same, now) > 0 ? same : same.add({ days: 1 });
};

/** "tonight at 1am" is in the night that follows; "today at 8:30" said at three is in the evening. */
const stillToday = (
  at: Temporal.PlainDateTime,
  { bare }: TimeHit,
  part: PartHit | null,
  { now }: Clock,
): Temporal.PlainDateTime => {
  if (Temporal.PlainDateTime.compare(at, now) >= 0) return at;
  const isNight = part?.isToday === true && /night/u.test(part.part) && at.hour < 6;
  if (isNight) return at.add({ days: 1 });
  const later = at.add({ hours: 12 });
  const isOpenStill = bare && part === null && at.hour < 12;
  return isOpenStill && Temporal.PlainDateTime.compare(later, now) > 0 ? later : at;
};

/** "tonight" said late is the night, and "this morning" said at noon just today: never a time that is past. */
const todayAt = (at: Temporal.PlainTime, { now, today, dayParts }: Clock): When => {
  const candidates = at.hour >= 18 ? [at, dayParts.night] : [at];
  const next = candidates.find((time) => Temporal.PlainTime.compare(time, now.toPlainTime()) > 0);
  return next ? atClock(today.toPlainDateTime(next)) : onDay(today);
};

const inZone = (
  day: PlainDate | null,
  time: Temporal.PlainTime,
  zone: string,
  clock: Clock,
): When => {
  const there = clockAt({ now: clock.instant.toString(), zone });
  const at = day ? day.toPlainDateTime(time) : forward(time, there);
  return fixedAt(at, zone);
};

const fixedAt = (at: Temporal.PlainDateTime, zone: string): When => ({
  kind: "fixed",
  at: at.toString({ smallestUnit: at.second === 0 ? "minute" : "second" }),
  zone,
});

const meantBy = (hit: MomentHit, clock: Clock): Pick<FoundDue, "value" | "instant"> => {
  if (!("instant" in hit))
    return { value: hit.zone === undefined ? atClock(hit.at) : fixedAt(hit.at, hit.zone) };
  const instant = hit.instant.toString({ smallestUnit: "millisecond" });
  return { value: dueAtInstant(instant, clock.zone), instant };
};

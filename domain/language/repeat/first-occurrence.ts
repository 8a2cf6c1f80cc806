// From what was said of a repetition to the stored rule and its first date. Called by find-tokens.ts and read-repeat.ts.
import { Temporal } from "temporal-polyfill";
import { expand, parseRecurrence, type Recurrence } from "../../recurrence.ts";
import { fullMinute } from "../../moment.ts";
import { toInstant } from "../../time.ts";
import type { When } from "../../when.ts";
import { localAt } from "../../zones/zoned.ts";
import { type Clock, dayOf, type PlainDate } from "../clock.ts";
import type { FoundDue } from "../dates/find-due.ts";
import { type Draft, lastDay, namesDays, ruleText } from "./draft.ts";

/** A repetition with its first date, which is the due of the task. */
export type Repeating = { recurrence: Recurrence; due: When };

type Said = Pick<FoundDue, "value" | "hasDay" | "minutes"> | null;

/**
 * The first date on or after now, or on or after the day that was named: the day of a rule with days is looked for, any
 * other rule begins at once (an hourly one after its first interval). Null when the rule has no such date.
 */
export const firstOccurrence = (draft: Draft, said: Said, clock: Clock): Repeating | null => {
  const from = startOf(draft, said, clock);
  if (draft.freq === "HOURLY" && said?.minutes != null) return null; // "every hour from 9 to 5" is no rule
  const at = from && searched(draft, from, clock);
  if (!from || at === null) return null;
  const due: When = !at.includes("T")
    ? { kind: "day", at }
    : from.zone === null
      ? { kind: "floating", at }
      : { kind: "fixed", at, zone: from.zone };
  const rule = ruleText(ended(draft, dayOf(due)), clock.weekStart);
  const { anchor } = draft;
  const parsed = parseRecurrence(
    { rrule: rule, anchor },
    { start: at, zone: from.zone ?? clock.zone },
  );
  return parsed.ok ? { recurrence: parsed.value, due } : null;
};

/** Where the search begins. `isNamed`: the day was named, so it does not matter whether its time is past. */
type Start = { day: PlainDate; time: string | null; zone: string | null; isNamed: boolean };

const startOf = (draft: Draft, said: Said, clock: Clock): Start | null => {
  // "starting in 90 seconds": the dates of a rule are to the minute.
  const [value, begin] = [said?.value, draft.start?.due].map((when) => when && fullMinute(when));
  const timed = [value, begin].find((when) => when && when.kind !== "day");
  const part = draft.part === null ? null : clock.dayParts[draft.part].toString().slice(0, 5);
  const named = (draft.start?.hasDay ? begin : said?.hasDay ? value : null) ?? null;
  const zone = timed?.kind === "fixed" ? timed.zone : null;
  const today = zone === null ? clock.today : localAt(clock.instant, zone).toPlainDate();
  return {
    day: named ? dayOf(named) : today,
    time: timed?.at.slice(11) ?? part,
    zone,
    isNamed: named !== null,
  };
};

/** The first date as a day or a wall clock. */
const searched = (draft: Draft, from: Start, clock: Clock): string | null => {
  const { day, time, isNamed } = from;
  const zone = from.zone ?? clock.zone;
  if (draft.freq === "HOURLY" && time === null)
    return isNamed ? localOn(day, "00:00") : hoursAhead(draft, clock);
  const start = localOn(day, time);
  if (namesDays(draft)) return firstOnDays(draft, { ...from, start, zone }, clock);
  const isFirst = isNamed || time === null || isAhead(start, zone, clock);
  return isFirst ? start : localOn(day.add({ days: 1 }), time);
};

const localOn = (day: PlainDate, time: string | null): string =>
  time === null ? day.toString() : `${day.toString()}T${time}`;

/** Which of the days comes first has nothing to do with the interval: the rhythm counts from it. */
const firstOnDays = (
  draft: Draft,
  { time, isNamed, start, zone }: Start & { start: string; zone: string },
  clock: Clock,
): string | null => {
  const rrule = ruleText({ ...draft, interval: 1, count: null, until: null, lasting: null }, 1);
  const justBefore = clock.instant.subtract({ milliseconds: 1 }).toString();
  const after = time === null || isNamed ? {} : { after: justBefore };
  if (!parseRecurrence({ rrule }).ok) return null;
  return expand({ rrule, start, zone, limit: 1, overflow: "clamp", ...after })[0]?.local ?? null;
};

const isAhead = (local: string, zone: string, clock: Clock): boolean =>
  Temporal.Instant.compare(toInstant(local, zone), clock.instant) >= 0;

const hoursAhead = ({ interval }: Draft, { instant, zone }: Clock): string =>
  localAt(instant.add({ hours: interval }), zone).toString({ smallestUnit: "minute" });

/** "for 3 weeks" counts from the first date; a day that was named as the end is included. */
const ended = (draft: Draft, first: PlainDate): Draft =>
  draft.lasting === null || draft.until !== null
    ? draft
    : { ...draft, until: lastDay(first, draft.lasting).toString() };

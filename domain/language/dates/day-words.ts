// Days by name: today, tomorrow, friday, next week, end of the month. Called by find-days.ts, relative.ts and the rules of repetition.
import { type Clock, endOfMonth, nextWeekday, type PlainDate, startOfWeek } from "../clock.ts";

const tomorrow =
  "tomorrow|tommorow|tommorrow|tomorow|tomorro|tomorrrow|tomorroww|tomrrow|tommorw|tomorrw|tmrw|tmr|tmw|tmrow|2moro|2morrow|2mrw|2morow|tomoz|tomoro";
const weekdays: [RegExp, number][] = [
  [/^mon/, 1],
  [/^tu/, 2],
  [/^we/, 3],
  [/^th/, 4],
  [/^fr/, 5],
  [/^sa/, 6],
  [/^su/, 7],
];
/** Weekdays no one can take for another word. */
export const weekdayNames =
  "monday|tuesday|tusday|teusday|wednesday|wensday|wednsday|wendesday|thursday|thurday|thrusday|friday|firday|saturday|satuday|saterday|sunday";
/** Short weekdays that are no other word. */
export const clearShort = "tues?|thurs?|thu|fri|mon";
/** Short weekdays that are words of their own: they need company. */
export const unclearShort = "sat|sun|wed|weds";
export const anyWeekday = `(?:${weekdayNames}|${clearShort}|${unclearShort})`;

const span = "(?:week|weekend|month|quarter|year)";
const modifier = "(?:this\\s+coming|this|next|coming|the\\s+coming|upcoming|the\\s+following)";

/** Everything `readDay` reads. */
export const dayPattern = [
  `(?:the\\s+)?day\\s+after\\s+(?:${tomorrow})`,
  "overmorrow",
  "later\\s+today|today|2day",
  tomorrow,
  `${anyWeekday}\\s+(?:of\\s+)?next\\s+week`,
  `next\\s+week,?\\s+(?:on\\s+)?${anyWeekday}`,
  `this\\s+week,?\\s+(?:on\\s+)?${anyWeekday}`,
  "the\\s+(?:week|month)\\s+after\\s+next",
  `${anyWeekday}\\s+after\\s+next`,
  `(?:${modifier}\\s+)?${anyWeekday}(?:\\s+week)?`,
  `(?:the\\s+)?(?:end|middle|mid|start|beginning|early)[\\s-]+(?:of\\s+)?(?:(?:this|next|the)\\s+)?${span}`,
  "(?:eo[dwmqyb]|cob|close\\s+of\\s+(?:business|play))",
  "(?:the\\s+)?(?:end\\s+of|later)\\s+(?:the\\s+|this\\s+)?day",
  `(?:this|next|the\\s+following)\\s+${span}`,
  "(?:the\\s+)?weekend",
].join("|");

/** The day that words matched by `dayPattern` mean; null when they mean none. */
export const readDay = (words: string, clock: Clock): PlainDate | null => {
  const said = words
    .toLowerCase()
    .replaceAll(/[\s-]+/g, " ")
    .replace(/^the /, "");
  const { today } = clock;
  if (said.startsWith("day after") || said === "overmorrow") return today.add({ days: 2 });
  if (/today|2day|^eo[db]|^cob|^close | day$/.test(said)) return today;
  if (new RegExp(`^(?:${tomorrow})$`).test(said)) return today.add({ days: 1 });
  if (/^eo[wmqy]$/.test(said)) return edge("end", "this", periods[said[2] ?? ""] ?? "week", clock);
  if (said.endsWith("after next") && /^(?:week|month)/.test(said)) {
    const period = said.startsWith("week") ? "week" : "month";
    return firstOf(period, true, clock).add(period === "week" ? { weeks: 1 } : { months: 1 });
  }
  const period = /(week|weekend|month|quarter|year)$/.exec(said)?.[1];
  const edgeWord = /^(end|mid|start|beginning|early)/.exec(said)?.[1];
  if (edgeWord && period)
    return edge(edgeWord, said.includes("next") ? "next" : "this", period, clock);
  return readWeekday(said, clock) ?? (period ? readPeriod(said, period, clock) : null);
};

const periods: Record<string, string> = { w: "week", m: "month", q: "quarter", y: "year" };

/** The ISO weekday a word names, null when it names none. */
export const weekdayOf = (word: string): number | null =>
  weekdays.find(([rule]) => rule.test(word.toLowerCase()))?.[1] ?? null;

const weekdayRule = new RegExp(`(?:^| )(${anyWeekday})(?: |$)`);

/** A weekday is the next one after today; "this" may be today, "next" is the one in next week. */
const readWeekday = (said: string, clock: Clock): PlainDate | null => {
  const word = weekdayRule.exec(said)?.[1];
  const weekday = word === undefined ? null : weekdayOf(word);
  if (weekday === null) return null;
  const upcoming = nextWeekday(clock.today, weekday);
  if (/after next$| week$/.test(said) && !said.endsWith("next week"))
    return upcoming.add({ days: 7 });
  if (said.startsWith("this ") && !/coming/.test(said))
    return nextWeekday(clock.today.subtract({ days: 1 }), weekday);
  if (!/next |following /.test(said)) return upcoming;
  const monday = startOfWeek(clock.today, clock.weekStart).add({ days: 7 });
  return nextWeekday(monday.subtract({ days: 1 }), weekday);
};

/** "next week" is its first day, "this week" its last; a weekend is its Saturday. */
const readPeriod = (said: string, period: string, clock: Clock): PlainDate =>
  period === "weekend"
    ? weekend(/next|following/.test(said), clock)
    : edge(/next|following/.test(said) ? "start" : "end", said, period, clock);

const weekend = (isNext: boolean, { today, weekStart }: Clock): PlainDate => {
  const monday = startOfWeek(today, 1);
  if (isNext) return nextWeekday(startOfWeek(today, weekStart).add({ days: 6 }), 6);
  return today.dayOfWeek === 7 ? today : monday.add({ days: 5 });
};

const edge = (which: string, said: string, period: string, clock: Clock): PlainDate => {
  const isNext = /next|following/.test(said);
  const found = edgeOf(which, period, firstOf(period, isNext, clock));
  if (found.until(clock.today).days <= 0) return found;
  return edgeOf(which, period, firstOf(period, true, clock)); // this week's middle is over: the next one is meant
};

const edgeOf = (which: string, period: string, first: PlainDate): PlainDate => {
  if (which === "end") return lastOf(period, first);
  if (!which.startsWith("mid")) return first;
  if (period === "year") return first.with({ month: 7 });
  return first.add({ days: period === "week" ? 2 : 14 });
};

const firstOf = (period: string, isNext: boolean, { today, weekStart }: Clock): PlainDate => {
  const step = isNext ? 1 : 0;
  if (period === "week") return startOfWeek(today, weekStart).add({ weeks: step });
  if (period === "weekend") return startOfWeek(today, 1).add({ days: 5, weeks: step });
  if (period === "month") return today.with({ day: 1 }).add({ months: step });
  if (period === "year") return today.with({ month: 1, day: 1 }).add({ years: step });
  const quarter = Math.floor((today.month - 1) / 3) * 3 + 1;
  return today.with({ month: quarter, day: 1 }).add({ months: 3 * step });
};

const lastOf = (period: string, first: PlainDate): PlainDate => {
  if (period === "week") return first.add({ days: 6 });
  if (period === "weekend") return first.add({ days: 1 });
  if (period === "month") return endOfMonth(first);
  if (period === "year") return first.with({ month: 12, day: 31 });
  return endOfMonth(first.add({ months: 2 }));
};

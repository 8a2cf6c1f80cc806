// A recurrence in words. Called by replies, lists and the page.
import { dayOf } from "./calendar.ts";
import { ruleOf } from "./expand.ts";
import type { Recurrence } from "./recurrence.ts";
import type { Point, Rule, WeekdayPart } from "./rule.ts";
import { clockText, dayText, joined, monthText, nth, placeText, weekdaysText } from "./words.ts";
import { weekdayText } from "./words.ts";
import { writeWall } from "./calendar.ts";

/**
 * "every last workday at 9:00", "every 3 months after completion". The words are English; `locale` decides how the clock
 * is written (`en-US`: 9:00 AM). `start`, the first due (a day or a wall clock), gives the time of day. Throws a
 * RangeError for a rule that would be refused.
 */
export const describe = (recurrence: Recurrence, locale: string, start?: string): string => {
  const rule = ruleOf(recurrence.rrule);
  const time = start?.includes("T") && rule.freq !== "HOURLY" ? timeText(start, locale) : null;
  const isStrict = recurrence.overflow === "skip" && rule.monthDays.some((day) => day > 28);
  const phrases = [
    coreText(rule),
    recurrence.anchor === "completion" ? "after completion" : null,
    time === null ? null : `at ${time}`,
    isStrict ? "(only in months that have that day)" : null,
  ];
  const core = phrases.filter((phrase) => phrase !== null).join(" ");
  return [core, ...endTexts(rule)].join(", ");
};

const units = { HOURLY: "hour", DAILY: "day", WEEKLY: "week", MONTHLY: "month", YEARLY: "year" };

const coreText = (rule: Rule): string => {
  const unit = units[rule.freq];
  const head = rule.interval === 1 ? `every ${unit}` : `every ${rule.interval} ${unit}s`;
  const [month] = rule.months;
  if (rule.freq === "YEARLY" && month !== undefined && rule.months.length === 1) {
    const dates = rule.monthDays.filter((day) => day > 0);
    if (dates.length > 0 && dates.length === rule.monthDays.length && rule.weekdays.length === 0)
      return `${head} on ${placed(rule, joined(dates.map(String), "and"))} ${monthText(month)}`;
  }
  const inMonths =
    rule.months.length === 0 ? "" : ` in ${joined(rule.months.map(monthText), "and")}`;
  const days = daysText(rule);
  if (days === null) return head + inMonths;
  const isEach = rule.interval === 1 && rule.freq !== "HOURLY" && rule.monthDays.length === 0;
  const isPlain = rule.positions.length === 0 && rule.weekdays.every((part) => part.ordinal === 0);
  if (isEach && (isPlain || rule.freq === "MONTHLY")) return `every ${days}${inMonths}`;
  return `${head} on ${isPlain && rule.monthDays.length === 0 ? "" : "the "}${days}${inMonths}`;
};

/** "Monday and Friday", "last workday", "1st and last day", "13th if it is a Friday"; null when the rule names no days. */
const daysText = (rule: Rule): string | null => {
  const { monthDays, weekdays, positions } = rule;
  if (monthDays.length === 0 && weekdays.length === 0) return null;
  const by = positions.length > 0 ? "or" : "and";
  if (monthDays.length === 0) return placed(rule, weekdayPhrase(weekdays, by));
  const numbers = monthDays.filter((day) => day > 0).map(nth);
  const fromEnd = monthDays
    .filter((day) => day < 0)
    .toSorted((a, b) => a - b)
    .map((day) => (day === -1 ? "last day" : `${nth(-day)} last day`));
  const days = joined([...numbers, ...fromEnd], by);
  if (weekdays.length === 0) return placed(rule, days);
  return placed(rule, `${days} if it is a ${weekdayPhrase(weekdays, "or")}`);
};

/** With BYSETPOS: "last workday", "first or last of the 1st or 15th". */
const placed = ({ positions, monthDays }: Rule, days: string): string => {
  if (positions.length === 0) return days;
  const ascending = [...positions].toSorted((a, b) => Number(a < 0) - Number(b < 0) || a - b);
  const places = joined(ascending.map(placeText), "and");
  return monthDays.length === 0 ? `${places} ${days}` : `${places} of the ${days}`;
};

const weekdayPhrase = (parts: WeekdayPart[], by: "and" | "or"): string => {
  const each = parts.filter((part) => part.ordinal === 0);
  const counted = parts
    .filter((part) => part.ordinal !== 0)
    .toSorted((a, b) => Number(a.ordinal < 0) - Number(b.ordinal < 0) || a.ordinal - b.ordinal)
    .map((part) => `${placeText(part.ordinal)} ${weekdayText(part.weekday)}`);
  return joined([...(each.length === 0 ? [] : [weekdaysText(each, by)]), ...counted], by);
};

/** How it ends and what is left out. */
const endTexts = ({ count, until, exceptions }: Rule): string[] => {
  const texts: string[] = [];
  if (count !== null) texts.push(count === 1 ? "once" : `${count} times`);
  if (until !== null) texts.push(`until ${pointText(until)}`);
  const [first] = exceptions;
  if (first !== undefined)
    texts.push(
      exceptions.length === 1
        ? `except on ${pointText(first)}`
        : `except on ${exceptions.length} dates`,
    );
  return texts;
};

/** "24 December 2026", with the time where the point has one. */
const pointText = (point: Point): string => {
  const minutes = point.kind === "instant" ? Math.floor(point.ms / 60_000) : point.minutes;
  const day = dayText(dayOf(minutes));
  if (point.kind === "day") return day;
  const time = clockText(writeWall({ minutes, timed: true }));
  return `${day} ${time}${point.kind === "instant" ? " UTC" : ""}`;
};

/** Regions that write English with a twelve-hour clock. Plain "en" does not. */
const twelveHours = /^en-(?:US|CA|AU|NZ|IN|PH|PK|MY|SG|HK)$/i;

const timeText = (start: string, locale: string): string => {
  const hour = Number(start.slice(11, 13));
  const minute = start.slice(14, 16);
  if (!twelveHours.test(locale)) return `${hour}:${minute}`;
  return `${hour % 12 === 0 ? 12 : hour % 12}:${minute} ${hour < 12 ? "AM" : "PM"}`;
};

// When a reminder is told, in words: "in 5 minutes", "tomorrow at 9", "an hour before it's due". Used by quick add and the chat.
import type { Trigger } from "../../reminder.ts";
import type { When } from "../../when.ts";
import { amountPattern, exactPattern, readAmount, secondsIn } from "../amounts.ts";
import { type Clock, type DayPart, dayOf } from "../clock.ts";
import { readWhen, withoutEnd } from "../read-when.ts";
import type { Temporal } from "temporal-polyfill";

const before = "before(?:hand)?|earlier|early|prior|ahead|in\\s+advance";
const event =
  "(?:\\s+(?:of|to|than))?(?:\\s+(?:it(?:['’]?s|\\s+is)?|that|this|the\\s+task|then))?(?:\\s+(?:is|starts?|begins?|happens))?(?:\\s+(?:due|the\\s+due(?:\\s+(?:date|time))?|its\\s+due(?:\\s+(?:date|time))?|start|time))?";
const deadline = "(?:\\s+(?:of|to|than))?\\s+(?:(?:the|its|my)\\s+)?deadline";
const relative = new RegExp(
  `^(${amountPattern}|the\\s+(?:day|week|hour))\\s+(?:(${before})|(after(?:wards)?|later(?=\\s+than)))(?:(${deadline})|${event})$`,
  "iu",
);
const atDue =
  /^(?:(?:at|on)\s+(?:the\s+)?(?:due\s+(?:time|date)|time(?:\s+of\s+(?:the\s+)?(?:event|task))?|start(?:\s+time)?)|on\s+time|when\s+(?:it(?:['’]?s|\s+is)?\s+)?(?:due|starts?|begins?|time)|when\s+it\s+(?:is|starts|begins))$/iu;
const otherDay =
  /^(?:on\s+)?(?:the\s+)?(?:(day|evening|night|afternoon|morning)\s+before|(morning|afternoon|evening)\s+of)(?:\s+(?:it(?:['’]?s)?|that)(?:\s+due)?)?(?:,?\s+(?:at\s+|in\s+the\s+)?(.+))?$/iu;
const elapsed = new RegExp(
  `^(?:(?:in|after|within|\\+)\\s*)(?:the\\s+next\\s+)?(?:about\\s+)?(${exactPattern}|${amountPattern})(?:\\s+(?:from\\s+now|time))?$`,
  "iu",
);
const fromNow = new RegExp(`^(${exactPattern}|${amountPattern})\\s+(?:from\\s+now|later)$`, "iu");

/**
 * What follows "remind me". Elapsed time ("in 90 seconds") is an instant, to the second; a date or a time a wall clock;
 * "… before" is relative to the due (or the deadline, when that is named). "The evening before" wants to know the due.
 * Null when the words say anything else.
 */
export const readTrigger = (text: string, clock: Clock, due: When | null): Trigger | null => {
  const said = withoutEnd(text.trim())
    .replace(/^(?:about\s+it|again)\s+/i, "")
    .replaceAll(/\s+/g, " ");
  return (
    readElapsed(said, clock) ??
    readRelative(said) ??
    readOtherDay(said, clock, due) ??
    readWall(said, clock)
  );
};

const readElapsed = (said: string, clock: Clock): Trigger | null => {
  const words = (elapsed.exec(said) ?? fromNow.exec(said))?.[1];
  const seconds = words === undefined ? null : secondsIn(words);
  if (seconds === null) return null;
  const at = clock.instant.add({ seconds });
  return { kind: "instant", at: at.toString({ smallestUnit: "millisecond" }) };
};

const readRelative = (said: string): Trigger | null => {
  if (atDue.test(said)) return { kind: "relative", to: "due", minutes: 0 };
  const [, words, isBefore, isAfter, toDeadline] = relative.exec(said) ?? [];
  const minutes = words === undefined ? null : minutesIn(words.replace(/^the\s/i, "a "));
  if (minutes === null || (isBefore === undefined && isAfter === undefined)) return null;
  return {
    kind: "relative",
    to: toDeadline === undefined ? "due" : "deadline",
    minutes: isAfter === undefined ? -minutes : minutes,
  };
};

/** Minutes of an amount of minutes to weeks; months have no fixed length. */
export const minutesIn = (words: string): number | null => {
  const amount = readAmount(words);
  if (!amount || amount.months + amount.years + amount.workdays > 0) return null;
  const minutes = amount.minutes + (amount.days + amount.weeks * 7) * 24 * 60;
  return minutes <= 366 * 24 * 60 ? minutes : null;
};

/** "the evening before", "the day before at 6pm", "the morning of": another day's clock, so the due has to be known. */
const readOtherDay = (said: string, clock: Clock, due: When | null): Trigger | null => {
  const [, partBefore, partOf, at] = otherDay.exec(said) ?? [];
  const word = (partBefore ?? partOf)?.toLowerCase();
  if (word === undefined || due === null) return null;
  const day = partBefore === undefined ? dayOf(due) : dayOf(due).subtract({ days: 1 });
  const time = at === undefined ? partTime(word, clock) : timeIn(at, word, clock);
  if (time === null) return null;
  const wall = day.toPlainDateTime(time).toString({ smallestUnit: "minute" });
  const when: When = due.kind === "fixed" ? { ...due, at: wall } : { kind: "floating", at: wall };
  return { kind: "wall", when };
};

const partTime = (word: string, clock: Clock): Temporal.PlainTime | null =>
  clock.dayParts[(word === "night" ? "tonight" : word) as DayPart] ?? null;

const timeIn = (words: string, part: string, clock: Clock): Temporal.PlainTime | null => {
  const said =
    readWhen(part === "day" ? words : `today ${part} at ${words}`, clock) ?? readWhen(words, clock);
  return said && said.due.kind !== "day" ? clock.dayParts.noon.with(timeOf(said.due.at)) : null;
};

const timeOf = (at: string) => ({
  hour: Number(at.slice(11, 13)),
  minute: Number(at.slice(14, 16)),
});

const readWall = (said: string, clock: Clock): Trigger | null => {
  const when = readWhen(said, clock);
  if (when?.instant !== undefined) return { kind: "instant", at: when.instant };
  return when && { kind: "wall", when: when.due };
};

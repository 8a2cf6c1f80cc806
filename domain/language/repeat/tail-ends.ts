// From when, until when, how many times, and what it counts from. Called by tail.ts.
import { amountPattern, isTimeOnly, numberOf, readAmount } from "../amounts.ts";
import type { Clock } from "../clock.ts";
import { monthName } from "../dates/names.ts";
import { longestWhen, readWhen, type WhenSaid } from "../read-when.ts";
import { attempt, type Cursor, eat, words } from "./cursor.ts";
import type { Tail } from "./draft.ts";

const completion = words(
  "(?:after|from|upon|on|since)\\s+(?:the\\s+|each\\s+|my\\s+|last\\s+)*(?:completion|completing(?:\\s+it)?|completed|finishing(?:\\s+it)?|doing\\s+it|done|it['’]?s\\s+(?:done|completed|finished)|i['’]?m\\s+done|i\\s+(?:did|do|finish|complete)\\s+it)|(?:when|once)\\s+(?:it['’]?s\\s+)?(?:done|completed|finished)",
);
const until = words(
  "(?:until|untill|till|til|thru|through|ending(?:\\s+on)?|ends(?:\\s+on)?|up\\s+to)",
);
const wholeMonth = words(`(?:the\\s+end\\s+of\\s+)?(${monthName})(?!\\s+\\d)`);
const starting = words(
  "(?:starting|beginning|starts?|begins?|as\\s+of|effective|commencing)(?:\\s+(?:from|on))?",
);
const to = words("(?:to|-|–|through|thru)");
const from = words("from(?:\\s+the)?");
const times = words(
  "(?:for\\s+)?(?:(?:a\\s+total\\s+of|the\\s+next)\\s+)?(\\d{1,4}|one|two|three|four|five|six|seven|eight|nine|ten|twelve)\\s*(?:more\\s+)?(?:times|time|occurrences|x|reps)(?!\\s+(?:an?|per|each|every|daily|weekly)(?![\\p{L}]))(?:\\s+(?:total|in\\s+total))?",
);
const byX = words("x\\s?(\\d{1,3})");
const lasting = words(`(?:for|over)\\s+(?:the\\s+)?(?:next\\s+|coming\\s+)?(${amountPattern})`);
const forNext = words("(?:for|over)\\s+the\\s+next\\s+(week|month|year)");
const period = words(
  "(?:for\\s+(?:the\\s+rest\\s+of\\s+)?|during\\s+)?(?:(?:this|the)\\s+(week|month|year))",
);

/** "after completion", "when done": the next date counts from the day it was done. */
export const afterCompletion: Tail = (cursor, draft) =>
  eat(cursor, completion) ? { ...draft, anchor: "completion" } : null;

/** "until friday", "through december". */
export const untilWhen: Tail = (cursor, draft, clock) => {
  const word = draft.until === null ? eat(cursor, until)?.[0] : undefined;
  if (word === undefined) return null;
  // "through december" has all of it, "until december" ends with its first day.
  const month = /thr/i.test(word) ? eat(cursor, wholeMonth)?.[1] : undefined;
  const end = month === undefined ? eatWhen(cursor, clock) : readWhen(`end of ${month}`, clock);
  if (!end) return null;
  return { ...draft, until: end.hasDay ? end.due.at : end.due.at.slice(0, 10) };
};

/** "starting dec 1"; "from monday", but not "from 9 to 5". */
export const startingWhen: Tail = (cursor, draft, clock) => {
  if (draft.start !== null) return null;
  const isClear = eat(cursor, starting) !== null;
  const start = isClear || eat(cursor, from) ? eatWhen(cursor, clock) : null;
  if (!start || !(isClear || start.hasDay)) return null;
  const end =
    start.hasDay && draft.until === null ? attempt(cursor, (rest) => endOf(rest, clock)) : null;
  return { ...draft, start, until: end ?? draft.until };
};

/** "from dec 1 to dec 24". */
const endOf = (cursor: Cursor, clock: Clock): string | null => {
  const end = eat(cursor, to) ? eatWhen(cursor, clock) : null;
  return end?.hasDay ? end.due.at.slice(0, 10) : null;
};

/** "for 10 times", "x5". */
export const countTimes: Tail = (cursor, draft) => {
  const count = numberOf((eat(cursor, times) ?? eat(cursor, byX))?.[1] ?? "0");
  return draft.count === null && count >= 1 ? { ...draft, count } : null;
};

/** "for 3 weeks"; "for 30 minutes" is how long it takes each time. */
export const forAmount: Tail = (cursor, draft) => {
  const next = eat(cursor, forNext)?.[1];
  const amount = readAmount(next === undefined ? (eat(cursor, lasting)?.[1] ?? "") : `1 ${next}`);
  return amount && amount.minutes === 0 && amount.workdays === 0 && !isTimeOnly(amount)
    ? { ...draft, lasting: amount }
    : null;
};

/** "every day this week" ends with it. */
export const thisPeriod: Tail = (cursor, draft, clock) => {
  const name = eat(cursor, period)?.[1];
  const end = name === undefined ? null : readWhen(`end of ${name}`, clock);
  return end && draft.until === null && (draft.freq === "DAILY" || draft.freq === "WEEKLY")
    ? { ...draft, until: end.due.at }
    : null;
};

/** The longest run of words at the cursor that is nothing but a date. */
const eatWhen = (cursor: Cursor, clock: Clock): WhenSaid | null => {
  const when = longestWhen(cursor.text, cursor.at, clock);
  if (when) cursor.at = when.end;
  return when && when.said;
};

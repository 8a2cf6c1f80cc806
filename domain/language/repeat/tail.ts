// What may follow a repetition: its days, until when, how often, from when, after completion. Called by find-repeats.ts.
import { amountPattern, isTimeOnly, numberOf, readAmount } from "../amounts.ts";
import type { Clock } from "../clock.ts";
import { monthName, monthOf } from "../dates/month-words.ts";
import { readWhen, type WhenSaid } from "../read-when.ts";
import { attempt, type Cursor, eat, words } from "./cursor.ts";
import { readDays } from "./day-items.ts";
import { type Draft, namesDays } from "./draft.ts";
import { readEvery, readPart } from "./every.ts";

type Tail = (cursor: Cursor, draft: Draft, clock: Clock) => Draft | null;

const on = words("(?:on|every|each)(?:\\s+(?:the|every|each))?|the");
const dayNumber = words("on\\s+(?:the\\s+|day\\s+)?(\\d{1,2})(?!\\s*(?:[ap]\\.?m|:))");
const every = words("every|each");
const and = words("and|&|,");
const inThe = words(
  "(?:in|during)\\s+the|at(?=\\s+night)|on(?=\\s+(?:morning|afternoon|evening|night))",
);
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
const from = words("from(?:\\s+the)?");
const times = words(
  "(?:for\\s+)?(?:(?:a\\s+total\\s+of|the\\s+next)\\s+)?(\\d{1,4}|one|two|three|four|five|six|seven|eight|nine|ten|twelve)\\s*(?:more\\s+)?(?:times|time|occurrences|x|reps)(?!\\s+(?:an?|per|each|every|daily|weekly)(?![\\p{L}]))(?:\\s+(?:total|in\\s+total))?",
);
const byX = words("x\\s?(\\d{1,3})");
const lasting = words(`(?:for|over)\\s+(?:the\\s+)?(?:next\\s+|coming\\s+)?(${amountPattern})`);
const forNext = words("(?:for|over)\\s+the\\s+next\\s+(week|month|year)");
const inMonths = words(
  `(?:in|during)\\s+(${monthName})(?:\\s*(?:,|and|&|-|to)\\s*(${monthName}))?`,
);
const period = words(
  "(?:for\\s+(?:the\\s+rest\\s+of\\s+)?|during\\s+)?(?:(?:this|the)\\s+(week|month|year))",
);
const except = words(
  "(?:,\\s*)?(?:except|but(?:\\s+not)?|excluding|apart\\s+from|other\\s+than)(?:\\s+(?:for|on))?",
);

/** "every week on monday", "monthly on the 1st", "daily on weekdays": the days of a repetition that named none. */
const onDays: Tail = (cursor, draft) => {
  if (namesDays(draft)) return null;
  const isLed = eat(cursor, on) !== null;
  if (!isLed && draft.freq === "DAILY" && draft.interval > 1) return null;
  const days = readDays(cursor);
  const isBare = !isLed && days?.freq !== "WEEKLY" && days?.freq !== draft.freq;
  if (days === null || isBare) return null;
  if (days.freq === draft.freq) return { ...draft, ...days };
  if (draft.freq === "DAILY" && draft.interval === 1 && days.freq === "WEEKLY")
    return { ...draft, ...days };
  return null;
};

/** "every month on 15": a bare number is a day of the month only here. */
const onNumber: Tail = (cursor, draft) => {
  const day =
    draft.freq === "MONTHLY" && !namesDays(draft) ? Number(eat(cursor, dayNumber)?.[1]) : 0;
  return day >= 1 && day <= 31 ? { ...draft, monthDays: [day] } : null;
};

/** "first friday every 2 months": how often the days come. */
const rhythm: Tail = (cursor, draft) => {
  if (draft.interval > 1 || !namesDays(draft) || !eat(cursor, every)) return null;
  const said = readEvery(cursor);
  const isBare = said !== null && !namesDays(said) && said.part === null;
  return isBare && said.freq === draft.freq ? { ...draft, interval: said.interval } : null;
};

/** "every mon 8am and fri": the list goes on after the time. */
const moreDays: Tail = (cursor, draft) => {
  if (draft.freq !== "WEEKLY" || draft.weekdays.length === 0 || !eat(cursor, and)) return null;
  eat(cursor, on);
  const days = readDays(cursor);
  return days?.freq === "WEEKLY"
    ? { ...draft, weekdays: [...draft.weekdays, ...days.weekdays] }
    : null;
};

/** "in the morning"; a bare "morning" only beside weekdays ("every monday morning"). */
const atPart: Tail = (cursor, draft) => {
  if (draft.part !== null) return null;
  const isLed = eat(cursor, inThe) !== null;
  const part = isLed || draft.weekdays.length > 0 ? readPart(cursor) : null;
  return part && { ...draft, part };
};

const afterCompletion: Tail = (cursor, draft) =>
  eat(cursor, completion) ? { ...draft, anchor: "completion" } : null;

const untilWhen: Tail = (cursor, draft, clock) => {
  const word = draft.until === null ? eat(cursor, until)?.[0] : undefined;
  if (word === undefined) return null;
  // "through december" has all of it, "until december" ends with its first day.
  const month = /thr/i.test(word) ? eat(cursor, wholeMonth)?.[1] : undefined;
  const end = month === undefined ? eatWhen(cursor, clock) : readWhen(`end of ${month}`, clock);
  if (!end) return null;
  return { ...draft, until: end.hasDay ? end.due.at : end.due.at.slice(0, 10) };
};

const startingWhen: Tail = (cursor, draft, clock) => {
  if (draft.start !== null) return null;
  const isClear = eat(cursor, starting) !== null;
  const start = isClear || eat(cursor, from) ? eatWhen(cursor, clock) : null;
  return start && (isClear || start.hasDay) ? { ...draft, start } : null;
};

const countTimes: Tail = (cursor, draft) => {
  const count = numberOf((eat(cursor, times) ?? eat(cursor, byX))?.[1] ?? "0");
  return draft.count === null && count >= 1 ? { ...draft, count } : null;
};

/** "for 3 weeks"; "for 30 minutes" is how long it takes each time. */
const forAmount: Tail = (cursor, draft) => {
  const next = eat(cursor, forNext)?.[1];
  const amount = readAmount(next === undefined ? (eat(cursor, lasting)?.[1] ?? "") : `1 ${next}`);
  return amount && amount.minutes === 0 && amount.workdays === 0 && !isTimeOnly(amount)
    ? { ...draft, lasting: amount }
    : null;
};

const onlyIn: Tail = (cursor, draft) => {
  const [, first, last] = eat(cursor, inMonths) ?? [];
  if (first === undefined || draft.months.length > 0) return null;
  const months = [first, ...(last === undefined ? [] : [last])].map(monthOf);
  if (draft.freq === "YEARLY")
    return { ...draft, months, monthDays: draft.monthDays.length > 0 ? draft.monthDays : [1] };
  return { ...draft, months };
};

/** "every day this week" ends with it. */
const thisPeriod: Tail = (cursor, draft, clock) => {
  const name = eat(cursor, period)?.[1];
  const end = name === undefined ? null : readWhen(`end of ${name}`, clock);
  return end && draft.until === null && (draft.freq === "DAILY" || draft.freq === "WEEKLY")
    ? { ...draft, until: end.due.at }
    : null;
};

/** "every day except sunday". */
const exceptDays: Tail = (cursor, draft) => {
  const days = eat(cursor, except) ? readDays(cursor) : null;
  const isEachDay = draft.freq === "DAILY" && draft.interval === 1;
  if (days?.freq !== "WEEKLY" || !(isEachDay || draft.freq === "WEEKLY")) return null;
  const all = isEachDay
    ? [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, ordinal: 0 }))
    : draft.weekdays;
  const left = all.filter(({ weekday }) => !days.weekdays.some((one) => one.weekday === weekday));
  return left.length > 0 ? { ...draft, freq: "WEEKLY", weekdays: left } : null;
};

const tails: Tail[] = [
  onDays,
  onNumber,
  rhythm,
  moreDays,
  atPart,
  afterCompletion,
  untilWhen,
  countTimes,
  forAmount,
  startingWhen,
  onlyIn,
  thisPeriod,
  exceptDays,
];

/** The draft with the next thing that was said of it; null when nothing more of it stands here. */
export const readTail: Tail = (cursor, draft, clock) => {
  for (const tail of tails) {
    const read = attempt(cursor, (rest) => tail(rest, draft, clock));
    if (read) return read;
  }
  return null;
};

const stop =
  /[,;!#@{}()\uFFFC\uE000\n]|\s(?:every|each|starting|until|till|for|and|p[1-4])(?![\p{L}\p{N}])/iu;

/** The longest run of words at the cursor that is nothing but a date. */
const eatWhen = (cursor: Cursor, clock: Clock): WhenSaid | null => {
  const rest = cursor.text.slice(cursor.at, cursor.at + 60);
  const clause = rest.slice(0, stop.exec(rest)?.index ?? rest.length);
  const ends = [...clause.matchAll(/\S+/g)].slice(0, 6).map((word) => word.index + word[0].length);
  for (const end of ends.toReversed()) {
    const when = readWhen(clause.slice(0, end), clock);
    if (when) {
      cursor.at += end;
      return when;
    }
  }
  return null;
};

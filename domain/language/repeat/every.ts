// "every …": how often, or on which days. Called by find-repeats.ts.
import { numberOf } from "../amounts.ts";
import type { DayPart } from "../clock.ts";
import { attempt, type Cursor, eat, words } from "./cursor.ts";
import { readDays } from "./day-items.ts";
import { type Draft, draftOf } from "./draft.ts";
import type { DayList } from "./places.ts";

/** The word that begins it. `!` counts from the completion. */
export const everyPattern = "every(?:!|(?=\\s))|evry|evey|eveyr|each|ev!?(?=\\s)";

const single = words("single");
const other = words("other|alternate|2nd\\s+other");
const second = words(
  "second(?!\\s+\\p{L}+\\s+(?:of|in)\\s)(?=\\s+(?:day|week|month|year|hour|quarter|weekend|mon|tue|wed|thu|fri|sat|sun))",
);
const nth = words(
  "(?:(\\d{1,3})(?:st|nd|rd|th)|(third|fourth|fifth|sixth|seventh|eighth|ninth|tenth))(?=\\s+(?:day|week|month|year|hour|quarter)(?![\\p{L}]))",
);
const number = words(
  "(\\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|couple(?:\\s+of)?|few)",
);
const unit = words(
  "(hours?|hrs?|h|days?|d|weeks?|wks?|w|fortnights?|months?|mths?|mos?|quarters?|years?|yrs?|y)",
);
const compact = words(
  "(\\d{1,3})(h|hrs?|hours?|d|days?|w|wks?|weeks?|mo|mos|mths?|months?|y|yrs?|years?)",
);
const monthEnd = words(
  "(?:month|end\\s+of(?:\\s+the)?\\s+month)[\\s-]?end|end\\s+of\\s+(?:the\\s+)?month",
);
const halfYear = words("half[\\s-]?(?:a\\s+)?year");
const part = words("(morning|noon|afternoon|evening|night)s?");
const andPart = words(
  "(?:,|and|&)\\s*(?:(?:every|each)\\s+)?(?:morning|noon|afternoon|evening|night)s?",
);
const ordinals = "third fourth fifth sixth seventh eighth ninth tenth".split(" ");

const units: [RegExp, () => Draft][] = [
  [/^h/, () => draftOf("HOURLY")],
  [/^d/, () => draftOf("DAILY")],
  [/^w/, () => draftOf("WEEKLY")],
  [/^f/, () => draftOf("WEEKLY", 2)],
  [/^m/, () => draftOf("MONTHLY")],
  [/^q/, () => draftOf("MONTHLY", 3)],
  [/^y/, () => draftOf("YEARLY")],
];

/** A unit of time as a repetition; null for no unit. A letter alone wants a number before it ("every 2w"). */
const readUnit = (cursor: Cursor): Draft | null => unitNamed(eat(cursor, unit)?.[1]);

const unitNamed = (word = ""): Draft | null =>
  units.find(([rule]) => rule.test(word.toLowerCase()))?.[1]() ?? null;

/** What stands after "every". */
export const readEvery = (cursor: Cursor): Draft | null => {
  eat(cursor, single);
  if (eat(cursor, halfYear)) return draftOf("MONTHLY", 6);
  if (eat(cursor, monthEnd)) return draftOf("MONTHLY", 1, { monthDays: [-1] });
  const [, count, word] = eat(cursor, compact) ?? [];
  if (count !== undefined) return times(unitNamed(word), Number(count));
  const interval = readInterval(cursor);
  const days = attempt(cursor, readDays);
  if (days) return onDays(days, interval);
  const atPart = readPart(cursor);
  if (atPart !== null && eat(cursor, andPart)) return null; // twice a day is no rule
  if (atPart !== null) return { ...draftOf("DAILY", interval), part: atPart };
  const draft = interval === 1 ? attempt(cursor, readWholeUnit) : readUnit(cursor);
  return times(draft, interval);
};

const times = (draft: Draft | null, interval: number): Draft | null =>
  draft && interval > 0 ? { ...draft, interval: draft.interval * interval } : null;

const readWholeUnit = (cursor: Cursor): Draft | null => {
  const from = cursor.at;
  const draft = readUnit(cursor);
  return cursor.text.slice(from, cursor.at).trim().length > 2 ? draft : null;
};

const readInterval = (cursor: Cursor): number => {
  if (eat(cursor, other) || eat(cursor, second)) return 2;
  const place = eat(cursor, nth);
  if (place)
    return place[1] === undefined
      ? ordinals.indexOf((place[2] ?? "").toLowerCase()) + 3
      : Number(place[1]);
  const count = attempt(cursor, (rest) => {
    const word = eat(rest, number)?.[1];
    // "every 5 jan" is a date.
    return word === undefined ||
      /^\/\d|^\s+(?:of\s+)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i.test(
        rest.text.slice(rest.at),
      )
      ? null
      : numberOf(word);
  });
  return count ?? 1;
};

/** "every other tuesday" is every second week; every second workday or first monday is no rule. */
const onDays = (days: DayList, interval: number): Draft | null => {
  if (interval === 1) return draftOf(days.freq, 1, days);
  const isWeekly = days.freq === "WEEKLY" && days.weekdays.length < 5;
  const isYearly = days.freq === "YEARLY";
  return isWeekly || isYearly ? draftOf(days.freq, interval, days) : null;
};

/** A part of the day said of something that repeats. */
export const readPart = (cursor: Cursor): DayPart | null =>
  (eat(cursor, part)?.[1]?.toLowerCase() as DayPart | undefined) ?? null;

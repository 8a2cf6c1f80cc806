// On which days and at which part of them, said after how often: "on monday", "in march", "except sunday". Called by tail.ts.
import { monthName, monthOf } from "../dates/names.ts";
import { eat, words } from "./cursor.ts";
import { readDays } from "./day-items.ts";
import { namesDays, type Tail } from "./draft.ts";
import { readEvery, readPart } from "./every.ts";

const on = words("(?:on|every|each)(?:\\s+(?:the|every|each))?|the");
const dayNumber = words("on\\s+(?:the\\s+|day\\s+)?(\\d{1,2})(?!\\s*(?:[ap]\\.?m|:))");
const every = words("every|each");
const and = words("and|&|,");
const inThe = words(
  "(?:in|during)\\s+the|at(?=\\s+night)|on(?=\\s+(?:morning|afternoon|evening|night))",
);
const inMonths = words(
  `(?:in|during)\\s+(${monthName})(?:\\s*(?:,|and|&|-|to)\\s*(${monthName}))?`,
);
const except = words(
  "(?:,\\s*)?(?:except|but(?:\\s+not)?|excluding|apart\\s+from|other\\s+than)(?:\\s+(?:for|on))?",
);

/** "every week on monday", "monthly on the 1st", "daily on weekdays": the days of a repetition that named none. */
export const onDays: Tail = (cursor, draft) => {
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
export const onNumber: Tail = (cursor, draft) => {
  const day =
    draft.freq === "MONTHLY" && !namesDays(draft) ? Number(eat(cursor, dayNumber)?.[1]) : 0;
  return day >= 1 && day <= 31 ? { ...draft, monthDays: [day] } : null;
};

/** "first friday every 2 months": how often the days come. */
export const rhythm: Tail = (cursor, draft) => {
  if (draft.interval > 1 || !namesDays(draft) || !eat(cursor, every)) return null;
  const said = readEvery(cursor);
  const isBare = said !== null && !namesDays(said) && said.part === null;
  return isBare && said.freq === draft.freq ? { ...draft, interval: said.interval } : null;
};

/** "every mon 8am and fri": the list goes on after the time. */
export const moreDays: Tail = (cursor, draft) => {
  if (draft.freq !== "WEEKLY" || draft.weekdays.length === 0 || !eat(cursor, and)) return null;
  eat(cursor, on);
  const days = readDays(cursor);
  return days?.freq === "WEEKLY"
    ? { ...draft, weekdays: [...draft.weekdays, ...days.weekdays] }
    : null;
};

/** "in the morning"; a bare "morning" only beside weekdays ("every monday morning"). */
export const atPart: Tail = (cursor, draft) => {
  if (draft.part !== null) return null;
  const isLed = eat(cursor, inThe) !== null;
  const part = isLed || draft.weekdays.length > 0 ? readPart(cursor) : null;
  return part && { ...draft, part };
};

/** "every day in december", "every saturday in june and july". */
export const onlyIn: Tail = (cursor, draft) => {
  const [, first, last] = eat(cursor, inMonths) ?? [];
  if (first === undefined || draft.months.length > 0) return null;
  const months = [first, ...(last === undefined ? [] : [last])].map(monthOf);
  if (draft.freq === "YEARLY")
    return { ...draft, months, monthDays: draft.monthDays.length > 0 ? draft.monthDays : [1] };
  return { ...draft, months };
};

/** "every day except sunday". */
export const exceptDays: Tail = (cursor, draft) => {
  const days = eat(cursor, except) ? readDays(cursor) : null;
  const isEachDay = draft.freq === "DAILY" && draft.interval === 1;
  if (days?.freq !== "WEEKLY" || !(isEachDay || draft.freq === "WEEKLY")) return null;
  const all = isEachDay
    ? [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, ordinal: 0 }))
    : draft.weekdays;
  const left = all.filter(({ weekday }) => !days.weekdays.some((one) => one.weekday === weekday));
  return left.length > 0 ? { ...draft, freq: "WEEKLY", weekdays: left } : null;
};

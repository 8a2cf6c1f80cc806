// The conditions about days: `today`, `next 7 days`, `due before: friday`, `created < 7 days`, `completed: yesterday`. Called by term.ts.
import type { Clock, PlainDate } from "../language/clock.ts";
import { dayOf } from "../language/clock.ts";
import { monthName } from "../language/dates/names.ts";
import { readWhen } from "../language/read-when.ts";
import type { DayField, TermRead } from "./filter.ts";
import { unescaped } from "./tokens.ts";

const fields: Record<string, DayField> = {
  due: "due",
  date: "due",
  deadline: "deadline",
  created: "created",
  added: "created",
  changed: "changed",
  updated: "changed",
  completed: "completed",
  done: "completed",
};

const days = (field: DayField, from: PlainDate | null, to: PlainDate | null): TermRead => ({
  ok: true,
  condition: { is: "day", field, from: from?.toString() ?? null, to: to?.toString() ?? null },
});

/** Null when the words are about no day. `plain`: lower case, single spaces. */
export const readDays = (plain: string, clock: Clock): TermRead | null => {
  const { today } = clock;
  const next = /^(?:next )?([1-9]\d{0,3}) days?$/u.exec(plain)?.[1];
  if (next !== undefined) return days("due", today, today.add({ days: Number(next) - 1 }));
  return readAge(plain, today) ?? readSpan(plain, clock) ?? readDay("due", plain, clock);
};

/** `created < 7 days`: made within them. `due > 7 days`: due after them. Counted in whole days of the calendar. */
const readAge = (plain: string, today: PlainDate): TermRead | null => {
  const [, name = "", sign, count] =
    /^([a-z]+) ?(<=|>=|<|>) ?(\d{1,4}) days?(?: ago)?$/u.exec(plain) ?? [];
  const field = fieldOf(name);
  if (field === undefined || sign === undefined) return null;
  const edge = Number(count) + (sign === "<" ? -1 : sign === ">" ? 1 : 0);
  const isAhead = field === "due" || field === "deadline";
  const at = isAhead ? today.add({ days: edge }) : today.subtract({ days: edge });
  return sign.startsWith("<") === isAhead ? days(field, null, at) : days(field, at, null);
};

/** `due before: friday`, `deadline after: 1 dec`, `created: today`. */
const readSpan = (plain: string, clock: Clock): TermRead | null => {
  const [, name = "", side, said] = /^([a-z]+)(?: (before|after))? ?: ?(.+)$/u.exec(plain) ?? [];
  const field = fieldOf(name);
  if (field === undefined || said === undefined) return null;
  const day = dayIn(unescaped(said), field, clock);
  if (day === null)
    return {
      ok: false,
      message: `"${unescaped(said)}" is no day; one is written like friday, 1 dec or 2026-12-01`,
    };
  if (side === "before") return days(field, null, day.subtract({ days: 1 }));
  return side === "after" ? days(field, day.add({ days: 1 }), null) : days(field, day, day);
};

const readDay = (field: DayField, said: string, clock: Clock): TermRead | null => {
  const day = dayIn(unescaped(said), field, clock);
  return day === null ? null : days(field, day, day);
};

const fieldOf = (name: string): DayField | undefined =>
  Object.hasOwn(fields, name) ? fields[name] : undefined;

/** What is behind us is meant where a field can only be behind us: "created after: monday" is the Monday that was. Null where that makes no sense. */
const dayIn = (said: string, field: DayField, clock: Clock): PlainDate | null => {
  const [, minus, count, ago] = /^(-?) ?(\d{1,4}) days?( ago)?$/u.exec(said) ?? [];
  if (count !== undefined && (minus === "-" || ago))
    return clock.today.subtract({ days: Number(count) });
  if (said === "yesterday") return clock.today.subtract({ days: 1 });
  const when = readWhen(said, clock);
  if (!when?.hasDay) return null;
  const day = dayOf(when.due);
  const isAhead = field === "due" || field === "deadline";
  return isAhead || isBehind(day, clock.today) ? day : lastOne(said, day, clock.today);
};

const weekday = /^(?:(?:on|last) )?(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*$/u;
const dayOfMonth = /^(?:the )?\d{1,2}(?:st|nd|rd|th)$/u;
const monthAndDay = new RegExp(
  String.raw`^(?=.*\d)(?=.*\b(?:${monthName})\b)(?!.*\d{3}).*$|^\d{1,2}[/.]\d{1,2}\.?$`,
  "u",
);

/** The same day of the week, the month or the year before: the last one that is not ahead. */
const lastOne = (said: string, day: PlainDate, today: PlainDate): PlainDate | null => {
  const step = weekday.test(said)
    ? { weeks: 1 }
    : dayOfMonth.test(said)
      ? { months: 1 }
      : monthAndDay.test(said)
        ? { years: 1 }
        : null;
  if (step === null) return null;
  const times = (n: number) =>
    Object.fromEntries(Object.entries(step).map(([unit, by]) => [unit, by * n]));
  // 29 February may be eight years ago, the 31st two months.
  for (let n = 1; n <= 8; n += 1) {
    const before = day.subtract(times(n));
    if (isBehind(before, today) && (before.day === day.day || "weeks" in step)) return before;
  }
  return null;
};

const isBehind = (day: PlainDate, today: PlainDate): boolean => day.toString() <= today.toString();

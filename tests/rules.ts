// Random recurrence rules of the accepted subset, for property tests and for the comparison with python-dateutil.
import fc from "fast-check";
import { dayNumber, minutesADay, writeWall } from "../domain/recurrence/calendar.ts";

/** A rule with a start it is asked from. `start` is a day or a wall clock to the minute. */
export type RandomRule = { rrule: string; start: string };

const weekdays = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

const someOf = <T>(values: T[], max: number): fc.Arbitrary<T[]> =>
  fc.subarray(values, { minLength: 1, maxLength: Math.min(max, values.length) });

/** The value in one of n cases, else null. */
const oneIn = <T>(n: number, value: fc.Arbitrary<T>): fc.Arbitrary<T | null> =>
  fc.oneof({ weight: n - 1, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: value });

const upTo = (max: number): number[] => Array.from({ length: max }, (_, n) => n + 1);

const interval = fc.oneof(
  { weight: 5, arbitrary: fc.constant(1) },
  { weight: 4, arbitrary: fc.integer({ min: 2, max: 6 }) },
  { weight: 1, arbitrary: fc.integer({ min: 7, max: 60 }) },
);

/** Days near the ends of months come more often than chance would have them. */
const startDay = fc
  .record({
    year: fc.integer({ min: 1996, max: 2030 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.oneof(fc.integer({ min: 1, max: 28 }), fc.integer({ min: 28, max: 31 })),
  })
  .map(({ year, month, day }) => dayNumber(year, month, day));

/** A start: half of them full days, but never for an hourly rule. */
const startOf = (freq: string): fc.Arbitrary<string> =>
  fc
    .record({
      day: startDay,
      minute: fc.integer({ min: 0, max: minutesADay - 1 }),
      timed: freq === "HOURLY" ? fc.constant(true) : fc.boolean(),
    })
    .map(({ day, minute, timed }) =>
      writeWall({ minutes: day * minutesADay + (timed ? minute : 0), timed }),
    );

const ordinal = (freq: string, inYear: boolean): fc.Arbitrary<string> => {
  const most = freq === "YEARLY" && inYear ? 53 : 5;
  return fc
    .tuple(
      fc.integer({ min: 1, max: most }),
      fc.constantFrom("", "-"),
      fc.constantFrom(...weekdays),
    )
    .map(([place, sign, day]) => `${sign}${place}${day}`);
};

const byDay = (freq: string, inYear: boolean): fc.Arbitrary<string[]> => {
  const plain = someOf(weekdays, 5);
  if (freq !== "MONTHLY" && freq !== "YEARLY") return plain;
  const counted = fc.uniqueArray(ordinal(freq, inYear), { minLength: 1, maxLength: 3 });
  return fc.oneof(
    { weight: 4, arbitrary: plain },
    { weight: 4, arbitrary: counted },
    { weight: 1, arbitrary: fc.tuple(plain, counted).map(([a, b]) => [...a, ...b]) },
  );
};

const positionsOf = (freq: string): fc.Arbitrary<number[]> => {
  const most = { HOURLY: 1, DAILY: 1, WEEKLY: 3, MONTHLY: 5 }[freq] ?? 20;
  return someOf([...upTo(most), ...upTo(most).map((n) => -n)], 3);
};

/** The ends of months more often than chance would have them. */
const anyMonthDays = fc.oneof(someOf([-1, 29, 30, 31], 3), someOf([-1, ...upTo(31)], 4));

type Parts = {
  months: number[] | null;
  monthDays: number[] | null;
  days: string[] | null;
  positions: number[] | null;
};

const partsOf = (freq: string): fc.Arbitrary<Parts> =>
  oneIn(freq === "YEARLY" ? 2 : 4, someOf(upTo(12), 4)).chain((months) =>
    fc.record({
      months: fc.constant(months),
      monthDays: freq === "WEEKLY" ? fc.constant(null) : oneIn(3, anyMonthDays),
      days: oneIn(2, byDay(freq, months === null)),
      positions: oneIn(3, positionsOf(freq)),
    }),
  );

/** COUNT or UNTIL, the latter as a day or a wall clock up to a few years after the start; mostly neither. */
const endOf = (start: string): fc.Arbitrary<string> => {
  const year = Number(start.slice(0, 4));
  const until = fc
    .tuple(fc.integer({ min: 0, max: 2500 }), fc.constantFrom("", "T000000", "T090000", "T235900"))
    .map(([days, time]) => {
      const minutes = (dayNumber(year, 1, 1) + days) * minutesADay;
      return `;UNTIL=${writeWall({ minutes, timed: false }).replaceAll("-", "")}${time}`;
    });
  const count = fc.integer({ min: 1, max: 15 }).map((n) => `;COUNT=${n}`);
  return fc.oneof({ weight: 3, arbitrary: fc.constant("") }, count, until);
};

/** A rule without EXDATE. It may have no date at all. */
export const randomRule: fc.Arbitrary<RandomRule> = fc
  .record({
    freq: fc.constantFrom("HOURLY", "DAILY", "WEEKLY", "MONTHLY", "YEARLY"),
    every: interval,
    weekStart: oneIn(4, fc.constantFrom(...weekdays)),
  })
  .chain((base) =>
    fc.record({
      base: fc.constant(base),
      parts: partsOf(base.freq),
      start: startOf(base.freq),
    }),
  )
  .chain(({ base, parts, start }) =>
    endOf(start).map((end) => ({ start, rrule: write(base, parts) + end })),
  );

const write = (
  { freq, every, weekStart }: { freq: string; every: number; weekStart: string | null },
  { months, monthDays, days, positions }: Parts,
): string => {
  const list = (name: string, values: (string | number)[] | null): string =>
    values === null ? "" : `;${name}=${values.join(",")}`;
  const hasDays = monthDays !== null || days !== null;
  return [
    `FREQ=${freq}`,
    every === 1 ? "" : `;INTERVAL=${every}`,
    list("BYMONTH", months),
    list("BYMONTHDAY", monthDays),
    list("BYDAY", days),
    list("BYSETPOS", hasDays ? positions : null),
    weekStart === null ? "" : `;WKST=${weekStart}`,
  ].join("");
};

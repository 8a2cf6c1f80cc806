// A date as people write it means that date: in every locale, order, spelling and place of a line.
import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { clockAt } from "../clock.ts";
import { parseQuickAdd } from "../quick-add.ts";
import { readWhen } from "../read-when.ts";
import { readTrigger } from "../reminders/read-trigger.ts";

const now = "2026-11-25T09:00:00.000Z";
const zone = "Europe/London";
const today = Temporal.PlainDate.from("2026-11-25");
const locales =
  "en en-US en-GB en-AU en-CA en-IE en-IN en-NZ en-PH en-ZA de-DE fr-FR es-ES es-US it-IT nl-NL pl-PL pt-BR sv-SE hu-HU ja-JP ko-KR zh-CN".split(
    " ",
  );
const months =
  "January February March April May June July August September October November December".split(
    " ",
  );

/** Which of day and month this runtime writes first in the language. */
const isDayFirst = (locale: string): boolean => {
  const options = { day: "numeric", month: "numeric", timeZone: "UTC" } as const;
  const parts = new Intl.DateTimeFormat(locale, options).formatToParts(0);
  return parts.find(({ type }) => type === "day" || type === "month")?.type === "day";
};

type Date = { day: number; month: number; year: number | null };

const ordinal = (day: number): string => {
  const isTeen = day > 10 && day < 14;
  return `${day}${isTeen ? "th" : (["th", "st", "nd", "rd"][day % 10] ?? "th")}`;
};

const names = (month: number): string[] => {
  const name = months[month - 1] ?? "";
  const short = name.slice(0, 3);
  const all = [name, name.toLowerCase(), short, short.toLowerCase(), name.toUpperCase()];
  return month === 9 ? [...all, "Sept", "sept"] : all;
};

/** All ways to write a date with the name of its month. */
const named = ({ day, month, year }: Date): string[] =>
  names(month).flatMap((name) => {
    const pairs = [
      `${day} ${name}`,
      `${name} ${day}`,
      `${ordinal(day)} ${name}`,
      `${ordinal(day)} of ${name}`,
      `the ${ordinal(day)} of ${name}`,
      `${name} ${ordinal(day)}`,
      `${name} the ${ordinal(day)}`,
      `${day}-${name}`,
    ];
    if (year === null) return pairs;
    return [
      ...pairs.slice(0, 7).flatMap((pair) => [`${pair} ${year}`, `${pair}, ${year}`]),
      `${day}-${name}-${year}`,
    ];
  });

/** All ways to write one in figures; without a year only where the words around it say that it is a date. */
const figures = ({ day, month, year }: Date, locale: string): string[] => {
  const two = (number: number): string => String(number).padStart(2, "0");
  const pairs = [
    [String(day), String(month)],
    [two(day), two(month)],
  ].map((pair) => (isDayFirst(locale) ? pair : pair.toReversed()));
  if (year === null) return [...pairs.map((pair) => pair.join("/")), `${day}.${month}.`];
  return [
    ...pairs.map((pair) => `${pair.join("/")}/${year}`),
    `${pairs[1]?.join("/")}/${two(year % 100)}`,
    `${pairs[1]?.join("-")}-${year}`,
    `${two(day)}.${two(month)}.${year}`,
    `${year}-${two(month)}-${two(day)}`,
    `${year}/${two(month)}/${two(day)}`,
  ];
};

const meant = ({ day, month, year }: Date): string => {
  const inYear = (one: number) => new Temporal.PlainDate(one, month, day);
  if (year !== null) return inYear(year).toString();
  const same = inYear(today.year);
  return (Temporal.PlainDate.compare(same, today) < 0 ? inYear(today.year + 1) : same).toString();
};

/** Days of all months; 29 February has a rule of its own. */
const dates = fc
  .record({
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 31 }),
    year: fc.option(fc.integer({ min: 2026, max: 2039 })),
  })
  .filter(({ month, day }) => day <= new Temporal.PlainDate(2027, month, 1).daysInMonth);

/** A date, a way to write it and the locale it is written in. */
const written = (ways: (date: Date, locale: string) => string[]) =>
  fc
    .tuple(dates, fc.constantFrom(...locales), fc.nat())
    .map(([date, locale, n]) => {
      const all = ways(date, locale);
      return { date: meant(date), locale, said: all[n % all.length] ?? "" };
    })
    .filter(({ date }) => date > today.toString());

const anyWay = written((date, locale) => [...named(date), ...figures(date, locale)]);
const byName = written(named);

const line = (text: string, locale: string) => parseQuickAdd(text, { now, zone, locale });
/** As many as a check has seconds for; `DATE_RUNS=2000` reads more. */
const some = { numRuns: Number(process.env["DATE_RUNS"] ?? 100) };

describe("a date as it is written is that date", () => {
  test("alone", () => {
    fc.assert(
      fc.property(anyWay, ({ date, locale, said }) => {
        const due = readWhen(said, clockAt({ now, zone, locale }))?.due;
        expect(due).toEqual({ kind: "day", at: date });
      }),
      some,
    );
  });

  test("at the end of a line, and at its beginning", () => {
    fc.assert(
      fc.property(byName, ({ date, locale, said }) => {
        for (const text of [`Buy a gift ${said}`, `${said}: buy a gift`]) {
          const { title, due } = line(text, locale);
          expect({ title: title.toLowerCase(), due }).toEqual({
            title: "buy a gift",
            due: { kind: "day", at: date },
          });
        }
      }),
      some,
    );
  });

  test.each(["on", "by", "due", "before"])("after “%s”, in the line and with a time", (lead) => {
    fc.assert(
      fc.property(anyWay, ({ date, locale, said }) => {
        const { title, due } = line(`Buy a gift ${lead} ${said} #home`, locale);
        expect({ title, due }).toEqual({ title: "Buy a gift", due: { kind: "day", at: date } });
        const timed = line(`Buy a gift ${lead} ${said} at 17:00`, locale);
        expect(timed.due).toEqual({ kind: "floating", at: `${date}T17:00` });
        expect(timed.title).toBe("Buy a gift");
      }),
      some,
    );
  });

  test("as a deadline", () => {
    fc.assert(
      fc.property(anyWay, ({ date, locale, said }) => {
        const { title, deadline } = line(`Buy a gift {${said}}`, locale);
        expect({ title, deadline }).toEqual({ title: "Buy a gift", deadline: date });
      }),
      some,
    );
  });

  test.each(["until", "till", "through"])("as the end of a repetition, after “%s”", (lead) => {
    fc.assert(
      fc.property(anyWay, ({ date, locale, said }) => {
        const { title, recurrence } = line(`Water the ferns every day ${lead} ${said}`, locale);
        expect(title).toBe("Water the ferns");
        expect(recurrence?.rrule).toBe(`FREQ=DAILY;UNTIL=${date.replaceAll("-", "")}`);
      }),
      some,
    );
  });

  test("as the beginning of a repetition", () => {
    fc.assert(
      fc.property(anyWay, ({ date, locale, said }) => {
        const { title, due } = line(`Water the ferns every day starting ${said}`, locale);
        expect({ title, due }).toEqual({
          title: "Water the ferns",
          due: { kind: "day", at: date },
        });
      }),
      some,
    );
  });

  test("as the day of each year, from the next one on", () => {
    fc.assert(
      fc.property(
        written((date) => named({ ...date, year: null }).filter((said) => !said.includes("-"))),
        ({ date, locale, said }) => {
          const { title, due, recurrence } = line(`Call Ann every ${said}`, locale);
          const [, month, day] = date.split("-").map(Number);
          expect(title).toBe("Call Ann");
          expect(recurrence?.rrule).toBe(`FREQ=YEARLY;BYMONTH=${month};BYMONTHDAY=${day}`);
          expect(due?.at.slice(5)).toBe(date.slice(5));
        },
      ),
      some,
    );
  });

  test("as the time of a reminder", () => {
    fc.assert(
      fc.property(anyWay, ({ date, locale, said }) => {
        const clock = clockAt({ now, zone, locale });
        const when = { kind: "day", at: date };
        expect(readTrigger(`on ${said}`, clock, null)).toEqual({ kind: "wall", when });
        const { title, due } = line(`remind me on ${said} to water the ferns`, locale);
        expect({ title, due }).toEqual({ title: "water the ferns", due: when });
      }),
      some,
    );
  });
});

test.each([
  ["en", "3/4", "2027-03-04"],
  ["en-US", "3/4", "2027-03-04"],
  ["en-CA", "3/4", "2027-03-04"],
  ["ja-JP", "3/4", "2027-03-04"],
  ["en-GB", "3/4", "2027-04-03"],
  ["de-DE", "3/4", "2027-04-03"],
  ["es-US", "3/4", "2027-04-03"],
  ["en-GB", "2027-03-04", "2027-03-04"],
  ["no such locale", "3/4", "2027-03-04"],
])("in %s “%s” is %s", (locale, said, day) => {
  expect(readWhen(said, clockAt({ now, zone, locale }))?.due.at).toBe(day);
});

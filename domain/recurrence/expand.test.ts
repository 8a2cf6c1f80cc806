import { describe, expect, test } from "vitest";
import { expand, maxLimit } from "../recurrence.ts";

type Options = Parameters<typeof expand>[0];
const locals = (options: Partial<Options> & Pick<Options, "rrule" | "start">): string[] =>
  expand({ zone: "Europe/Berlin", limit: 5, ...options }).map(({ local }) => local);

describe("the ends of months", () => {
  const start = "2027-01-31";

  test("day 31 is left out of shorter months, or clamped to their last day", () => {
    expect(locals({ rrule: "FREQ=MONTHLY", start })).toEqual([
      "2027-01-31",
      "2027-03-31",
      "2027-05-31",
      "2027-07-31",
      "2027-08-31",
    ]);
    expect(locals({ rrule: "FREQ=MONTHLY", start, overflow: "clamp" })).toEqual([
      "2027-01-31",
      "2027-02-28",
      "2027-03-31",
      "2027-04-30",
      "2027-05-31",
    ]);
  });

  test("two days that clamp to the same one are one date", () => {
    const rrule = "FREQ=MONTHLY;BYMONTHDAY=29,30,31";
    expect(locals({ rrule, start: "2027-02-01", overflow: "clamp", limit: 3 })).toEqual([
      "2027-02-28",
      "2027-03-29",
      "2027-03-30",
    ]);
    expect(
      locals({ rrule: `${rrule};BYSETPOS=-1`, start: "2027-02-01", overflow: "clamp", limit: 3 }),
    ).toEqual(["2027-02-28", "2027-03-31", "2027-04-30"]);
  });

  test("29 February comes every 4 years, not in 2100, or is clamped in between", () => {
    const rrule = "FREQ=YEARLY";
    expect(locals({ rrule, start: "2092-02-29", limit: 3 })).toEqual([
      "2092-02-29",
      "2096-02-29",
      "2104-02-29",
    ]);
    expect(locals({ rrule, start: "2096-02-29", limit: 5, overflow: "clamp" })).toEqual([
      "2096-02-29",
      "2097-02-28",
      "2098-02-28",
      "2099-02-28",
      "2100-02-28",
    ]);
  });

  test("the last day of every month is day -1, whatever the overflow", () => {
    const rrule = "FREQ=MONTHLY;BYMONTHDAY=-1";
    const expected = ["2028-01-31", "2028-02-29", "2028-03-31"];
    for (const overflow of ["clamp", "skip"] as const)
      expect(locals({ rrule, start: "2028-01-05", limit: 3, overflow })).toEqual(expected);
  });

  test("the last workday of each month of ten years is the last weekday that is not Saturday or Sunday", () => {
    const rrule = "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1";
    const found = locals({ rrule, start: "2026-01-01T09:00", limit: 120 });
    const expected = Array.from({ length: 120 }, (_, n) => {
      const at = new Date(Date.UTC(2026, n + 1, 0));
      while (at.getUTCDay() === 0 || at.getUTCDay() === 6) at.setUTCDate(at.getUTCDate() - 1);
      return `${at.toISOString().slice(0, 10)}T09:00`;
    });
    expect(found).toEqual(expected);
  });
});

describe("start, COUNT, UNTIL and EXDATE", () => {
  test("the start counts only when the rule matches it", () => {
    const rrule = "FREQ=WEEKLY;BYDAY=MO;COUNT=2";
    expect(locals({ rrule, start: "2026-03-03" })).toEqual(["2026-03-09", "2026-03-16"]);
    expect(locals({ rrule, start: "2026-03-02" })).toEqual(["2026-03-02", "2026-03-09"]);
  });

  test("UNTIL is inclusive: a day for all of it, a wall clock or an instant to the minute", () => {
    const start = "2026-03-01T09:00";
    const until = (value: string): number =>
      locals({ rrule: `FREQ=DAILY;UNTIL=${value}`, start }).length;
    expect(until("20260303")).toBe(3);
    expect(until("20260303T090000")).toBe(3);
    expect(until("20260303T085900")).toBe(2);
    expect(until("20260303T080000Z")).toBe(3);
    expect(until("20260303T075959Z")).toBe(2);
    expect(
      locals({ rrule: "FREQ=DAILY;UNTIL=20260302T230000Z", start: "2026-03-01" }),
    ).toHaveLength(3);
  });

  test("an EXDATE is a day, a wall clock or an instant, and COUNT counts what it leaves out", () => {
    const start = "2026-03-01T09:00";
    const without = (exdate: string): string[] =>
      locals({ rrule: `FREQ=DAILY;COUNT=3\n${exdate}`, start }).map((local) => local.slice(8, 10));
    expect(without("EXDATE:20260302")).toEqual(["01", "03"]);
    expect(without("EXDATE:20260302T090000")).toEqual(["01", "03"]);
    expect(without("EXDATE:20260302T080000Z")).toEqual(["01", "03"]);
    expect(without("EXDATE;TZID=America/New_York:20260302T030000")).toEqual(["01", "03"]);
    expect(without("EXDATE:20260302T090100")).toEqual(["01", "02", "03"]);
    expect(
      locals({ rrule: "FREQ=DAILY;COUNT=2\nEXDATE:20260301T235959Z", start: "2026-03-01" }),
    ).toEqual(["2026-03-01"]);
  });

  test("with `after` only later dates come, counted from the start all the same", () => {
    const start = "2026-03-02T09:00";
    const after = "2026-05-01T00:00:00.000Z";
    expect(locals({ rrule: "FREQ=WEEKLY;INTERVAL=2", start, after, limit: 1 })).toEqual([
      "2026-05-11T09:00",
    ]);
    expect(locals({ rrule: "FREQ=WEEKLY;COUNT=10", start, after })).toEqual(["2026-05-04T09:00"]);
    const soonest = { rrule: "FREQ=DAILY", start: "1990-01-01T09:00", after, limit: 1 };
    expect(locals(soonest)).toEqual(["2026-05-01T09:00"]);
  });

  test("what is wrong throws a RangeError that names it", () => {
    const right: Options = { rrule: "FREQ=DAILY", start: "2026-03-02", zone: "UTC", limit: 1 };
    const wrong: [Partial<Options>, RegExp][] = [
      [{ start: "2026-02-30" }, /"2026-02-30" is not a day/],
      [{ start: "2026-03-02T09:00:30" }, /"2026-03-02T09:00:30".*to the minute/],
      [{ zone: "Mars/Olympus" }, /"Mars\/Olympus" is not an IANA time zone/],
      [{ limit: -1 }, /limit must be a whole number from 0 to 10000, not -1/],
      [{ limit: maxLimit + 1 }, /limit/],
      [{ limit: 1.5 }, /limit/],
      [{ after: "soon" }, /"soon" is not an instant/],
      [{ rrule: "FREQ=DAILY;BYHOUR=9" }, /BYHOUR is not supported.*in the rule "FREQ=DAILY/],
    ];
    for (const [change, reason] of wrong) {
      expect(() => expand({ ...right, ...change })).toThrow(RangeError);
      expect(() => expand({ ...right, ...change })).toThrow(reason);
    }
    expect(expand({ ...right, limit: 0 })).toEqual([]);
    expect(expand({ ...right, start: "2026-03-02T09:00:00" })[0]?.local).toBe("2026-03-02T09:00");
  });
});

describe("no rule holds anything up", () => {
  /** The quickest of three runs: what the machine does beside this test does not count. */
  const quickest = (run: () => void): number =>
    Math.min(
      ...[1, 2, 3].map(() => {
        const before = process.cpuUsage();
        run();
        const { user, system } = process.cpuUsage(before);
        return (user + system) / 1000;
      }),
    );

  const start = "2026-03-03T09:00";
  test.each([
    "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
    "FREQ=YEARLY;BYDAY=53MO,-53TU,52WE,17FR,3SU;BYMONTHDAY=30,31;BYSETPOS=17",
    "FREQ=YEARLY;INTERVAL=999;BYMONTH=2;BYMONTHDAY=30",
    "FREQ=MONTHLY;BYMONTHDAY=7,21;BYSETPOS=3,-5",
    "FREQ=MONTHLY;INTERVAL=12;BYMONTH=4",
    "FREQ=WEEKLY;BYDAY=MO;BYSETPOS=2",
    "FREQ=DAILY;INTERVAL=7;BYDAY=MO",
    "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31",
    "FREQ=DAILY;BYDAY=MO;BYSETPOS=2",
    "FREQ=HOURLY;BYMONTH=2;BYMONTHDAY=30",
    "FREQ=HOURLY;INTERVAL=168;BYDAY=MO",
  ])("%s has no date, and that is known within 50 ms", (rrule) => {
    const options = { rrule, start, zone: "America/New_York", limit: 1000 };
    expect(expand(options)).toEqual([]);
    expect(quickest(() => expand(options))).toBeLessThan(50);
  });

  test.each([
    ["FREQ=DAILY", 1000],
    ["FREQ=HOURLY", 1000],
    ["FREQ=MONTHLY;BYDAY=-1FR", 120],
    ["FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;BYDAY=MO", 5],
    ["FREQ=HOURLY;BYMONTH=2;BYMONTHDAY=29;BYDAY=MO", 5],
    ["FREQ=YEARLY;BYDAY=53MO;BYMONTHDAY=30", 3],
    ["FREQ=YEARLY;INTERVAL=400;BYMONTH=3", 10],
  ])("%s has its %i dates within 50 ms", (rrule, limit) => {
    const options = { rrule, start, zone: "America/New_York", limit };
    expect(expand(options)).toHaveLength(limit);
    expect(quickest(() => expand(options))).toBeLessThan(50);
  });

  test("the calendar ends with the year 9999", () => {
    const found = locals({ rrule: "FREQ=YEARLY", start: "9997-06-01", limit: 10 });
    expect(found).toEqual(["9997-06-01", "9998-06-01", "9999-06-01"]);
    expect(locals({ rrule: "FREQ=HOURLY", start: "9999-12-31T22:00", limit: 10 })).toHaveLength(2);
    expect(locals({ rrule: "FREQ=WEEKLY;BYDAY=FR,SA", start: "9999-12-31", limit: 10 })).toEqual([
      "9999-12-31",
    ]);
  });
});

import { describe, expect, test } from "vitest";
import { next, type NextOptions, type Recurrence } from "../recurrence.ts";

const zone = "Europe/Berlin";
const on = (rrule: string, more: Partial<Recurrence> = {}): Recurrence => ({
  rrule,
  anchor: "schedule",
  overflow: "clamp",
  ...more,
});
const after = (rrule: string, more: Partial<Recurrence> = {}): Recurrence =>
  on(rrule, { anchor: "completion", ...more });

/** The dates that follow one another when each is done on its day. */
const chain = (recurrence: Recurrence, due: string, count: number): (string | undefined)[] => {
  const dates: (string | undefined)[] = [];
  let at: string | undefined = due;
  let position = 1;
  while (dates.length < count && at !== undefined) {
    const following = next(recurrence, { due: at, done: at, zone, position });
    position = following.position;
    at = following.next?.local;
    dates.push(at);
  }
  return dates;
};

describe("the table of what comes next", () => {
  test("every monday, done late on a Wednesday: the Monday after, two are skipped", () => {
    const found = next(on("FREQ=WEEKLY;BYDAY=MO"), { due: "2026-03-02", done: "2026-03-18", zone });
    expect(found.next?.local).toBe("2026-03-23");
    expect(found.skipped.map(({ local }) => local)).toEqual(["2026-03-09", "2026-03-16"]);
    expect(found.skippedCount).toBe(2);
  });

  test("every monday, done the day before: the slot just fulfilled is not offered again", () => {
    const found = next(on("FREQ=WEEKLY;BYDAY=MO"), { due: "2026-03-02", done: "2026-03-01", zone });
    expect(found.next?.local).toBe("2026-03-09");
    expect(found.skipped).toEqual([]);
  });

  test("every! 3 months counts from the day it was done", () => {
    const found = next(after("FREQ=MONTHLY;INTERVAL=3"), {
      due: "2026-01-10",
      done: "2026-01-20",
      zone,
    });
    expect(found.next?.local).toBe("2026-04-20");
  });

  test("every 3 months counts from the schedule", () => {
    const found = next(on("FREQ=MONTHLY;INTERVAL=3"), {
      due: "2026-01-10",
      done: "2026-01-20",
      zone,
    });
    expect(found.next?.local).toBe("2026-04-10");
  });

  test("every month on the 31st: the last of February, then the 31st of March again", () => {
    expect(chain(on("FREQ=MONTHLY;BYMONTHDAY=31"), "2027-01-31", 4)).toEqual([
      "2027-02-28",
      "2027-03-31",
      "2027-04-30",
      "2027-05-31",
    ]);
  });

  test("every 29 Feb: the 28th in other years, the 29th again in the next leap year", () => {
    expect(chain(on("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29"), "2028-02-29", 4)).toEqual([
      "2029-02-28",
      "2030-02-28",
      "2031-02-28",
      "2032-02-29",
    ]);
  });

  test("every last workday", () => {
    const rule = on("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1");
    expect(chain(rule, "2026-07-31", 3)).toEqual(["2026-08-31", "2026-09-30", "2026-10-30"]);
  });

  test("every day at 9:00 in Berlin keeps its clock time over the change to summer time", () => {
    const done = "2027-03-27T09:05";
    const found = next(on("FREQ=DAILY"), { due: "2027-03-27T09:00", done, zone });
    expect(found.next).toEqual({ local: "2027-03-28T09:00", instant: "2027-03-28T07:00:00.000Z" });
  });
});

describe("what else holds for the next date", () => {
  const of = (recurrence: Recurrence, options: Omit<NextOptions, "zone">) =>
    next(recurrence, { zone, ...options });

  test("done on the day of a later slot passes that slot too, for a full day", () => {
    const found = of(on("FREQ=WEEKLY;BYDAY=MO"), { due: "2026-03-02", done: "2026-03-16" });
    expect(found.next?.local).toBe("2026-03-23");
    expect(found.skippedCount).toBe(2);
  });

  test("done before the clock time of today's slot leaves it, done after it skips it", () => {
    const due = "2026-03-02T09:00";
    const early = of(on("FREQ=DAILY"), { due, done: "2026-03-04T08:59" });
    expect(early.next?.local).toBe("2026-03-04T09:00");
    const late = of(on("FREQ=DAILY"), { due, done: "2026-03-04T09:00" });
    expect(late.next?.local).toBe("2026-03-05T09:00");
  });

  test("done may be an instant: its day is the day in the zone", () => {
    const done = "2026-03-08T23:30:00.000Z"; // Monday 00:30 in Berlin
    const found = of(on("FREQ=WEEKLY;BYDAY=MO"), { due: "2026-03-02", done });
    expect(found.next?.local).toBe("2026-03-16");
  });

  test("a due moved off the rhythm finds it again by the start of the series", () => {
    const rule = on("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO");
    const moved = { due: "2026-03-10", done: "2026-03-10", start: "2026-03-02" };
    expect(of(rule, moved).next?.local).toBe("2026-03-16");
    expect(of(rule, { due: "2026-03-10", done: "2026-03-10" }).next?.local).toBe("2026-03-23");
  });

  test("COUNT ends the series by place, and skipped slots count", () => {
    expect(chain(on("FREQ=DAILY;COUNT=3"), "2026-03-01", 5)).toEqual([
      "2026-03-02",
      "2026-03-03",
      undefined,
    ]);
    const late = of(on("FREQ=DAILY;COUNT=3"), { due: "2026-03-01", done: "2026-03-09" });
    expect(late.next).toBeNull();
    expect(late.skipped.map(({ local }) => local)).toEqual(["2026-03-02", "2026-03-03"]);
    expect(chain(after("FREQ=DAILY;COUNT=2"), "2026-03-01", 5)).toEqual(["2026-03-02", undefined]);
  });

  test("UNTIL is inclusive, also a day for a task with a clock time", () => {
    expect(chain(on("FREQ=DAILY;UNTIL=20260303"), "2026-03-01T09:00", 5)).toEqual([
      "2026-03-02T09:00",
      "2026-03-03T09:00",
      undefined,
    ]);
  });

  test("an EXDATE is neither next nor skipped, but COUNT counts it", () => {
    const rule = on("FREQ=DAILY;COUNT=4\nEXDATE:20260302");
    expect(chain(rule, "2026-03-01", 5)).toEqual(["2026-03-03", "2026-03-04", undefined]);
    expect(of(rule, { due: "2026-03-01", done: "2026-03-03" }).skippedCount).toBe(1);
  });

  test("after completion the clock time stays and the day is the local day it was done", () => {
    const done = "2026-03-05T23:30:00.000Z"; // the 6th, 00:30 in Berlin
    const found = of(after("FREQ=DAILY;INTERVAL=3"), { due: "2026-03-02T18:00", done });
    expect(found.next?.local).toBe("2026-03-09T18:00");
    expect(found.skipped).toEqual([]);
  });

  test("after completion with a weekday: the first such day after the day it was done", () => {
    const rule = after("FREQ=WEEKLY;BYDAY=MO");
    expect(of(rule, { due: "2026-03-02", done: "2026-03-09" }).next?.local).toBe("2026-03-16");
    expect(of(rule, { due: "2026-03-02", done: "2026-03-10" }).next?.local).toBe("2026-03-16");
  });

  test("after completion at a month's end: the last day, or the next month that has the day", () => {
    const done = { due: "2027-01-31", done: "2027-01-31" };
    expect(of(after("FREQ=MONTHLY"), done).next?.local).toBe("2027-02-28");
    expect(of(after("FREQ=MONTHLY", { overflow: "skip" }), done).next?.local).toBe("2027-03-31");
  });

  test("every 4 hours: from the schedule, or from the minute it was done", () => {
    const late = { due: "2026-03-02T08:00", done: "2026-03-02T13:10" };
    const scheduled = of(on("FREQ=HOURLY;INTERVAL=4"), late);
    expect(scheduled.next?.local).toBe("2026-03-02T16:00");
    expect(scheduled.skipped.map(({ local }) => local)).toEqual(["2026-03-02T12:00"]);
    expect(of(after("FREQ=HOURLY;INTERVAL=4"), late).next?.local).toBe("2026-03-02T17:10");
  });

  test("in the hour that comes twice, a slot of its first run is past in the second", () => {
    const rule = on("FREQ=HOURLY");
    const done = "2027-10-31T01:10:00.000Z"; // 2:10 for the second time
    const found = of(rule, { due: "2027-10-31T01:30", done });
    expect(found.next).toEqual({ local: "2027-10-31T03:30", instant: "2027-10-31T02:30:00.000Z" });
    expect(found.skipped.map(({ local }) => local)).toEqual(["2027-10-31T02:30"]);
  });

  test("thirty years late by the hour still has a next date, and a list of bounded length", () => {
    const found = of(on("FREQ=HOURLY"), { due: "2026-03-02T08:00", done: "2056-03-02T08:30" });
    expect(found.next?.local).toBe("2056-03-02T09:00");
    expect(found.skipped).toHaveLength(366);
    expect(found.skippedCount).toBe(10_000);
  });

  test("what cannot be read throws a RangeError that names it", () => {
    const given = { due: "2026-03-02", done: "2026-03-02", zone };
    expect(() => next(on("FREQ=DAILY"), { ...given, due: "2026-02-30" })).toThrow(/"2026-02-30"/);
    expect(() => next(on("FREQ=DAILY"), { ...given, done: "soon" })).toThrow(/"soon"/);
    expect(() => next(on("FREQ=DAILY"), { ...given, zone: "Mars/X" })).toThrow(/"Mars\/X"/);
    expect(() => next(on("FREQ=SECONDLY"), given)).toThrow(/FREQ=SECONDLY is too often/);
  });
});

// Wall clocks, dues and their words. Needs nothing.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { browserSettings } from "./browser-settings.ts";
import { isOverdue, localDue, nowIn } from "./due.ts";
import { sayAgo, sayDay, sayDue, sayLongDay, sayTime } from "./say.ts";
import { addDays, daysBetween, instantOf, sameZone, wallClock } from "./zone.ts";

describe("wall clocks", () => {
  test.each([
    ["2026-11-24T12:00", "Europe/Berlin", "2026-11-24T11:00:00.000Z"],
    ["2026-07-01T00:30", "Asia/Kolkata", "2026-06-30T19:00:00.000Z"],
    ["2026-07-01T12:00", "UTC", "2026-07-01T12:00:00.000Z"],
    ["2027-03-14T02:30", "America/New_York", "2027-03-14T07:30:00.000Z"],
    ["2026-11-01T01:30", "America/New_York", "2026-11-01T05:30:00.000Z"],
    ["2027-03-28T09:00", "Europe/Berlin", "2027-03-28T07:00:00.000Z"],
  ])("%s in %s is the instant %s", (wall, zone, instant) => {
    expect(instantOf(wall, zone).toISOString()).toBe(instant);
  });

  test("an instant's wall clock leads back to the instant, to the minute", () => {
    const zones = ["Europe/Berlin", "America/New_York", "Asia/Kolkata", "Pacific/Chatham", "UTC"];
    const minutes = fc.integer({ min: 28_000_000, max: 31_000_000 });
    fc.assert(
      fc.property(minutes, fc.constantFrom(...zones), (minute, zone) => {
        const wall = wallClock(new Date(minute * 60_000), zone);
        const back = instantOf(wall, zone);
        expect(wallClock(back, zone)).toBe(wall);
        expect(back.getTime()).toBeLessThanOrEqual(minute * 60_000);
      }),
    );
  });

  test("two names of one zone are the same zone", () => {
    expect(sameZone("Asia/Calcutta", "Asia/Kolkata")).toBe(true);
    expect(sameZone("Europe/Berlin", "Europe/Lisbon")).toBe(false);
  });

  test("days are counted by the calendar, over clock changes and leap days", () => {
    expect(addDays("2027-03-27", 2)).toBe("2027-03-29");
    expect(addDays("2028-02-28", 1)).toBe("2028-02-29");
    expect(daysBetween("2026-10-24", "2026-10-26")).toBe(2);
    expect(daysBetween("2026-11-24", "2026-11-23")).toBe(-1);
  });
});

describe("dues", () => {
  const now = nowIn("Europe/Berlin", new Date("2026-11-24T11:00:00Z"));

  test("a day and a floating time mean what they say in any zone", () => {
    expect(localDue({ kind: "day", at: "2026-12-01" }, "Pacific/Auckland")).toEqual({
      day: "2026-12-01",
      time: null,
    });
    expect(localDue({ kind: "floating", at: "2026-12-01T17:00" }, "Pacific/Auckland")).toEqual({
      day: "2026-12-01",
      time: "17:00",
    });
  });

  test("a fixed time is shown as the person's own clock", () => {
    const due = { kind: "fixed", at: "2026-12-01T20:00", zone: "America/New_York" } as const;
    expect(localDue(due, "Europe/Berlin")).toEqual({ day: "2026-12-02", time: "02:00" });
  });

  test("a time is overdue once its minute has passed, a day once it is over", () => {
    expect(now.wall).toBe("2026-11-24T12:00");
    expect(isOverdue({ day: "2026-11-24", time: "12:00" }, now)).toBe(false);
    expect(isOverdue({ day: "2026-11-24", time: "11:59" }, now)).toBe(true);
    expect(isOverdue({ day: "2026-11-24", time: null }, now)).toBe(false);
    expect(isOverdue({ day: "2026-11-23", time: null }, now)).toBe(true);
  });
});

describe("words", () => {
  const now = { wall: "2026-11-24T12:00", zone: "Europe/Berlin" };

  test.each([
    ["2026-11-23", "Yesterday"],
    ["2026-11-24", "Today"],
    ["2026-11-25", "Tomorrow"],
    ["2026-11-30", "Monday"],
    ["2026-12-01", "Tue 1 Dec"],
    ["2026-11-20", "Fri 20 Nov"],
    ["2027-01-04", "Mon 4 Jan"],
    ["2027-08-04", "Wed 4 Aug 2027"],
  ])("%s is %s", (day, words) => {
    expect(sayDay(day, now, "en-GB")).toBe(words);
  });

  test("the clock is the person's own", () => {
    expect(sayTime("17:00", "en-GB")).toBe("17:00");
    expect(sayTime("17:00", "en")).toBe("17:00");
    expect(sayTime("17:00", "en-US")).toMatch(/^5:00\sPM$/);
    expect(sayTime("00:05", "en-US")).toMatch(/^12:05\sAM$/);
    expect(sayDue({ day: "2026-11-25", time: "17:00" }, now, "de-DE")).toBe("Tomorrow 17:00");
  });

  test("the heading names the weekday", () => {
    expect(sayLongDay("2026-11-24", "en-GB")).toMatch(/^Tuesday,? 24 November$/);
  });

  test.each([
    ["2026-11-24T10:59:40.000Z", "just now"],
    ["2026-11-24T10:59:00.000Z", "1 minute ago"],
    ["2026-11-24T10:15:00.000Z", "45 minutes ago"],
    ["2026-11-24T08:03:00.000Z", "Today 09:03"],
    ["2026-11-23T21:00:00.000Z", "Yesterday 22:00"],
  ])("%s was %s", (instant, words) => {
    expect(sayAgo(instant, new Date("2026-11-24T11:00:00Z"), now.zone, "en-GB")).toBe(words);
  });
});

test("a due said as “in 3 minutes” is shown to the minute and is to the second", () => {
  expect(localDue({ kind: "floating", at: "2026-12-01T17:03:49" }, "UTC").time).toBe("17:03");
  const fixed = { kind: "fixed", at: "2026-12-01T17:03:49", zone: "Europe/Berlin" } as const;
  expect(localDue(fixed, "America/New_York").time).toBe("11:03");
  expect(instantOf(fixed.at, fixed.zone).toISOString()).toBe("2026-12-01T16:03:49.000Z");
});

test("a browser's language is a setting only in a form the settings take", () => {
  expect(browserSettings("en-GB").locale).toBe("en-GB");
  expect(browserSettings("C")).not.toHaveProperty("locale");
  expect(browserSettings("en-GB").timeZone).toMatch(/\w/);
});

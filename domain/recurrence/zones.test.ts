// Rules over clock changes in many zones: the wall clock stays, the instant follows, nothing comes twice or backwards.
import { describe, expect, test } from "vitest";
import { expand } from "../recurrence.ts";
import { howOften, toInstant, toLocal } from "../time.ts";

/** A zone, a wall clock it skips, and one it shows twice. */
// prettier-ignore
const changes: [string, string, string][] = [
  ["America/New_York", "2027-03-14T02:30", "2027-11-07T01:30"],
  ["America/St_Johns", "2027-03-14T02:30", "2027-11-07T01:30"],
  ["America/Santiago", "2026-09-06T00:30", "2026-04-04T23:30"],
  ["America/Sao_Paulo", "2018-11-04T00:30", "2018-02-17T23:30"],
  ["Europe/Berlin", "2027-03-28T02:30", "2027-10-31T02:30"],
  ["Europe/London", "2027-03-28T01:30", "2027-10-31T01:30"],
  ["Europe/Dublin", "2027-03-28T01:30", "2027-10-31T01:30"],
  ["Africa/Cairo", "2026-04-24T00:30", "2026-10-29T23:30"],
  ["Asia/Beirut", "2026-03-29T00:30", "2026-10-24T23:30"],
  ["Australia/Sydney", "2027-10-03T02:30", "2027-04-04T02:30"],
  ["Australia/Lord_Howe", "2027-10-03T02:15", "2027-04-04T01:45"],
  ["Pacific/Auckland", "2027-09-26T02:30", "2027-04-04T02:30"],
];

const dayBefore = (local: string): string =>
  `${new Date(Date.parse(`${local.slice(0, 10)}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)}${local.slice(10)}`;

describe.each(changes)("in %s", (zone, skipped, twice) => {
  test(`every day at the time that ${skipped.slice(0, 10)} skips keeps its wall clock`, () => {
    const start = dayBefore(skipped);
    const found = expand({ rrule: "FREQ=DAILY", start, zone, limit: 3 });
    expect(found.map(({ local }) => local.slice(11))).toEqual(Array(3).fill(skipped.slice(11)));
    expect(found[1]).toEqual({ local: skipped, instant: toInstant(skipped, zone) });
    const shown = toLocal(toInstant(skipped, zone), zone);
    expect(shown > skipped && shown.slice(0, 10) === skipped.slice(0, 10)).toBe(true);
    expect(found[2]?.instant).toBe(toInstant(found[2]?.local ?? "", zone));
  });

  test(`every day at the time that ${twice.slice(0, 10)} shows twice means the first`, () => {
    const found = expand({ rrule: "FREQ=DAILY", start: dayBefore(twice), zone, limit: 3 });
    const instants = found.map(({ instant }) => Date.parse(instant));
    expect(found[1]).toEqual({ local: twice, instant: toInstant(twice, zone) });
    const anHourLater = new Date((instants[1] ?? 0) + 3_600_000).toISOString();
    // The second run of the same wall clock comes half an hour or an hour later.
    expect([0, 30]).toContain(
      Math.abs(Number(toLocal(anHourLater, zone).slice(14)) - Number(twice.slice(14))),
    );
    expect((instants[2] ?? 0) - (instants[1] ?? 0)).toBeGreaterThan(24 * 3_600_000);
  });

  test.each([skipped, twice])(
    "every hour of the days around %s comes once and in order",
    (change) => {
      const start = `${dayBefore(change).slice(0, 10)}T00:00`;
      const found = expand({ rrule: "FREQ=HOURLY", start, zone, limit: 72 });
      const instants = found.map(({ instant }) => instant);
      expect(instants).toEqual([...new Set(instants)].toSorted());
      const day = change.slice(0, 10);
      const hours = Array.from({ length: 24 }, (_, n) => `${day}T${String(n).padStart(2, "0")}:00`);
      const real = hours.filter((local) => howOften(local, zone) !== "skipped");
      const listed = new Set(found.map(({ local }) => local));
      expect(real.filter((local) => !listed.has(local))).toEqual([]);
      for (const { local, instant } of found) expect(instant).toBe(toInstant(local, zone));
    },
  );
});

test("a skipped time that moved past `after` is still to come", () => {
  const after = "2027-03-14T07:10:00.000Z"; // 3:10 in New York, ten minutes after the change
  const options = { start: "2027-03-01T02:30", zone: "America/New_York", limit: 1, after };
  expect(expand({ rrule: "FREQ=DAILY", ...options })).toEqual([
    { local: "2027-03-14T02:30", instant: "2027-03-14T07:30:00.000Z" },
  ]);
});

describe("a clock change of a whole day", () => {
  test("Samoa had no 30 December 2011: neither a full day nor a time on it comes", () => {
    const zone = "Pacific/Apia";
    const days = expand({ rrule: "FREQ=DAILY", start: "2011-12-29", zone, limit: 3 });
    expect(days.map(({ local }) => local)).toEqual(["2011-12-29", "2011-12-31", "2012-01-01"]);
    const times = expand({
      rrule: "FREQ=DAILY;COUNT=3",
      start: "2011-12-29T09:00",
      zone,
      limit: 9,
    });
    expect(times.map(({ local }) => local.slice(0, 10))).toEqual([
      "2011-12-29",
      "2011-12-31",
      "2012-01-01",
    ]);
  });

  test("by the hour, the skipped day and the one after it are one", () => {
    const zone = "Pacific/Apia";
    const found = expand({ rrule: "FREQ=HOURLY", start: "2011-12-29T22:00", zone, limit: 48 });
    const first = Date.parse("2011-12-30T08:00:00.000Z");
    expect(found.map(({ instant }) => Date.parse(instant))).toEqual(
      Array.from({ length: 48 }, (_, n) => first + n * 3_600_000),
    );
  });

  test("what falls only on that day moves to the next", () => {
    const rrule = "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=30;COUNT=2";
    const found = expand({ rrule, start: "2011-12-01T09:00", zone: "Pacific/Apia", limit: 9 });
    expect(found.map(({ instant }) => toLocal(instant, "Pacific/Apia"))).toEqual([
      "2011-12-31T09:00",
      "2012-12-30T09:00",
    ]);
  });
});

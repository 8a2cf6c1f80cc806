// "every!": what comes after a completion, early, on time and late, for every kind of rule (semantics: Recurrence). Pure.
import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { randomRule } from "../../tests/rules.ts";
import { expand, next, preview, type Recurrence } from "../recurrence.ts";

const zone = "Europe/Berlin";
const every = (rrule: string, overflow: Recurrence["overflow"] = "clamp"): Recurrence => ({
  rrule,
  anchor: "completion",
  overflow,
});
const after = (rrule: string, due: string, done: string, where = zone) =>
  next(every(rrule), { due, done, zone: where }).next?.local;

describe("never the slot just fulfilled", () => {
  test.each([
    ["every! sunday", "FREQ=WEEKLY;BYDAY=SU", "2026-05-03", "2026-05-01", "2026-05-10"],
    ["every! day", "FREQ=DAILY", "2026-05-03", "2026-05-02", "2026-05-04"],
    ["every! 3 days", "FREQ=DAILY;INTERVAL=3", "2026-05-03", "2026-04-30", "2026-05-06"],
    ["every! month", "FREQ=MONTHLY", "2026-05-10", "2026-04-10", "2026-06-10"],
    ["every! 1st", "FREQ=MONTHLY;BYMONTHDAY=1", "2026-05-01", "2026-04-20", "2026-06-01"],
    ["every! first monday", "FREQ=MONTHLY;BYDAY=1MO", "2026-05-04", "2026-05-02", "2026-06-01"],
    [
      "every! last workday",
      "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
      "2026-05-29",
      "2026-05-28",
      "2026-06-30",
    ],
    [
      "every! 24 Dec",
      "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=24",
      "2026-12-24",
      "2026-12-20",
      "2027-12-24",
    ],
    [
      "every! 4 hours",
      "FREQ=HOURLY;INTERVAL=4",
      "2026-05-03T08:00",
      "2026-05-03T04:00",
      "2026-05-03T12:00",
    ],
    [
      "at its clock time",
      "FREQ=WEEKLY;BYDAY=SU",
      "2026-05-03T18:00",
      "2026-05-01T09:00",
      "2026-05-10T18:00",
    ],
  ])("%s: %s due %s, done %s is next %s", (_, rrule, due, done, expected) => {
    expect(after(rrule, due, done)).toBe(expected);
  });

  test("nor the day it was moved to", () => {
    const moved = { due: "2026-05-03", moved: "2026-05-04", done: "2026-05-03", zone };
    expect(next(every("FREQ=DAILY"), moved).next?.local).toBe("2026-05-05");
  });

  test("a slot that is passed over does not use up COUNT", () => {
    const options = { due: "2026-05-03", done: "2026-05-02", zone, position: 1 };
    const found = next(every("FREQ=DAILY;COUNT=2"), options);
    expect([found.next?.local, found.position]).toEqual(["2026-05-04", 2]);
    expect(
      next(every("FREQ=DAILY;COUNT=2"), { ...options, due: "2026-05-04", position: 2 }).next,
    ).toBeNull();
  });
});

describe("the interval of a rule that names days", () => {
  test.each([
    [
      "3 weeks on saturday",
      "FREQ=WEEKLY;INTERVAL=3;BYDAY=SA",
      "2026-04-18",
      "2026-05-26",
      "2026-06-20",
    ],
    [
      "on the very day",
      "FREQ=WEEKLY;INTERVAL=3;BYDAY=SA",
      "2026-05-23",
      "2026-05-23",
      "2026-06-13",
    ],
    [
      "the first of two days",
      "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH",
      "2026-05-04",
      "2026-05-05",
      "2026-05-21",
    ],
    [
      "3 days on a saturday",
      "FREQ=DAILY;INTERVAL=3;BYDAY=SA",
      "2026-05-23",
      "2026-05-26",
      "2026-05-30",
    ],
    [
      "2 months on the 1st",
      "FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=1",
      "2026-01-01",
      "2026-01-20",
      "2026-04-01",
    ],
    [
      "2 months on the 31st",
      "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=31",
      "2027-01-31",
      "2027-01-31",
      "2027-04-30",
    ],
    [
      "2 months, second tuesday",
      "FREQ=MONTHLY;INTERVAL=2;BYDAY=2TU",
      "2026-01-13",
      "2026-01-20",
      "2026-04-14",
    ],
    [
      "2 months, last workday",
      "FREQ=MONTHLY;INTERVAL=2;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
      "2026-05-29",
      "2026-06-02",
      "2026-08-31",
    ],
    [
      "2 years on 29 Feb",
      "FREQ=YEARLY;INTERVAL=2;BYMONTH=2;BYMONTHDAY=29",
      "2028-02-29",
      "2028-03-05",
      "2031-02-28",
    ],
    [
      "2 years in june",
      "FREQ=YEARLY;INTERVAL=2;BYMONTH=6",
      "2026-06-10",
      "2026-05-30",
      "2028-06-30",
    ],
  ])("%s: %s due %s, done %s is next %s", (_, rrule, due, done, expected) => {
    expect(after(rrule, due, done)).toBe(expected);
  });
});

test("the day it was done is the day in the zone of the series", () => {
  const done = "2026-05-02T22:30:00.000Z"; // the 3rd, 00:30 in Berlin; still the 2nd in New York
  const rrule = "FREQ=WEEKLY;BYDAY=SU";
  expect(after(rrule, "2026-04-26T09:00", done)).toBe("2026-05-10T09:00");
  expect(after(rrule, "2026-04-26T09:00", done, "America/New_York")).toBe("2026-05-03T09:00");
});

const unit = { DAILY: "days", WEEKLY: "weeks", MONTHLY: "months", YEARLY: "years" } as const;
const completed = fc.record({
  rule: randomRule,
  overflow: fc.constantFrom<Recurrence["overflow"][]>("clamp", "skip"),
  early: fc.integer({ min: -40, max: 60 }),
});

test("any rule: the first named day from one interval after the completion on, that is not the one just done", () => {
  fc.assert(
    fc.property(completed, ({ rule, overflow, early }) => {
      const rrule = rule.rrule.replace(/;COUNT=\d+/, "");
      const freq = /FREQ=(\w+)/.exec(rrule)?.[1] as keyof typeof unit | "HOURLY";
      const [due] = expand({ rrule, overflow, start: rule.start, zone, limit: 1 });
      if (freq === "HOURLY" || due === undefined) return;
      const day = Temporal.PlainDate.from(due.local.slice(0, 10)).add({ days: early });
      const clock = due.local.slice(10);
      const found = next(
        { rrule, overflow, anchor: "completion" },
        {
          due: due.local,
          done: `${day.toString()}${clock}`,
          zone,
        },
      ).next?.local;
      if (found === undefined) return;
      expect(found.slice(10)).toBe(clock);
      expect(found).not.toBe(due.local);
      expect(found.slice(0, 10) > day.toString()).toBe(true);
      const interval = Number(/INTERVAL=(\d+)/.exec(rrule)?.[1] ?? 1);
      if (interval === 1 || !/BYDAY|BYMONTH/.test(rrule)) return;
      const least = day.add({ [unit[freq]]: interval }).toString();
      const daily = rrule.replace(/;INTERVAL=\d+/, "");
      const named = expand({
        rrule: daily,
        overflow,
        start: `${day.toString()}${clock}`,
        zone,
        limit: 4,
        after: new Date(Date.parse(`${least}T00:00Z`) - 14 * 3_600_000).toISOString(),
      });
      const wanted = named.filter(
        ({ local }) => local.slice(0, 10) >= least && local !== due.local,
      );
      expect(found).toBe(wanted[0]?.local ?? found);
    }),
    { seed: 5545, numRuns: 2_000 },
  );
});

test("a preview is what happens when each is done on its day", () => {
  fc.assert(
    fc.property(randomRule, ({ rrule, start }) => {
      const recurrence = every(rrule);
      const shown = preview(recurrence, { start, zone }, 5).map(({ local }) => local);
      const happens = shown.slice(0, 1);
      for (let position = 1; position < 5 && happens.length === position; position += 1) {
        const due = happens[position - 1] as string;
        const found = next(recurrence, { due, done: due, zone, position }).next;
        if (found) happens.push(found.local);
      }
      expect(shown).toEqual(happens);
    }),
    { seed: 5545, numRuns: 300 },
  );
});

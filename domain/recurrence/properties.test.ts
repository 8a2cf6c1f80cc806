// What holds for every rule, whatever it says: order, resuming, canonical text, and that next is never in the past.
import fc from "fast-check";
import { expect, test } from "vitest";
import { randomRule } from "../../tests/rules.ts";
import { expand, next, parseRecurrence, type Recurrence } from "../recurrence.ts";
import { toInstant, toLocal } from "../time.ts";

const seed = 5545;
const runs = (numRuns: number) => ({ seed, numRuns });
const zone = fc.constantFrom(
  "America/New_York",
  "America/Santiago",
  "America/St_Johns",
  "Africa/Casablanca",
  "Asia/Beirut",
  "Asia/Kolkata",
  "Asia/Tehran",
  "Australia/Lord_Howe",
  "Europe/Berlin",
  "Europe/Dublin",
  "Pacific/Apia",
  "UTC",
);
const overflow = fc.constantFrom<("clamp" | "skip")[]>("clamp", "skip");
const asked = fc.record({ rule: randomRule, zone, overflow });
const limit = 12;

test("occurrences strictly increase, never before the start, each at the instant of its wall clock", () => {
  fc.assert(
    fc.property(asked, ({ rule: { rrule, start }, ...rest }) => {
      const found = expand({ rrule, start, limit, ...rest });
      const instants = found.map(({ instant }) => instant);
      expect(instants).toEqual([...new Set(instants)].toSorted());
      for (const { local, instant } of found) {
        expect(instant).toBe(toInstant(local, rest.zone));
        expect(local >= start).toBe(true);
      }
    }),
    runs(500),
  );
});

test("expanding goes on from any point as if it had not stopped, by `after`", () => {
  fc.assert(
    fc.property(asked, fc.nat(limit - 1), ({ rule: { rrule, start }, ...rest }, k) => {
      const whole = expand({ rrule, start, limit, ...rest });
      const at = whole[k % Math.max(1, whole.length)];
      if (at === undefined) return;
      const resumed = expand({ rrule, start, limit, ...rest, after: at.instant });
      const known = whole.slice(whole.indexOf(at) + 1);
      expect(resumed.slice(0, known.length)).toEqual(known);
    }),
    runs(600),
  );
});

test("a canonical rule without COUNT goes on from any of its own dates as its start", () => {
  fc.assert(
    fc.property(asked, fc.nat(limit - 1), ({ rule, ...rest }, k) => {
      const { start } = rule;
      const rrule = rule.rrule.replace(/;COUNT=\d+/, "");
      const accepted = parseRecurrence(
        { rrule, overflow: rest.overflow },
        { start, zone: rest.zone },
      );
      if (!accepted.ok) return;
      const whole = expand({ ...accepted.value, start, limit, ...rest });
      const at = whole[k % whole.length];
      if (at === undefined) return;
      const resumed = expand({ ...accepted.value, start: at.local, limit, ...rest });
      const known = whole.slice(whole.indexOf(at));
      expect(resumed.slice(0, known.length)).toEqual(known);
    }),
    runs(600),
  );
});

test("the canonical text means the same dates, and is its own canonical text", () => {
  fc.assert(
    fc.property(asked, ({ rule: { rrule, start }, ...rest }) => {
      const accepted = parseRecurrence(
        { rrule, overflow: rest.overflow },
        { start, zone: rest.zone },
      );
      const canonical = accepted.ok ? expand({ ...rest, ...accepted.value, start, limit }) : [];
      expect(canonical).toEqual(expand({ rrule, start, limit, ...rest }));
      expect(accepted.ok ? parseRecurrence(accepted.value) : accepted).toEqual(accepted);
    }),
    runs(600),
  );
});

/** A recurrence with a due that is one of its dates, and an instant it is done at: up to 80 days from there. */
const completed = fc.record({
  asked,
  anchor: fc.constantFrom<("schedule" | "completion")[]>("schedule", "completion"),
  lateMinutes: fc.integer({ min: -5 * 1440, max: 80 * 1440 }),
  place: fc.nat(5),
});

test("next is never in the past, never the date just done, and skips what lies between", () => {
  fc.assert(
    fc.property(completed, ({ asked: { rule, ...rest }, anchor, lateMinutes, place }) => {
      const { rrule, start } = rule;
      const dates = expand({ rrule, start, limit, ...rest });
      const due = dates[place % Math.max(1, dates.length)];
      if (due === undefined) return;
      const done = new Date(Date.parse(due.instant) + lateMinutes * 60_000).toISOString();
      const recurrence: Recurrence = { rrule, anchor, overflow: rest.overflow };
      const found = next(recurrence, { due: due.local, done, zone: rest.zone, start });
      const doneDay = toLocal(done, rest.zone).slice(0, 10);
      const isFullDay = !due.local.includes("T");
      for (const slot of found.skipped) {
        expect(slot.instant > due.instant && slot.instant <= done).toBe(true);
      }
      const isPast =
        found.next !== null &&
        (isFullDay ? found.next.local <= doneDay : found.next.instant <= done);
      expect(isPast).toBe(false);
      const isBack =
        anchor === "schedule" && found.next !== null && found.next.instant <= due.instant;
      expect(isBack).toBe(false);
      expect(found.next?.local).not.toBe(due.local);
    }),
    runs(500),
  );
});

test("done on time, next is the date that follows in the series", () => {
  fc.assert(
    fc.property(asked, fc.nat(5), ({ rule: { rrule, start }, ...rest }, place) => {
      const dates = expand({ rrule, start, limit, ...rest });
      const k = place % Math.max(1, dates.length);
      const due = dates[k];
      if (due === undefined) return;
      const recurrence: Recurrence = { rrule, anchor: "schedule", overflow: rest.overflow };
      const options = { due: due.local, done: due.local, zone: rest.zone, start, position: k + 1 };
      const found = next(recurrence, options);
      expect(found.next).toEqual(dates[k + 1] ?? null);
    }),
    runs(600),
  );
});

test("a monthly rule that clamps has one date in every nth month, and never a later day than asked", () => {
  const months = fc.record({
    day: fc.integer({ min: 1, max: 31 }),
    every: fc.integer({ min: 1, max: 999 }),
  });
  fc.assert(
    fc.property(months, zone, ({ day, every }, where) => {
      const rrule = `FREQ=MONTHLY;INTERVAL=${every};BYMONTHDAY=${day}`;
      const found = expand({ rrule, start: "2026-01-01", zone: where, limit, overflow: "clamp" });
      const month = (local: string): number =>
        Number(local.slice(0, 4)) * 12 + Number(local.slice(5, 7));
      expect(found).toHaveLength(limit);
      found.forEach(({ local }, n) => {
        expect(month(local)).toBe(month("2026-01") + n * every);
        const lastOfMonth = new Date(0);
        lastOfMonth.setUTCFullYear(Number(local.slice(0, 4)), Number(local.slice(5, 7)), 0);
        expect(Number(local.slice(8))).toBe(Math.min(day, lastOfMonth.getUTCDate()));
      });
    }),
    runs(300),
  );
});

import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { plannedFor } from "../reminder-time.ts";
import { ownerOf, defaultSettings } from "../settings.ts";
import { dueInstant } from "../time.ts";
import { clockAt } from "./clock.ts";
import { parseQuickAdd } from "./quick-add.ts";
import { readTrigger } from "./reminders/read-trigger.ts";
import { readUntil } from "./reminders/read-until.ts";

const amounts: [words: string, seconds: number][] = [
  ["1 minute", 60],
  ["a minute", 60],
  ["3 minutes", 180],
  ["20 min", 1_200],
  ["1.5 minutes", 90],
  ["90 seconds", 90],
  ["2 minutes and 30 seconds", 150],
  ["half an hour", 1_800],
  ["an hour and a half", 5_400],
  ["1h30", 5_400],
  ["2 hours", 7_200],
  ["36 hours", 36 * 3_600],
];
const zones = ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata", "UTC"];

/** Any moment, half of them around a change of the clock in one of the zones. */
const moments = fc.oneof(
  fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2028, 0, 1) }),
  fc
    .tuple(
      fc.constantFrom(
        Date.UTC(2026, 9, 25, 1), // Berlin, back
        Date.UTC(2027, 2, 28, 1), // Berlin, forward
        Date.UTC(2026, 10, 1, 6), // New York, back
        Date.UTC(2027, 2, 14, 7), // New York, forward
        Date.UTC(2027, 3, 3, 15), // Lord Howe, back by half an hour
        Date.UTC(2026, 9, 3, 15, 30), // Lord Howe, forward by half an hour
      ),
      fc.integer({ min: -3 * 3_600_000, max: 3 * 3_600_000 }),
    )
    .map(([at, away]) => at + away),
);
const said = fc.record({
  ms: moments,
  zone: fc.constantFrom(...zones),
  amount: fc.constantFrom(...amounts),
});

/** Never before its time, and less than a second after it. */
const isOnTime = (at: string | null | undefined, ms: number): boolean => {
  const late = Date.parse(at ?? "") - ms;
  return late >= 0 && late < 1_000;
};

const owner = (zone: string) =>
  ownerOf({ version: 1, settings: { ...defaultSettings, timeZone: zone } });

describe("so long from now is that long, to the second", () => {
  test("as the due of a line", () => {
    fc.assert(
      fc.property(said, ({ ms, zone, amount: [words, seconds] }) => {
        const now = new Date(ms).toISOString();
        const { due, title } = parseQuickAdd(`check the oven in ${words}`, { now, zone });
        expect(title).toBe("check the oven");
        if (!due) throw new Error("has no due");
        expect(isOnTime(dueInstant(due, zone, "09:00"), ms + seconds * 1_000)).toBe(true);
      }),
      { numRuns: 120 },
    );
  });

  test("of “remind me in … to” the due and the reminder are one instant", () => {
    fc.assert(
      fc.property(said, ({ ms, zone, amount: [words, seconds] }) => {
        const now = new Date(ms).toISOString();
        const line = `remind me in ${words} to check the oven`;
        const { due, reminders } = parseQuickAdd(line, { now, zone });
        if (!due) throw new Error("has no due");
        const [trigger, more] = reminders;
        if (!trigger || more) throw new Error("has not one reminder");
        const told = plannedFor(trigger, { due, deadline: null, priority: 4 }, owner(zone));
        expect(told).toBe(dueInstant(due, zone, "09:00"));
        expect(isOnTime(told, ms + seconds * 1_000)).toBe(true);
      }),
      { numRuns: 120 },
    );
  });

  test("as a reminder and as a snooze", () => {
    fc.assert(
      fc.property(said, ({ ms, zone, amount: [words, seconds] }) => {
        const clock = clockAt({ now: new Date(ms).toISOString(), zone });
        const trigger = readTrigger(`in ${words}`, clock, null);
        if (trigger?.kind !== "instant") throw new Error("is no instant");
        expect(isOnTime(trigger.at, ms + seconds * 1_000)).toBe(true);
        expect(isOnTime(readUntil(words, clock), ms + seconds * 1_000)).toBe(true);
      }),
      { numRuns: 120 },
    );
  });
});

test.each([
  ["in 2 days", "2026-10-26"],
  ["in a day and a half", "2026-10-25"],
  ["in a week", "2026-10-31"],
])("“%s” is a day of the calendar: %s", (words, day) => {
  const { due } = parseQuickAdd(`call mum ${words}`, {
    now: "2026-10-24T08:15:20.500Z",
    zone: "Europe/Berlin",
  });
  expect(due).toEqual({ kind: "day", at: day });
});

test("days and hours together keep the clock time over the days, and count the hours", () => {
  const zone = "Europe/Berlin";
  const now = "2026-10-24T08:15:20.500Z";
  const { due } = parseQuickAdd("call mum in 1 day and 3 hours", { now, zone });
  expect(due).toEqual({ kind: "floating", at: "2026-10-25T13:15:21" });
});

test("a snooze of days ends at the clock time of now, to the second, though the clock changes in between", () => {
  const clock = clockAt({ now: "2026-10-24T08:15:20.500Z", zone: "Europe/Berlin" });
  expect(readUntil("2 days", clock)).toBe("2026-10-26T09:15:20.500Z");
  expect(readUntil("1 day", clock)).toBe("2026-10-25T09:15:20.500Z");
});

test("a due in the hour that comes twice says which of the two is meant", () => {
  const zone = "Europe/Berlin";
  const read = (now: string) => parseQuickAdd("call mum in 90 minutes", { now, zone }).due;
  expect(read("2026-10-24T23:00:30.000Z")).toEqual({ kind: "floating", at: "2026-10-25T02:30:30" });
  expect(read("2026-10-25T00:00:30.000Z")).toEqual({
    kind: "fixed",
    at: "2026-10-25T02:30:30",
    zone: "Etc/GMT-1",
  });
});

test("“the 90s” and “in a second” are no times", () => {
  const options = { now: "2026-11-25T09:00:00.000Z", zone: "Europe/Berlin" };
  for (const line of ["costume in 90s style", "back in a second", "Gone in 60 Seconds"])
    expect(parseQuickAdd(line, options)).toMatchObject({ title: line, due: null });
});

test("a repetition that begins so long from now begins at a full minute, not before", () => {
  const options = { now: "2026-11-25T09:00:20.500Z", zone: "Europe/Berlin" };
  const { due, recurrence } = parseQuickAdd("stretch every day in 20 minutes", options);
  expect(recurrence?.rrule).toBe("FREQ=DAILY");
  expect(due).toEqual({ kind: "floating", at: "2026-11-25T10:21" });
  expect(Temporal.PlainDateTime.from(due?.at ?? "").second).toBe(0);
});

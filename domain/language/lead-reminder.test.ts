// The reminder that comes by itself. Needs nothing.
import { expect, test } from "vitest";
import { leadReminder } from "./lead-reminder.ts";

const world = { now: "2026-11-25T09:00:00.000Z", zone: "Europe/Berlin" };
const at = (time: string) => ({ kind: "floating" as const, at: `2026-11-25T${time}` });

test("a clock time reminds as long before as the settings say", () => {
  expect(leadReminder(at("17:00"), 10, world)).toEqual({
    kind: "relative",
    to: "due",
    minutes: -10,
  });
  expect(leadReminder(at("17:00"), 0, world)).toEqual({ kind: "relative", to: "due", minutes: 0 });
});

test("a day, no due, or settings that say none do not", () => {
  expect(leadReminder({ kind: "day", at: "2026-11-26" }, 10, world)).toBeNull();
  expect(leadReminder(null, 10, world)).toBeNull();
  expect(leadReminder(at("17:00"), null, world)).toBeNull();
});

test("nothing reminds in the past, by the clock the due is on", () => {
  expect(leadReminder(at("10:05"), 10, world)).toBeNull(); // 10:00 in Berlin now
  expect(leadReminder({ ...at("10:05"), kind: "fixed", zone: "UTC" }, 10, world)).not.toBeNull();
});

// When a person wants to be reminded, and until when they snooze, on Wednesday 25 November 2026 at 10:00:20 in Berlin.
import { expect, test } from "vitest";
import type { When } from "../../when.ts";
import { clockAt } from "../clock.ts";
import { readTrigger } from "./read-trigger.ts";
import { readUntil } from "./read-until.ts";

const clock = clockAt({ now: "2026-11-25T09:00:20.500Z", zone: "Europe/Berlin" });
const friday: When = { kind: "floating", at: "2026-11-27T15:30" };

test.each([
  ["in 5 minutes", "2026-11-25T09:05:20.500Z"],
  ["in 90 seconds", "2026-11-25T09:01:50.500Z"],
  ["in 10s", "2026-11-25T09:00:30.500Z"],
  ["in a minute", "2026-11-25T09:01:20.500Z"],
  ["in an hour and a half", "2026-11-25T10:30:20.500Z"],
  ["in 1h30", "2026-11-25T10:30:20.500Z"],
  ["in a minute and 30 seconds", "2026-11-25T09:01:50.500Z"],
  ["in half an hour", "2026-11-25T09:30:20.500Z"],
  ["5 minutes from now", "2026-11-25T09:05:20.500Z"],
  ["about it in 5 min.", "2026-11-25T09:05:20.500Z"],
])("“%s” is elapsed time, to the second", (words, at) => {
  expect(readTrigger(words, clock, null)).toEqual({ kind: "instant", at });
});

test.each([
  ["tomorrow at 9", "2026-11-26T09:00"],
  ["at 5pm", "2026-11-25T17:00"],
  ["at 9", "2026-11-26T09:00"],
  ["tonight", "2026-11-25T20:00"],
  ["on friday at noon", "2026-11-27T12:00"],
  ["tomorrow morning", "2026-11-26T09:00"],
])("“%s” is a wall clock", (words, at) => {
  expect(readTrigger(words, clock, friday)).toEqual({
    kind: "wall",
    when: { kind: "floating", at },
  });
});

test("a day is a day, at the person's hour", () => {
  const on = (at: string) => ({ kind: "wall", when: { kind: "day", at } });
  expect(readTrigger("tomorrow", clock, null)).toEqual(on("2026-11-26"));
  expect(readTrigger("in 2 days", clock, null)).toEqual(on("2026-11-27"));
});

test.each([
  ["30 minutes before", "due", -30],
  ["an hour before it's due", "due", -60],
  ["half an hour before", "due", -30],
  ["1h30 before", "due", -90],
  ["the day before", "due", -1440],
  ["a week before", "due", -10_080],
  ["2 days before the deadline", "deadline", -2880],
  ["3 days before deadline", "deadline", -4320],
  ["10 minutes early", "due", -10],
  ["15 min ahead of time", "due", -15],
  ["10 minutes after it's due", "due", 10],
  ["when it's due", "due", 0],
  ["on time", "due", 0],
])("“%s” is relative to the %s: %i minutes", (words, to, minutes) => {
  expect(readTrigger(words, clock, friday)).toEqual({ kind: "relative", to, minutes });
});

test("the evening before and the morning of depend on the due", () => {
  const at = (words: string) => readTrigger(words, clock, friday);
  const wall = (local: string) => ({ kind: "wall", when: { kind: "floating", at: local } });
  expect(at("the evening before")).toEqual(wall("2026-11-26T19:00"));
  expect(at("the day before at 6pm")).toEqual(wall("2026-11-26T18:00"));
  expect(at("the night before at 9")).toEqual(wall("2026-11-26T21:00"));
  expect(at("the morning of")).toEqual(wall("2026-11-27T09:00"));
  expect(readTrigger("the evening before", clock, null)).toBeNull();
});

test.each([
  "to call mum",
  "about taxes",
  "soon",
  "",
  "a month before",
  "in 0 seconds",
  "before",
  "of it",
])("“%s” says nothing of when", (words) => {
  expect(readTrigger(words, clock, friday)).toBeNull();
});

test.each([
  ["1h", "2026-11-25T10:00:20.500Z"],
  ["10 min", "2026-11-25T09:10:20.500Z"],
  ["10", "2026-11-25T09:10:20.500Z"],
  ["for 10", "2026-11-25T09:10:20.500Z"],
  ["for another 5 minutes", "2026-11-25T09:05:20.500Z"],
  ["5 more minutes", "2026-11-25T09:05:20.500Z"],
  ["an hour", "2026-11-25T10:00:20.500Z"],
  ["in half an hour", "2026-11-25T09:30:20.500Z"],
  ["30s", "2026-11-25T09:00:50.500Z"],
  ["until tomorrow morning", "2026-11-26T08:00:00.000Z"],
  ["till monday", "2026-11-30T08:00:00.000Z"],
  ["this evening", "2026-11-25T18:00:00.000Z"],
  ["until 5", "2026-11-25T16:00:00.000Z"],
  ["to 17:30", "2026-11-25T16:30:00.000Z"],
  ["tomorrow", "2026-11-26T08:00:00.000Z"],
  ["until friday 3pm", "2026-11-27T14:00:00.000Z"],
  ["2 days", "2026-11-27T09:00:20.500Z"],
  ["until noon", "2026-11-25T11:00:00.000Z"],
  ["until morning", "2026-11-26T08:00:00.000Z"],
])("snoozed “%s” until %s", (words, at) => {
  expect(readUntil(words, clock)).toBe(at);
});

test.each([
  "",
  "it",
  "a bit",
  "until never",
  "taxes",
  "0",
  "until yesterday",
  "until today",
  "until 2026-11-24",
])("“%s” is no time to snooze to", (words) => {
  expect(readUntil(words, clock)).toBeNull();
});

test("an hour is an hour and a day a day across a clock change", () => {
  const evening = clockAt({ now: "2027-03-13T17:00:00.000Z", zone: "America/New_York" }); // noon, the clock goes forward at night
  expect(readUntil("1 day", evening)).toBe("2027-03-14T16:00:00.000Z");
  expect(readUntil("24 hours", evening)).toBe("2027-03-14T17:00:00.000Z");
});

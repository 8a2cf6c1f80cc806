// Recurrence on the page: read, written and said as the server does it. Needs nothing.
import { describe, expect, test } from "vitest";
import { describe as describeByServer, parseRecurrence } from "../../domain/recurrence.ts";
import { followDay, preset, presetNames, presetOf } from "./presets.ts";
import { readRepeat, repeatOf, toggleWeekday, writeRepeat } from "./rule.ts";
import { sayRecurrence } from "./say.ts";

const stored = (rrule: string, anchor = "schedule", overflow = "clamp") => {
  const read = parseRecurrence({ rrule, anchor, overflow });
  if (!read.ok) throw new Error(read.error.message);
  return read.value;
};

const rules = [
  "FREQ=HOURLY;INTERVAL=3",
  "FREQ=DAILY",
  "FREQ=DAILY;INTERVAL=10;COUNT=1",
  "FREQ=WEEKLY",
  "FREQ=WEEKLY;BYDAY=MO",
  "FREQ=WEEKLY;BYDAY=MO,WE,FR;COUNT=12",
  "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;UNTIL=20271224",
  "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
  "FREQ=WEEKLY;BYDAY=SA,SU",
  "FREQ=MONTHLY",
  "FREQ=MONTHLY;BYMONTHDAY=31",
  "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=2",
  "FREQ=MONTHLY;BYMONTHDAY=-1",
  "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
  "FREQ=MONTHLY;INTERVAL=2;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
  "FREQ=YEARLY",
  "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29",
];

test.each(rules)("%s is said in the server's words", (rrule) => {
  for (const anchor of ["schedule", "completion"]) {
    const recurrence = stored(rrule, anchor);
    expect(sayRecurrence(recurrence)).toBe(describeByServer(recurrence, "en"));
  }
});

const beyond = [
  "FREQ=MONTHLY;BYDAY=2TU",
  "FREQ=MONTHLY;BYMONTHDAY=1,15",
  "FREQ=WEEKLY;BYDAY=MO\nEXDATE;VALUE=DATE:20261130",
];

test.each([...rules, ...beyond])("%s is written as it was read", (rrule) => {
  const recurrence = stored(rrule, "completion", "skip");
  expect(writeRepeat(readRepeat(recurrence))).toEqual(recurrence);
});

test.each(beyond)("%s is left to the server to say", (rrule) => {
  expect(sayRecurrence(stored(rrule))).toBeNull();
});

test("a strict rule is left to the server to say", () => {
  expect(sayRecurrence(stored("FREQ=MONTHLY;BYMONTHDAY=31", "schedule", "skip"))).toBeNull();
});

describe("presets", () => {
  test.each(presetNames)("%s is a rule the server takes, and is known again", (name) => {
    const day = "2026-11-30";
    const made = preset(name, day);
    expect(parseRecurrence(writeRepeat(made), { start: day, zone: "UTC" }).ok).toBe(true);
    expect(presetOf(made, day)).toBe(name);
  });

  test("those that speak of the day follow it when it changes, others stay", () => {
    const [monday, tuesday] = ["2026-11-23", "2026-11-24"];
    expect(followDay(preset("weekly", monday), monday, tuesday)).toEqual(preset("weekly", tuesday));
    const own = repeatOf("WEEKLY", "BYDAY=MO,FR");
    expect(followDay(own, monday, tuesday)).toBe(own);
  });
});

test("weekdays are switched on and off, and keep the order of the week", () => {
  const friday = repeatOf("WEEKLY", "BYDAY=FR");
  expect(toggleWeekday(friday, 1).by).toBe("BYDAY=MO,FR");
  expect(toggleWeekday(toggleWeekday(friday, 1), 5).by).toBe("BYDAY=MO");
  expect(toggleWeekday(friday, 5).by).toBe("");
});

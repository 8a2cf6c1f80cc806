// What words for a date make of a due. Needs nothing.
import { describe, expect, test } from "vitest";
import { defaultSettings } from "../../domain/settings.ts";
import { dueOf } from "./draft.ts";
import { readDate } from "../quick-add/reader.ts";
import { nowIn } from "../time/due.ts";
import { changeOf, sayOnClock } from "./said.ts";

const at = new Date("2026-12-01T20:00:00.000Z"); // 21:00 in Berlin, 15:00 in New York
const settings = { ...defaultSettings, timeZone: "Europe/Berlin" };
const inNewYork = { date: "2026-12-05", time: "09:00", zone: "America/New_York" };

/** The due of a task with these words taken. */
const taken = (text: string, value = inNewYork) => {
  const said = readDate(text, at, settings, value.zone);
  return said && dueOf({ ...value, ...changeOf(said, value) });
};

describe("on a task that is kept on another clock", () => {
  test("hours from now are that instant, as it is said there", () => {
    expect(taken("in 2 hours")).toEqual({
      kind: "fixed",
      at: "2026-12-01T17:00",
      zone: "America/New_York",
    });
  });

  test("a time of the day is on that clock, and a day is the person's", () => {
    expect(taken("tomorrow 10am")).toMatchObject({ at: "2026-12-02T10:00" });
    expect(taken("tomorrow")).toMatchObject({ at: "2026-12-02T09:00" });
  });

  test("is said as it will be kept, with what it is here", () => {
    const due = taken("tomorrow 10am");
    const said = due && sayOnClock(due, nowIn("Europe/Berlin", at), "en-GB");
    expect(said).toEqual(["Tomorrow 10:00 America/New York", "Tomorrow 16:00 for you"]);
  });
});

test("on one's own clock words are what they are", () => {
  expect(taken("in 2 hours", { date: "", time: "", zone: "" })).toEqual({
    kind: "floating",
    at: "2026-12-01T23:00",
  });
});

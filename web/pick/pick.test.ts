// What people type and pick: clock times, lengths, days and names. Needs nothing.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { tickBox } from "./boxes.ts";
import { readClock } from "./clock.ts";
import { dateOf, dayOf, quickDays } from "./days.ts";
import { readDuration, sayDuration } from "./duration.ts";
import { known, matching } from "./matches.ts";

describe("a clock time", () => {
  test.each([
    ["9", "09:00"],
    ["9:30", "09:30"],
    ["0930", "09:30"],
    ["9.30", "09:30"],
    ["9am", "09:00"],
    ["12 am", "00:00"],
    ["12pm", "12:00"],
    ["9:30 p.m.", "21:30"],
    ["21h", "21:00"],
    ["9h15", "09:15"],
    ["12:00:30", "12:00:30"],
    [" 7:05 ", "07:05"],
    ["", ""],
  ])("%j is %j", (typed, time) => {
    expect(readClock(typed)).toBe(time);
  });

  test.each(["25", "9:60", "13pm", "0am", "nine", "9:3", "tomorrow", "123456"])(
    "%j is none",
    (typed) => {
      expect(readClock(typed)).toBeNull();
    },
  );
});

describe("a length", () => {
  test.each([
    ["90", 90],
    ["45 min", 45],
    ["45m", 45],
    ["1h30", 90],
    ["1h 30 min", 90],
    ["1:30", 90],
    ["1.5h", 90],
    ["2 hours", 120],
    ["", null],
  ])("%j is %j minutes", (typed, minutes) => {
    expect(readDuration(typed)).toBe(minutes);
  });

  test.each(["0", "long", "h", "1h30h", "-5", "9999999", "1:75"])("%j is none", (typed) => {
    expect(readDuration(typed)).toBeUndefined();
  });

  test("reads as it is said", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 * 24 * 365 }), (minutes) => {
        expect(readDuration(sayDuration(minutes))).toBe(minutes);
      }),
    );
  });
});

describe("the days offered", () => {
  test("in the middle of a week are four", () => {
    expect(quickDays("2026-12-02", 1).map(({ name, day }) => `${name} ${day}`)).toEqual([
      "today 2026-12-02",
      "tomorrow 2026-12-03",
      "weekend 2026-12-05",
      "nextWeek 2026-12-07",
    ]);
  });

  test("follow the day the person's week begins on, and none comes twice", () => {
    expect(quickDays("2026-12-04", 7)).toEqual([
      { name: "today", day: "2026-12-04" },
      { name: "tomorrow", day: "2026-12-05" },
      { name: "nextWeek", day: "2026-12-06" },
    ]);
    expect(quickDays("2026-12-05", 1).find(({ name }) => name === "weekend")?.day).toBe(
      "2026-12-12",
    );
  });

  test("are the same days in a calendar of the browser, whatever its zone skips", () => {
    for (const day of ["2018-11-04", "2026-03-29", "2027-01-01", "0999-12-31"])
      expect(dayOf(dateOf(day))).toBe(day);
  });
});

test("names are found by how they, or words in them, begin", () => {
  const names = ["House move", "home", "Work"];
  expect(matching("ho", names)).toEqual(["House move", "home"]);
  expect(matching("MOV", names)).toEqual(["House move"]);
  expect(matching("", names)).toEqual(names);
  expect(known(" HOME ", names)).toBe("home");
  expect(known("hom", names)).toBeUndefined();
});

test("a box is ticked and opened again where it stands, and nothing else is touched", () => {
  const text = "[ ] no list\n- [ ] one\n- [x] two [ ] of three\n";
  const [one, two] = [text.indexOf("- [ ] one"), text.indexOf("- [x] two")];
  expect(tickBox(text, one)).toBe(text.replace("- [ ] one", "- [x] one"));
  expect(tickBox(text, two)).toBe(text.replace("- [x] two", "- [ ] two"));
  expect(tickBox("none", 0)).toBe("none");
});

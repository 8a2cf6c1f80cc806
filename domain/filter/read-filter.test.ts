// Filters in words: what each line says, and where a wrong one is wrong. Now is Wednesday 2026-11-25, 10:00 in Berlin.
import fc from "fast-check";
import { expect, test } from "vitest";
import { clockAt } from "../language/clock.ts";
import { longestFilter } from "./filter.ts";
import { readFilter } from "./read-filter.ts";

const clock = clockAt({ now: "2026-11-25T09:00:00Z", zone: "Europe/Berlin", locale: "en" });
const read = (line: string) => {
  const result = readFilter(line, clock);
  return result.ok ? result.filter : result.problem;
};
const due = (from: string | null, to: string | null) => ({ is: "day", field: "due", from, to });
const on = (day: string) => due(day, day);
const created = (from: string | null, to: string | null) => ({
  is: "day",
  field: "created",
  from,
  to,
});

test.each([
  ["today", on("2026-11-25")],
  ["Tomorrow", on("2026-11-26")],
  ["sunday", on("2026-11-29")],
  ["Jan 3", on("2027-01-03")],
  ["2026-12-24", on("2026-12-24")],
  ["7 days", due("2026-11-25", "2026-12-01")],
  ["next 3 days", due("2026-11-25", "2026-11-27")],
  ["overdue", { is: "overdue" }],
  ["no date", { not: { is: "with", part: "date" } }],
  ["no due date", { not: { is: "with", part: "date" } }],
  ["no time", { not: { is: "with", part: "time" } }],
  ["has reminder", { is: "with", part: "reminder" }],
  ["no labels", { not: { is: "with", part: "tags" } }],
  ["p1", { is: "priority", priority: 1 }],
  ["priority 3", { is: "priority", priority: 3 }],
  ["no priority", { not: { is: "with", part: "priority" } }],
  ["#home", { is: "project", name: "home" }],
  ["##Work", { is: "project", name: "Work" }],
  ["# Home Repairs ", { is: "project", name: "Home Repairs" }],
  ["@night*", { is: "tag", name: "night*" }],
  ['@"R&D (big)"', { is: "tag", name: "R&D (big)" }],
  [String.raw`#R\&D`, { is: "project", name: "R&D" }],
  ["recurring", { is: "repeating" }],
  ["subtask", { is: "subtask" }],
  ["view all", { is: "all" }],
  ["done", { is: "status", status: ["done"] }],
  ["in progress", { is: "status", status: ["in_progress"] }],
  ["assigned to: me", { is: "assignee", name: "me" }],
  ["assigned to: Bob Lee", { is: "assignee", name: "Bob Lee" }],
  ["assigned to: others", { not: { is: "assignee", name: "me" } }],
  ["search: Bob's meeting", { is: "words", words: ["bob", "s", "meeting"] }],
  ["due before: fri", due(null, "2026-11-26")],
  ["date before: May 5", due(null, "2027-05-04")],
  ["due after: in 5 days", due("2026-12-01", null)],
  ["due: today", on("2026-11-25")],
  ["due < 3 days", due(null, "2026-11-27")],
  ["due > 3 days", due("2026-11-29", null)],
  ["deadline: today", { is: "day", field: "deadline", from: "2026-11-25", to: "2026-11-25" }],
  ["created: today", created("2026-11-25", "2026-11-25")],
  ["created < 7 days", created("2026-11-19", null)],
  ["created <= 7 days", created("2026-11-18", null)],
  ["created > 7 days", created(null, "2026-11-17")],
  ["created before: -365 days", created(null, "2025-11-24")],
  ["added after: 10 days ago", created("2026-11-16", null)],
  ["created after: monday", created("2026-11-24", null)],
  ["created before: dec 1", created(null, "2025-11-30")],
  ["created after: the 5th", created("2026-11-06", null)],
  ["created after: the 30th", created("2026-10-31", null)],
  ["created before: feb 29", created(null, "2024-02-28")],
  ["in 3 days", on("2026-11-28")],
  [String.raw`#a\*b`, { is: "project", name: "a\uE000*b" }],
  ["completed: yesterday", { is: "day", field: "completed", from: "2026-11-24", to: "2026-11-24" }],
])("%s", (line, filter) => {
  expect(read(line)).toEqual(filter);
});

const [p1, overdue, home, errand] = ["p1", "overdue", "#home", "@errand"].map(read);

test("! binds tighter than &, & tighter than |, parentheses before all", () => {
  expect(read("overdue & p1")).toEqual({ all: [overdue, p1] });
  expect(read("#home | @errand")).toEqual({ any: [home, errand] });
  expect(read("p1 | overdue & #home & !@errand")).toEqual({
    any: [p1, { all: [overdue, home, { not: errand }] }],
  });
  expect(read("(p1|overdue)&!(#home | @errand)")).toEqual({
    all: [{ any: [p1, overdue] }, { not: { any: [home, errand] } }],
  });
  expect(read("!!p1")).toEqual({ not: { not: p1 } });
});

test.each([
  ["", "a filter names at least one condition, for example: today", [0, 0]],
  ["  ", "a filter names at least one condition, for example: today", [2, 2]],
  ["p1 &", "a condition is missing at the end", [4, 4]],
  ["p1 & | today", "a condition is missing before |", [5, 6]],
  ["& p1", "a condition is missing before &", [0, 1]],
  ["p1 & (today", "this ( is never closed", [5, 6]],
  ["p1) & today", "nothing was opened that this ) closes", [2, 3]],
  ["p1 (today)", "& or | is missing before (", [3, 4]],
  ["()", "a condition is missing before )", [1, 2]],
  [
    "created: tomorrow",
    '"tomorrow" is no day; one is written like friday, 1 dec or 2026-12-01',
    [0, 17],
  ],
  [
    "created: in 3 days",
    '"in 3 days" is no day; one is written like friday, 1 dec or 2026-12-01',
    [0, 18],
  ],
  ['p1 & @5" pipes', 'this " is never closed', [7, 8]],
  [
    "due before: soon",
    '"soon" is no day; one is written like friday, 1 dec or 2026-12-01',
    [0, 16],
  ],
])("%s is refused where it is wrong", (line, message, [at, end]) => {
  expect(read(line)).toEqual({ message, at, end });
});

test("an unknown condition is named, with what is known", () => {
  const problem = read("today & importnt & p1");
  expect(problem).toMatchObject({ at: 8, end: 16 });
  expect(problem).toMatchObject({
    message: expect.stringMatching(/^"importnt" is no condition; known are today, overdue/),
  });
  expect(read("p5")).toMatchObject({ at: 0, end: 2 });
  expect(read("constructor")).toMatchObject({ at: 0, end: 11 });
});

test("what is escaped is no operator and no sign of its own", () => {
  expect(read(String.raw`\#home`)).toMatchObject({
    message: expect.stringMatching(/^"#home" is no/),
  });
  expect(read(String.raw`search: a \| b`)).toEqual({ is: "words", words: ["a", "b"] });
});

test("more conditions than anybody writes are refused", () => {
  expect(read(Array(41).fill("p1").join("|"))).toMatchObject({
    message: "a filter has at most 40 conditions",
  });
  expect(read(Array(40).fill("p1").join("|"))).toHaveProperty("any");
});

test("too long and too deep are said, not tried", () => {
  expect(read("p1 ".repeat(500))).toMatchObject({
    message: `a filter has at most ${longestFilter} characters`,
  });
  expect(read(`${"(".repeat(400)}p1${")".repeat(400)}`)).toMatchObject({
    message: "at most 20 ( and ! stand in each other",
    at: 20,
  });
});

test("any line is read or refused at a place within it, and nothing is thrown", () => {
  const piece = fc.constantFrom(
    ..."& | ! ( ) # @ : \\ * <".split(" "),
    '"',
    " ",
    "p1",
    "today",
    "no ",
    "search:",
    "due before:",
    "7 days",
    "created <",
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(piece).map((all) => all.join("")),
      ),
      (line) => {
        const result = readFilter(line, clock);
        if (result.ok) return;
        const { at, end } = result.problem;
        expect(at).toBeGreaterThanOrEqual(0);
        expect(end).toBeGreaterThanOrEqual(at);
        expect(end).toBeLessThanOrEqual(line.length);
      },
    ),
  );
});

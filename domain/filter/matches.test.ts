// Which tasks fit which filter. Now is Wednesday 2026-11-25, 10:00 in Berlin.
import { expect, test } from "vitest";
import { exampleTask } from "../../tests/examples.ts";
import { clockAt } from "../language/clock.ts";
import { type Task } from "../task.ts";
import { matches } from "./matches.ts";
import { readFilter } from "./read-filter.ts";

const clock = clockAt({ now: "2026-11-25T09:00:00Z", zone: "Europe/Berlin", locale: "en" });
const day = (at: string) => ({ kind: "day" as const, at });
const tasks: Record<string, Partial<Task>> = {
  rent: { due: day("2026-11-24"), priority: 1, project: "Home", section: "Kitchen" },
  call: { due: { kind: "floating", at: "2026-11-25T09:30" }, tags: ["Errand", "phone"] },
  dinner: {
    due: { kind: "floating", at: "2026-11-25T19:00" },
    project: "Home Repairs",
    section: "Kitchen floor",
  },
  // 20:00 on the 25th in New York is the 26th in Berlin.
  flight: { due: { kind: "fixed", at: "2026-11-25T20:00", zone: "America/New_York" } },
  someday: { description: "Größe of the café table", assignee: "Bob" },
  done: { status: "done", completedAt: "2026-11-24T22:30:00.000Z", due: day("2026-11-20") },
  trash: { deletedAt: "2026-11-24T10:00:00.000Z", due: day("2026-11-25"), priority: 1 },
};
const all = Object.entries(tasks).map(([title, more]) =>
  exampleTask({
    title,
    due: null,
    project: null,
    tags: [],
    createdAt: "2026-11-20T10:00:00.000Z",
    ...more,
  }),
);

test.each([
  ["today", "call dinner"],
  ["tomorrow", "flight"],
  ["overdue", "rent call"],
  ["overdue & !p1", "call"],
  ["no date", "someday"],
  ["!no date & no time", "rent"],
  ["#home", "rent"],
  ["#HOME*", "rent dinner"],
  ["#*rep*s", "dinner"],
  ["#*x*", ""],
  [String.raw`#home\*`, ""],
  ["/kitchen", "rent"],
  ["/KITCHEN*", "rent dinner"],
  ["/Kitchen Floor | @phone", "call dinner"],
  ["/cellar", ""],
  ["no section", "call flight someday"],
  ["!no section & #home", "rent"],
  ["#home & !/kitchen", ""],
  ["@errand", "call"],
  ["no project & no tags", "flight someday"],
  ["p1 | @phone", "rent call"],
  ["search: grosse", ""],
  ["search: große CAFE", "someday"],
  ["search: din | search: fli", "dinner flight"],
  ["assigned to: bob", "someday"],
  ["assigned to: me & today", "call dinner"],
  ["assigned to: others", "someday"],
  ["due before: today", "rent"],
  ["2 days", "call dinner flight"],
  ["done", "done"],
  ["completed: yesterday", "done"],
  ["completed before: today", "done"],
  ["all", "rent call dinner flight someday"],
  ["created < 5 days", ""],
  ["created < 6 days & p1", "rent"],
  ["due before: today & (done | open)", "rent done"],
])("%s → %s", (line, titles) => {
  const read = readFilter(line, clock);
  if (!read.ok) throw new Error(read.problem.message);
  const found = all.filter((task) => matches(task, read.filter, clock));
  expect(found.map(({ title }) => title).join(" ")).toBe(titles);
});

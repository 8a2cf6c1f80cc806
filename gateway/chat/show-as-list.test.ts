// An answer that lists tasks says them as a line of the filter language where there is one that means the same. Real rules, the state in maps.
import { expect, test } from "vitest";
import { matches } from "../../domain/filter/matches.ts";
import { readFilter } from "../../domain/filter/read-filter.ts";
import { clockAt } from "../../domain/language/clock.ts";
import { chatPerson } from "../../tests/chat-person.ts";
import { now, settings, taskCalled, tasks } from "../../tests/chat-world.ts";

const more = [
  taskCalled("Call school", 200, { project: "Work", priority: 1, tags: ["phone"] }),
  taskCalled("Mow (front & back)", 201, { project: "R&D (big)", tags: ["phone", "out"] }),
  taskCalled("Sow", 202, { project: "R&D (big)" }),
  taskCalled("Fix gate", 203, { assignee: "Bob", status: "in_progress" }),
  taskCalled("Paint gate", 204, { assignee: "Bob", status: "in_progress" }),
];
const clock = clockAt({
  now: now.toISOString(),
  zone: settings.timeZone,
  locale: settings.locale,
  weekStart: settings.weekStart,
  dayParts: settings.dayParts,
});

test.each([
  ["show my tasks", "all"],
  ["show all work tasks", "#Work"],
  ["what is due this week?", expect.stringContaining("due after: ")],
  ["what's due in the next 7 days", expect.stringContaining("due before: ")],
  ["list phone tasks", "@phone"],
  ["show p1 and p2 tasks", "(p1 | p2)"],
  ["tasks without a date", "no date"],
  ["show tasks assigned to Bob", "assigned to: Bob"],
  ["what did I complete?", "done"],
  ["list tasks in progress", "started"],
  ["anything about gate?", "search: gate"],
  ["show R&D (big) tasks", String.raw`#"R&D (big)"`],
])("%s is %s", async (message, line) => {
  const { filter = "none", tasks: shown } = await chatPerson([...tasks, ...more]).say(message);
  expect(filter).toEqual(line);
  const read = readFilter(filter, clock);
  if (!read.ok) throw new Error(read.problem.message);
  const fitting = [...tasks, ...more].filter((task) => matches(task, read.filter, clock));
  expect(new Set(shown.map(({ id }) => id))).toEqual(new Set(fitting.map(({ id }) => id)));
});

test.each([
  ["what the language cannot say", "show the trash"],
  ["what finds a single task", "anything about passport?"],
  ["a list cut out of another", "only the ones due this week"],
  ["what changes something", "complete call mum"],
  ["an answer that asks", "delete all my tasks"],
])("%s is not offered as a list", async (_, message) => {
  const person = chatPerson([...tasks, ...more]);
  await person.say("show my tasks");
  expect((await person.say(message)).filter).toBeUndefined();
});

test("the line is kept with the turn, and a repeated message says it again", async () => {
  const person = chatPerson([...tasks, ...more]);
  const first = await person.say("show all work tasks", { key: "k" });
  expect(person.conversation.recent.at(-1)?.filter).toBe(first.filter);
  expect((await person.say("show all work tasks", { key: "k" })).filter).toBe(first.filter);
});

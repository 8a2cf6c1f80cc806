// Lists, calendar, reminders and alarms in other people's words: named ones are projects or tags, one's own is everything.
import { describe, expect, test } from "vitest";
import { contextWith, said, taskCalled } from "../../../tests/chat-world.ts";
import { interpretByGrammar } from "../grammar.ts";

const at = (moment: string) => ({ kind: "floating" as const, at: moment });
const reminder = (index: number) => ({
  id: `00000000-0000-7000-9000-00000000000${index}`,
  trigger: { kind: "relative" as const, to: "due" as const, minutes: 0 },
  channels: null,
});
const world = [
  taskCalled("Rice", 0, { tags: ["shopping"] }),
  taskCalled("Soap", 1, { tags: ["shopping"] }),
  taskCalled("Towel", 2, { tags: ["packing"] }),
  taskCalled("Ironing", 3),
  taskCalled("Feed the fish", 4, { due: at("2026-11-26T15:00"), reminders: [reminder(1)] }),
  taskCalled("Choir", 5, { due: at("2026-11-27T18:00"), project: "Music" }),
];
const read = (message: string) => interpretByGrammar(message, contextWith([], null, world));
const names = new Map(world.map(({ id, title }) => [id, title]));
const outcome = (message: string): string => {
  const meant = read(message);
  const ids = meant.answer?.taskIds;
  return ids && meant.commands.length === 0
    ? `list: ${ids.map((id) => names.get(id)).join("; ")}`
    : said(meant);
};
const changed = (message: string) =>
  read(message).commands.map((one) =>
    `${one.type} ${"taskId" in one ? names.get(one.taskId) : ""}`.trim(),
  );

describe("a thing is put on a named list", () => {
  test.each([
    ["add flour to my shopping list", "add flour @shopping"],
    ["to the shopping list add flour", "add flour @shopping"],
    ["chuck pasta on the dinner list", "add pasta @dinner"],
    ["flour should go on my shopping list", "add flour @shopping"],
    ["I need olives added to my shopping list", "add olives @shopping"],
    ["make sure bread gets added to my shopping list", "add bread @shopping"],
    ["put a metronome on the music list", "add a metronome #Music"],
    ["add eggs and bread to the shopping list", "add eggs @shopping; add bread @shopping"],
    ["hey google add flour to my shopping list please", "add flour @shopping"],
    ["add flour to shopping", "add flour @shopping"],
    ["make a shopping list with flour", "add flour @shopping"],
    ["ADD FLOUR TO MY SHOPPING LIST!", "add FLOUR @shopping"],
    ["add 'delete old photos' to the work list", "add delete old photos @work"],
    ["add flour to my shopping list if it is not there yet", "add flour @shopping"],
  ])("%s", (message, expected) => {
    expect(outcome(message)).toBe(expected);
  });

  test("a list that is not there yet becomes a tag, and the answer says so", () => {
    expect(read("add pasta to the dinner list").answer?.text).toContain("new list");
    expect(read("add flour to the shopping list").answer).toBeUndefined();
  });

  test("what is there already is shown instead of added again, where it is said on condition", () => {
    expect(outcome("is rice on my shopping list? if not add it")).toBe("list: Rice");
    expect(outcome("add rice to my shopping list unless I have it already")).toBe("list: Rice");
  });
});

test.each([
  ["jot down mopping on my to do list", "add mopping"],
  ["put call the plumber on my list of things to do", "add call the plumber"],
])("one's own list says nothing of its own: %s", (message, expected) => {
  expect(outcome(message)).toBe(expected);
});

test.each([
  ["read out my shopping list", "list: Rice; Soap"],
  ["what does my shopping list have on it", "list: Rice; Soap"],
  ["is soap on my shopping list?", "list: Soap"],
  ["did i put bread on the shopping list", "list: "],
  ["what is on my calendar on friday", "list: Choir"],
  ["do i have any alarms set", "list: Feed the fish"],
  ["pull up my todo list", "list: Feed the fish; Choir; Rice; Soap; Towel; Ironing"],
])("a list is shown: %s", (message, expected) => {
  expect(outcome(message)).toBe(expected);
});

test("a list that is shown can be opened in the page as the filter that means the same", () => {
  expect(read("read out my shopping list").answer?.filter).toBe("@shopping");
});

test.each([
  ["take soap off my shopping list", ["task.delete Soap"]],
  ["tick off towel from my packing list", ["task.complete Towel"]],
  ["delete towel from packing", ["task.delete Towel"]],
  ["take the ironing out of my list", ["task.delete Ironing"]],
])("a thing is taken off a list: %s", (message, expected) => {
  expect(changed(message)).toEqual(expected);
});

test.each([
  "clear my shopping list",
  "wipe my task list clean",
  "get rid of everything on my calendar",
])("all of a list goes only after a yes: %s", (message) => {
  const { commands, ask } = read(message);
  expect(commands).toEqual([]);
  expect(ask?.choices.at(-1)?.commands).toEqual([]);
  expect(ask?.choices[0]?.commands.every(({ type }) => type === "task.delete")).toBe(true);
});

test("what is on no such list is said, and never made a task", () => {
  const { commands, answer } = read("take bread off my shopping list");
  expect(commands).toEqual([]);
  expect(answer?.text).toContain("I found no task that fits “bread”");
});

test("an alarm goes and its task stays", () => {
  expect(read("get rid of the alarm at 3 pm tomorrow").commands).toMatchObject([
    { type: "task.patch", changes: { reminders: [] } },
  ]);
  expect(outcome("set an alarm for six am tomorrow")).toBe("add Alarm 2026-11-26T06:00 !0");
  expect(outcome("wake me up at half past seven tomorrow")).toBe("add Wake up 2026-11-26T07:30 !0");
});

test("a new list is a project, and one without a name is asked for its name", () => {
  expect(read("create a list called Holiday").commands).toMatchObject([
    { type: "project.create", fields: { name: "Holiday" } },
  ]);
  expect(read("create a new list").answer?.text).toContain("How shall the new list be called?");
});

test.each(["wish list for Leo by sunday", "prepare agenda for monday"])(
  "a title may speak of a list: %s",
  (message) => {
    expect(read(message).commands).toMatchObject([{ type: "task.create", fields: {} }]);
  },
);

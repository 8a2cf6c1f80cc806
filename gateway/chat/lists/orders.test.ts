// What is heard about a list is done only where the sentence orders it: questions, wishes, denials and exceptions change nothing by themselves.
import { describe, expect, test } from "vitest";
import { contextWith, taskCalled } from "../../../tests/chat-world.ts";
import { interpretByGrammar } from "../grammar.ts";

const at = (moment: string) => ({ kind: "floating" as const, at: moment });
const reminders = (index: number) => [
  {
    id: `00000000-0000-7000-9000-00000000000${index}`,
    trigger: { kind: "relative" as const, to: "due" as const, minutes: 0 },
    channels: null,
  },
];
const world = [
  taskCalled("Rice", 0, { tags: ["shopping"] }),
  taskCalled("Soap", 1, { tags: ["shopping"] }),
  taskCalled("Bread", 2, { tags: ["groceries"] }),
  taskCalled("Towel", 3, { tags: ["packing"] }),
  taskCalled("Charger", 4, { tags: ["packing"] }),
  taskCalled("Feed the fish", 5, { due: at("2026-11-26T15:00"), reminders: reminders(1) }),
  taskCalled("Wake up", 6, { due: at("2026-11-26T06:00"), reminders: reminders(2) }),
  taskCalled("Choir", 7, { due: at("2026-11-27T18:00"), project: "Music" }),
];
const names = new Map(world.map(({ id, title }) => [id, title]));
const read = (message: string, shown: string[] = []) =>
  interpretByGrammar(message, contextWith(shown, null, world));
const inWords = (commands: ReturnType<typeof read>["commands"]) =>
  commands.map((one) => `${one.type} ${"taskId" in one ? names.get(one.taskId) : ""}`.trim());
const changed = (message: string, shown: string[] = []) => inWords(read(message, shown).commands);
const offered = (message: string) => inWords(read(message).ask?.choices[0]?.commands ?? []);

describe("nothing is taken off a list by what is no order", () => {
  test.each([
    "did i remove rice from my shopping list?",
    "why did you remove choir from my calendar",
    "what if i remove choir from my calendar",
    "have i removed choir from my calendar?",
    "did i take Choir off my calendar?",
    "i don't want to forget choir on my calendar",
    "rice from my shopping list isn't bought yet",
    "the choir in my calendar is wrong",
    "i need the choir on my calendar",
    "not everything on my shopping list is bought",
    "the packing list isn't done",
    "shopping list done?",
    "i wish my packing list was done",
  ])("%s", (message) => {
    const { commands, ask } = read(message);
    const types = [commands, ...(ask?.choices.map((one) => one.commands) ?? [])].flat();
    expect(types.filter(({ type }) => type !== "task.create")).toEqual([]);
    expect(commands).toEqual([]);
  });

  test("a reminder to think of something on a list takes nothing away", () => {
    expect(changed("don't forget the choir on my calendar")).not.toContain("task.delete Choir");
  });
});

test.each([
  "i hate my 6am alarm",
  "my 6am alarm did not go off",
  "was my 6am alarm cancelled?",
  "keep the alarm at 3",
  "i slept through the 3pm alarm",
  "disable fire alarm at 3",
  "turn off the house alarm at 6pm",
  "make my alarm louder",
  "stop the alarm company contract",
])("no reminder goes by a statement or by words about other alarms: %s", (message) => {
  const { commands, ask } = read(message);
  const all = [commands, ...(ask?.choices.map((one) => one.commands) ?? [])].flat();
  expect(all.filter(({ type }) => type === "task.patch")).toEqual([]);
});

describe("what is left out stays", () => {
  test.each([
    ["clear my calendar except the choir", ["task.delete Feed the fish", "task.delete Wake up"]],
    ["wipe my schedule apart from choir", ["task.delete Feed the fish", "task.delete Wake up"]],
    ["clear my calendar but choir", ["task.delete Feed the fish", "task.delete Wake up"]],
    ["empty the shopping list excluding soap", ["task.delete Rice"]],
    ["remove everything on my shopping list but rice", ["task.delete Soap"]],
    ["clear my packing list but keep the towel", ["task.delete Charger"]],
    ["cancel all alarms except the fish one", ["task.patch Wake up"]],
  ])("%s", (message, expected) => {
    expect(read(message).commands).toEqual([]);
    expect(offered(message)).toEqual(expected);
  });

  test.each([
    "clear my calendar around choir",
    "clear my calendar before choir",
    "clear my calendar for choir",
    "clear my shopping list except the unicorn",
  ])("where it is not clear what is to go, it is asked: %s", (message) => {
    expect(read(message)).toMatchObject({ commands: [], answer: { kind: "talk" } });
  });
});

test.each([
  ["cross it off my list", ["Rice"], ["task.complete Rice"]],
  ["tick it off my list", ["Rice"], ["task.complete Rice"]],
  ["delete this from the list", ["Rice"], ["task.delete Rice"]],
  ["take that off my list", ["Rice"], ["task.delete Rice"]],
  ["erase that one from my list", ["Rice"], ["task.delete Rice"]],
  ["remove it from my calendar", ["Choir"], ["task.delete Choir"]],
  ["take them off the list", [], []],
])("a pronoun is what was shown, never the whole list: %s", (message, shown, expected) => {
  expect(changed(message, shown)).toEqual(expected);
});

test.each(["remove the first item from my list", "remove the last item from my list"])(
  "a place in a list is not the list: %s",
  (message) => {
    expect(offered(message)).toEqual([]);
    expect(changed(message)).toEqual([]);
  },
);

test.each([
  ["cross rice off my list", ["task.complete Rice"]],
  ["cross off the rice from my shopping list", ["task.complete Rice"]],
  ["please take rice off my shopping list", ["task.delete Rice"]],
  ["i want to take rice off my shopping list", ["task.delete Rice"]],
  ["can you remove rice from my shopping list?", ["task.delete Rice"]],
  ["i need rice taken off my shopping list", ["task.delete Rice"]],
  ["cancel my 6am alarm", ["task.patch Wake up"]],
  ["everything on my shopping list is bought", ["task.complete Rice", "task.complete Soap"]],
])("what is ordered is done, and the verb says what: %s", (message, expected) => {
  expect(changed(message)).toEqual(expected);
});

test("what stands on another list is offered from there", () => {
  expect(changed("remove bread from my shopping list")).toEqual([]);
  expect(offered("remove bread from my shopping list")).toEqual(["task.delete Bread"]);
});

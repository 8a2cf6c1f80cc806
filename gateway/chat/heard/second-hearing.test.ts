// What sounds like something else than the rules read is not written, and what they did not understand is read by its sound.
import { expect, test } from "vitest";
import { contextWith, said } from "../../../tests/chat-world.ts";
import { interpretByGrammar } from "../grammar.ts";

const read = (message: string) => interpretByGrammar(message, contextWith());

test.each([
  "can you turn the heating up",
  "how's the traffic on the ring road today",
  "can i use oil instead of butter",
  "could you turn the radio off",
  "may i speak to a person about my credit card",
  "would you play the news",
])("a question about other things changes nothing and says so: %s", (message) => {
  const { commands, ask, answer } = read(message);
  expect(commands).toEqual([]);
  expect(ask).toBeUndefined();
  expect(answer?.text).toContain("Nothing was changed");
});

test.each(["play some jazz", "turn the volume down", "speak slower"])(
  "an order to another machine is asked about, since it might be a title: %s",
  (message) => {
    const { commands, ask } = read(message);
    expect(commands).toEqual([]);
    expect(ask?.choices.map(({ commands: [one] }) => one?.type)).toEqual([
      "task.create",
      undefined,
    ]);
  },
);

test.each(
  `play guitar; play the piano; play with the kids; take out the trash; drop off dry cleaning; drop off the parcel; lock the doors; lock bike; open the mail;
  open a bank account; start a blog; start the dishwasher; start the car; clear gutters; clear the driveway; wipe the counters; charge my phone; take a shower;
  get a visa; get new tires; switch banks; research new phones; deposit the cheque; read the news; report lost card; reserve table; look up recipe`.split(
    /;\s+/u,
  ),
)("an errand is added at once: %s", (message) => {
  expect(read(message).commands).toMatchObject([
    { type: "task.create", fields: { title: message } },
  ]);
});

test.each([
  "delete old photos",
  "remove wallpaper in hall",
  "check tyre pressure",
  "finish painting the fence",
  "throw away old meds",
  "kill the weeds",
  "find my keys",
  "drop books off at library",
])("what names no task of the list is offered as a new one: %s", (message) => {
  const { commands, ask } = read(message);
  expect([...commands, ...(ask?.choices[0]?.commands ?? [])]).toMatchObject([
    { type: "task.create", fields: { title: message } },
  ]);
});

test.each([
  ["buy stamps", "add buy stamps"],
  ["water the lawn", "add water the lawn"],
  ["book a table for friday", "add book a table 2026-11-27"],
  ["add play some jazz", "add play some jazz"],
  ["add turn the volume down to my list", "add turn the volume down"],
])("a plain task stays one: %s", (message, expected) => {
  expect(said(read(message))).toBe(expected);
});

test.each(["plan my day", "sort out my week please", "dentist appointment moved to monday 10"])(
  "what asks for help, or speaks of a task that is there, is offered and never just added: %s",
  (message) => {
    const { commands, ask } = read(message);
    expect(commands).toEqual([]);
    expect(ask?.choices.at(-1)?.commands).toEqual([]);
  },
);

test("a question about one's own days is answered, whatever its words", () => {
  expect(said(read("what events do i have on friday"))).toBe("list: Dentist appointment");
  expect(read("have i got plans for friday").answer?.taskIds).toHaveLength(1);
});

test("what no rule knew the words of is asked before anything goes", () => {
  const { commands, ask } = read("i no longer want to see the dentist");
  expect(commands).toEqual([]);
  expect(ask?.choices[0]?.commands.map(({ type }) => type)).toEqual(["task.delete"]);
});

test("a sentence of need is offered as a task", () => {
  expect(said(read("we need more soap"))).toContain("ask: Add “more soap”");
});

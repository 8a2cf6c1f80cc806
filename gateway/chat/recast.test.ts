// Orders in other people's words mean what the known ones mean.
import { expect, test } from "vitest";
import { contextWith, inWords, said, taskCalled } from "../../tests/chat-world.ts";
import { interpretByGrammar } from "./grammar.ts";

const read = (message: string) => interpretByGrammar(message, contextWith());

test.each([
  ["add a weekly task called Empty bins", "add Empty bins 2026-11-25 [FREQ=WEEKLY]"],
  ["create a daily recurring task to take vitamins", "add take vitamins 2026-11-25 [FREQ=DAILY]"],
  ["add order toner tagged office and urgent", "add order toner @office @urgent"],
  ["new reminder: order toner friday", "add order toner 2026-11-27 !0"],
  [
    "remind me at 5pm to stretch every weekday",
    "add stretch 2026-11-25T17:00 [FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR] !0",
  ],
  ["remind me about my haircut friday at 2pm", "add my haircut 2026-11-27T14:00 !0"],
  ["I'd like call bob renamed to Call Robert", "patch Call Bob title=Call Robert"],
  ["scrap file taxes today and put it on friday instead", "patch File taxes due=2026-11-27"],
  ["i no longer need file taxes", "delete File taxes"],
  ["i don't need the dentist appointment anymore", "delete Dentist appointment"],
  ["change call mum date to friday", "patch Call mum due=2026-11-27"],
  ["edit dentist appointment: monday 10am", "patch Dentist appointment due=2026-11-30T10:00"],
  ["hey Google remind me to iron at 6pm", "add iron 2026-11-25T18:00 !0"],
  ["Siri, add ironing to my list", "add ironing"],
])("%s", (message, expected) => {
  expect(said(read(message))).toBe(expected);
});

test("a reminder without a time is a task at once, and the times are offered", () => {
  const { commands, ask } = read("remind me to order toner");
  expect(commands.map(inWords)).toEqual(["add order toner"]);
  expect(ask?.choices.at(-1)).toEqual({ label: "No reminder", commands: [] });
});

test("what shall change of a task is asked where it is not said", () => {
  const { commands, answer } = read("update dentist appointment");
  expect(commands).toEqual([]);
  expect(answer?.text).toContain("What shall change of “Dentist appointment”?");
});

test("every task goes only after a yes, whatever the verb", () => {
  expect(said(read("zap every task"))).toBe("ask: Yes, delete 8 tasks | No, leave them");
});

test.each([
  [
    "Take pills at 8am and 8pm every day",
    "add Take pills 2026-11-26T08:00 [FREQ=DAILY]; add Take pills 2026-11-25T20:00 [FREQ=DAILY]",
  ],
  [
    "remind me to stretch every day at 11 and 15:30",
    "add stretch 2026-11-25T11:00 [FREQ=DAILY] !0; add stretch 2026-11-25T15:30 [FREQ=DAILY] !0",
  ],
  [
    "Walk the dog twice a day",
    "add Walk the dog 2026-11-26T09:00 [FREQ=DAILY]; add Walk the dog 2026-11-25T19:00 [FREQ=DAILY]",
  ],
])("several times a day are a task each, and the answer says so: %s", (message, expected) => {
  const meant = read(message);
  expect(said(meant)).toBe(expected);
  expect(meant.answer?.text).toContain("each of them is a task");
});

test.each([
  ["swap call bob for call ann", "patch Call Bob title=call ann"],
  ["put buy stamps down for tomorrow", "add buy stamps 2026-11-26"],
])("%s", (message, expected) => {
  expect(said(read(message))).toBe(expected);
});

test.each([
  ["scrap the old bike", "add"],
  ["change tyres: winter ones", "add"],
])("a title in such words stays one: %s", (message, verb) => {
  const [made] = read(message).commands;
  expect(made ? inWords(made).split(" ")[0] : verb).toBe(verb);
});

test.each([
  ["push yoga to 7:30", "19:30"],
  ["yoga a quarter past six instead of seven", "18:15"],
  ["move yoga to 8", "20:00"],
  ["move yoga to 8am", "08:00"],
  ["move yoga to 20:15", "20:15"],
])("a time alone keeps the half of the day: %s", (message, time) => {
  const due = { kind: "floating" as const, at: "2026-11-27T19:00" };
  const context = contextWith([], null, [taskCalled("Yoga", 0, { due })]);
  expect(interpretByGrammar(message, context).commands).toMatchObject([
    { changes: { due: { at: `2026-11-27T${time}` } } },
  ]);
});

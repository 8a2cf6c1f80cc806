// Which messages the rules settle by themselves, and which a model is asked about.
import { describe, expect, test } from "vitest";
import { contextWith, routine } from "../../tests/chat-world.ts";
import { interpretByGrammar } from "./grammar.ts";
import { isSettled } from "./settled.ts";

const context = contextWith(["Call Bob"], null, routine);
const settled = (message: string): boolean =>
  isSettled(message, interpretByGrammar(message, context), context);

describe("settled by the rules", () => {
  test.each([
    "buy milk tomorrow 5pm #home p1",
    "pay rent every 1st at 9",
    "add a task to think about my life because I should",
    "remind me to call mum at 6 because she is ill",
    "complete call bob",
    "delete all tasks",
    "move taxes to friday",
    "what's due today?",
    "anything about bob?",
    "delete bob",
    "help",
    "thank you",
    "set my time zone to New York",
    "what time zone am I in?",
    "list my projects",
    "sort by priority",
  ])("%s", (message) => expect(settled(message)).toBe(true));
});

describe("left to a model", () => {
  test.each([
    "what would be a good plan for the weekend?",
    "colourless green ideas sleep furiously, don't they",
    "Verschiebe die Sache mit den taxes bitte auf Freitag",
    "supprime call bob",
    "borra call bob",
    "anything about spaceships?",
  ])("%s", (message) => expect(settled(message)).toBe(false));
});

test("the answer to an open question is settled, whatever it looks like", () => {
  const choices = [
    { label: "Yes, delete it", commands: [] },
    { label: "No, leave it", commands: [] },
  ];
  const asked = contextWith([], { text: "Shall I?", choices }, routine);
  const read = interpretByGrammar("No, leave it", asked);
  expect(isSettled("No, leave it", read, asked)).toBe(true);
});

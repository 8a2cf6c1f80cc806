// The score of public utterances: which act is right, and what counts as a wrong write.
import { expect, test } from "vitest";
import { expectedActs, isQuestion } from "./expected-act.ts";
import { fateOf } from "./public.ts";
import { isHeldOut } from "./utterances.ts";

const said = (text: string, intent = "todo_list_update") => ({ src: "own", intent, text });
const nothing = { commands: [], answer: { kind: "talk" as const, text: "I did not understand." } };

test("where an intent mixes acts the verb tells them apart", () => {
  expect(expectedActs(said("add soap to my list"))).toEqual(["add"]);
  expect(expectedActs(said("take soap off my list"))).toEqual(["remove"]);
  expect(expectedActs(said("cross soap off and add bread"))).toEqual(["remove", "complete", "add"]);
});

test("a reading is right, another write, not understood, or another answer", () => {
  const taskId = "00000000-0000-7000-8000-000000000001";
  const asked = said("read my list", "lists_query");
  expect(
    fateOf(asked, () => ({ commands: [], answer: { kind: "list", taskIds: [], text: "" } })),
  ).toBe("right");
  expect(fateOf(asked, () => ({ commands: [{ type: "task.delete", taskId }] }))).toBe("wrong");
  expect(fateOf(asked, () => nothing)).toBe("unread");
  const choices = [{ label: "Yes", commands: [{ type: "task.delete" as const, taskId }] }];
  expect(fateOf(asked, () => ({ commands: [], ask: { question: "Shall I?", choices } }))).toBe(
    "other",
  );
});

test("a question is told by its first words, whoever is addressed", () => {
  expect(isQuestion(said("hey what is the weather"))).toBe(true);
  expect(isQuestion(said("turn the fan on"))).toBe(false);
});

test("the third held out is told by the words alone", () => {
  expect(isHeldOut(said("Milk please"))).toBe(isHeldOut(said("milk please ", "other")));
});

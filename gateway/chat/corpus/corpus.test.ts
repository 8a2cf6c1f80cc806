// The chat corpus, case by case: the tasks before, the words, the state after.
import { describe, expect, test } from "vitest";
import { scoreChat } from "../../../tests/score/chat.ts";
import { chatCorpus } from "./all.ts";
import { ChatCases } from "./case.ts";

const { cases } = await scoreChat();

describe.each([...Map.groupBy(cases, ({ kind }) => kind)])("%s", (_, all) => {
  test.each(all)("$text", ({ miss, wroteWrongly }) => {
    expect(miss).toBeNull();
    expect(wroteWrongly).toBe(false);
  });
});

test("the corpus has the shape of the files it can be scored beside, and 250 conversations at least", () => {
  expect(ChatCases.parse(chatCorpus).cases.length).toBeGreaterThanOrEqual(250);
});

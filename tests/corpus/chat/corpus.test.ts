// The chat corpus: the tasks before, the words, the state after.
import { describe, expect, test } from "vitest";
import { scoreChat } from "../../score/chat.ts";
import { isReached } from "../../score/score.ts";
import { chatCorpus } from "./all.ts";
import { ChatCases } from "./case.ts";
import { collected } from "./collected.ts";

const isCollected = new Set(collected.cases);
const cases = chatCorpus.cases.filter((one) => !isCollected.has(one));
const own = await scoreChat({ worlds: chatCorpus.worlds, cases });

describe.each([...Map.groupBy(own.cases, ({ kind }) => kind)])("%s", (_, all) => {
  test.each(all)("$text", ({ miss, wroteWrongly }) => {
    expect(miss).toBeNull();
    expect(wroteWrongly).toBe(false);
  });
});

test(
  "of what was collected from many people enough is understood, and nothing is changed where nothing may be",
  { timeout: 60_000 },
  async () => {
    const score = await scoreChat(collected);
    expect(score.wrongWrites).toBe(0);
    expect(isReached(score)).toBe(true);
  },
);

test("the corpus has the shape of the files it can be scored beside", () => {
  expect(ChatCases.parse(chatCorpus)).toEqual(chatCorpus);
});

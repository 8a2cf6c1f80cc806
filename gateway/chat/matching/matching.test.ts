// Which task is meant by words: slips of the fingers are forgiven, other words are not.
import { describe, expect, test } from "vitest";
import { taskCalled, tasks } from "../../../tests/chat-world.ts";
import { findTasks } from "./find-task.ts";
import { readOrdinals } from "./ordinals.ts";
import { isTypo } from "./similarity.ts";
import { stem } from "./words.ts";

describe("a slip of the fingers is the same word", () => {
  test.each([
    ["dentst", "dentist"],
    ["byu", "buy"],
    ["mlk", "milk"],
    ["reprot", "report"],
    ["appointmnet", "appointment"],
    ["groceires", "groceries"],
    ["seperete", "separate"],
  ])("%s is %s", (typed, word) => {
    expect(isTypo(typed, word)).toBe(true);
  });
});

describe("another word is another word", () => {
  test.each([
    ["bob", "rob"],
    ["mum", "mug"],
    ["anna", "hanna"],
    ["car", "cat"],
    ["tax", "taxi"],
    ["monday", "sunday"],
    ["password", "passport"],
  ])("%s is not %s", (typed, word) => {
    expect(isTypo(typed, word)).toBe(false);
  });
});

describe("endings do not matter", () => {
  test.each([
    ["groceries", "grocery"],
    ["calling", "call"],
    ["called", "call"],
    ["bought", "buy"],
    ["running", "run"],
    ["writing", "write"],
    ["taxes", "tax"],
    ["plants", "plant"],
  ])("%s is %s", (word, base) => {
    expect(stem(word)).toBe(stem(base));
  });
});

describe("the surest find wins", () => {
  test.each([
    ["the call bob", "exact", ["Call Bob"]],
    ["bob travel", "words", ["Talk to Bob about travel"]],
    ["groc", "words", ["Buy groceries"]],
    ["dentits", "typo", ["Dentist appointment"]],
    ["dentist appoint at noon", "alike", ["Dentist appointment"]],
  ])("%s: %s", (words, sureness, titles) => {
    const found = findTasks(words, tasks, []);
    expect(found?.sureness).toBe(sureness);
    expect(found?.tasks.map(({ title }) => title)).toEqual(titles);
  });

  test("and nothing is found for words that fit nothing", () => {
    expect(findTasks("space rocket", tasks, [])).toBeNull();
    expect(findTasks("!?", tasks, [])).toBeNull();
  });

  test("titles in other letters are found whatever their accents and case", () => {
    const cafe = taskCalled("Réserver le Café", 50);
    expect(findTasks("reserver cafe", [cafe], [])?.tasks).toEqual([cafe]);
    const tokyo = taskCalled("東京 旅行", 51);
    expect(findTasks("東京", [tokyo], [])?.tasks).toEqual([tokyo]);
  });
});

describe("places in a list", () => {
  test.each([
    ["2", [1]],
    ["#2", [1]],
    ["number 2", [1]],
    ["the second one", [1]],
    ["2nd", [1]],
    ["1 and 3", [0, 2]],
    ["1, 2 and 4", [0, 1, 3]],
    ["first and third", [0, 2]],
    ["the last one", [3]],
    ["the last two", [2, 3]],
    ["first three", [0, 1, 2]],
    ["9", [8]],
    ["buy milk", null],
    ["the secondhand car", null],
    ["2 apples", null],
  ])("%s", (words, places) => {
    expect(readOrdinals(words, 4)).toEqual(places);
  });
});

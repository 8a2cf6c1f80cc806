// What a message sounds like: its act, and the words that are the thing, the list and the time.
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { acts } from "./read-act.ts";
import { hear } from "./hear.ts";

test.each([
  ["chuck olives on my shopping list", "add"],
  ["what have i got on wednesday", "show"],
  ["take the olives off the list", "remove"],
  ["tick off the olives", "complete"],
  ["move the dentist to friday", "change"],
  ["how tall is the eiffel tower", "none"],
])("%s is %s", (said, act) => {
  expect(hear(said).act).toBe(act);
});

test("case, punctuation, names and slips of the fingers do not change the act", () => {
  for (const said of [
    "ADD RICE TO MY LIST!!",
    "hey siri, add rice to my list",
    "add riec to my lsit",
  ])
    expect(hear(said).act).toBe("add");
});

test("the spans say which words are the thing, the list and the time", () => {
  const { spans } = hear("put feed the fish on my chores list for tomorrow");
  expect(spans.map(({ kind, text }) => [kind, text])).toEqual([
    ["item", "feed the fish"],
    ["list", "chores list"],
    ["when", "tomorrow"],
  ]);
});

test("whatever is said is heard: probabilities sum to one, spans lie in the text and beside each other", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 700, unit: "grapheme" }), (said) => {
      const { acts: all, spans } = hear(said);
      expect(all.map(({ act }) => act).toSorted()).toEqual([...acts].toSorted());
      expect(all.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1);
      let end = 0;
      for (const span of spans) {
        expect(span.start).toBeGreaterThanOrEqual(end);
        expect(said.slice(span.start, span.end)).toBe(span.text);
        end = span.end;
      }
    }),
  );
});

test("the weights stay small enough for a page", () => {
  expect(readFileSync(new URL("weights.json", import.meta.url)).length).toBeLessThan(1_500_000);
});

// How long an answer is believed, and what ends that.
import { expect, test } from "vitest";
import { createShortMemory } from "./short-memory.ts";

const aMemory = () => {
  let at = 0;
  let looked = 0;
  const memory = createShortMemory<string>(() => at);
  const look = async () => `answer ${(looked += 1)}`;
  return { memory, look, pass: (ms: number) => void (at += ms), looked: () => looked };
};

test("an answer is believed for a second, and those who ask at once share it", async () => {
  const { memory, look, pass, looked } = aMemory();
  expect(await Promise.all([memory.recall("a", look), memory.recall("a", look)])).toEqual([
    "answer 1",
    "answer 1",
  ]);
  pass(999);
  expect(await memory.recall("a", look)).toBe("answer 1");
  pass(1);
  expect(await memory.recall("a", look)).toBe("answer 2");
  expect(looked()).toBe(2);
});

test("what is forgotten is asked anew, also when it was being looked up", async () => {
  const { memory, look } = aMemory();
  const { promise, resolve } = Promise.withResolvers<string>();
  const early = memory.recall("a", () => promise);
  memory.forget();
  const late = memory.recall("a", look);
  resolve("before the end");
  expect(await early).toBe("before the end");
  expect(await late).toBe("answer 1");
  expect(await memory.recall("a", look)).toBe("answer 1");
});

test("neither a failure nor an unknown token is remembered", async () => {
  const { memory, look } = aMemory();
  await expect(memory.recall("a", () => Promise.reject(new Error("away")))).rejects.toThrow("away");
  expect(await memory.recall("a", async () => null)).toBeNull();
  expect(await memory.recall("a", look)).toBe("answer 1");
});

// An endpoint that fails is left alone, and then tried by one message alone.
import { expect, test } from "vitest";
import { ModelFailed } from "./answer.ts";
import { createBreaker } from "./breaker.ts";

const down = new ModelFailed("down", "the endpoint failed");

/** A breaker that is open, and a clock. */
const open = () => {
  let now = 0;
  const breaker = createBreaker(() => new Date(now));
  for (let time = 0; time < 3; time += 1) breaker.enter()?.(down);
  expect(breaker.enter()).toBeNull();
  return { breaker, wait: (ms: number) => (now += ms) };
};

test("after the pause one is let through, and nobody else until it is known what came of it", () => {
  const { breaker, wait } = open();
  wait(30_000);
  const trial = breaker.enter();
  expect(trial).not.toBeNull();
  wait(10 * 60_000);
  expect(Array.from({ length: 50 }, () => breaker.enter())).toEqual(Array(50).fill(null));
  trial?.("answered");
  expect(Array.from({ length: 50 }, () => breaker.enter())).not.toContain(null);
});

test("when it fails too, the next pause begins, and then again one alone is let through", () => {
  const { breaker, wait } = open();
  for (let time = 0; time < 3; time += 1) {
    wait(30_000);
    breaker.enter()?.(down);
    wait(29_999);
    expect(breaker.enter()).toBeNull();
    wait(1);
    breaker.enter()?.(down);
  }
});

test.each(["unknown", new ModelFailed("budget", "used up")] as const)(
  "a trial of which nothing is known (%s) is followed by another at once",
  (outcome) => {
    const { breaker, wait } = open();
    wait(30_000);
    breaker.enter()?.(outcome);
    const next = breaker.enter();
    expect(next).not.toBeNull();
    expect(breaker.enter()).toBeNull();
  },
);

test("nonsense is an answer: the endpoint is there again", () => {
  const { breaker, wait } = open();
  wait(30_000);
  breaker.enter()?.(new ModelFailed("nonsense", "it makes no sense"));
  expect([breaker.enter(), breaker.enter()]).not.toContain(null);
});

test("what was asked before the pause and answers in it opens nothing", () => {
  let now = 0;
  const breaker = createBreaker(() => new Date(now));
  const early = Array.from({ length: 4 }, () => breaker.enter());
  for (const tell of early.slice(0, 3)) tell?.(down);
  early[3]?.("answered");
  expect(breaker.enter()).toBeNull();
  now = 30_000;
  expect(breaker.enter()).not.toBeNull();
  expect(breaker.enter()).toBeNull();
});

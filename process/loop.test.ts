// A loop goes on whatever a round does, and ends when it is told to. Needs nothing.
import { expect, test } from "vitest";
import { startLoop } from "./loop.ts";

const deferred = () => Promise.withResolvers<void>();

test("a round that fails is told, and the next one comes", async () => {
  const told: unknown[] = [];
  const third = deferred();
  let rounds = 0;
  const loop = startLoop(
    async () => {
      rounds += 1;
      if (rounds === 3) third.resolve();
      if (rounds < 3) throw new Error(`round ${rounds}`);
    },
    { everyMs: 0, onFailure: (error) => told.push(error) },
  );
  await third.promise;
  await loop.stop();
  expect(told).toEqual([new Error("round 1"), new Error("round 2")]);
});

test("stopping waits for the round under way, which hears of it, and no other one begins", async () => {
  const begun = deferred();
  const told: unknown[] = [];
  let rounds = 0;
  let isOver = false;
  const loop = startLoop(
    async (signal) => {
      rounds += 1;
      begun.resolve();
      const aborted = deferred();
      signal.addEventListener("abort", () => aborted.resolve());
      await aborted.promise;
      isOver = true;
      throw new Error("cut off");
    },
    { everyMs: 0, onFailure: (error) => told.push(error) },
  );
  await begun.promise;
  await loop.stop();
  expect({ rounds, isOver, told }).toEqual({ rounds: 1, isOver: true, told: [] });
});

test("one that waits first and is stopped at once does nothing, however long it would wait", async () => {
  let rounds = 0;
  const round = async () => void (rounds += 1);
  await startLoop(round, { everyMs: 3_600_000, waitsFirst: true, onFailure: () => {} }).stop();
  expect(rounds).toBe(0);
});

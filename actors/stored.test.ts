// The state of an actor whose instance is forgotten while its turn runs.
import { expect, test } from "vitest";
import * as z from "zod";
import type { Dapr } from "./dapr.ts";
import { createStored, Superseded } from "./stored.ts";

const setUp = () => {
  let isCurrent = true;
  const saved = Promise.withResolvers<void>();
  const written: unknown[] = [];
  const dapr = {
    saveState: async (_: unknown, operations: unknown) => {
      written.push(operations);
      await saved.promise;
    },
  } as unknown as Dapr;
  const actor = { type: "TaskActor", id: "x" };
  const stored = createStored(dapr, actor, z.number(), () => isCurrent);
  return { stored, written, arrive: saved.resolve, forget: () => (isCurrent = false) };
};

test("an instance that was forgotten saves nothing", async () => {
  const { stored, written, forget } = setUp();
  forget();
  await expect(stored.save(1)).rejects.toThrow(Superseded);
  expect(written).toEqual([]);
});

test("a save that arrives when its instance was forgotten is not answered as one that holds", async () => {
  const { stored, arrive, forget } = setUp();
  const saving = stored.save(1);
  forget();
  arrive();
  await expect(saving).rejects.toThrow(Superseded);
});

test("a save of the present instance holds", async () => {
  const { stored, arrive } = setUp();
  const saving = stored.save(1);
  arrive();
  await saving;
  expect(await stored.load()).toBe(1);
});

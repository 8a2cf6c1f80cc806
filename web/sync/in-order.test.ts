// Writes to one task leave in order, writes to different ones side by side. Needs nothing.
import { expect, test } from "vitest";
import { createLanes } from "./in-order.ts";

const gate = () => Promise.withResolvers<void>();

test("a job waits for the one before it in its lane, even if that one fails", async () => {
  const inLane = createLanes();
  const first = gate();
  const order: string[] = [];
  const one = inLane("t1", async () => {
    await first.promise;
    order.push("first");
    throw new Error("refused");
  });
  const two = inLane("t1", async () => {
    order.push("second");
  });
  first.resolve();
  await expect(one).rejects.toThrow("refused");
  await two;
  expect(order).toEqual(["first", "second"]);
});

test("lanes do not wait for each other", async () => {
  const inLane = createLanes();
  const never = gate();
  void inLane("t1", () => never.promise);
  await expect(inLane("t2", async () => "through")).resolves.toBe("through");
});

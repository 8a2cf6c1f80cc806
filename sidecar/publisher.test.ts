// How messages share requests: alone at once, many together, in order, each with its own fate.
import { expect, test } from "vitest";
import type { Message } from "./message.ts";
import type { BulkEntry } from "./publish-bulk.ts";
import { createPublisher } from "./publisher.ts";

const message = (id: string, topic: Message["topic"] = "task-events"): Message => ({
  topic,
  key: "u1",
  event: { specversion: "1.0", id, type: "t" },
});

/** A sidecar whose answers the test gives. */
const sidecar = () => {
  const calls: {
    topic: string;
    ids: string[];
    answer(failed?: Record<string, string>): void;
    fail(error: Error): void;
  }[] = [];
  const publishBulk = (topic: string, entries: BulkEntry[]) =>
    new Promise<Map<string, string>>((resolve, reject) => {
      calls.push({
        topic,
        ids: entries.map(({ event }) => event.id),
        answer: (failed = {}) => resolve(new Map(Object.entries(failed))),
        fail: reject,
      });
    });
  return { calls, ...createPublisher(publishBulk) };
};

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test("one alone goes at once; what comes while it is under way goes together, in order", async () => {
  const { calls, publish } = sidecar();
  const first = publish(message("a"));
  await turn();
  const others = ["b", "c", "d"].map((id) => publish(message(id)));
  await turn();
  expect(calls.map(({ ids }) => ids)).toEqual([["a"]]);
  calls[0]?.answer();
  await first;
  await turn();
  expect(calls[1]?.ids).toEqual(["b", "c", "d"]);
  calls[1]?.answer();
  await Promise.all(others);
});

test("what is too large for one request goes in several, in order, and what is too large alone goes alone", async () => {
  const { calls, publish } = sidecar();
  const large = (id: string, chars: number) => {
    const { event, ...rest } = message(id);
    return { ...rest, event: { ...event, data: "x".repeat(chars) } };
  };
  void publish(message("a"));
  await turn();
  const sizes = [400_000, 400_000, 400_000, 2_000_000, 1];
  for (const [n, chars] of sizes.entries()) void publish(large(`${n}`, chars));
  for (let n = 0; n < 4; n += 1) {
    calls[n]?.answer();
    await turn();
    await turn();
  }
  expect(calls.map(({ ids }) => ids)).toEqual([["a"], ["0", "1"], ["2"], ["3"], ["4"]]);
});

test("topics do not wait for each other", async () => {
  const { calls, publish } = sidecar();
  void publish(message("a"));
  void publish(message("b", "task-updates"));
  await turn();
  expect(calls.map(({ topic }) => topic)).toEqual(["task-events", "task-updates"]);
});

test("an entry that failed fails its own sender only; a request that failed fails all of its own", async () => {
  const { calls, publish } = sidecar();
  const two = Promise.allSettled([publish(message("a")), publish(message("b"))]);
  await turn();
  calls[0]?.answer({ 1: "too large" });
  expect((await two).map(({ status }) => status)).toEqual(["fulfilled", "rejected"]);
  const next = publish(message("c"));
  await turn();
  calls[1]?.fail(new Error("Kafka is away"));
  await expect(next).rejects.toThrow("Kafka is away");
  const later = publish(message("d"));
  await turn();
  calls[2]?.answer();
  await later;
});

test("it is idle once all that waits has had its answer, also what comes meanwhile", async () => {
  const { calls, publish, idle } = sidecar();
  await idle();
  let isIdle = false;
  const first = publish(message("a"));
  const waited = idle().then(() => (isIdle = true));
  await turn();
  const failing = publish(message("b"));
  calls[0]?.answer();
  await first;
  await turn();
  expect(isIdle).toBe(false);
  calls[1]?.fail(new Error("Kafka is away"));
  await expect(failing).rejects.toThrow("Kafka is away");
  await waited;
});

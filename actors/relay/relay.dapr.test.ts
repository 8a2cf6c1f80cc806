// Kafka is away for thousands of tasks: on a real sidecar, scheduler and PostgreSQL, with a Kafka that the test switches off.
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import pLimit from "p-limit";
import type { CommandEnvelope, TaskCommand } from "../../domain/command.ts";
import { type Event, isTaskEvent } from "../../domain/event.ts";
import { type Id, newId } from "../../domain/ids.ts";
import { startActors, type TestActors } from "../../tests/actor-host.ts";

const count = 2_000;
const limit = pLimit(32);
const userId = newId();
let world: TestActors;
beforeAll(async () => {
  world = await startActors();
}, 120_000);
afterAll(() => world?.stop());
beforeEach(() => {
  world.published.length = 0;
  world.asked.clear();
  world.jobs.length = 0;
  world.kafka.asked = 0;
});

const envelope = (
  command: TaskCommand,
  source: "rest" | "recurrence" = "rest",
): CommandEnvelope => ({
  v: 1,
  command,
  origin: {
    commandId: newId(),
    correlationId: newId(),
    causationId: newId(),
    actorId: userId,
    source,
    device: null,
    traceparent: null,
  },
});

/** Makes the tasks and gives each a second title, while Kafka is away. */
const writeMeanwhile = async (ids: Id[]): Promise<void> => {
  const write = async (taskId: Id): Promise<void> => {
    const fields = { title: "milk" };
    const made = await world.actors.execute(envelope({ type: "task.create", taskId, fields }));
    const changes = { title: "oat milk" };
    const named = await world.actors.execute(envelope({ type: "task.patch", taskId, changes }));
    expect([made.ok, named.ok]).toEqual([true, true]);
  };
  await Promise.all(ids.map((id) => limit(write, id)));
};

/** What the log was sent of each task, in the order it came. */
const logged = (): Map<string, number[]> => {
  const events = world.published
    .filter(({ topic }) => topic === "task-events")
    .map(({ event }) => event as unknown as Event)
    .filter(isTaskEvent);
  const byTask = Map.groupBy(events, ({ subject }) => subject);
  return new Map([...byTask].map(([id, all]) => [id, all.map(({ sequence }) => sequence)]));
};

const isOut = (messages: number) =>
  vi.waitFor(() => expect(world.published.length).toBeGreaterThanOrEqual(messages), {
    timeout: 60_000,
    interval: 50,
  });

const expectOnceInOrder = (ids: Id[]): void => {
  expect(world.published).toHaveLength(2 * ids.length);
  expect(logged()).toEqual(new Map(ids.map((id) => [id, [1, 2]])));
};

test("thousands of tasks: no reminder of their own, few Jobs and tries, and afterwards everything once and in order", async () => {
  const ids = Array.from({ length: count }, newId);
  world.kafka.isAway = true;
  const startedAt = Date.now();
  await writeMeanwhile(ids);
  const gathers = Math.ceil((Date.now() - startedAt) / 500) + 1;
  expect(world.published).toEqual([]);
  expect(world.asked.get("registerReminder")).toBeUndefined();
  expect(world.asked.get("scheduleJob")).toBeLessThanOrEqual(gathers + count / 500);
  // The first change is tried with it, with the second one's load and with the second; the rest is the relay.
  expect(world.kafka.asked).toBeLessThan(count * 4 + 100);
  world.kafka.isAway = false;
  await isOut(2 * count);
  expectOnceInOrder(ids);
  await vi.waitFor(
    () =>
      expect(world.asked.get("deleteJob")).toBeGreaterThanOrEqual(
        world.asked.get("scheduleJob") ?? 0,
      ),
    { timeout: 10_000 },
  );
}, 120_000);

test("a host that dies meanwhile: the Jobs find what it left, what the clock decided too", async () => {
  const ids = Array.from({ length: 300 }, newId);
  world.kafka.isAway = true;
  await writeMeanwhile(ids);
  const [first] = ids as [Id];
  const followed = await world.actors.execute(
    envelope({ type: "task.patch", taskId: first, changes: { title: "tea" } }, "recurrence"),
  );
  expect(followed.ok).toBe(true);
  await vi.waitFor(() => expect(world.asked.get("scheduleJob")).toBeGreaterThan(0));
  await world.forget();
  world.kafka.isAway = false;
  await isOut(2 * ids.length + 1);
  expect(world.jobs.filter((name) => name.startsWith("relay-")).length).toBeGreaterThan(0);
  expect(logged()).toEqual(new Map(ids.map((id) => [id, id === first ? [1, 2, 3] : [1, 2]])));
}, 120_000);

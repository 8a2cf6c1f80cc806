// Kafka is away for 20 s: people go on writing, and afterwards everything has arrived.
import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import { openDatabase } from "../../database/pool.ts";
import { type Person, send, signUp } from "../client.ts";
import { type Device, liveDevice } from "../device.ts";
import { sharedStack } from "../stack.ts";
import { expectEverywhere } from "./everywhere.ts";
import { type Acknowledged, percentile, write } from "./writers.ts";

const awayMs = 20_000;
const stack = sharedStack();
const db = openDatabase(stack.env.DATABASE_URL, { max: 1 });
let person: Person;
let device: Device;
beforeEach(async () => {
  await stack.waitHealthy();
  person = await signUp(stack.url);
  device = await liveDevice(person);
});
afterEach(() => device.leave());
afterAll(() => db.end());

/** Writes with four at once for as long as Kafka is to be away. */
const writeMeanwhile = (): Promise<Acknowledged[]> => {
  const until = performance.now() + awayMs;
  return write(person, { atOnce: 4, more: () => performance.now() < until });
};

/** Every write was answered at its first attempt, most of them as if nothing were wrong. */
const expectQuick = (writes: readonly Acknowledged[]): void => {
  const times = writes.map(({ ms }) => ms);
  expect(writes.every(({ attempts }) => attempts === 1)).toBe(true);
  expect(writes.length).toBeGreaterThan(200);
  expect(percentile(times, 50)).toBeLessThan(250);
  expect(percentile(times, 100)).toBeLessThan(5_000);
};

/** The device that was there all along has heard of every write, each once. */
const expectHeard = async (writes: readonly Acknowledged[]): Promise<void> => {
  for (const { taskId, version } of writes) await device.update(taskId, version, 30_000);
  const heard = device.updates().map(({ update }) => `${update.taskId} v${update.version}`);
  const wanted = writes.map(({ taskId, version }) => `${taskId} v${version}`);
  expect([...new Set(heard)].toSorted()).toEqual(wanted.toSorted());
};

test("Kafka stopped for 20 s: writes succeed quickly, and afterwards devices, log and history get them all", async () => {
  await stack.hold("kafka");
  let writes: Acknowledged[];
  try {
    writes = await writeMeanwhile();
    const health = (await (await send(stack.url, "GET", "/health")).json()) as object;
    expect(health).toMatchObject({
      status: "degraded",
      dependencies: { feed: { status: "down" } },
    });
    expect((await person.list()).length).toBeGreaterThan(50);
  } finally {
    await stack.release("kafka");
  }
  expectQuick(writes);
  await expectHeard(writes);
  await expectEverywhere(stack, db, person, writes);
});

test("Kafka frozen for 20 s, which nobody refuses but nobody answers: the same", async () => {
  const { pid } = stack.part("kafka");
  if (pid === null) throw new Error("Kafka does not run");
  process.kill(pid, "SIGSTOP");
  let writes: Acknowledged[];
  try {
    writes = await writeMeanwhile();
    expect(device.updates()).toEqual([]);
  } finally {
    process.kill(pid, "SIGCONT");
  }
  expectQuick(writes);
  await expectHeard(writes);
  await expectEverywhere(stack, db, person, writes);
});

test("while Kafka is away a device that comes gets the list as it is", async () => {
  await stack.hold("kafka");
  try {
    const task = await person.create({ title: "written without Kafka" });
    const late = await liveDevice(person);
    expect([...late.shown.values()]).toEqual([task]);
    await late.leave();
  } finally {
    await stack.release("kafka");
  }
});

// The relay at size, with a Kafka and a scheduler that the test switches off, and pauses that are counted instead of waited for.
import { expect, test } from "vitest";
import * as z from "zod";
import { newId } from "../../domain/ids.ts";
import type { ActorAddress } from "../dapr.ts";
import { createRelay, StillLeft } from "./relay.ts";

const aTask = (): ActorAddress => ({ type: "TaskActor", id: newId() });

/** Pauses end when the test lets them: `step` ends the oldest one that lasts, and waits until all that follows from it is done. */
const aWorld = () => {
  const state = { kafkaIsAway: true, schedulerIsAway: false, stuck: new Set<string>() };
  const pauses: { ms: number; end: () => void }[] = [];
  const jobs = new Map<string, unknown>();
  const asked: string[] = [];
  const out: string[] = [];
  const said: string[] = [];
  let [under, mostUnder] = [0, 0];
  const relay = createRelay({
    dapr: {
      scheduleJob: async ({ name, data }) => {
        if (state.schedulerIsAway) throw new Error("the scheduler is away");
        jobs.set(name, data);
      },
      deleteJob: async (name) => void jobs.delete(name),
    },
    bringOut: async ({ id }) => {
      asked.push(id);
      under += 1;
      mostUnder = Math.max(mostUnder, under);
      await Promise.resolve();
      under -= 1;
      if (state.kafkaIsAway || state.stuck.has(id)) return false;
      out.push(id);
      return true;
    },
    log: {
      info: (...line: unknown[]) => void said.push(String(line[1])),
      warn: (...line: unknown[]) => void said.push(String(line[1])),
    },
    newId,
    random: () => 0.5,
    pause: (ms) =>
      new Promise<void>((resolve) => {
        const end = (): void => {
          pauses.splice(
            pauses.findIndex((one) => one.end === end),
            1,
          );
          resolve();
        };
        pauses.push({ ms, end });
      }),
  });
  const settle = async (): Promise<void> => {
    for (let turns = 0; turns < 200; turns += 1) await new Promise(setImmediate);
  };
  const step = async (): Promise<number> => {
    const [first] = pauses;
    first?.end();
    await settle();
    return first?.ms ?? 0;
  };
  return { state, relay, jobs, asked, out, said, pauses, step, settle, mostUnder: () => mostUnder };
};

const leaveAll = async (world: ReturnType<typeof aWorld>, tasks: ActorAddress[]): Promise<void> => {
  const known = tasks.map((task) => world.relay.left(task));
  await world.settle();
  while (world.pauses.some(({ ms }) => ms === 500)) {
    const place = world.pauses.findIndex(({ ms }) => ms === 500);
    world.pauses[place]?.end();
    await world.settle();
  }
  await Promise.all(known);
};

test("thousands with something left cost one Job for hundreds, and one try after each pause while Kafka is away", async () => {
  const world = aWorld();
  const tasks = Array.from({ length: 5_000 }, aTask);
  await leaveAll(world, tasks);
  expect(world.jobs.size).toBe(10);
  expect(world.asked).toEqual([]);
  const paused: number[] = [];
  for (let tries = 1; tries <= 8; tries += 1) {
    let ms = 0;
    while (world.asked.length < tries) ms += await world.step();
    paused.push(ms);
  }
  expect(paused).toEqual([1_000, 2_000, 4_000, 5_000, 5_000, 5_000, 5_000, 5_000]);
  expect(new Set(world.asked).size).toBe(8);
  world.state.kafkaIsAway = false;
  while (world.out.length < tasks.length) await world.step();
  expect(world.out.toSorted()).toEqual(tasks.map(({ id }) => id).toSorted());
  expect(world.mostUnder()).toBe(64);
  await world.settle();
  expect(world.jobs.size).toBe(0);
  expect(world.pauses).toEqual([]);
  expect(world.said.filter((line) => line.startsWith("Kafka takes nothing"))).toHaveLength(1);
});

test("one that stays behind by itself keeps no other waiting, and its Job stays with it", async () => {
  const world = aWorld();
  world.state.kafkaIsAway = false;
  const tasks = Array.from({ length: 1_200 }, aTask);
  const [stuck] = tasks as [ActorAddress];
  world.state.stuck.add(stuck.id);
  await leaveAll(world, tasks);
  for (let steps = 0; steps < 10; steps += 1) await world.step();
  expect(world.out).toHaveLength(1_199);
  expect(world.jobs.size).toBe(1);
  world.state.stuck.clear();
  while (world.out.length < tasks.length) await world.step();
  await world.settle();
  expect(world.jobs.size).toBe(0);
});

test("the Job of a process that died makes another one see to its actors, once, and goes when they are out", async () => {
  const [dead, alive] = [aWorld(), aWorld()];
  await leaveAll(dead, [aTask(), aTask()]);
  const [[name, data]] = [...dead.jobs] as [[string, unknown]];
  alive.jobs.set(name, data);
  expect(() => alive.relay.onJob(name, data)).toThrow(StillLeft);
  await alive.step();
  expect(() => alive.relay.onJob(name, data)).toThrow(StillLeft);
  alive.state.kafkaIsAway = false;
  while (alive.out.length < 2) await alive.step();
  for (let steps = 0; steps < 5; steps += 1) await alive.step();
  expect(alive.out).toHaveLength(2);
  expect(alive.jobs.size).toBe(0);
});

test("with the scheduler away as well whoever left it hears so, and this process brings it out all the same", async () => {
  const world = aWorld();
  world.state.schedulerIsAway = true;
  const refused = world.relay.left(aTask()).catch((error: Error) => error.message);
  await world.step();
  expect(await refused).toBe("the scheduler is away");
  world.state.kafkaIsAway = false;
  while (world.out.length < 1) await world.step();
});

test.each([null, {}, { actors: "all" }, { actors: [["TaskActor"]] }])(
  "a Job with other data than a note's is refused, not taken for done (%j)",
  (data) => {
    const { relay } = aWorld();
    expect(() => relay.onJob("relay-x", data)).toThrow(z.ZodError);
  },
);

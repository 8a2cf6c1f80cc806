// A person's day on the images, from outside: everything goes through the gateways' ports. The tests follow each other.
import { afterAll, beforeAll, expect, test } from "vitest";
import type { ServerFrame } from "../../domain/frame.ts";
import { say } from "../../platform/print.ts";
import { type Person, signUp } from "../client.ts";
import { until } from "../dapr.ts";
import { type Device, liveDevice } from "../device.ts";
import { write } from "../faults/writers.ts";
import { runningContainers } from "./containers.ts";
import { areLoggedOnce } from "./logged.ts";

const containers = runningContainers();
const [home, elsewhere] = containers.urls as [string, string];

let person: Person;
let phone: Device;
let laptop: Device;
beforeAll(async () => {
  person = await signUp(home);
  phone = await liveDevice(person);
  laptop = await liveDevice({ ...person, url: elsewhere });
});
afterAll(() => Promise.all([phone.leave(), laptop.leave()]));

test("what the chat adds is on two devices, each on another gateway", async () => {
  const { tasks } = await person.say("Add pay rent every month on the 1st at 9am #home");
  const [task] = tasks;
  expect(task).toMatchObject({ title: "pay rent", tags: ["home"] });
  for (const device of [phone, laptop])
    expect((await device.update(task?.id ?? "")).frame.update.task).toEqual(task);
});

test("completing the one that repeats brings the next date, in the log under one correlation id, and undo brings the old one back", async () => {
  const [before] = await person.list();
  const id = before?.id ?? "";
  const done = await person.say("Mark pay rent as complete");
  const after = await person.read(id);
  expect(after).toMatchObject({ status: "open", title: "pay rent" });
  expect(Date.parse(after.due?.at ?? "")).toBeGreaterThan(Date.parse(before?.due?.at ?? ""));
  await laptop.update(id, after.version);

  const logged = await until("the completion is in the log", async () => {
    const { events } = await person.events({ task: id });
    return events.find(({ correlationId }) => correlationId === done.correlationId);
  });
  expect(logged).toMatchObject({ version: after.version, origin: "chat", actorId: person.userId });

  const undone = await person.say("undo");
  expect(undone.undoes).toBe(done.correlationId);
  expect((await person.read(id)).due).toEqual(before?.due);
});

test("a reminder is told on both devices, not before its time", async () => {
  const task = await person.create({ title: "take the bread out" });
  const body = { taskId: task.id, in: "PT3S" };
  const answer = await person.call("POST", "/reminders", { body });
  const { id, scheduledFor } = (await answer.json()) as { id: string; scheduledFor: string };
  const isTold = (frame: ServerFrame) => frame.type === "alert" && frame.alert.id === id;
  for (const device of [phone, laptop]) {
    const { at } = await device.received("the reminder", isTold, 30_000);
    const lateMs = at - Date.parse(scheduledFor);
    expect(lateMs).toBeGreaterThanOrEqual(0);
    say(`a reminder was told ${lateMs.toFixed(0)} ms after its time`);
  }
});

/** A host may die between its answer and its publish: the log check of a gateway finds that within two minutes. */
const mendedWithinMs = 150_000;

test("one actors host of two is killed while people write: every write is answered, once, and is in the list and in the log", async () => {
  const killed = Promise.withResolvers<void>();
  let isBack = false;
  const written = await write(person, {
    atOnce: 4,
    more: (begun) => !isBack || begun < 40,
    onAcknowledged: (count) => {
      if (count !== 20) return;
      const over = containers.kill("actors").finally(() => (isBack = true));
      over.then(killed.resolve, killed.reject);
    },
  });
  await killed.promise;
  const slowest = Math.max(...written.map(({ ms }) => ms));
  say(`${written.length} writes around a killed host, the slowest took ${slowest.toFixed(0)} ms`);

  const versions = new Map(written.map(({ taskId, version }) => [taskId, version]));
  for (const [taskId, version] of versions) {
    expect((await person.read(taskId)).version).toBe(version);
    await phone.update(taskId, version, mendedWithinMs);
    await laptop.update(taskId, version, mendedWithinMs);
  }
  await areLoggedOnce(person, written);
}, 240_000);

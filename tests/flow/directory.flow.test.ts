// Projects, tags and filters through the whole stack: live on every device, in the log, on two thousand tasks with one undo.
import { expect, test } from "vitest";
import type { Directory } from "../../domain/directory/directory.ts";
import { newId } from "../../domain/ids.ts";
import { type Person, signUp } from "../client.ts";
import { until } from "../dapr.ts";
import { type Device, liveDevice } from "../device.ts";
import { sharedStack } from "../stack.ts";

const { url } = sharedStack();

const change = async (person: Person, method: string, path: string, body?: object) => {
  const correlationId = newId();
  const headers = { "x-correlation-id": correlationId };
  const answer = await person.call(method, path, { headers, ...(body && { body }) });
  if (answer.status !== 200) throw new Error(`${path} answered ${await answer.text()}`);
  const changed = (await answer.json()) as { tasksChanged: number; directory: Directory };
  return { ...changed, correlationId };
};
const undo = async (person: Person, correlationId: string): Promise<void> => {
  const answer = await person.call("POST", "/history/undo", { body: { correlationId } });
  expect(answer.status).toBe(200);
};

/** The frame that brings this version. */
const directoryOn = async (device: Device, version: number): Promise<Directory> => {
  const { frame } = await device.received(
    `directory ${version}`,
    (one) => one.type === "directory" && one.directory.version === version,
  );
  if (frame.type !== "directory") throw new Error("another frame");
  return frame.directory;
};

test("a change is on every device at once, in what a new one begins with, and in the log with before and after", async () => {
  const person = await signUp(url);
  const [phone, laptop] = await Promise.all([liveDevice(person), liveDevice(person)]);
  const made = await change(person, "POST", "/projects", { name: "Work", colour: "blue" });
  for (const device of [phone, laptop])
    expect(await directoryOn(device, made.directory.version)).toEqual(made.directory);
  await Promise.all([phone.leave(), laptop.leave()]);
  const anew = await liveDevice(person);
  const { frame } = await anew.received("snapshot", (one) => one.type === "snapshot");
  expect(frame).toMatchObject({ directory: made.directory });
  await anew.leave();
  const event = await until("the event in the log", async () =>
    (await person.events()).events.find(
      ({ correlationId }) => correlationId === made.correlationId,
    ),
  );
  expect(event).toMatchObject({
    type: "punctual.project.created.v1",
    changes: { name: { before: null, after: "Work" }, colour: { before: null, after: "blue" } },
  });
});

test("a project of many tasks is renamed with all of them, on the other device too, and one undo brings all back", async () => {
  const person = await signUp(url);
  const count = 300;
  for (let n = 0; n < count; n += 50)
    await Promise.all(
      Array.from({ length: 50 }, (_, at) =>
        person.create({ title: `task ${n + at}`, project: "Work" }),
      ),
    );
  const device = await liveDevice(person);
  const renamed = await change(person, "PATCH", "/projects/work", { name: "Office" });
  expect(renamed.tasksChanged).toBe(count);
  const named = async (project: string) =>
    (await person.list({ project })).filter((task) => task.project === project).length;
  expect([await named("Office"), await named("Work")]).toEqual([count, 0]);
  await until(
    "all of them on the other device",
    async () =>
      [...device.shown.values()].filter(({ project }) => project === "Office").length === count,
  );
  await undo(person, renamed.correlationId);
  expect([await named("Office"), await named("Work")]).toEqual([0, count]);
  await device.leave();
}, 120_000);

test("a name by words: renamed in the chat, taken back in the chat", async () => {
  const person = await signUp(url);
  const task = await person.create({ title: "run", tags: ["fitness"] });
  expect((await person.say("delete tag fitness")).text).toBe(
    "Deleted the tag “fitness”. 1 task had it.",
  );
  expect((await person.read(task.id)).tags).toEqual([]);
  await person.say("undo");
  expect((await person.read(task.id)).tags).toEqual(["fitness"]);
});

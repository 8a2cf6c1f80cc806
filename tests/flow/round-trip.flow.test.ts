// What is done and taken back on the whole stack: a snooze still rings at its time, and the parts of a task go and come with it.
import { afterEach, beforeEach, expect, test } from "vitest";
import { ReminderDoc } from "../../gateway/api/reminders.ts";
import type { Task } from "../../domain/task.ts";
import { type Person, signUp } from "../client.ts";
import { until } from "../dapr.ts";
import { type Device, liveDevice } from "../device.ts";
import { sharedStack } from "../stack.ts";

const { url } = sharedStack();

let person: Person;
let device: Device;
beforeEach(async () => {
  person = await signUp(url);
  device = await liveDevice(person);
});
afterEach(() => device.leave());

const inMs = (ms: number): string => new Date(Date.now() + ms).toISOString();
const docOf = async (answer: Response) => {
  if (!answer.ok) throw new Error(`${answer.status}: ${await answer.text()}`);
  return ReminderDoc.parse(await answer.json());
};
const remind = async ({ id: taskId }: Task, at: string) =>
  docOf(await person.call("POST", "/reminders", { body: { taskId, at } }));
const snooze = async (id: string, at: string) =>
  docOf(await person.call("POST", `/reminders/${id}/snooze`, { body: { until: at } }));
const standing = async (id: string) => {
  const { state, scheduledFor } = await docOf(await person.call("GET", `/reminders/${id}`));
  return { state, scheduledFor };
};
/** When the device was told of a reminder, ms since 1970; the first alert at or after `from`. */
const rings = async (id: string, from: string): Promise<number> =>
  (
    await device.received(
      `the alert of ${id}`,
      (frame) =>
        frame.type === "alert" &&
        frame.alert.id === id &&
        frame.alert.state === "fired" &&
        frame.alert.scheduledFor === from,
      30_000,
    )
  ).at;
const correlationOf = (answer: Response): string => {
  expect(answer.status).toBe(200);
  return answer.headers.get("x-correlation-id") ?? "";
};
const shows = (tasks: Task[], status: Task["status"]) =>
  until(`the device shows ${status}`, async () =>
    tasks.every(({ id }) => device.shown.get(id)?.status === status),
  );

test("completed and reopened before its snooze is over, it rings at the snoozed time", async () => {
  const task = await person.create({ title: "call the bank" });
  const first = inMs(2_000);
  const { id } = await remind(task, first);
  await rings(id, first);
  const snoozedTo = inMs(6_000);
  await snooze(id, snoozedTo);
  await person.post(task.id, "/complete");
  await person.post(task.id, "/reopen");
  expect(await rings(id, snoozedTo)).toBeGreaterThanOrEqual(Date.parse(snoozedTo));
});

test("parts are done on the other device with their task and ring no more; undo brings them and their snooze back", async () => {
  const trip = await person.create({ title: "trip" });
  const pack = await person.create({ title: "pack", parentId: trip.id });
  const socks = await person.create({ title: "socks", parentId: pack.id });
  const all = [trip, pack, socks];
  const soon = inMs(4_000);
  const { id: plain } = await remind(pack, soon);
  const { id: putOff } = await remind(socks, inMs(3_000));
  const snoozedTo = inMs(12_000);
  await snooze(putOff, snoozedTo);

  const answer = await person.call("POST", `/tasks/${trip.id}/complete`);
  const correlationId = correlationOf(answer);
  await shows(all, "done");
  const clock = await person.create({ title: "a clock" });
  const later = inMs(5_000);
  await rings((await remind(clock, later)).id, later);
  const told = device.frames.flatMap(({ frame }) =>
    frame.type === "alert" ? [frame.alert.id] : [],
  );
  expect(told).not.toContain(plain);
  expect(told).not.toContain(putOff);

  correlationOf(await person.call("POST", "/history/undo", { body: { correlationId } }));
  await shows(all, "open");
  expect(await standing(putOff)).toEqual({ state: "snoozed", scheduledFor: snoozedTo });
  expect(await rings(putOff, snoozedTo)).toBeGreaterThanOrEqual(Date.parse(snoozedTo));

  const log = await until("the log", async () => {
    const { events } = await person.events({ limit: 50 });
    const done = events.filter(
      (event) =>
        event.correlationId === correlationId && event.type === "punctual.task.completed.v1",
    );
    return done.length === 3 && done;
  });
  const cause = log.find(({ subject }) => subject === trip.id)?.commandId;
  const parts = log.filter(({ subject }) => subject !== trip.id);
  expect(parts.map(({ causationId }) => causationId)).toEqual([cause, cause]);
});

test("five hundred parts go with their task and come back with it", async () => {
  const parent = await person.create({ title: "library" });
  const books: Task[] = [];
  for (let n = 0; n < 500; n += 25) {
    const some = Array.from({ length: 25 }, (_, k) =>
      person.create({ title: `book ${n + k}`, parentId: parent.id }),
    );
    books.push(...(await Promise.all(some)));
  }
  await person.post(parent.id, "/complete");
  await shows([parent, ...books], "done");
  expect((await person.post(parent.id, "/reopen")).status).toBe("open");
  await shows([parent, ...books], "open");
}, 120_000);

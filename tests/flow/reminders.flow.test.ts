// Reminders over REST on the whole stack: told to the millisecond, once, on every device; snoozed and seen on all of them.
import { afterEach, beforeEach, expect, test } from "vitest";
import { newId } from "../../domain/ids.ts";
import type { Alert, ReminderState } from "../../domain/reminder.ts";
import { ReminderDoc } from "../../gateway/api/reminders.ts";
import { type Person, problemOf, signUp } from "../client.ts";
import { until } from "../dapr.ts";
import { type Device, liveDevice } from "../device.ts";
import { sharedStack } from "../stack.ts";

const { url } = sharedStack();

let person: Person;
let devices: Device[];
beforeEach(async () => {
  person = await signUp(url);
  devices = await Promise.all([liveDevice(person), liveDevice(person)]);
});
afterEach(() => Promise.all(devices.map((device) => device.leave())));

const docOf = async (answer: Response) => {
  if (!answer.ok) throw new Error(`${answer.status}: ${await answer.text()}`);
  return ReminderDoc.parse(await answer.json());
};
const remind = async (taskId: string, time: object) =>
  docOf(await person.call("POST", "/reminders", { body: { taskId, ...time } }));
const read = async (id: string) => docOf(await person.call("GET", `/reminders/${id}`));
const answerTo = async (id: string, verb: string, body: object = {}) =>
  docOf(await person.call("POST", `/reminders/${id}/${verb}`, { body }));

const alertsOf = (device: Device, id: string): Alert[] =>
  device.frames.flatMap(({ frame }) =>
    frame.type === "alert" && frame.alert.id === id ? [frame.alert] : [],
  );
/** Waits for the alert of a generation in a state, on every device. */
const alerted = (id: string, state: ReminderState, generation = 1) =>
  Promise.all(
    devices.map((device) =>
      device.received(
        `${id} is ${state}`,
        ({ type, ...rest }) => {
          if (type !== "alert" || !("alert" in rest)) return false;
          const { alert } = rest;
          return alert.id === id && alert.state === state && alert.generation === generation;
        },
        20_000,
      ),
    ),
  );
/** What a device that comes now is shown first. */
const shownAnew = async (): Promise<Alert[]> => {
  const device = await liveDevice(person);
  devices.push(device);
  return (await device.frame("snapshot")).alerts ?? [];
};
/** The statuses of firing reach the read model through the log. */
const becomes = (id: string, state: ReminderState) =>
  until(`${id} is ${state}`, async () => (await read(id)).state === state, 20_000);

test("a reminder in 3 seconds is told on both devices, never early, once, and is cleared on all when it was seen", async () => {
  const task = await person.create({ title: "take the bread out" });
  const { id, scheduledFor } = await remind(task.id, { in: "PT3S" });
  for (const { at } of await alerted(id, "fired"))
    expect(at).toBeGreaterThanOrEqual(Date.parse(scheduledFor ?? ""));
  await becomes(id, "fired");
  const told = await read(id);
  expect(told.deliveries).toMatchObject([{ channel: "in_app", state: "accepted" }]);
  expect(told.lateByMs).toBeLessThan(2_000);
  expect(await shownAnew()).toMatchObject([{ id, title: task.title, reminderIds: [id] }]);
  await devices.pop()?.leave();

  expect((await answerTo(id, "acknowledge")).state).toBe("acknowledged");
  await alerted(id, "acknowledged");
  for (const device of devices)
    expect(alertsOf(device, id).map(({ state }) => state)).toEqual(["fired", "acknowledged"]);
  expect(await shownAnew()).toEqual([]);
  expect((await person.read(task.id)).version).toBe(2);
});

test("a snoozed reminder is told again, and the due stays", async () => {
  const due = { kind: "floating", at: "2030-01-01T09:00" } as const;
  const task = await person.create({ title: "call mum", due });
  const { id } = await remind(task.id, { in: "PT1S" });
  await alerted(id, "fired");
  expect((await answerTo(id, "snooze", { for: "PT2S" })).state).toBe("snoozed");
  await alerted(id, "fired", 2);
  for (const device of devices)
    expect(alertsOf(device, id).filter(({ state }) => state === "fired")).toHaveLength(2);
  expect((await person.read(task.id)).due).toEqual(due);
});

test("completing the task clears what was told and cancels what was to come", async () => {
  const task = await person.create({ title: "pay rent" });
  const told = await remind(task.id, { in: "PT1S" });
  const toCome = await remind(task.id, { in: "PT1H" });
  await alerted(told.id, "fired");
  await person.post(task.id, "/complete");
  await alerted(told.id, "acknowledged");
  expect((await read(toCome.id)).state).toBe("cancelled");
  await person.post(task.id, "/reopen");
  expect(await read(toCome.id)).toMatchObject({ state: "scheduled", generation: 2 });
});

test("two reminders at one instant are one notification", async () => {
  const at = new Date(Date.now() + 3_000).toISOString();
  const reminders = [newId(), newId()].map((id) => ({
    id,
    trigger: { kind: "instant" as const, at },
    channels: null,
  }));
  await person.create({ title: "stand up", reminders });
  const [first, second] = reminders.map(({ id }) => id) as [string, string];
  await alerted(first, "fired");
  await becomes(second, "fired");
  expect((await shownAnew()).map(({ reminderIds }) => reminderIds)).toEqual([[first, second]]);
  for (const device of devices) expect(alertsOf(device, second)).toEqual([]);
});

test("a time that is over and the 51st reminder are refused, with the field", async () => {
  const { id: taskId } = await person.create({
    title: "x",
    reminders: Array.from({ length: 50 }, (_, n) => ({
      id: newId(),
      trigger: {
        kind: "instant" as const,
        at: `2030-01-01T09:${String(n).padStart(2, "0")}:00.000Z`,
      },
      channels: null,
    })),
  });
  const refusal = async (time: object) => {
    const { status, fields } = await problemOf(
      await person.call("POST", "/reminders", { body: { taskId, ...time } }),
    );
    return [status, fields?.[0]?.path];
  };
  expect(await refusal({ in: "PT5M" })).toEqual([422, "reminders"]);
  await person.patch(taskId, { reminders: [] });
  expect(await refusal({ at: "2020-01-01T09:00:00Z" })).toEqual([422, "at"]);
});

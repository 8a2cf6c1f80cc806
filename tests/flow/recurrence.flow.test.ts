// Repeating tasks on the whole stack: what a completion, a skip and an undo mean for dates, history and reminders, by the public API.
import { expect, test } from "vitest";
import * as z from "zod";
import { newId } from "../../domain/ids.ts";
import type { Task } from "../../domain/task.ts";
import { type Person, signUp } from "../client.ts";
import { until } from "../dapr.ts";
import { liveDevice } from "../device.ts";
import { sharedStack } from "../stack.ts";

const { url } = sharedStack();

const daily = { rrule: "FREQ=DAILY", anchor: "schedule", overflow: "clamp" } as const;
const at = (day: number): string => `2031-05-${String(day).padStart(2, "0")}T09:00`;

/** A task for every day from 6 May 2031 at 09:00 of the person on. */
const repeat = (person: Person, more: Partial<Task> = {}): Promise<Task> =>
  person.create({
    title: "water the plants",
    due: { kind: "floating", at: at(6) },
    recurrence: daily,
    ...more,
  });

const post = async (person: Person, task: Task, verb: string, body: object = {}): Promise<Task> => {
  const answer = await person.call("POST", `/tasks/${task.id}/${verb}`, { body });
  expect(answer.status).toBe(200);
  return (await answer.json()) as Task;
};

const Dates = z.object({
  past: z.array(z.object({ slot: z.string(), outcome: z.string() })),
  current: z.object({ id: z.string(), slot: z.string() }).nullable(),
  next: z.array(z.object({ local: z.string(), instant: z.string() })),
});

const datesOf = async (person: Person, task: Task) =>
  Dates.parse(await (await person.call("GET", `/tasks/${task.id}/occurrences`)).json());

const Reminders = z.object({
  reminders: z.array(z.object({ state: z.string(), scheduledFor: z.string().nullable() })),
});
/** When the reminders of the task that wait are told. */
const toldAt = async (person: Person, task: Task): Promise<(string | null)[]> => {
  const answer = await person.call("GET", "/reminders", { query: { taskId: task.id } });
  const { reminders } = Reminders.parse(await answer.json());
  return reminders.flatMap(({ state, scheduledFor }) =>
    state === "scheduled" ? [scheduledFor] : [],
  );
};

test("done and skipped dates are kept, the next one stands, and the reminder goes with it on every device", async () => {
  const person = await signUp(url);
  const device = await liveDevice(person);
  const trigger = { kind: "relative" as const, to: "due" as const, minutes: -30 };
  const task = await repeat(person, { reminders: [{ id: newId(), trigger, channels: null }] });
  expect(await toldAt(person, task)).toEqual(["2031-05-06T08:30:00.000Z"]);
  const done = await post(person, task, "complete");
  expect(done).toMatchObject({ status: "open", due: { at: at(7) } });
  expect(await toldAt(person, task)).toEqual(["2031-05-07T08:30:00.000Z"]);
  const skipped = await post(person, task, "skip");
  expect(skipped.due).toMatchObject({ at: at(8) });
  await until("the device", async () => device.shown.get(task.id)?.version === skipped.version);
  const dates = await until("what has passed", async () => {
    const found = await datesOf(person, task);
    return found.past.length === 2 && found;
  });
  expect(dates.past).toMatchObject([
    { slot: at(7), outcome: "skipped" },
    { slot: at(6), outcome: "done" },
  ]);
  expect(dates.current).toMatchObject({ slot: at(8) });
  expect(dates.next.slice(0, 2)).toMatchObject([{ local: at(9) }, { local: at(10) }]);
  await device.leave();
});

test("one occurrence completed from two devices is completed once", async () => {
  const person = await signUp(url);
  const task = await repeat(person);
  const body = { occurrence: task.occurrence?.id };
  await Promise.all([post(person, task, "complete", body), post(person, task, "complete", body)]);
  await post(person, task, "complete", body);
  expect((await person.read(task.id)).due).toMatchObject({ at: at(7) });
});

test("an undone completion brings the occurrence and its reminder back", async () => {
  const person = await signUp(url);
  const trigger = { kind: "relative" as const, to: "due" as const, minutes: 0 };
  const task = await repeat(person, { reminders: [{ id: newId(), trigger, channels: null }] });
  await post(person, task, "complete");
  await until("what has passed", async () => (await datesOf(person, task)).past.length === 1);
  const back = await post(person, task, "reopen");
  expect(back).toMatchObject({ due: { at: at(6) }, occurrence: { id: task.occurrence?.id } });
  expect(await toldAt(person, task)).toEqual(["2031-05-06T09:00:00.000Z"]);
  await until("nothing has passed", async () => (await datesOf(person, task)).past.length === 0);
});

test("the last of a series and complete forever leave the task done", async () => {
  const person = await signUp(url);
  const twice = await repeat(person, { recurrence: { ...daily, rrule: "FREQ=DAILY;COUNT=2" } });
  expect((await post(person, twice, "complete")).status).toBe("open");
  expect((await post(person, twice, "complete")).status).toBe("done");
  const endless = await repeat(person);
  expect((await post(person, endless, "complete", { forever: true })).status).toBe("done");
  expect((await datesOf(person, endless)).next).toEqual([]);
});

test("a move from Berlin to New York moves floating reminders, not fixed ones, and says how many", async () => {
  const person = await signUp(url);
  await person.call("PATCH", "/settings", { body: { timeZone: "Europe/Berlin" } });
  const trigger = { kind: "relative" as const, to: "due" as const, minutes: 0 };
  const reminders = () => [{ id: newId(), trigger, channels: null }];
  const floating = await repeat(person, { reminders: reminders() });
  const due = { kind: "fixed" as const, at: at(6), zone: "Europe/Berlin" };
  const fixed = await repeat(person, { due, reminders: reminders() });
  expect(await toldAt(person, floating)).toEqual(["2031-05-06T07:00:00.000Z"]);
  const answer = await person.call("PATCH", "/settings", {
    body: { timeZone: "America/New_York" },
  });
  expect(await answer.json()).toMatchObject({ timeZone: "America/New_York", remindersMoved: 1 });
  expect(await toldAt(person, floating)).toEqual(["2031-05-06T13:00:00.000Z"]);
  expect(await toldAt(person, fixed)).toEqual(["2031-05-06T07:00:00.000Z"]);
});

test("an impossible rule is refused with its reason", async () => {
  const person = await signUp(url);
  const recurrence = { ...daily, rrule: "FREQ=MINUTELY" };
  const body = { title: "x", due: { kind: "floating", at: at(6) }, recurrence };
  const answer = await person.call("POST", "/tasks", { body });
  expect(answer.status).toBe(422);
  expect(await answer.json()).toMatchObject({
    fields: [{ path: expect.stringMatching(/^recurrence/) }],
  });
});

test("done subtasks are open again with the next occurrence, and done again when it comes back", async () => {
  const person = await signUp(url);
  const parent = await repeat(person);
  const subtask = await person.create({ title: "fill the can", parentId: parent.id });
  const done = await post(person, subtask, "complete");
  const is = (status: Task["status"]) =>
    until(status, async () => {
      const now = await person.read(subtask.id);
      return now.status === status && now;
    });
  await post(person, parent, "complete");
  await is("open");
  await post(person, parent, "reopen");
  expect((await is("done")).completedAt).toBe(done.completedAt);
});

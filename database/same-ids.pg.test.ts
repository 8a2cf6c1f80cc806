// Two tasks, or two people, whose callers chose the same id: each has a row of its own in every table.
import { afterAll, beforeAll, expect, test } from "vitest";
import type { TaskEvent } from "../domain/event.ts";
import { type Id, newId } from "../domain/ids.ts";
import type { ReminderStatus } from "../domain/reminder.ts";
import { defaultSettings } from "../domain/settings.ts";
import { exampleEvent, exampleTask } from "../tests/examples.ts";
import { startPostgres, type TestPostgres } from "../tests/postgres.ts";
import { firedReminder } from "../tests/reminder-examples.ts";
import { claimAttempts } from "./delivery/claim-attempts.ts";
import { listPushSubscriptions } from "./delivery/list-push-subscriptions.ts";
import { savePushSubscription } from "./delivery/save-push-subscription.ts";
import { listOccurrences } from "./occurrences/list-occurrences.ts";
import { projectOccurrences } from "./occurrences/project-occurrences.ts";
import { projectPeople } from "./people/project-people.ts";
import type { Database } from "./pool.ts";
import { listReminders } from "./reminders/list-reminders.ts";
import { projectReminders } from "./reminders/project-reminders.ts";
import { readReminder } from "./reminders/read-reminder.ts";
import { readTaskOfReminder } from "./reminders/read-task-of-reminder.ts";
import { listPeopleToArm } from "./arming/list-people-to-arm.ts";
import { markArmed } from "./arming/mark-armed.ts";
import { projectTasks } from "./tasks/project-tasks.ts";

let postgres: TestPostgres;
let db: Database;
beforeAll(async () => {
  postgres = await startPostgres();
  db = await postgres.openDatabase();
}, 60_000);
afterAll(() => postgres.stop());

/** A task in the read model with one reminder of this id. */
const aTask = async (reminderId: Id, ownerId = newId(), status: Partial<ReminderStatus> = {}) => {
  const reminder = {
    id: reminderId,
    trigger: { kind: "instant" as const, at: "2030-01-01T00:00:00.000Z" },
    channels: null,
  };
  const task = exampleTask({ ownerId, reminders: [reminder] });
  const { data } = firedReminder({ data: { taskId: task.id }, status: { reminderId, ...status } });
  await projectTasks(db, [task]);
  return { ownerId, taskId: task.id, status: data.status };
};
const project = (...all: Awaited<ReturnType<typeof aTask>>[]) =>
  projectReminders(
    db,
    all.map(({ ownerId, status }) => ({ status, ownerId, unarmed: false })),
  );
const listOf = async (ownerId: Id, limit = 10, cursor?: string) => {
  const page = await listReminders(db, { ownerId, filter: {}, limit, cursor });
  if (!page.ok) throw new Error(page.error.message);
  return page.value;
};

test("a person's reminder is theirs alone, whatever sequence another's of that id has", async () => {
  const reminderId = newId();
  const mine = await aTask(reminderId);
  const theirs = await aTask(reminderId, newId(), { sequence: 9, state: "snoozed" });
  await project(mine, theirs);
  for (const { ownerId, taskId, status } of [mine, theirs]) {
    expect(await readReminder(db, { reminderId, ownerId })).toMatchObject({ status, ownerId });
    expect(await readTaskOfReminder(db, { reminderId, ownerId })).toBe(taskId);
    expect((await listOf(ownerId)).reminders).toMatchObject([{ status }]);
  }
});

test("of two tasks of one person with one id, both are listed and the one that was told is meant", async () => {
  const [reminderId, ownerId] = [newId(), newId()];
  const first = await aTask(reminderId, ownerId, { state: "acknowledged" });
  const second = await aTask(reminderId, ownerId, {
    state: "fired",
    scheduledFor: first.status.scheduledFor,
  });
  await project(first, second);
  const page = await listOf(ownerId, 1);
  const next = await listOf(ownerId, 1, page.next ?? "");
  const found = [...page.reminders, ...next.reminders].map(({ status }) => status.taskId);
  expect(found.toSorted()).toEqual([first.taskId, second.taskId].toSorted());
  expect(await readTaskOfReminder(db, { reminderId, ownerId })).toBe(second.taskId);
  expect((await readReminder(db, { reminderId, ownerId }))?.status.taskId).toBe(second.taskId);
  await projectTasks(db, [exampleTask({ id: second.taskId, ownerId, version: 2 })]);
  expect(await readTaskOfReminder(db, { reminderId, ownerId })).toBe(first.taskId);
});

test("what became of an occurrence is of its task, also where another task has the same series", async () => {
  const passed = (outcome: "done" | "skipped") => ({
    id: occurrence,
    slot: "2026-03-02",
    instant: "2026-03-02T00:00:00.000Z",
    outcome,
    at: "2026-03-02T09:00:00.000Z",
  });
  const occurrence = newId();
  const event = (version: number, outcome: "done" | "skipped"): TaskEvent => {
    const made = exampleEvent(exampleTask({ version }));
    return { ...made, data: { ...made.data, passed: [passed(outcome)] } };
  };
  const [mine, theirs] = [event(2, "done"), event(7, "skipped")];
  await projectOccurrences(db, [mine, theirs]);
  for (const { subject: taskId, ownerid: ownerId, data } of [mine, theirs])
    expect(await listOccurrences(db, { ownerId, taskId, limit: 5 })).toEqual(data.passed);
});

test("a task that has a person's id does not count as that person's digest being armed", async () => {
  const [id, epoch] = [newId(), newId()];
  const at = new Date().toISOString();
  const settings = { ...defaultSettings, digestTime: "08:00" };
  await projectPeople(db, [{ id, version: 1, settings, createdAt: at, updatedAt: at }]);
  await markArmed(db, { kind: "task", ids: [id], epoch });
  expect(await listPeopleToArm(db, { epoch, limit: 10 })).toEqual([id]);
  await markArmed(db, { kind: "person", ids: [id], epoch });
  expect(await listPeopleToArm(db, { epoch, limit: 10 })).toEqual([]);
});

test("who knows the endpoint of another's browser but not its keys takes nothing from them", async () => {
  const [ada, eve] = [newId(), newId()];
  const endpoint = `https://push.example.org/${ada}`;
  const browser = { endpoint, p256dh: "p", auth: "a", device: null };
  await savePushSubscription(db, { ...browser, userId: ada });
  await savePushSubscription(db, { ...browser, auth: "guessed", userId: eve });
  expect(await listPushSubscriptions(db, ada)).toEqual([{ endpoint, p256dh: "p", auth: "a" }]);
  await savePushSubscription(db, { ...browser, userId: eve });
  expect(await listPushSubscriptions(db, ada)).toEqual([]);
  expect(await listPushSubscriptions(db, eve)).toEqual([{ endpoint, p256dh: "p", auth: "a" }]);
});

test("a try that was claimed under its former name is not made again; another task's of that name is", async () => {
  const [formerly, taskId] = [newId(), newId()];
  const aTry = (task: Id, named: { notification: Id; attempt?: number; formerly?: Id }) => ({
    channel: "email" as const,
    attempt: 1,
    report: { kind: "reminder", taskId: task },
    ...named,
  });
  await claimAttempts(db, [aTry(taskId, { notification: formerly })]);
  const [mine, theirs] = [newId(), newId()];
  const claimed = await claimAttempts(db, [
    aTry(taskId, { notification: mine, formerly }),
    aTry(taskId, { notification: mine, formerly, attempt: 2 }),
    aTry(newId(), { notification: theirs, formerly }),
  ]);
  const named = claimed.map(({ notification, attempt }) => `${notification} ${attempt}`);
  expect(named.toSorted()).toEqual([`${mine} 2`, `${theirs} 1`].toSorted());
});

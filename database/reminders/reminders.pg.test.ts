// The read model of reminders, occurrences and people, and what the armer asks of it, on a real PostgreSQL.
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { TaskEvent } from "../../domain/event.ts";
import { newId } from "../../domain/ids.ts";
import type { Reminder, ReminderStatus } from "../../domain/reminder.ts";
import { defaultSettings } from "../../domain/settings.ts";
import { exampleEvent, exampleTask } from "../../tests/examples.ts";
import { startPostgres, type TestPostgres } from "../../tests/postgres.ts";
import { finishIntent } from "../commands/finish-intent.ts";
import { listOccurrences } from "../occurrences/list-occurrences.ts";
import { projectOccurrences } from "../occurrences/project-occurrences.ts";
import { projectPeople } from "../people/project-people.ts";
import type { Database } from "../pool.ts";
import { listOverdue } from "../arming/list-overdue.ts";
import { listPeopleToArm } from "../arming/list-people-to-arm.ts";
import { listToArm } from "../arming/list-to-arm.ts";
import { markArmed } from "../arming/mark-armed.ts";
import { markRemindersArmed } from "../arming/mark-reminders-armed.ts";
import { startEpoch } from "../arming/start-epoch.ts";
import { listSubtasks } from "../tasks/list-subtasks.ts";
import { listTimedTasks } from "../tasks/list-timed-tasks.ts";
import { projectTasks } from "../tasks/project-tasks.ts";
import { listReminders } from "./list-reminders.ts";
import { listTold } from "./list-told.ts";
import { projectReminders } from "./project-reminders.ts";
import { readReminder } from "./read-reminder.ts";

let postgres: TestPostgres;
let db: Database;
let ownerId: string;
beforeAll(async () => {
  postgres = await startPostgres();
});
beforeEach(async () => {
  db = await postgres.openDatabase();
  ownerId = newId();
});
afterAll(() => postgres.stop());

const inMs = (ms: number): string => new Date(Date.now() + ms).toISOString();

const status = (more: Partial<ReminderStatus> = {}): ReminderStatus => ({
  reminderId: newId(),
  taskId: newId(),
  sequence: 1,
  generation: 1,
  occurrence: null,
  state: "scheduled",
  plannedFor: inMs(60_000),
  scheduledFor: inMs(60_000),
  firedAt: null,
  lateByMs: null,
  toldWith: null,
  deliveries: [],
  ...more,
});

/** A task in the read model with reminders of these statuses. */
const taskWith = async (...all: ReminderStatus[]): Promise<string> => {
  const reminders = all.map(({ reminderId }): Reminder => ({
    id: reminderId,
    trigger: { kind: "relative", to: "due", minutes: -5 },
    channels: null,
  }));
  const task = exampleTask({ ownerId, reminders });
  await projectTasks(db, [task]);
  await projectReminders(
    db,
    all.map((one) => ({ status: { ...one, taskId: task.id }, ownerId, unarmed: false })),
  );
  return task.id;
};

const list = async (filter = {}, limit = 10, cursor?: string) => {
  const page = await listReminders(db, { ownerId, filter, limit, cursor });
  if (!page.ok) throw new Error(page.error.message);
  return page.value;
};

test("what an answer says of reminders is there for whoever reads next", async () => {
  const one = status();
  const task = exampleTask({
    ownerId,
    reminders: [{ id: one.reminderId, trigger: { kind: "instant", at: inMs(1) }, channels: null }],
  });
  const reminders = [{ ...one, taskId: task.id }];
  const replies = [{ ok: true as const, task, reminders, changes: {}, repeated: false }];
  await finishIntent(db, { userId: ownerId, key: "k", replies });
  expect(await readReminder(db, { ownerId, reminderId: one.reminderId })).toMatchObject({
    status: reminders[0],
    reminder: { id: one.reminderId },
    title: task.title,
  });
  expect(await readReminder(db, { ownerId: newId(), reminderId: one.reminderId })).toBeNull();
});

test("an older status changes nothing; a reminder that left its task is in no list", async () => {
  const one = status({ sequence: 3, state: "fired" });
  const taskId = await taskWith(one);
  const older = { ...one, taskId, sequence: 2, state: "scheduled" as const };
  await projectReminders(db, [{ status: older, ownerId, unarmed: false }]);
  expect((await list()).reminders.map(({ status: found }) => found.state)).toEqual(["fired"]);
  await projectTasks(db, [exampleTask({ id: taskId, ownerId, version: 2, reminders: [] })]);
  expect((await list()).reminders).toEqual([]);
});

test("pages come in the order they are told, those without a time last, none twice", async () => {
  const times = [3, 1, 2, 2].map((n) => inMs(n * 60_000));
  await taskWith(
    ...times.map((scheduledFor) => status({ scheduledFor })),
    status({ scheduledFor: null, state: "idle" }),
  );
  const found: (string | null)[] = [];
  let cursor: string | undefined;
  do {
    const page = await list({}, 2, cursor);
    found.push(...page.reminders.map(({ status: one }) => one.scheduledFor));
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  expect(found).toEqual([...times.toSorted(), null]);
  expect((await list({ state: ["idle"] })).reminders).toHaveLength(1);
  expect((await list({ from: times[2], to: times[0] })).reminders).toHaveLength(2);
});

test("told and not seen: one a notification", async () => {
  const leader = status({ state: "fired", scheduledFor: inMs(-1_000) });
  const other = status({
    state: "fired",
    scheduledFor: inMs(-1_000),
    toldWith: leader.reminderId,
  });
  await taskWith(leader, other, status());
  expect((await listTold(db, ownerId)).map(({ reminder }) => reminder.id)).toEqual([
    leader.reminderId,
  ]);
});

test("occurrences pass and come back, and an older event brings nothing back", async () => {
  const task = exampleTask({ ownerId });
  const passed = (slot: string) => ({
    id: newId(),
    slot,
    instant: `${slot}T00:00:00.000Z`,
    outcome: "done" as const,
    at: inMs(0),
  });
  const event = (version: number, data: Partial<TaskEvent["data"]>): TaskEvent => {
    const made = exampleEvent({ ...task, version });
    return { ...made, data: { ...made.data, ...data } };
  };
  const [one, two] = [passed("2026-03-02"), passed("2026-03-09")];
  const events = [
    event(2, { passed: [one] }),
    event(3, { passed: [two] }),
    event(4, { cameBack: "2026-03-09" }),
  ];
  const slots = async () =>
    (await listOccurrences(db, { ownerId, taskId: task.id, limit: 9 })).map(({ slot }) => slot);
  await projectOccurrences(db, events.slice(0, 2));
  expect(await slots()).toEqual(["2026-03-09", "2026-03-02"]);
  await projectOccurrences(db, events.slice(2));
  expect(await slots()).toEqual(["2026-03-02"]);
  await projectOccurrences(db, [event(5, { passed: [two] })]);
  await projectOccurrences(db, events.slice(2));
  expect(await slots()).toEqual(["2026-03-09", "2026-03-02"]);
});

test("in one bulk, what passed and came back is not there", async () => {
  const task = exampleTask({ ownerId });
  const made = exampleEvent({ ...task, version: 2 });
  const one = {
    id: newId(),
    slot: "2026-03-02",
    instant: inMs(0),
    outcome: "done" as const,
    at: inMs(0),
  };
  const back = exampleEvent({ ...task, version: 3 });
  await projectOccurrences(db, [
    { ...made, data: { ...made.data, passed: [one] } },
    { ...back, data: { ...back.data, cameBack: "2026-03-02" } },
  ]);
  expect(await listOccurrences(db, { ownerId, taskId: task.id, limit: 9 })).toEqual([]);
});

test("the armer finds what is overdue, not taken, or long to be repeated", async () => {
  const overdue = await taskWith(status({ scheduledFor: inMs(-30_000) }));
  const retried = await taskWith(
    status({
      state: "fired",
      deliveries: [
        {
          channel: "email",
          state: "pending",
          attempt: 1,
          nextAttemptAt: inMs(-120_000),
          acceptedAt: null,
          reason: null,
        },
      ],
    }),
  );
  const unarmed = await taskWith(status());
  const [row] = (await list({ taskId: unarmed })).reminders;
  if (!row) throw new Error("the reminder is not there");
  const known = { ...row.status, sequence: 2 };
  await projectReminders(db, [{ status: known, ownerId, unarmed: true }]);
  await taskWith(status(), status({ state: "cancelled", scheduledFor: inMs(-30_000) }));
  const found = await listOverdue(db, { olderThanMs: 10_000, limit: 10 });
  expect(found.toSorted()).toEqual([overdue, retried, unarmed].toSorted());
  await markArmed(db, { kind: "task", ids: [unarmed], epoch: newId() });
  expect(await listOverdue(db, { olderThanMs: 10_000, limit: 10 })).not.toContain(unarmed);
});

test("in a new epoch all that waits is to be armed once, what is due first first", async () => {
  const later = await taskWith(status({ scheduledFor: inMs(90_000) }));
  const sooner = await taskWith(status({ scheduledFor: inMs(30_000) }), status());
  await taskWith(status({ state: "acknowledged" }));
  const recurrence = {
    rrule: "FREQ=DAILY",
    anchor: "schedule" as const,
    overflow: "clamp" as const,
  };
  const rolling = exampleTask({ ownerId, onMissed: "skip", recurrence });
  await projectTasks(db, [rolling]);
  await projectPeople(db, [
    {
      id: ownerId,
      version: 1,
      settings: { ...defaultSettings, digestTime: "08:00" },
      createdAt: inMs(0),
      updatedAt: inMs(0),
    },
  ]);
  const epoch = newId();
  await startEpoch(db, epoch);
  const asked = { now: new Date(), horizonMs: 86_400_000 };
  expect(await listToArm(db, { ...asked, epoch, limit: 10 })).toEqual([sooner, later, rolling.id]);
  const until = new Date(Date.now() + 3_600_000);
  await markRemindersArmed(db, { taskIds: [sooner], epoch, askedAt: asked.now, until });
  expect(await listToArm(db, { ...asked, epoch, limit: 10 })).toEqual([later, rolling.id]);
  expect(await listPeopleToArm(db, { epoch, limit: 10 })).toEqual([ownerId]);
  await markArmed(db, { kind: "person", ids: [ownerId], epoch });
  expect(await listPeopleToArm(db, { epoch, limit: 10 })).toEqual([]);
});

test("tasks that a change of zone concerns, and the parts of a task", async () => {
  const timed = await taskWith(status());
  const plain = exampleTask({ ownerId });
  const part = exampleTask({ ownerId, parentId: plain.id });
  await projectTasks(db, [plain, part]);
  const page = { ownerId, after: null, limit: 10 };
  expect(await listTimedTasks(db, page)).toEqual([timed]);
  expect(await listTimedTasks(db, { ...page, after: timed })).toEqual([]);
  expect(await listSubtasks(db, { ownerId, parentId: plain.id })).toEqual([part.id]);
});

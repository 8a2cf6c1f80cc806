// Tasks that repeat, their parts, and what a change of settings does to them, over REST on a real read model; the actors' rules
// run in memory.
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { projectOccurrences } from "../../database/occurrences/project-occurrences.ts";
import type { Database } from "../../database/pool.ts";
import { newId } from "../../domain/ids.ts";
import { Problem } from "../../domain/problem.ts";
import { Task } from "../../domain/task.ts";
import { exampleEvent } from "../../tests/examples.ts";
import { createTestApp, type TestApp } from "../../tests/gateway-app.ts";
import { startPostgres, type TestPostgres } from "../../tests/postgres.ts";
import { OccurrencesDoc, PreviewDoc } from "../api/recurrence.ts";
import { ReminderPage } from "../api/reminders.ts";

let postgres: TestPostgres;
let db: Database;
let gateway: TestApp;
let token: string;
beforeAll(async () => {
  postgres = await startPostgres();
  db = await postgres.openDatabase();
  gateway = await createTestApp(db);
});
afterAll(() => postgres.stop());
beforeEach(async () => {
  token = (await gateway.signUp()).token;
  await change({ timeZone: "Europe/Berlin" });
});

type More = Parameters<TestApp["call"]>[2];
const call = (method: string, path: string, more: More = {}) =>
  gateway.call(method, path, { token, ...more });
const change = (body: object, headers: Record<string, string> = {}) =>
  call("PATCH", "/settings", { body, headers });
const taskOf = async (answer: Response) => Task.parse(await answer.json());
const create = async (body: object) =>
  taskOf(await call("POST", "/tasks", { body: { title: "Rent", ...body } }));
const post = (id: string, verb: string, body?: object) =>
  call("POST", `/tasks/${id}/${verb}`, body === undefined ? {} : { body });
const datesOf = async (id: string, query = "") =>
  OccurrencesDoc.parse(await (await call("GET", `/tasks/${id}/occurrences${query}`)).json());
const wrongField = async (answer: Response) => Problem.parse(await answer.json()).fields?.[0]?.path;

const due = { kind: "floating", at: "2030-01-31T09:00" } as const;
const monthly = { rrule: "FREQ=MONTHLY" };

test("a rule alone is a repetition by schedule, in the last day of a shorter month", async () => {
  const task = await create({ due, recurrence: monthly });
  expect(task.recurrence).toEqual({
    rrule: "FREQ=MONTHLY;BYMONTHDAY=31",
    anchor: "schedule",
    overflow: "clamp",
  });
  expect(task.occurrence).toMatchObject({ slot: due.at, position: 1 });
  const next = await taskOf(await post(task.id, "complete"));
  expect([next.status, next.due]).toEqual(["open", { kind: "floating", at: "2030-02-28T09:00" }]);
});

test("an impossible rule is refused with its field, made or changed", async () => {
  const impossible = { rrule: "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", overflow: "skip" };
  const made = await call("POST", "/tasks", {
    body: { title: "x", due, recurrence: impossible },
  });
  expect([made.status, await wrongField(made)]).toEqual([422, "recurrence.rrule"]);
  const { id } = await create({ due });
  const changed = await call("PATCH", `/tasks/${id}`, { body: { recurrence: { rrule: "x" } } });
  expect([changed.status, await wrongField(changed)]).toEqual([422, "recurrence.rrule"]);
});

test("a new due moves this occurrence, or with scope following the ones after it too", async () => {
  const weekly = { rrule: "FREQ=WEEKLY;BYDAY=TH" };
  const move = async (scope: object) => {
    const { id } = await create({ due, recurrence: weekly });
    const to = { kind: "floating", at: "2030-02-01T09:00" };
    await call("PATCH", `/tasks/${id}`, { body: { due: to, ...scope } });
    return (await datesOf(id, "?next=1")).next[0]?.local;
  };
  expect(await move({})).toBe("2030-02-07T09:00");
  expect(await move({ scope: "following" })).toBe("2030-02-08T09:00");
});

test("completing an occurrence twice by its name passes one; forever ends the series", async () => {
  const { id, occurrence } = await create({ due, recurrence: monthly });
  const body = { occurrence: occurrence?.id };
  const once = await taskOf(await post(id, "complete", body));
  const twice = await taskOf(await post(id, "complete", body));
  expect(twice).toEqual(once);
  expect((await post(id, "complete", { occurrence: newId() })).status).toBe(409);
  expect((await taskOf(await post(id, "complete", { forever: true }))).status).toBe("done");
  expect((await datesOf(id)).current).toBeNull();
});

test("skip goes on to the next date; a task that does not repeat refuses it", async () => {
  const { id } = await create({ due, recurrence: { rrule: "FREQ=DAILY" } });
  expect((await taskOf(await post(id, "skip"))).due?.at).toBe("2030-02-01T09:00");
  expect((await post((await create({ due })).id, "skip")).status).toBe(409);
});

test("occurrences show what is over, where the task is, and what comes, odd dates explained", async () => {
  const task = await create({ due, recurrence: monthly });
  const passed = {
    id: task.occurrence?.id ?? "",
    slot: due.at,
    instant: "2030-01-31T08:00:00.000Z",
    outcome: "done" as const,
    at: "2030-01-31T09:00:00.000Z",
  };
  const { changes } = exampleEvent(task).data;
  await projectOccurrences(db, [
    exampleEvent(task, { sequence: 2, data: { task, changes, passed: [passed] } }),
  ]);
  await post(task.id, "complete");
  const { past, current, next } = await datesOf(task.id, "?next=2");
  expect(past).toEqual([passed]);
  expect(current).toMatchObject({
    position: 2,
    slot: "2030-02-28T09:00",
    instant: "2030-02-28T08:00:00.000Z",
  });
  expect(next.map(({ local }) => local)).toEqual(["2030-03-31T09:00", "2030-04-30T09:00"]);
  expect(next[1]?.note).toContain("April");
  expect((await call("GET", `/tasks/${task.id}/occurrences?next=51`)).status).toBe(422);
  expect((await call("GET", `/tasks/${newId()}/occurrences`)).status).toBe(404);
});

test("what comes of a task that counts from its completion ends with its COUNT", async () => {
  const recurrence = { rrule: "FREQ=WEEKLY;COUNT=3", anchor: "completion" };
  const { id } = await create({ due, recurrence });
  expect((await datesOf(id)).next.map(({ local }) => local)).toEqual([
    "2030-02-07T09:00",
    "2030-02-14T09:00",
  ]);
});

test("a preview says a rule in words and its dates, from either form, in the person's zone", async () => {
  const preview = (body: object) => call("POST", "/recurrence/preview", { body });
  const asked = { recurrence: { rrule: "FREQ=MONTHLY;BYMONTHDAY=31" }, start: due.at, count: 2 };
  const answer = PreviewDoc.parse(await (await preview(asked)).json());
  expect(answer.description).toBe("every month on the 31st at 9:00");
  expect(answer.dates).toMatchObject([
    { local: "2030-01-31T09:00", instant: "2030-01-31T08:00:00.000Z", note: null },
    { local: "2030-02-28T09:00" },
  ]);
  expect(answer.dates[1]?.note).toContain("February");
  const { recurrence, ...rest } = asked;
  const flat = { ...rest, ...recurrence, start: due, zone: "Europe/Berlin" };
  expect(PreviewDoc.parse(await (await preview(flat)).json())).toEqual(answer);
  const refused: [object, string][] = [
    [{}, "recurrence"],
    [{ rrule: "FREQ=SECONDLY" }, "rrule"],
    [{ recurrence: { rrule: "FREQ=DAILY;UNTIL=20200101" }, start: due }, "recurrence.rrule"],
    [{ rrule: "FREQ=DAILY", count: 51 }, "count"],
    [{ rrule: "FREQ=DAILY", start: "soon" }, "start"],
  ];
  for (const [body, path] of refused) {
    const problem = await preview(body);
    expect([body, problem.status, await wrongField(problem)]).toEqual([body, 422, path]);
  }
});

test("moving to New York moves floating reminders, not fixed ones, and says how many, also when asked again", async () => {
  const at = "2030-06-01T09:00";
  const reminders = [{ before: { minutes: 30 } }];
  await create({ due: { kind: "floating", at }, reminders });
  await create({ due: { kind: "day", at: "2030-06-01" }, reminders });
  await create({ due: { kind: "fixed", at, zone: "Asia/Tokyo" }, reminders });
  const times = async () =>
    ReminderPage.parse(await (await call("GET", "/reminders")).json()).reminders.map(
      ({ scheduledFor }) => scheduledFor,
    );
  const [tokyo, berlin, newYork] = [
    "2030-05-31T23:30:00.000Z",
    "2030-06-01T06:30:00.000Z",
    "2030-06-01T12:30:00.000Z",
  ];
  expect(await times()).toEqual([tokyo, berlin, berlin]);
  const headers = { "idempotency-key": newId() };
  const move = async () => (await change({ timeZone: "America/New_York" }, headers)).json();
  expect(await move()).toMatchObject({ timeZone: "America/New_York", remindersMoved: 2 });
  expect(await times()).toEqual([tokyo, newYork, newYork]);
  expect(await move()).toMatchObject({ remindersMoved: 2 });
  expect(await (await change({ locale: "de" })).json()).toMatchObject({ remindersMoved: 0 });
});

test("quiet hours hold a reminder until they end, except of priority 1", async () => {
  const reminders = [{ at: "2030-06-01T04:00:00Z" }];
  await create({ reminders });
  await create({ reminders, priority: 1 });
  const answer = await change({ quietHours: { from: "22:00", to: "07:00" } });
  expect(await answer.json()).toMatchObject({ remindersMoved: 1 });
  const { reminders: all } = ReminderPage.parse(await (await call("GET", "/reminders")).json());
  expect(all.map(({ scheduledFor }) => scheduledFor)).toEqual([
    "2030-06-01T04:00:00.000Z",
    "2030-06-01T05:00:00.000Z",
  ]);
});

test("a task has parts, shown by its id; it may be a part of nothing that is not there and not of itself", async () => {
  const parent = await create({});
  const child = await create({ parentId: parent.id });
  const grandchild = await create({ parentId: child.id });
  const list = (await (await call("GET", `/tasks?parentId=${parent.id}`)).json()) as {
    tasks: Task[];
  };
  expect(list.tasks).toEqual([child]);
  const eve = { token: (await gateway.signUp("Eve")).token };
  const refused = [
    await call("POST", "/tasks", { body: { title: "x", parentId: newId() } }),
    await call("POST", "/tasks", { ...eve, body: { title: "x", parentId: parent.id } }),
    await call("PATCH", `/tasks/${parent.id}`, { body: { parentId: parent.id } }),
    await call("PATCH", `/tasks/${parent.id}`, { body: { parentId: grandchild.id } }),
    await call("PUT", `/tasks/${parent.id}`, { body: { title: "x", parentId: grandchild.id } }),
  ];
  for (const answer of refused)
    expect([answer.status, await wrongField(answer)]).toEqual([422, "parentId"]);
  await call("DELETE", `/tasks/${parent.id}`);
  const late = await call("POST", "/tasks", { body: { title: "x", parentId: parent.id } });
  expect(late.status).toBe(422);
});

test("reminders of a task keep the ids they are sent back with, and a refusal names the form the caller used", async () => {
  const task = await create({ due, reminders: [{ before: { hours: 1 } }, { in: "P1D" }] });
  const [kept] = task.reminders;
  const body = { reminders: [kept, { when: { kind: "day", at: "2030-01-30" } }] };
  const { reminders } = await taskOf(await call("PATCH", `/tasks/${task.id}`, { body }));
  expect(reminders[0]).toEqual(kept);
  expect(reminders).toHaveLength(2);
  const past = { reminders: [kept, { at: "2020-01-01T00:00:00+01:00" }] };
  const refused = await call("PATCH", `/tasks/${task.id}`, { body: past });
  expect([refused.status, await wrongField(refused)]).toEqual([422, "reminders.1.at"]);
  const many = { title: "x", reminders: Array.from({ length: 51 }, () => ({ in: "PT1H" })) };
  const tooMany = await call("POST", "/tasks", { body: many });
  expect([tooMany.status, await wrongField(tooMany)]).toEqual([422, "reminders"]);
});

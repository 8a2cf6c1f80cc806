// Reminders over REST, on real accounts and a real read model; the actors' rules run in memory.
import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "../../domain/ids.ts";
import { Problem } from "../../domain/problem.ts";
import { Task } from "../../domain/task.ts";
import { createTestApp, type TestApp } from "../../tests/gateway-app.ts";
import { startPostgres, type TestPostgres } from "../../tests/postgres.ts";
import { ReminderDoc, ReminderPage } from "../api/reminders.ts";

let postgres: TestPostgres;
let gateway: TestApp;
let token: string;
beforeAll(async () => {
  postgres = await startPostgres();
  gateway = await createTestApp(await postgres.openDatabase());
  token = (await gateway.signUp()).token;
  const body = { timeZone: "Europe/Berlin" };
  await call("PATCH", "/settings", { body });
});
afterAll(() => postgres.stop());

type More = Parameters<TestApp["call"]>[2];
const call = (method: string, path: string, more: More = {}) =>
  gateway.call(method, path, { token, ...more });
const create = async (body: object = {}) =>
  Task.parse(
    await (await call("POST", "/tasks", { body: { title: "Buy groceries", ...body } })).json(),
  );
const remind = (taskId: string, body: object, headers: Record<string, string> = {}) =>
  call("POST", "/reminders", { body: { taskId, ...body }, headers });
const docOf = async (answer: Response) => ReminderDoc.parse(await answer.json());
const listed = async (query: string, as = token) =>
  ReminderPage.parse(await (await call("GET", `/reminders${query}`, { token: as })).json());
const problemOf = async (answer: Response) => Problem.parse(await answer.json());
const wrongField = async (answer: Response) => (await problemOf(answer)).fields?.[0]?.path;

const due = { kind: "floating", at: "2030-01-15T09:00" } as const;
const minutesFromNow = (at: string | null) => (Date.parse(at ?? "") - Date.now()) / 60_000;

test("a reminder is answered with 201, Location and its instant, and is in the list and at its address at once", async () => {
  const { id: taskId } = await create({ due });
  const answer = await remind(taskId, { before: { minutes: 30 }, channels: ["email"] });
  expect(answer.status).toBe(201);
  expect(answer.headers.get("etag")).toBe('"2"');
  const reminder = await docOf(answer.clone());
  expect(answer.headers.get("location")).toBe(`/reminders/${reminder.id}`);
  expect(reminder).toMatchObject({
    taskId,
    title: "Buy groceries",
    trigger: { kind: "relative", to: "due", minutes: -30 },
    channels: ["email"],
    state: "scheduled",
    scheduledFor: "2030-01-15T07:30:00.000Z",
    deliveries: [],
  });
  expect(await docOf(await call("GET", `/api/v1/reminders/${reminder.id}`))).toEqual(reminder);
  expect((await listed(`?taskId=${taskId}`)).reminders).toEqual([reminder]);
});

test("a time may be said in five ways, and each means its instant", async () => {
  const { id } = await create({ due, deadline: "2030-01-20" });
  const forms: [object, string][] = [
    [{ at: "2030-01-01T10:00:00.5+01:00" }, "2030-01-01T09:00:00.500Z"],
    [{ when: { kind: "floating", at: "2030-01-02T10:00" } }, "2030-01-02T09:00:00.000Z"],
    [{ when: { kind: "day", at: "2030-01-03" } }, "2030-01-03T08:00:00.000Z"],
    [{ before: { days: 1, of: "deadline" } }, "2030-01-19T08:00:00.000Z"],
    [{ trigger: { kind: "relative", to: "due", minutes: 0 } }, "2030-01-15T08:00:00.000Z"],
  ];
  for (const [form, instant] of forms) {
    const reminder = await docOf(await remind(id, form));
    expect(reminder.scheduledFor).toBe(instant);
  }
  const soon = await docOf(await remind(id, { in: "PT5M" }));
  expect(minutesFromNow(soon.scheduledFor)).toBeCloseTo(5, 1);
});

test("no time, two times, a time that is over and one without a base are refused under the name the caller wrote", async () => {
  const { id } = await create();
  const refused: [object, string][] = [
    [{}, "trigger"],
    [{ at: "2030-01-01T10:00:00Z", in: "PT5M" }, "in"],
    [{ at: "tomorrow" }, "at"],
    [{ at: "2020-01-01T10:00:00Z" }, "at"],
    [{ in: "-PT5M" }, "in"],
    [{ in: "5 minutes" }, "in"],
    [{ when: { kind: "day", at: "2020-01-01" } }, "when"],
    [{ before: { minutes: 10 } }, "before.of"],
    [{ before: {} }, "before"],
    [{ in: "PT5M", channels: ["pigeon"] }, "channels.0"],
    [{ in: "PT5M", sound: "loud" }, "sound"],
  ];
  for (const [body, path] of refused) {
    const answer = await remind(id, body);
    expect([body, answer.status, await wrongField(answer)]).toEqual([body, 422, path]);
  }
  expect((await remind(newId(), { in: "PT5M" })).status).toBe(404);
});

test("the 51st reminder of a task is refused", async () => {
  const reminders = Array.from({ length: 50 }, (_, n) => ({ in: `PT${n + 1}H` }));
  const { id } = await create({ reminders });
  const answer = await remind(id, { in: "PT5M" });
  expect([answer.status, await wrongField(answer)]).toEqual([422, "reminders"]);
});

test("the same Idempotency-Key sets one reminder and takes it away once", async () => {
  const { id } = await create();
  const headers = { "idempotency-key": newId() };
  const first = await docOf(await remind(id, { in: "PT5M" }, headers));
  const again = await remind(id, { in: "PT5M" }, headers);
  expect([again.status, again.headers.get("idempotency-replayed")]).toEqual([201, "true"]);
  expect(await docOf(again)).toEqual(first);
  const at = `/reminders/${first.id}`;
  const end = { headers: { "idempotency-key": newId() } };
  expect((await call("DELETE", at, end)).status).toBe(204);
  expect((await call("DELETE", at, end)).status).toBe(204);
  expect((await call("DELETE", at)).status).toBe(404);
  expect((await call("GET", at)).status).toBe(404);
  expect((await listed(`?taskId=${id}`)).reminders).toEqual([]);
});

test("a change of its time arms it anew, and of its channels leaves its time", async () => {
  const { id } = await create({ due });
  const reminder = await docOf(await remind(id, { before: { hours: 1 } }));
  const at = `/reminders/${reminder.id}`;
  const moved = await docOf(await call("PATCH", at, { body: { before: { hours: 2 } } }));
  expect(moved).toMatchObject({ generation: 2, scheduledFor: "2030-01-15T06:00:00.000Z" });
  const louder = await docOf(await call("PATCH", at, { body: { channels: ["push"] } }));
  expect(louder).toEqual({ ...moved, channels: ["push"] });
  const stale = await call("PATCH", at, { body: {}, headers: { "if-match": '"1"' } });
  expect(stale.status).toBe(412);
});

test("a snooze lasts ten minutes, a duration, to an instant, or by name to the person's evening and morning", async () => {
  const { id } = await create({ due });
  const { id: reminderId } = await docOf(await remind(id, { before: { hours: 1 } }));
  const snooze = async (body?: object) =>
    docOf(
      await call("POST", `/reminders/${reminderId}/snooze`, body === undefined ? {} : { body }),
    );
  const plain = await snooze();
  expect(plain.state).toBe("snoozed");
  expect(minutesFromNow(plain.snoozedUntil)).toBeCloseTo(10, 1);
  expect(minutesFromNow((await snooze({ for: "PT3M" })).snoozedUntil)).toBeCloseTo(3, 1);
  expect(minutesFromNow((await snooze({ preset: "1h" })).snoozedUntil)).toBeCloseTo(60, 1);
  const berlin = (at: string | null) =>
    new Date(at ?? "").toLocaleTimeString("de", { timeZone: "Europe/Berlin" });
  expect(berlin((await snooze({ preset: "evening" })).scheduledFor)).toBe("19:00:00");
  expect(berlin((await snooze({ preset: "tomorrow" })).scheduledFor)).toBe("09:00:00");
  const both = { preset: "1h", for: "PT3M" };
  expect((await call("POST", `/reminders/${reminderId}/snooze`, { body: both })).status).toBe(422);
  const past = { until: "2020-01-01T00:00:00Z" };
  const over = await call("POST", `/reminders/${reminderId}/snooze`, { body: past });
  expect([over.status, await wrongField(over)]).toEqual([422, "until"]);
});

test("acknowledging what was not told yet changes nothing", async () => {
  const { id } = await create();
  const reminder = await docOf(await remind(id, { in: "PT5M" }));
  const answer = await call("POST", `/reminders/${reminder.id}/acknowledge`);
  expect([answer.status, await docOf(answer)]).toEqual([200, reminder]);
});

test("the list is in the order they are told, in pages, by state and by time", async () => {
  const { token: own } = await gateway.signUp("Bob");
  const answer = await call("POST", "/tasks", {
    token: own,
    body: { title: "x", reminders: [{ in: "PT3H" }, { in: "PT1H" }, { in: "PT2H" }] },
  });
  const { reminders } = Task.parse(await answer.json());
  const ids = [reminders[1]?.id, reminders[2]?.id, reminders[0]?.id];
  const first = await listed("?limit=2", own);
  const second = await listed(`?limit=2&cursor=${first.next}`, own);
  const all = [...first.reminders, ...second.reminders];
  expect([all.map(({ id }) => id), second.next]).toEqual([ids, null]);
  const from = all[1]?.scheduledFor ?? "";
  const idsOf = async (query: string) => (await listed(query, own)).reminders.map(({ id }) => id);
  expect(await idsOf(`?from=${from}`)).toEqual(ids.slice(1));
  expect(await idsOf(`?to=${from}`)).toEqual(ids.slice(0, 1));
  expect(await idsOf("?state=fired,snoozed")).toEqual([]);
  expect(await idsOf("?state=scheduled")).toEqual(ids);
  expect((await call("GET", "/reminders?state=loud")).status).toBe(422);
});

test("nobody else sees, changes or takes away a reminder", async () => {
  const { id } = await create();
  const reminder = await docOf(await remind(id, { in: "PT5M" }));
  const eve = { token: (await gateway.signUp("Eve")).token };
  const at = `/reminders/${reminder.id}`;
  const tries = [
    ["GET", at],
    ["PATCH", at],
    ["DELETE", at],
    ["POST", `${at}/snooze`],
    ["POST", `${at}/acknowledge`],
  ] as const;
  for (const [method, path] of tries)
    expect((await call(method, path, method === "PATCH" ? { ...eve, body: {} } : eve)).status).toBe(
      404,
    );
  expect(
    (await call("POST", "/reminders", { ...eve, body: { taskId: id, in: "PT5M" } })).status,
  ).toBe(404);
  expect((await gateway.call("GET", at)).status).toBe(401);
  expect(await docOf(await call("GET", at))).toEqual(reminder);
});

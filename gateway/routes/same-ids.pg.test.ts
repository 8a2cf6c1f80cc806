// A reminder's id names one reminder of a person: one that another task of theirs has is renewed where a reminder is made, so
// that a copy simply works. On real accounts and a real read model; the actors' rules run in memory.
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { newId } from "../../domain/ids.ts";
import { Problem } from "../../domain/problem.ts";
import { Task } from "../../domain/task.ts";
import { createTestApp, type TestApp } from "../../tests/gateway-app.ts";
import { startPostgres, type TestPostgres } from "../../tests/postgres.ts";
import { ReminderDoc } from "../api/reminders.ts";

let postgres: TestPostgres;
let gateway: TestApp;
let token: string;
let original: Task;
beforeAll(async () => {
  postgres = await startPostgres();
  gateway = await createTestApp(await postgres.openDatabase());
});
beforeEach(async () => {
  token = (await gateway.signUp()).token;
  original = await create();
});
afterAll(() => postgres.stop());

const at = (instant = "2030-01-01T09:00:00.000Z", id = newId()) => ({
  id,
  trigger: { kind: "instant", at: instant },
});
type More = Parameters<TestApp["call"]>[2];
const call = (method: string, path: string, more: More = {}) =>
  gateway.call(method, path, { token, ...more });
const taskOf = async (answer: Promise<Response>) => Task.parse(await (await answer).json());
const create = (body: object = { reminders: [at()] }, headers = {}) =>
  taskOf(call("POST", "/tasks", { body: { title: "bread", ...body }, headers }));
const patch = (id: string, body: object) => taskOf(call("PATCH", `/tasks/${id}`, { body }));
const idsOf = ({ reminders }: Task) => reminders.map(({ id }) => id);
const read = async (id: string) =>
  ReminderDoc.parse(await (await call("GET", `/reminders/${id}`)).json());

test("a copy of a task with its reminders has reminders of its own, each at its address", async () => {
  const copy = await create({ reminders: original.reminders });
  expect(idsOf(copy)).not.toEqual(idsOf(original));
  for (const task of [original, copy])
    expect(await read(idsOf(task)[0] ?? "")).toMatchObject({ taskId: task.id });
  expect(copy.reminders.map(({ trigger }) => trigger)).toEqual(
    original.reminders.map(({ trigger }) => trigger),
  );
});

test("asked again it is the same copy: with a key, by PUT and by PATCH", async () => {
  const { reminders } = original;
  const headers = { "Idempotency-Key": newId() };
  const copy = await create({ reminders }, headers);
  expect(await create({ reminders }, headers)).toEqual(copy);
  expect(await patch(copy.id, { reminders })).toEqual(copy);
  const body = { title: copy.title, reminders };
  expect(await taskOf(call("PUT", `/tasks/${copy.id}`, { body }))).toEqual(copy);
});

test("a reminder keeps its id in its own task, also after it was taken away", async () => {
  const more = await patch(original.id, { reminders: [...original.reminders, at()] });
  expect(idsOf(more)).toEqual([...idsOf(original), idsOf(more)[1]]);
  await patch(original.id, { reminders: [] });
  const back = await patch(original.id, { reminders: original.reminders });
  expect(idsOf(back)).toEqual(idsOf(original));
});

test("POST /reminders renews it too, and says so in id and Location; a second time is a conflict", async () => {
  const [id] = idsOf(original);
  const other = await create({});
  const body = { ...at(undefined, id), taskId: other.id };
  const answer = await call("POST", "/reminders", { body });
  const made = ReminderDoc.parse(await answer.json());
  expect(made.id).not.toBe(id);
  expect(answer.headers.get("location")).toBe(`/reminders/${made.id}`);
  expect(await read(made.id)).toMatchObject({ taskId: other.id });
  expect((await call("POST", "/reminders", { body })).status).toBe(409);
});

test("an id of another person's is taken as it is, as one nobody has", async () => {
  token = (await gateway.signUp("Eve")).token;
  for (const reminders of [original.reminders, [at()]]) {
    const mine = await create({ reminders });
    expect(idsOf(mine)).toEqual(reminders.map(({ id }) => id));
  }
});

test("the id that another task has and the one it is renewed to name one reminder twice", async () => {
  const { reminders } = original;
  const copy = await create({ reminders });
  const both = [...reminders, ...copy.reminders];
  const answer = await call("PATCH", `/tasks/${copy.id}`, { body: { reminders: both } });
  expect(answer.status).toBe(422);
  expect(Problem.parse(await answer.json()).fields?.[0]?.path).toBe("reminders");
});

// Changing tasks over REST, on real accounts and a real read model; the actors' rules run in memory.
import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "../../domain/ids.ts";
import { Problem } from "../../domain/problem.ts";
import { Task } from "../../domain/task.ts";
import { createTestApp, type TestApp } from "../../tests/gateway-app.ts";
import { startPostgres, type TestPostgres } from "../../tests/postgres.ts";

let postgres: TestPostgres;
let gateway: TestApp;
let token: string;
beforeAll(async () => {
  postgres = await startPostgres();
  gateway = await createTestApp(await postgres.openDatabase());
  token = (await gateway.signUp()).token;
});
afterAll(() => postgres.stop());

type More = Parameters<TestApp["call"]>[2];
const call = (method: string, path: string, more: More = {}) =>
  gateway.call(method, path, { token, ...more });
const taskOf = async (answer: Response) => Task.parse(await answer.json());
const create = async (body: object = { title: "Buy groceries" }) =>
  taskOf(await call("POST", "/tasks", { body }));
const listed = async (query = "", as = token) =>
  (await (await call("GET", `/tasks${query}`, { token: as })).json()) as {
    tasks: Task[];
    next: string | null;
  };
const problemOf = async (answer: Response) => Problem.parse(await answer.json());

test("a created task is answered with 201, Location and ETag, and is in the list at once", async () => {
  const answer = await call("POST", "/tasks", {
    body: {
      title: "  Buy groceries ",
      tags: ["home"],
      priority: 1,
      due: { kind: "floating", at: "2026-12-01T17:00" },
    },
  });
  expect(answer.status).toBe(201);
  const task = await taskOf(answer.clone());
  expect(answer.headers.get("location")).toBe(`/tasks/${task.id}`);
  expect(answer.headers.get("etag")).toBe('"1"');
  expect(task).toMatchObject({ title: "Buy groceries", status: "open", version: 1, priority: 1 });
  expect((await listed()).tasks).toContainEqual(task);
});

test("both prefixes show the same tasks, and Location keeps the caller's", async () => {
  const answer = await call("POST", "/api/v1/tasks", { body: { title: "x" } });
  const { id } = await taskOf(answer.clone());
  expect(answer.headers.get("location")).toBe(`/api/v1/tasks/${id}`);
  expect((await call("GET", `/tasks/${id}`)).status).toBe(200);
  expect((await call("GET", `/api/v1/tasks/${id}`)).status).toBe(200);
});

test("a client may choose the id; taking one twice is a conflict", async () => {
  const id = newId();
  expect((await create({ title: "mine", id })).id).toBe(id);
  expect((await call("POST", "/tasks", { body: { title: "again", id } })).status).toBe(409);
});

test("the same Idempotency-Key gives the same answer and one task, also under the other prefix", async () => {
  const headers = { "idempotency-key": newId() };
  const first = await call("POST", "/tasks", { body: { title: "once", priority: 2 }, headers });
  const second = await call("POST", "/api/v1/tasks", {
    body: { priority: 2, title: "once" },
    headers,
  });
  expect(second.status).toBe(201);
  expect(await second.clone().json()).toEqual(await first.clone().json());
  expect(second.headers.get("idempotency-replayed")).toBe("true");
  expect(second.headers.get("x-command-id")).toBe(headers["idempotency-key"]);
  const other = await call("POST", "/tasks", { body: { title: "twice" }, headers });
  expect([other.status, (await problemOf(other)).code]).toEqual([422, "idempotency_mismatch"]);
  expect((await listed("?text=once")).tasks).toHaveLength(1);
});

test("PATCH changes the named fields, PUT all that can be edited", async () => {
  const task = await create({ title: "x", tags: ["a"], priority: 1 });
  const patched = await taskOf(await call("PATCH", `/tasks/${task.id}`, { body: { title: "y" } }));
  expect(patched).toMatchObject({ title: "y", tags: ["a"], priority: 1, version: 2 });
  const put = await taskOf(await call("PUT", `/tasks/${task.id}`, { body: { title: "z" } }));
  expect(put).toMatchObject({
    title: "z",
    tags: [],
    priority: 4,
    version: 3,
    position: task.position,
    id: task.id,
  });
});

test("PUT takes what GET gave: unchanged it changes nothing, an old one is refused, another task's too", async () => {
  const task = await create({
    title: "x",
    due: { kind: "floating", at: "2026-12-01T17:00" },
    recurrence: { rrule: "FREQ=WEEKLY;BYDAY=TU" },
    reminders: [{ in: "PT2H" }],
  });
  const path = `/tasks/${task.id}`;
  const read = await taskOf(await call("GET", path));
  expect(await taskOf(await call("PUT", path, { body: read }))).toEqual(read);
  const put = await taskOf(await call("PUT", path, { body: { ...read, title: "y" } }));
  expect(put).toMatchObject({ title: "y", version: read.version + 1, reminders: read.reminders });
  const late = await call("PUT", path, { body: { ...read, title: "z" } });
  expect(late.status).toBe(412);
  const foreign = await call("PUT", path, { body: { ...put, id: newId() } });
  expect(await problemOf(foreign)).toMatchObject({ code: "invalid", fields: [{ path: "id" }] });
});

test("a task that has moved on refuses If-Match and expectedVersion with 412 and its version", async () => {
  const task = await create();
  const change = (version: number) =>
    call("PATCH", `/tasks/${task.id}`, {
      body: { priority: 3 },
      headers: { "if-match": `"${version}"` },
    });
  expect((await change(1)).headers.get("etag")).toBe('"2"');
  const stale = await change(1);
  expect(stale.status).toBe(412);
  expect(await problemOf(stale)).toMatchObject({ code: "version_mismatch", currentVersion: 2 });
  const body = { expectedVersion: 1 };
  expect((await call("POST", `/tasks/${task.id}/complete`, { body })).status).toBe(412);
  expect((await call("DELETE", `/tasks/${task.id}`, { headers: { "if-match": "*" } })).status).toBe(
    200,
  );
});

test("complete, reopen, delete and restore need no body and say what is not possible", async () => {
  const { id } = await create();
  const post = (verb: string) => call("POST", `/tasks/${id}/${verb}`);
  expect((await taskOf(await post("complete"))).status).toBe("done");
  expect((await post("complete")).status).toBe(409);
  expect((await taskOf(await post("reopen"))).completedAt).toBeNull();
  const deleted = await call("DELETE", `/tasks/${id}`);
  expect((await taskOf(deleted)).deletedAt).not.toBeNull();
  expect((await listed()).tasks.map((task) => task.id)).not.toContain(id);
  expect((await listed("?deleted=true")).tasks.map((task) => task.id)).toContain(id);
  expect((await post("complete")).status).toBe(409);
  expect((await taskOf(await post("restore"))).deletedAt).toBeNull();
});

test("who knows a version is told 304", async () => {
  const { id } = await create();
  const ask = (tag: string) => call("GET", `/tasks/${id}`, { headers: { "if-none-match": tag } });
  expect((await ask('"1"')).status).toBe(304);
  expect((await ask('"2"')).status).toBe(200);
});

test("while actors are away a change is 503 with Retry-After, and the same key later succeeds once", async () => {
  const headers = { "idempotency-key": newId() };
  gateway.actors.down = true;
  const away = await call("POST", "/tasks", { body: { title: "later" }, headers });
  gateway.actors.down = false;
  expect([away.status, away.headers.get("retry-after")]).toEqual([503, "2"]);
  expect((await call("POST", "/tasks", { body: { title: "later" }, headers })).status).toBe(201);
  expect((await listed("?text=later")).tasks).toHaveLength(1);
});

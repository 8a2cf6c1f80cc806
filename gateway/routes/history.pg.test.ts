// POST /history/undo and /redo over the real routes and tables; the rules of the actors in memory.
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { appendEvents } from "../../database/audit/append-events.ts";
import type { Database } from "../../database/pool.ts";
import { type Id, newId } from "../../domain/ids.ts";
import { Problem } from "../../domain/problem.ts";
import { ChatReply } from "../../domain/reply.ts";
import type { Task } from "../../domain/task.ts";
import { exampleEvent } from "../../tests/examples.ts";
import { createTestApp, type TestApp } from "../../tests/gateway-app.ts";
import { startPostgres, type TestPostgres } from "../../tests/postgres.ts";
import { exampleTurn } from "../../tests/turns.ts";

let postgres: TestPostgres;
let db: Database;
let gateway: TestApp;
let token: string;
let userId: Id;
beforeAll(async () => {
  postgres = await startPostgres();
  db = await postgres.openDatabase();
  gateway = await createTestApp(db);
}, 60_000);
afterAll(() => postgres.stop());
beforeEach(async () => {
  ({ token, userId } = await gateway.signUp());
});

const call = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
  gateway.call(method, path, { token, headers, ...(body === undefined ? {} : { body }) });

/** A change over REST: the task after it, and the correlation id the answer names. */
const change = async (method: string, path: string, body?: unknown) => {
  const answer = await call(method, path, body);
  expect([method, path, answer.status]).toEqual([
    method,
    path,
    method === "POST" && path === "/tasks" ? 201 : 200,
  ]);
  const task = (await answer.json()) as Task;
  return { task, correlationId: answer.headers.get("x-correlation-id") ?? "" };
};
const read = async (id: string): Promise<Task> =>
  (await (await call("GET", `/tasks/${id}`)).json()) as Task;

const history = (verb: "undo" | "redo", body: unknown, headers = {}) =>
  call("POST", `/history/${verb}`, body, headers);
const done = async (verb: "undo" | "redo", body: object, headers = {}): Promise<ChatReply> => {
  const answer = await history(verb, body, headers);
  if (answer.status !== 200) throw new Error(await answer.text());
  return ChatReply.parse(await answer.json());
};
const refused = async (verb: "undo" | "redo", body: unknown, headers = {}) => {
  const answer = await history(verb, body, headers);
  const { status, code, detail } = Problem.parse(await answer.json());
  return { status, code, detail };
};

const nothingToUndo = { status: 409, code: "nothing_to_undo" };
const unknown = { status: 404, code: "not_found" };

test("a PATCH is taken back by the correlation id of its answer, and done again by that of the undo", async () => {
  const { task } = await change("POST", "/tasks", { title: "milk", priority: 2 });
  const { correlationId } = await change("PATCH", `/tasks/${task.id}`, {
    title: "oat milk",
    priority: 1,
  });
  const undone = await done("undo", { correlationId });
  expect(undone).toMatchObject({
    text: "Took that back.\n“oat milk”: title “oat milk” → “milk”, priority p1 → p2.",
    undoes: correlationId,
    undoable: true,
    choices: [],
  });
  expect(await read(task.id)).toMatchObject({ title: "milk", priority: 2, version: 3 });
  const { correlationId: again } = await done("redo", { correlationId: undone.correlationId });
  expect(await read(task.id)).toMatchObject({ title: "oat milk", priority: 1, version: 4 });
  await done("undo", { correlationId: again });
  expect(await read(task.id)).toMatchObject({ title: "milk", priority: 2 });
});

test.each([
  ["POST", "/complete", { status: "done" }],
  ["DELETE", "", { deletedAt: expect.any(String) as string }],
  ["PATCH", "", { status: "cancelled" }],
])("%s %s is taken back", async (method, path, after) => {
  const { task } = await change("POST", "/tasks", { title: "milk" });
  const { correlationId } = await change(
    method,
    `/tasks/${task.id}${path}`,
    method === "PATCH" ? { status: "cancelled" } : {},
  );
  expect(await read(task.id)).toMatchObject(after);
  await done("undo", { correlationId });
  expect(await read(task.id)).toMatchObject({ status: "open", deletedAt: null });
});

test("a completed date of a repeating task comes back, a skipped one too, and both go on again", async () => {
  for (const verb of ["complete", "skip"]) {
    const { task } = await change("POST", "/tasks", {
      title: "pay rent",
      due: { kind: "day", at: "2031-05-01" },
      recurrence: { rrule: "FREQ=MONTHLY;BYMONTHDAY=1" },
    });
    const { task: next, correlationId } = await change("POST", `/tasks/${task.id}/${verb}`, {});
    const { correlationId: undo } = await done("undo", { correlationId });
    expect(await read(task.id)).toMatchObject({ due: task.due, occurrence: task.occurrence });
    await done("redo", { correlationId: undo });
    expect(await read(task.id)).toMatchObject({ due: next.due, occurrence: next.occurrence });
    expect(gateway.actors.applied.at(-1)?.command.type).toBe(`task.${verb}`);
  }
});

test("where a field was changed since, nothing is changed and the three values are said; onConflict decides", async () => {
  const { task } = await change("POST", "/tasks", { title: "milk" });
  const { correlationId } = await change("PATCH", `/tasks/${task.id}`, {
    title: "oat milk",
    priority: 1,
  });
  await change("PATCH", `/tasks/${task.id}`, { title: "soy milk" });
  const asked = await done("undo", { correlationId });
  expect(asked).toMatchObject({
    text: "“soy milk” has changed since: title was “milk”, became “oat milk”, and is “soy milk” now.\nShall I take that back all the same?",
    choices: [
      "Go back to “milk” anyway",
      "Keep “soy milk”, take back the rest",
      "Leave everything",
    ],
    changes: [],
    undoable: false,
    undoes: null,
  });
  expect(await read(task.id)).toMatchObject({ title: "soy milk", priority: 1, version: 3 });
  await done("undo", { correlationId, onConflict: "keep" });
  expect(await read(task.id)).toMatchObject({ title: "soy milk", priority: 4 });
  const another = await change("PATCH", `/tasks/${task.id}`, { title: "rice milk" });
  await change("PATCH", `/tasks/${task.id}`, { title: "no milk" });
  await done("undo", { correlationId: another.correlationId, onConflict: "overwrite" });
  expect(await read(task.id)).toMatchObject({ title: "soy milk" });
});

test("nothing to take back is 409 with a code of its own, an unknown id 404, another person's too", async () => {
  const { task, correlationId } = await change("POST", "/tasks", { title: "milk" });
  expect(await refused("redo", { correlationId })).toEqual({
    ...nothingToUndo,
    detail: "That was not taken back, so there is nothing to do again.",
  });
  const undone = await done("undo", { correlationId });
  expect(await refused("undo", { correlationId })).toEqual({
    ...nothingToUndo,
    detail: "That was taken back already.",
  });
  expect((await read(task.id)).deletedAt).not.toBeNull();
  await done("redo", { correlationId: undone.correlationId });
  expect(await refused("redo", { correlationId: undone.correlationId })).toMatchObject(
    nothingToUndo,
  );
  expect(await refused("undo", { correlationId: newId() })).toMatchObject(unknown);
  ({ token } = await gateway.signUp("Bob"));
  expect(await refused("undo", { correlationId })).toMatchObject(unknown);
});

test("a redo that names what was undone means its undo", async () => {
  const { task, correlationId } = await change("POST", "/tasks", { title: "milk" });
  await done("undo", { correlationId });
  await done("redo", { correlationId });
  expect((await read(task.id)).deletedAt).toBeNull();
});

test.each([
  [{}, "correlationId"],
  [{ correlationId: "yesterday" }, "correlationId"],
  [{ correlationId: newId(), onConflict: "maybe" }, "onConflict"],
  [{ correlationId: newId(), force: true }, "force"],
])("%j is refused and names the field", async (body, path) => {
  const answer = await history("undo", body);
  expect(answer.status).toBe(422);
  expect(await answer.json()).toMatchObject({ code: "invalid", fields: [{ path }] });
});

test("repeated with its key it is answered the same and done once; another one under it is 422", async () => {
  const { task } = await change("POST", "/tasks", { title: "milk" });
  const { correlationId } = await change("PATCH", `/tasks/${task.id}`, { title: "oat milk" });
  const headers = { "idempotency-key": newId() };
  const first = await done("undo", { correlationId }, headers);
  const second = await done("undo", { correlationId }, headers);
  expect(second).toEqual(first);
  expect((await read(task.id)).version).toBe(3);
  expect(await refused("redo", { correlationId }, headers)).toMatchObject({
    status: 422,
    code: "idempotency_mismatch",
  });
});

test("ten undos at once are one", async () => {
  const { task } = await change("POST", "/tasks", { title: "milk" });
  const { correlationId } = await change("PATCH", `/tasks/${task.id}`, {
    title: "oat milk",
    priority: 1,
  });
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => history("undo", { correlationId })),
  );
  const statuses = answers.map(({ status }) => status);
  expect(statuses.filter((status) => status === 200)).toHaveLength(1);
  expect(statuses.filter((status) => status === 409)).toHaveLength(9);
  expect(await read(task.id)).toMatchObject({ title: "milk", priority: 4, version: 3 });
});

test("after the intents are forgotten the log still knows what is to be taken back", async () => {
  const { task } = await change("POST", "/tasks", { title: "milk" });
  const { task: after, correlationId } = await change("PATCH", `/tasks/${task.id}`, {
    title: "oat milk",
  });
  await appendEvents(db, [
    exampleEvent(after, {
      type: "punctual.task.changed.v1",
      correlationid: correlationId,
      data: { task: after, changes: { title: { before: "milk", after: "oat milk" } } },
    }),
  ]);
  await db.query("delete from commands where user_id = $1", [userId]);
  await done("undo", { correlationId });
  expect(await read(task.id)).toMatchObject({ title: "milk" });
});

test("what a parent or the clock did under the same id takes itself back: it is left alone", async () => {
  const { task, correlationId } = await change("POST", "/tasks", { title: "milk" });
  await db.query("delete from commands where user_id = $1", [userId]);
  await appendEvents(db, [
    exampleEvent(
      { ...task, version: 2 },
      {
        origin: "recurrence",
        type: "punctual.task.changed.v1",
        correlationid: correlationId,
        data: { task, changes: { status: { before: "done", after: "open" } } },
      },
    ),
  ]);
  expect(await refused("undo", { correlationId })).toMatchObject(nothingToUndo);
});

test("an undo by a button is a turn where the undone message was one, and only there", async () => {
  const turns = async () => (await gateway.actors.readTurns(userId, { limit: 10 })).turns;
  const { correlationId } = await change("POST", "/tasks", { title: "milk" });
  await done("undo", { correlationId });
  expect(await turns()).toEqual([]);
  const { correlationId: said } = await change("POST", "/tasks", { title: "bread" });
  await gateway.actors.converse(userId, exampleTurn(userId, { correlationId: said }));
  const undone = await done("undo", { correlationId: said });
  expect((await turns()).at(-1)).toMatchObject({
    id: undone.turnId,
    message: "Undo",
    source: "rest",
    undoes: said,
    correlationId: undone.correlationId,
    text: undone.text,
    changes: [{ title: "bread", what: "deleted" }],
  });
});

test("without a token it is 401", async () => {
  const answer = await gateway.call("POST", "/history/undo", { body: { correlationId: newId() } });
  expect(answer.status).toBe(401);
});

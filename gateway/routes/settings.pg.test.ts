// PATCH /settings and what it means for reminders: on a real read model, with the real rules of the actors.
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { beat } from "../../database/heartbeats/beat.ts";
import type { Database } from "../../database/pool.ts";
import { consumersBeat } from "../../domain/heartbeat.ts";
import { newId } from "../../domain/ids.ts";
import { createTestApp, type TestApp } from "../../tests/gateway-app.ts";
import { startPostgres, type TestPostgres } from "../../tests/postgres.ts";

let postgres: TestPostgres;
let db: Database;
let gateway: TestApp;
let token: string;
beforeAll(async () => {
  postgres = await startPostgres();
  db = await postgres.openDatabase();
  gateway = await createTestApp(db);
}, 60_000);
afterAll(() => postgres.stop());
beforeEach(async () => {
  ({ token } = await gateway.signUp());
});

const call = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
  gateway.call(method, path, { token, headers, ...(body === undefined ? {} : { body }) });

/** A task with a reminder at a wall clock of 2031: the person's, or that of a zone. */
const remind = async (zone?: string): Promise<{ id: string; reminderId: string }> => {
  const at = "2031-05-06T09:00";
  const when = zone === undefined ? { kind: "floating", at } : { kind: "fixed", at, zone };
  const reminderId = newId();
  const reminders = [{ id: reminderId, trigger: { kind: "wall", when }, channels: null }];
  const answer = await call("POST", "/tasks", { title: "x", reminders });
  expect(answer.status).toBe(201);
  return { id: ((await answer.json()) as { id: string }).id, reminderId };
};

const toldAt = async (reminderId: string): Promise<string> => {
  const { rows } = await db.query("select scheduled_for from reminders where reminder_id = $1", [
    reminderId,
  ]);
  return (rows[0] as { scheduled_for: Date }).scheduled_for.toISOString();
};

const settings = async (): Promise<unknown> => (await call("GET", "/settings")).json();

const patch = async (body: object, headers: Record<string, string> = {}) => {
  const answer = await call("PATCH", "/settings", body, headers);
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
};

test("a new time zone moves floating reminders, not fixed ones, and says how many", async () => {
  await patch({ timeZone: "Europe/Berlin" });
  const floating = [await remind(), await remind()];
  const fixed = await remind("Europe/Berlin");
  const { status, body } = await patch({ timeZone: "America/New_York" });
  expect(status).toBe(200);
  expect(body).toMatchObject({ timeZone: "America/New_York", remindersMoved: 2 });
  for (const one of floating) expect(await toldAt(one.reminderId)).toBe("2031-05-06T13:00:00.000Z");
  expect(await toldAt(fixed.reminderId)).toBe("2031-05-06T07:00:00.000Z");
});

test("a change that concerns no reminder asks no task", async () => {
  await remind();
  const asked = gateway.actors.asked;
  expect((await patch({ locale: "de" })).body).toMatchObject({ locale: "de", remindersMoved: 0 });
  expect(gateway.actors.asked).toBe(asked);
});

test("a repeated request gives the same count; the same key with another body is refused", async () => {
  await remind();
  const headers = { "idempotency-key": newId() };
  const first = await patch({ timeZone: "Asia/Tokyo" }, headers);
  const again = await patch({ timeZone: "Asia/Tokyo" }, headers);
  expect([first.body["remindersMoved"], again.body["remindersMoved"]]).toEqual([1, 1]);
  expect(await patch({ timeZone: "Asia/Seoul" }, headers)).toMatchObject({
    status: 422,
    body: { code: "idempotency_mismatch" },
  });
});

test("a key that another request has used changes nothing, whatever is asked under it", async () => {
  for (const key of [newId(), "my-own-key"]) {
    const headers = { "idempotency-key": key };
    expect((await patch({ locale: "de" }, headers)).status).toBe(200);
    expect(await patch({ locale: "fr" }, headers)).toMatchObject({
      status: 422,
      body: { code: "idempotency_mismatch" },
    });
    const taken = await call(
      "POST",
      "/tasks",
      { title: "x" },
      { "idempotency-key": `${key}-task` },
    );
    expect(taken.status).toBe(201);
    const again = await patch({ timeZone: "Asia/Tokyo" }, { "idempotency-key": `${key}-task` });
    expect(again.status).toBe(422);
    expect(await settings()).toMatchObject({ locale: "de", timeZone: "UTC" });
  }
});

test("a repeated change is not made a second time, be its key a UUID or not", async () => {
  for (const key of [newId(), "my-own-key"]) {
    const headers = { "idempotency-key": key };
    await patch({ locale: "de" }, headers);
    await patch({ locale: "en" });
    expect((await patch({ locale: "de" }, headers)).status).toBe(200);
    expect(await settings()).toMatchObject({ locale: "en" });
  }
});

test("a change that changed nothing is not made later under its key", async () => {
  const headers = { "idempotency-key": newId() };
  await patch({ locale: "de" });
  expect((await patch({ locale: "de" }, headers)).status).toBe(200);
  await patch({ locale: "en" });
  expect((await patch({ locale: "de" }, headers)).status).toBe(200);
  expect(await settings()).toMatchObject({ locale: "en" });
});

test("a change meant for other settings than there are is refused, and says which there are", async () => {
  const first = await call("GET", "/settings");
  const tag = first.headers.get("etag") ?? "";
  expect((await patch({ locale: "de" }, { "if-match": tag })).status).toBe(200);
  expect(await patch({ locale: "fr" }, { "if-match": tag })).toMatchObject({
    status: 412,
    body: { code: "version_mismatch", currentVersion: 1 },
  });
  expect(await settings()).toMatchObject({ locale: "de" });
  expect((await patch({ locale: "fr" }, { "if-match": '"1"' })).status).toBe(200);
  expect((await patch({ locale: "it" }, { "if-match": "*" })).status).toBe(200);
  expect((await patch({ locale: "it" }, { "if-match": "3" })).status).toBe(422);
  const known = await call("GET", "/settings", undefined, { "if-none-match": '"3"' });
  expect(known.status).toBe(304);
});

test("a hundred tasks are reached, each once", async () => {
  for (let n = 0; n < 100; n += 1) await remind();
  expect((await patch({ timeZone: "Asia/Tokyo" })).body["remindersMoved"]).toBe(100);
  await gateway.retime();
  const retimed = gateway.actors.applied.filter(({ command }) => command.type === "task.retime");
  expect(new Set(retimed.map(({ command }) => command.taskId)).size).toBe(retimed.length);
});

test("subtasks are listed by their parent", async () => {
  const { id: parentId } = await remind();
  await call("POST", "/tasks", { title: "part", parentId });
  const answer = await call("GET", `/tasks?parentId=${parentId}`);
  expect(await answer.json()).toMatchObject({ tasks: [{ title: "part", parentId }], next: null });
  expect((await call("GET", "/tasks?parentId=x")).status).toBe(422);
});

test("e-mail cannot be chosen where the consumers have no mail server, and is said not to be", async () => {
  const facts = { schedulerAwayMs: null, stuck: [], waiting: 0 };
  await beat(db, consumersBeat, { ...facts, mail: false });
  const listed = (await (await call("GET", "/settings/channels")).json()) as {
    channels: { channel: string; available: boolean; reason: string | null }[];
  };
  expect(listed.channels).toContainEqual({
    channel: "email",
    available: false,
    reason: "no mail server is configured",
  });
  const refused = await patch({ channels: ["push", "email"] });
  expect(refused.status).toBe(422);
  expect(refused.body["fields"]).toEqual([
    { path: "channels", message: "must not name email: no mail server is configured" },
  ]);
  expect((await patch({ channels: ["push"] })).status).toBe(200);
  await beat(db, consumersBeat, { ...facts, mail: true });
  expect((await patch({ channels: ["push", "email"] })).status).toBe(200);
});

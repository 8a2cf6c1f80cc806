// Tokens for programs: shown once, as good as a session until they are ended, and only as strong as they were made.
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { listLiveTokens } from "../../database/accounts/list-live-tokens.ts";
import type { Database } from "../../database/pool.ts";
import { newId } from "../../domain/ids.ts";
import { createTestApp, type TestApp } from "../../tests/gateway-app.ts";
import { startPostgres, type TestPostgres } from "../../tests/postgres.ts";

let postgres: TestPostgres;
let db: Database;
let gateway: TestApp;
let person: string;
beforeAll(async () => {
  postgres = await startPostgres();
  db = await postgres.openDatabase();
  gateway = await createTestApp(db);
}, 60_000);
afterAll(() => postgres.stop());
beforeEach(async () => {
  ({ token: person } = await gateway.signUp());
});

type Made = { id: string; token: string; name: string; access: string };
const make = async (body: object = { name: "laptop" }): Promise<Made> => {
  const answer = await gateway.call("POST", "/tokens", { token: person, body });
  expect(answer.status).toBe(201);
  return (await answer.json()) as Made;
};
const status = async (method: string, path: string, token: string, body?: object) =>
  (await gateway.call(method, path, { token, ...(body && { body }) })).status;
const add = (token: string) => status("POST", "/tasks", token, { title: "x" });

test("a token works until it is ended, and is never shown again", async () => {
  const { id, token } = await make();
  expect(await add(token)).toBe(201);
  const listed = await gateway.call("GET", "/tokens", { token: person });
  const text = await listed.text();
  expect(JSON.parse(text)).toMatchObject({ tokens: [{ id, name: "laptop", access: "write" }] });
  expect(JSON.parse(text).tokens[0].lastUsedAt).not.toBeNull();
  expect(text).not.toContain(token);
  expect(await status("DELETE", `/tokens/${id}`, person)).toBe(204);
  expect(await add(token)).toBe(401);
  expect(await status("DELETE", `/tokens/${id}`, person)).toBe(404);
});

test("the database holds no token", async () => {
  const { token } = await make();
  const { rows } = await db.query("select t::text as row from tokens t");
  expect(JSON.stringify(rows)).not.toContain(token.slice("punctual_".length));
});

test("signing out leaves it, for it was made for a program", async () => {
  const { token } = await make();
  expect(await status("POST", "/api/auth/sign-out", person, {})).toBe(200);
  expect(await add(token)).toBe(201);
});

test("one that may only read changes nothing", async () => {
  const { token } = await make({ name: "reader", access: "read" });
  expect(await status("GET", "/tasks", token)).toBe(200);
  const answer = await gateway.call("POST", "/tasks", { token, body: { title: "x" } });
  expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([
    403,
    "forbidden",
  ]);
  expect(await status("PATCH", "/settings", token, { locale: "de" })).toBe(403);
});

test("one that may only read does not learn what webhooks are signed with", async () => {
  const { token } = await make({ name: "reader", access: "read" });
  expect(await status("GET", "/settings/webhook-secret", token)).toBe(403);
  expect(await status("GET", "/settings/webhook-secret", person)).toBe(200);
});

test("a token makes, lists and ends no tokens", async () => {
  const { id, token } = await make();
  expect(await status("POST", "/tokens", token, { name: "more" })).toBe(403);
  expect(await status("GET", "/tokens", token)).toBe(403);
  expect(await status("DELETE", `/tokens/${id}`, token)).toBe(403);
});

test("a stranger's token is not found", async () => {
  const { id } = await make();
  const { token: stranger } = await gateway.signUp("Eve");
  expect(await status("DELETE", `/tokens/${id}`, stranger)).toBe(404);
});

test.each([[{}], [{ name: " " }], [{ name: "x".repeat(101) }], [{ name: "x", access: "all" }]])(
  "%j is refused",
  async (body) => {
    expect(await status("POST", "/tokens", person, body)).toBe(422);
  },
);

test("a socket that came with it ends with it", async () => {
  const { id, token } = await make();
  const key = (await gateway.deps.sessions.ofBearer(token))?.token ?? "";
  expect(await listLiveTokens(db, [key, `punctual_${newId()}`])).toEqual(new Set([key]));
  await status("DELETE", `/tokens/${id}`, person);
  expect(await listLiveTokens(db, [key])).toEqual(new Set());
});

test("fifty are enough", async () => {
  for (let n = 0; n < 50; n += 1) await make({ name: `n${n}` });
  expect(await status("POST", "/tokens", person, { name: "one more" })).toBe(409);
});

// What keeps the account doors from being misused: pages elsewhere, broken bodies, a crowd; on a real PostgreSQL.
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "../../database/pool.ts";
import { Problem } from "../../domain/problem.ts";
import { createTestApp, type TestApp } from "../../tests/gateway-app.ts";
import { startPostgres, type TestPostgres } from "../../tests/postgres.ts";
import { forget } from "../command/forget.ts";

let postgres: TestPostgres;
let db: Database;
let gateway: TestApp;
beforeAll(async () => {
  postgres = await startPostgres();
  db = await postgres.openDatabase();
  gateway = await createTestApp(db);
});
afterAll(() => postgres.stop());

const ada = { name: "Ada", email: "ada@example.com", password: "correct horse battery" };

test("a page elsewhere can end no session, with a cookie or without one", async () => {
  const { cookie, token } = await gateway.signUp();
  const from = (headers: Record<string, string>) =>
    gateway.call("POST", "/api/auth/sign-out", { headers });
  for (const headers of [
    { origin: "https://evil.example" },
    { origin: "https://evil.example", cookie },
    { origin: "null", "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "cross-site", "content-type": "application/x-www-form-urlencoded" },
  ]) {
    const answer = await from(headers);
    expect(answer.status).toBe(403);
    expect(answer.headers.getSetCookie()).toEqual([]);
  }
  expect((await gateway.call("GET", "/tasks", { token })).status).toBe(200);
  expect((await from({ cookie, origin: "http://127.0.0.1:8420" })).status).toBe(200);
});

test("a page elsewhere can sign nobody in", async () => {
  const { email } = await gateway.signUp();
  const body = { email, password: ada.password };
  const headers = { origin: "https://evil.example" };
  const answer = await gateway.call("POST", "/api/auth/sign-in/email", { body, headers });
  expect(answer.status).toBe(403);
});

test("broken JSON is 400 at every account door", async () => {
  const { token } = await gateway.signUp();
  for (const path of ["reset-password", "confirm-email", "sign-in/email"]) {
    const answer = await gateway.call("POST", `/api/auth/${path}`, { token, body: '{"a":' });
    expect([path, answer.status]).toEqual([path, 400]);
  }
});

test("passwords are hashed by few at a time: who is too many is told so, and nobody else waits for a connection", async () => {
  const { token } = await gateway.signUp();
  const crowd = Array.from({ length: 70 }, (_, at) =>
    gateway.call("POST", "/api/auth/sign-up/email", {
      body: { ...ada, email: `crowd-${at}@example.com` },
    }),
  );
  expect((await gateway.call("GET", "/tasks", { token })).status).toBe(200);
  const answers = await Promise.all(crowd);
  const statuses = new Set(answers.map(({ status }) => status));
  expect(statuses).toEqual(new Set([200, 429]));
  const refused = answers.find(({ status }) => status === 429) as Response;
  expect(refused.headers.get("retry-after")).toBe("2");
  expect(Problem.parse(await refused.json()).code).toBe("rate_limited");
});

test("strangers who ask for questions to a passkey are held back, and what they left is forgotten", async () => {
  const ask = () => gateway.call("GET", "/api/auth/passkey/generate-authenticate-options");
  for (let n = 0; n < 30; n += 1) expect((await ask()).status).toBe(200);
  const refused = await ask();
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
  const left = async () => (await db.query(`select from "verification"`)).rowCount;
  await db.query(`update "verification" set "expiresAt" = now() - interval '1 second'
    where "id" not in (select "id" from "verification" limit 1)`);
  expect(await left()).toBe(30);
  await forget(db, new AbortController().signal);
  expect(await left()).toBe(1);
});

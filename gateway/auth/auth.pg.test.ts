// Accounts and sessions on a real PostgreSQL.
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "../../database/pool.ts";
import { Problem } from "../../domain/problem.ts";
import { createTestApp, type TestApp } from "../../tests/gateway-app.ts";
import { startPostgres, type TestPostgres } from "../../tests/postgres.ts";

let postgres: TestPostgres;
let db: Database;
let gateway: TestApp;
beforeAll(async () => {
  postgres = await startPostgres();
  db = await postgres.openDatabase();
  gateway = await createTestApp(db);
});
afterAll(() => postgres.stop());

const problemOf = async (answer: Response) => {
  expect(answer.headers.get("content-type")).toBe("application/problem+json");
  return Problem.parse(await answer.json());
};
const signUpWith = (body: unknown) => gateway.call("POST", "/api/auth/sign-up/email", { body });
const ada = { name: "Ada", email: "ada@example.com", password: "correct horse battery" };

test("an account has a UUIDv7 and its bearer token opens the API, bare or signed", async () => {
  const person = await gateway.signUp();
  expect(person.userId).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7/);
  for (const token of [person.token, person.signedToken, encodeURIComponent(person.signedToken)]) {
    expect((await gateway.call("GET", "/tasks", { token })).status).toBe(200);
  }
});

test("signing in with a wrong password is unauthenticated, with the same words as for an unknown address", async () => {
  const { email } = await gateway.signUp();
  const signIn = (body: unknown) => gateway.call("POST", "/api/auth/sign-in/email", { body });
  const wrong = await signIn({ email, password: "not this one" });
  const unknown = await signIn({ email: "nobody@example.com", password: "not this one" });
  expect([wrong.status, unknown.status]).toEqual([401, 401]);
  expect((await problemOf(wrong)).detail).toBe((await problemOf(unknown)).detail);
  expect(
    (await signIn({ email, password: ada.password })).headers.get("set-auth-token"),
  ).toBeTruthy();
});

test("a second account with the same address is a conflict that names the field", async () => {
  await signUpWith(ada);
  const answer = await signUpWith({ ...ada, email: "ADA@example.com" });
  expect(answer.status).toBe(409);
  expect(await problemOf(answer)).toMatchObject({ code: "conflict", fields: [{ path: "email" }] });
});

test.each([
  ["a short password", { ...ada, password: "short" }, "password"],
  ["no address", { ...ada, email: "ada" }, "email"],
  ["no name", { ...ada, name: " " }, "name"],
  ["an unknown field", { ...ada, isAdmin: true }, "isAdmin"],
  ["a NUL in the name", { ...ada, name: "A\0" }, "name"],
])("%s is refused and named", async (_, body, path) => {
  const answer = await signUpWith(body);
  expect(answer.status).toBe(422);
  expect((await problemOf(answer)).fields?.map((field) => field.path)).toContain(path);
});

test("after sign-out the token and the cookie are worth nothing", async () => {
  const { token, cookie } = await gateway.signUp();
  const out = await gateway.call("POST", "/api/auth/sign-out", { token });
  expect(out.status).toBe(200);
  const answer = await gateway.call("GET", "/tasks", { token });
  expect(answer.status).toBe(401);
  expect(answer.headers.get("www-authenticate")).toBe("Bearer");
  expect((await problemOf(answer)).code).toBe("unauthenticated");
  expect((await gateway.call("GET", "/tasks", { headers: { cookie } })).status).toBe(401);
});

test("an expired session is unauthenticated", async () => {
  const { token } = await gateway.signUp();
  await db.query(
    `update "session" set "expiresAt" = now() - interval '1 second' where "token" = $1`,
    [token],
  );
  expect((await gateway.call("GET", "/tasks", { token })).status).toBe(401);
});

test("a token or cookie with a forged signature is unauthenticated", async () => {
  const { signedToken, cookie, token } = await gateway.signUp();
  const forged = `${token}.${Buffer.from("x".repeat(32)).toString("base64")}`;
  expect((await gateway.call("GET", "/tasks", { token: forged })).status).toBe(401);
  const [name] = cookie.split("=");
  const headers = { cookie: `${name}=${encodeURIComponent(forged)}` };
  expect((await gateway.call("GET", "/tasks", { headers })).status).toBe(401);
  expect((await gateway.call("GET", "/tasks", { token: signedToken })).status).toBe(200);
});

test("a change with the cookie must come from a page of ours", async () => {
  const { cookie } = await gateway.signUp();
  const create = (headers: Record<string, string>) =>
    gateway.call("POST", "/tasks", { headers: { cookie, ...headers }, body: { title: "x" } });
  expect((await create({ origin: "http://127.0.0.1:8420" })).status).toBe(201);
  expect((await create({ origin: "http://localhost:8420" })).status).toBe(201);
  expect(
    (await create({ origin: "http://192.168.1.5:8420", host: "192.168.1.5:8420" })).status,
  ).toBe(201);
  expect((await create({ origin: "https://evil.example", host: "127.0.0.1:8420" })).status).toBe(
    401,
  );
  expect((await create({ "sec-fetch-site": "cross-site" })).status).toBe(401);
  expect((await create({})).status).toBe(401);
  expect((await gateway.call("GET", "/tasks", { headers: { cookie } })).status).toBe(200);
});

test("a session that is used is renewed once a day, and the page gets a new cookie", async () => {
  const { cookie, token } = await gateway.signUp();
  const fresh = await gateway.call("GET", "/tasks", { headers: { cookie } });
  expect(fresh.headers.getSetCookie()).toEqual([]);
  await db.query(
    `update "session" set "expiresAt" = now() + interval '28 days' where "token" = $1`,
    [token],
  );
  gateway.deps.sessions.forget(); // it was read a moment ago
  const renewed = await gateway.call("GET", "/tasks", { headers: { cookie } });
  expect(renewed.headers.getSetCookie().join()).toContain("Max-Age=2592000");
  const { rows } = await db.query(
    `select "expiresAt" > now() + interval '29 days' as longer from "session" where "token" = $1`,
    [token],
  );
  expect(rows).toEqual([{ longer: true }]);
});

test("who is signed in is told without the token that signs in, and nothing of accounts is stored on the way", async () => {
  const { token, cookie, userId } = await gateway.signUp();
  for (const headers of [{ cookie }, { authorization: `Bearer ${token}` }]) {
    const answer = await gateway.call("GET", "/api/auth/get-session", { headers });
    expect(answer.headers.get("cache-control")).toBe("no-store");
    const text = await answer.text();
    expect(JSON.parse(text)).toMatchObject({ user: { id: userId } });
    expect(text).not.toContain(token);
  }
});

test("the rest of better-auth is closed", async () => {
  for (const path of [
    "/api/auth/delete-user",
    "/api/auth/update-user",
    "/api/auth/request-password-reset",
    "/api/auth/change-password",
    "/api/auth/list-sessions",
    "/api/auth/revoke-session",
    "/api/auth/two-factor/get-totp-uri",
  ]) {
    expect((await gateway.call("POST", path, { body: {} })).status).toBe(404);
  }
});

test("a database that is away only while an account is made is 503 as well, not a fault of ours", async () => {
  let isAway = false;
  const connect = async () => {
    if (isAway) throw new Error("timeout exceeded when trying to connect");
    return db.connect();
  };
  const flaky = new Proxy(db, {
    get: (pool, name) => {
      const part: unknown = name === "connect" ? connect : Reflect.get(pool, name, pool);
      return typeof part === "function" ? part.bind(pool) : part;
    },
  });
  const { call, signUp } = await createTestApp(flaky);
  await signUp(); // the first one also looks at the tables
  isAway = true;
  const body = { ...ada, email: "away@example.com" };
  const answer = await call("POST", "/api/auth/sign-up/email", { body });
  expect([answer.status, (await problemOf(answer)).code]).toEqual([503, "unavailable"]);
});

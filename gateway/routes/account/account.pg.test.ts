// The account of a person: name, password, sessions, tokens with an end, and what happened to it; on a real PostgreSQL.
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { forgetOldAccountEvents } from "../../../database/account-events/forget-old-account-events.ts";
import type { Database } from "../../../database/pool.ts";
import { newId } from "../../../domain/ids.ts";
import { Problem } from "../../../domain/problem.ts";
import { createTestApp, type TestApp } from "../../../tests/gateway-app.ts";
import { startPostgres, type TestPostgres } from "../../../tests/postgres.ts";
import { createGuesses } from "../../auth/guesses.ts";

let postgres: TestPostgres;
let db: Database;
let gateway: TestApp;
let person: Awaited<ReturnType<TestApp["signUp"]>>;
beforeAll(async () => {
  postgres = await startPostgres();
  db = await postgres.openDatabase();
  gateway = await createTestApp(db);
});
afterAll(() => postgres.stop());
beforeEach(async () => {
  person = await gateway.signUp();
});

const old = "correct horse battery";
const fresh = "another horse battery";

const ask = (method: string, path: string, body?: unknown, token = person.token) =>
  gateway.call(method, path, { token, ...(body === undefined ? {} : { body }) });
const read = async <T>(path: string): Promise<T> => (await (await ask("GET", path)).json()) as T;
const signIn = async (password = old): Promise<string> => {
  const answer = await gateway.call("POST", "/api/auth/sign-in/email", {
    body: { email: person.email, password },
    headers: { "user-agent": "Elsewhere/1.0" },
  });
  return ((await answer.json()) as { token: string }).token;
};
const problemOf = async (answer: Response) => Problem.parse(await answer.json());
const types = async () =>
  (await read<{ events: { type: string }[] }>("/account/events")).events.map(({ type }) => type);

test("an account says who it is and how it is kept, and nothing that opens it", async () => {
  const answer = await ask("GET", "/account");
  expect(answer.headers.get("cache-control")).toBe("no-store");
  expect(await answer.json()).toEqual({
    id: person.userId,
    name: "Ada",
    email: person.email,
    emailVerified: false,
    newEmail: null,
    createdAt: expect.stringMatching(/Z$/),
    recoveryCodeMadeAt: expect.stringMatching(/Z$/),
    twoFactor: false,
    mail: false,
    signUp: "open",
  });
});

test("a name is changed", async () => {
  const answer = await ask("PATCH", "/account", { name: "  Augusta " });
  expect(await answer.json()).toMatchObject({ name: "Augusta" });
  expect((await ask("PATCH", "/account", { name: " " })).status).toBe(422);
  expect((await ask("PATCH", "/account", { name: "x", email: "e@example.com" })).status).toBe(422);
});

test("without a mail server an address is changed with the password, unless somebody has it", async () => {
  const other = await gateway.signUp("Bob");
  const change = (email: string, password = old) =>
    ask("POST", "/account/email", { email, password });
  expect((await problemOf(await change("new@example.com", "wrong"))).fields?.[0]?.path).toBe(
    "password",
  );
  expect(await problemOf(await change(other.email.toUpperCase()))).toMatchObject({
    code: "conflict",
  });
  const moved = `Moved-${person.email}`;
  expect(await (await change(moved)).json()).toEqual({ email: moved.toLowerCase(), sentTo: null });
});

test("a new password ends the other sessions at once, this one stays, tokens stay unless they are meant too", async () => {
  const elsewhere = await signIn();
  const { token: program } = (await (
    await ask("POST", "/tokens", { name: "a program" })
  ).json()) as {
    token: string;
  };
  const change = (body: object) => ask("POST", "/account/password", body);
  const wrong = await problemOf(await change({ currentPassword: "x", newPassword: fresh }));
  expect(wrong.fields).toEqual([{ path: "currentPassword", message: "is not your password" }]);
  const common = await problemOf(await change({ currentPassword: old, newPassword: "password1" }));
  expect(common.fields?.[0]?.path).toBe("newPassword");
  expect((await ask("GET", "/tasks", undefined, elsewhere)).status).toBe(200);
  expect((await change({ currentPassword: old, newPassword: fresh })).status).toBe(204);
  expect((await ask("GET", "/tasks", undefined, elsewhere)).status).toBe(401);
  expect((await ask("GET", "/tasks")).status).toBe(200);
  expect((await ask("GET", "/tasks", undefined, program)).status).toBe(200);
  const both = { currentPassword: fresh, newPassword: old, endTokens: true };
  expect((await change(both)).status).toBe(204);
  expect((await ask("GET", "/tasks", undefined, program)).status).toBe(401);
  expect(await types()).toContain("password-changed");
});

test("who is signed in may guess the password as seldom as who is not", async () => {
  const limits = { perAccount: 3, perAddress: 100, windowMs: 60_000 };
  const strict = await createTestApp(db, { guesses: createGuesses(limits) });
  const change = () =>
    strict.call("POST", "/account/delete", { token: person.token, body: { password: "wrong" } });
  const statuses = [(await change()).status, (await change()).status, (await change()).status];
  expect([...statuses, (await change()).status]).toEqual([422, 422, 422, 429]);
});

type Session = { id: string; isCurrent: boolean; agent: string | null; address: string | null };

test("sessions are listed by ids, this one first, and end by them", async () => {
  const elsewhere = await signIn();
  const answer = await ask("GET", "/account/sessions");
  const text = await answer.text();
  for (const token of [elsewhere, person.token]) expect(text).not.toContain(token);
  const { sessions } = JSON.parse(text) as { sessions: Session[] };
  expect(sessions.map(({ isCurrent }) => isCurrent)).toEqual([true, false]);
  expect(sessions[1]?.agent).toBe("Elsewhere/1.0");
  const path = `/account/sessions/${sessions[1]?.id}`;
  const eve = await gateway.signUp("Eve");
  expect((await ask("DELETE", path, undefined, eve.token)).status).toBe(404);
  expect((await ask("DELETE", path)).status).toBe(204);
  expect((await ask("DELETE", path)).status).toBe(404);
  expect((await ask("DELETE", "/account/sessions/nonsense")).status).toBe(404);
  expect((await ask("GET", "/tasks", undefined, elsewhere)).status).toBe(401);
});

test("everywhere else is signed out at once", async () => {
  const others = [await signIn(), await signIn()];
  const answer = await ask("POST", "/account/sessions/end-others");
  expect(await answer.json()).toEqual({ ended: 2 });
  for (const token of others)
    expect((await ask("GET", "/tasks", undefined, token)).status).toBe(401);
  expect((await ask("GET", "/tasks")).status).toBe(200);
});

test("a program's token gets nowhere near the account", async () => {
  const { token } = (await (await ask("POST", "/tokens", { name: "a program" })).json()) as {
    token: string;
  };
  for (const [method, path, body] of [
    ["GET", "/account"],
    ["PATCH", "/account", { name: "x" }],
    ["POST", "/account/password", { currentPassword: old, newPassword: fresh }],
    ["GET", "/account/sessions"],
    ["DELETE", `/account/sessions/${newId()}`],
    ["GET", "/account/export"],
    ["POST", "/account/delete", { password: old }],
  ] as const)
    expect([path, (await ask(method, path, body, token)).status]).toEqual([path, 403]);
});

test("a token may have an end, and holds until then", async () => {
  const made = await ask("POST", "/tokens", { name: "a program", expiresInDays: 30 });
  const { token, expiresAt, id } = (await made.json()) as {
    token: string;
    expiresAt: string;
    id: string;
  };
  const days = (Date.parse(expiresAt) - Date.now()) / 86_400_000;
  expect(Math.round(days)).toBe(30);
  expect((await ask("GET", "/tasks", undefined, token)).status).toBe(200);
  await db.query("update tokens set expires_at = now() - interval '1 second' where id = $1", [id]);
  gateway.deps.sessions.forget();
  expect((await ask("GET", "/tasks", undefined, token)).status).toBe(401);
  for (const expiresInDays of [0, -1, 1.5, 4_000, "soon"])
    expect((await ask("POST", "/tokens", { name: "x", expiresInDays })).status).toBe(422);
});

test("what happened to the account is paged, is one's own, and is forgotten after 90 days", async () => {
  for (const name of ["a", "b", "c"]) await ask("PATCH", "/account", { name });
  type Page = { events: { id: string; detail: string | null; type: string }[] };
  const first = await read<Page>("/account/events?limit=2");
  expect(first.events.map(({ detail }) => detail)).toEqual(["c", "b"]);
  const second = await read<Page>(`/account/events?limit=2&before=${first.events[1]?.id}`);
  expect(second.events.map(({ type }) => type)).toEqual(["name-changed", "signed-up"]);
  await db.query("update account_events set at = now() - interval '91 days' where user_id = $1", [
    person.userId,
  ]);
  await forgetOldAccountEvents(db, 1_000);
  expect(await types()).toEqual([]);
});

// The operator's command, run as it is run: codes that let back in, and invitations; on a real PostgreSQL.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Database, openDatabase } from "../database/pool.ts";
import { takeSecret } from "../database/secrets/take-secret.ts";
import { createTestApp, type TestApp } from "../tests/gateway-app.ts";
import { migrate } from "../database/migrate.ts";
import { startPostgres, type TestPostgres } from "../tests/postgres.ts";

let postgres: TestPostgres;
let url: string;
let db: Database;
let gateway: TestApp;
beforeAll(async () => {
  postgres = await startPostgres();
  url = await postgres.createDatabase();
  db = openDatabase(url);
  await migrate(db);
  gateway = await createTestApp(db);
});
afterAll(async () => {
  await db.end();
  await postgres.stop();
});

const command = fileURLToPath(new URL("account.ts", import.meta.url));
const run = (...args: string[]) => {
  const { stdout, stderr, status } = spawnSync(process.execPath, [command, ...args], {
    env: { ...process.env, DATABASE_URL: url, KAFKA_BROKERS: "127.0.0.1:9" },
    encoding: "utf8",
  });
  return { stdout, stderr, status, code: /([0-9A-Z]{5}-){4}[0-9A-Z]{5}/.exec(stdout)?.[0] ?? "" };
};

test("who forgot everything gets a code, which chooses a new password", async () => {
  const { email } = await gateway.signUp();
  const { status, code, stdout } = run("recover", email.toUpperCase());
  expect(status).toBe(0);
  expect(stdout).toContain(email);
  const body = { code, newPassword: "another horse battery" };
  expect((await gateway.call("POST", "/api/auth/reset-password", { body })).status).toBe(200);
  const signIn = { email, password: "another horse battery" };
  expect((await gateway.call("POST", "/api/auth/sign-in/email", { body: signIn })).status).toBe(
    200,
  );
});

test("what an operator did is in the account's journal", async () => {
  const { email, token } = await gateway.signUp();
  expect(run("recover", email, "--second-step").status).toBe(0);
  const answer = await gateway.call("GET", "/account/events", { token });
  const { events } = (await answer.json()) as { events: { type: string; detail: string | null }[] };
  expect(events).toMatchObject([
    { type: "recovery-by-operator", address: null },
    { type: "two-factor-off", detail: "by the operator" },
    { type: "signed-up" },
  ]);
});

test("an account is deleted when it is meant, and nothing of it is in", async () => {
  const { email, token } = await gateway.signUp();
  const asked = run("delete", email);
  expect([asked.status, asked.stderr]).toEqual([
    1,
    `account: say --yes to delete the account of Ada <${email}> for good\n`,
  ]);
  expect((await gateway.call("GET", "/tasks", { token })).status).toBe(200);
  expect(run("delete", email.toUpperCase(), "--yes")).toMatchObject({ status: 0 });
  gateway.deps.sessions.forget();
  expect((await gateway.call("GET", "/tasks", { token })).status).toBe(401);
  expect((await db.query("select from account_deletions")).rowCount).toBe(1);
  expect(run("delete", email, "--yes").stderr).toContain("there is no account");
});

test("an address nobody has is said", () => {
  const { status, stderr } = run("recover", "nobody@example.com");
  expect([status, stderr]).toEqual([
    1,
    "account: there is no account with the address nobody@example.com\n",
  ]);
});

test("an invitation is good once", async () => {
  const { code, stdout } = run("invite", "--days", "3");
  expect(stdout).toContain("3 days");
  expect(await takeSecret(db, { kind: "invitation", secret: code })).toMatchObject({
    userId: null,
  });
  expect(await takeSecret(db, { kind: "invitation", secret: code })).toBeNull();
});

test.each([
  [["recover"], "not understood"],
  [["invite", "ada@example.com"], "not understood"],
  [["delete"], "not understood"],
  [["invite", "--days", "0"], "--days must be"],
  [["forget", "ada@example.com"], "not understood"],
])("%j is refused with the way it is meant", (args, said) => {
  const { status, stderr } = run(...args);
  expect(status).toBe(1);
  expect(stderr).toContain(said);
});

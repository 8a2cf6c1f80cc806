// A session or token that was in use a moment ago ends at once, though its answer is remembered for a second.
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestApp, type TestApp } from "../../tests/gateway-app.ts";
import { startPostgres, type TestPostgres } from "../../tests/postgres.ts";

let postgres: TestPostgres;
let gateway: TestApp;
beforeAll(async () => {
  postgres = await startPostgres();
  gateway = await createTestApp(await postgres.openDatabase());
});
afterAll(() => postgres.stop());

const statusOf = async (token: string) => (await gateway.call("GET", "/tasks", { token })).status;

test("a session that was just used is void when it is signed out", async () => {
  const { token } = await gateway.signUp();
  expect(await statusOf(token)).toBe(200);
  await gateway.call("POST", "/api/auth/sign-out", { token });
  expect(await statusOf(token)).toBe(401);
});

test("a program's token that was just used is void when its person ends it", async () => {
  const { token } = await gateway.signUp();
  const made = await gateway.call("POST", "/tokens", { token, body: { name: "a program" } });
  const program = (await made.json()) as { id: string; token: string };
  expect(await statusOf(program.token)).toBe(200);
  await gateway.call("DELETE", `/tokens/${program.id}`, { token });
  expect(await statusOf(program.token)).toBe(401);
});

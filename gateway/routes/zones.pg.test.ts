// GET /zones: a zone's clock as the server keeps it. The read model is not asked, but whoever asks must be signed in.
import { afterAll, beforeAll, expect, test } from "vitest";
import { Problem } from "../../domain/problem.ts";
import { toLocal } from "../../domain/time.ts";
import type { ZoneClock } from "../../domain/zones/clock-table.ts";
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

test("the clock of a zone says the hours that reminders are told at, from a year ago on", async () => {
  const answer = await gateway.call("GET", "/zones?name=America/Vancouver", { token });
  expect(answer.status).toBe(200);
  const { zone, until, offsets } = (await answer.json()) as ZoneClock;
  expect(zone).toBe("America/Vancouver");
  expect(Date.parse(until)).toBeGreaterThan(Date.now() + 9 * 365 * 86_400_000);
  const now = new Date().toISOString();
  const minutes = offsets.findLast(({ since }) => since <= now)?.minutes ?? Number.NaN;
  const local = new Date(Date.parse(now) + minutes * 60_000).toISOString().slice(0, 16);
  expect(local).toBe(toLocal(now, zone));
});

test("a zone that is not one is refused at its name, and a stranger is not answered", async () => {
  const wrong = await gateway.call("GET", "/zones?name=Europe/Atlantis", { token });
  expect(wrong.status).toBe(422);
  expect(Problem.parse(await wrong.json()).fields?.[0]?.path).toBe("name");
  expect((await gateway.call("GET", "/zones?name=UTC")).status).toBe(401);
});

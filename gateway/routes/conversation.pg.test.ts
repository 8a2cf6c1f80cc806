// GET /conversation: pages of what a person said, theirs alone. Real rules of the actor, its state in memory.
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Database } from "../../database/pool.ts";
import { TurnPage } from "../../domain/conversation.ts";
import { type Id, newId } from "../../domain/ids.ts";
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

const read = async (query = ""): Promise<TurnPage> => {
  const answer = await gateway.call("GET", `/conversation${query}`, { token });
  expect([answer.status, answer.headers.get("cache-control")]).toEqual([200, "no-store"]);
  return TurnPage.parse(await answer.json());
};
const said = ({ turns }: TurnPage) => turns.map(({ message }) => message);
const talk = async (count: number): Promise<void> => {
  for (let n = 1; n <= count; n += 1)
    await gateway.actors.converse(userId, exampleTurn(userId, { message: String(n) }));
};

test("one who never said anything has an empty conversation", async () => {
  expect(await read()).toEqual({ turns: [], before: null });
});

test("the last turns come first, and `before` leads to all of them", async () => {
  await talk(45);
  const last = await read();
  expect(said(last)).toEqual(Array.from({ length: 20 }, (_, n) => String(26 + n)));
  const older = await read(`?before=${last.before}&limit=22`);
  expect(said(older)).toEqual(Array.from({ length: 22 }, (_, n) => String(4 + n)));
  const oldest = await read(`?before=${older.before}`);
  expect([said(oldest), oldest.before]).toEqual([["1", "2", "3"], null]);
});

test("nobody sees another person's turns", async () => {
  await talk(2);
  ({ token } = await gateway.signUp("Bob"));
  expect(await read()).toEqual({ turns: [], before: null });
});

test.each([
  ["?limit=0", "limit"],
  ["?limit=101", "limit"],
  ["?limit=x", "limit"],
  ["?limit=0x10", "limit"],
  ["?limit=1e1", "limit"],
  ["?limit=", "limit"],
  ["?before=yesterday", "before"],
  [`?after=${newId()}`, "after"],
])("%s is refused and names what is wrong", async (query, path) => {
  const answer = await gateway.call("GET", `/conversation${query}`, { token });
  expect(answer.status).toBe(422);
  expect(await answer.json()).toMatchObject({ code: "invalid", fields: [{ path }] });
});

test("without a token it is 401, and with the actors away 503", async () => {
  expect((await gateway.call("GET", "/conversation")).status).toBe(401);
  gateway.actors.down = true;
  const answer = await gateway.call("GET", "/conversation", { token });
  gateway.actors.down = false;
  expect(answer.status).toBe(503);
});

// The end of an account: nobody is in at once, all it had goes behind that, whatever dies on the way; on a real PostgreSQL.
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "../../database/pool.ts";
import { Problem } from "../../domain/problem.ts";
import { createTestApp, type TestApp } from "../../tests/gateway-app.ts";
import { startPostgres, type TestPostgres } from "../../tests/postgres.ts";
import { traces } from "../../tests/traces.ts";
import { eraseNext, type EraserDeps } from "./eraser.ts";

let postgres: TestPostgres;
let db: Database;
let gateway: TestApp;
beforeAll(async () => {
  postgres = await startPostgres();
  db = await postgres.openDatabase();
  gateway = await createTestApp(db);
});
afterAll(() => postgres.stop());

const password = "correct horse battery";
type Person = Awaited<ReturnType<TestApp["signUp"]>>;

const create = async ({ token }: Person, title: string): Promise<string> => {
  const made = await gateway.call("POST", "/tasks", { token, body: { title } });
  return ((await made.json()) as { id: string }).id;
};
const end = ({ token }: Person, shown = password) =>
  gateway.call("POST", "/account/delete", { token, body: { password: shown } });

/** One of everything, in every table that has something of a person. */
const withEverything = async (person: Person): Promise<string[]> => {
  const { token, userId, email } = person;
  const ids = [await create(person, "secret plan one"), await create(person, "secret plan two")];
  await gateway.call("PATCH", "/settings", { token, body: { digestTime: "08:00" } });
  await gateway.call("POST", "/tokens", { token, body: { name: "a program" } });
  await gateway.call("GET", "/settings/webhook-secret", { token });
  await db.query(
    `insert into people (user_id, version, settings) values ($1, 1, '{}') on conflict do nothing`,
    [userId],
  );
  await db.query(
    `insert into push_subscriptions (endpoint, user_id, p256dh, auth) values ($1, $2, 'k', 'a')`,
    [`https://push.example/${email}`, userId],
  );
  await db.query(
    `insert into audit (event_id, type, subject, owner_id, actor_id, origin, command_id, correlation_id, causation_id, version,
       occurred_at, changes, task_id)
     values (gen_random_uuid(), 'punctual.task.created.v1', $2::text::uuid, $1::text::uuid, $1::text::uuid, 'rest', $2::text::uuid,
       $2::text::uuid, $2::text::uuid, 1, now(), '{"title": {"before": null, "after": "secret plan one"}}', $2::text::uuid)`,
    [userId, ids[0]],
  );
  return ids;
};

test("only the password ends an account, and its answer says what remains until when", async () => {
  const ada = await gateway.signUp();
  const wrong = Problem.parse(await (await end(ada, "not this one")).json());
  expect(wrong.fields?.[0]?.path).toBe("password");
  expect((await gateway.call("GET", "/tasks", { token: ada.token })).status).toBe(200);
  const answer = await end(ada);
  expect(answer.status).toBe(202);
  const { remainsUntil } = (await answer.json()) as { remainsUntil: string };
  expect(Math.round((Date.parse(remainsUntil) - Date.now()) / 86_400_000)).toBe(31);
});

test("with the answer nobody is in any more, and the address is free", async () => {
  const ada = await gateway.signUp();
  const made = await gateway.call("POST", "/tokens", { token: ada.token, body: { name: "p" } });
  const { token: program } = (await made.json()) as { token: string };
  expect((await gateway.call("GET", "/tasks", { token: program })).status).toBe(200);
  await end(ada);
  for (const token of [ada.token, program])
    expect((await gateway.call("GET", "/tasks", { token })).status).toBe(401);
  const body = { email: ada.email, password };
  expect((await gateway.call("POST", "/api/auth/sign-in/email", { body })).status).toBe(401);
  const again = { ...body, name: "Ada" };
  expect((await gateway.call("POST", "/api/auth/sign-up/email", { body: again })).status).toBe(200);
});

test("all it had is erased, in actors and tables, and nothing of anybody else", async () => {
  const ada = await gateway.signUp();
  const eve = await gateway.signUp("Eve");
  const kept = await create(eve, "Eve's own");
  const ids = await withEverything(ada);
  expect(Object.keys(await traces(db, [ada.userId]))).toEqual(
    expect.arrayContaining(["tasks", "audit", "tokens", "commands", "people", "user", "account"]),
  );
  await end(ada);
  while (await eraseNext(gateway.deps));
  expect(await traces(db, [ada.userId, ada.email, "secret plan", ...ids])).toEqual({
    account_deletions: 1,
  });
  for (const id of ids) expect(gateway.actors.docs.has(id)).toBe(false);
  expect(gateway.actors.docs.has(kept)).toBe(true);
  expect((await gateway.call("GET", `/tasks/${kept}`, { token: eve.token })).status).toBe(200);
});

test("what was begun when a gateway died, or could not reach the actors, is finished by the next", async () => {
  const ada = await gateway.signUp();
  const ids = await withEverything(ada);
  await end(ada);
  gateway.actors.down = true;
  expect(await eraseNext(gateway.deps)).toBe(true);
  expect(gateway.actors.docs.has(ids[0] ?? "")).toBe(true);
  expect(await eraseNext(gateway.deps)).toBe(false); // whoever began may still be at it
  gateway.actors.down = false;
  await db.query(
    `update account_deletions set attempted_at = now() - interval '1 minute' where user_id = $1`,
    [ada.userId],
  );
  while (await eraseNext(gateway.deps));
  expect(await traces(db, [ada.userId, "secret plan"])).toEqual({ account_deletions: 1 });
});

test("a task that cannot be erased holds up none behind it, and is come back to", async () => {
  const ada = await gateway.signUp();
  const [first, second] = await withEverything(ada);
  await end(ada);
  const actors: EraserDeps["actors"] = {
    eraseUser: (userId) => gateway.actors.eraseUser(userId),
    eraseTask: async (input) => {
      if (input.taskId === first) throw new Error("it is broken");
      return gateway.actors.eraseTask(input);
    },
  };
  expect(await eraseNext({ ...gateway.deps, actors })).toBe(true);
  expect(gateway.actors.docs.has(second ?? "")).toBe(false);
  expect(await traces(db, [first ?? ""])).toMatchObject({ tasks: 1, audit: 1 });
  await db.query(
    `update account_deletions set attempted_at = now() - interval '1 minute' where user_id = $1`,
    [ada.userId],
  );
  while (await eraseNext(gateway.deps));
  expect(await traces(db, [ada.userId, "secret plan"])).toEqual({ account_deletions: 1 });
});

test("what the log brings back later is erased an hour after, for 31 days", async () => {
  const ada = await gateway.signUp();
  await end(ada);
  while (await eraseNext(gateway.deps));
  const [id] = await aLateRecord(ada);
  expect(await eraseNext(gateway.deps)).toBe(false);
  await db.query(
    `update account_deletions set attempted_at = now() - interval '61 minutes' where user_id = $1`,
    [ada.userId],
  );
  while (await eraseNext(gateway.deps));
  expect(await traces(db, [ada.userId, id ?? ""])).toEqual({ account_deletions: 1 });
});

/** A record of the log that was on its way: it comes into the copies after all was erased. */
const aLateRecord = async ({ userId }: Person): Promise<string[]> => {
  const { rows } = await db.query<{ id: string }>(
    `insert into tasks (id, owner_id, version, doc, tag_keys, search)
     values (gen_random_uuid(), $1, 1, '{"title": "late", "status": "open", "priority": 4, "position": 1}', '{}', '') returning id`,
    [userId],
  );
  return rows.map(({ id }) => id);
};

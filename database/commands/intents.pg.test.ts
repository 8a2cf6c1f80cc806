// Intents: one promise a key, kept by whoever is left, answered once.
import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "../../domain/ids.ts";
import type { TaskReply } from "../../domain/reply.ts";
import { exampleReply, exampleTask, examplePlan } from "../../tests/examples.ts";
import { startPostgres, type TestPostgres } from "../../tests/postgres.ts";
import { inTransaction, type Database, type Queryable } from "../pool.ts";
import { readTask } from "../tasks/read-task.ts";
import { claimStaleIntents } from "./claim-stale-intents.ts";
import { finishIntent } from "./finish-intent.ts";
import { forgetOldIntents } from "./forget-old-intents.ts";
import { giveUpIntent } from "./give-up-intent.ts";
import { listGivenUp } from "./list-given-up.ts";
import { listUnlogged } from "./list-unlogged.ts";
import { retryGivenUp } from "./retry-given-up.ts";
import { startIntent } from "./start-intent.ts";

let postgres: TestPostgres;
let db: Database;
beforeAll(async () => {
  postgres = await startPostgres();
  db = await postgres.openDatabase();
}, 60_000);
afterAll(() => postgres.stop());

const anIntent = (key = "k") => {
  const userId = newId();
  return { userId, key, bodyHash: "h", plan: examplePlan(newId(), userId) };
};

test("five starts of one key at once give one fresh intent and the same plan to all", async () => {
  for (let round = 0; round < 20; round += 1) {
    const first = anIntent();
    const intents = await Promise.all(
      Array.from({ length: 5 }, () =>
        startIntent(db, { ...first, plan: examplePlan(newId(), first.userId) }),
      ),
    );
    expect(intents.filter((intent) => intent.fresh)).toHaveLength(1);
    expect(new Set(intents.map((intent) => JSON.stringify(intent.plan))).size).toBe(1);
    expect(intents.every((intent) => intent.status === "started" && intent.replies === null)).toBe(
      true,
    );
  }
});

test("the same key of two people is two intents", async () => {
  expect((await startIntent(db, anIntent("same"))).fresh).toBe(true);
  expect((await startIntent(db, anIntent("same"))).fresh).toBe(true);
});

test("a finished intent keeps its first answer and has copied the task", async () => {
  const intent = anIntent();
  await startIntent(db, intent);
  const task = exampleTask({ ownerId: intent.userId });
  const refused: TaskReply = { ok: false, error: { code: "not_found", message: "no such task" } };
  const replies = [exampleReply(task), refused];
  await finishIntent(db, { ...intent, replies });
  await finishIntent(db, { ...intent, replies: [refused] });
  expect(await startIntent(db, { ...intent, bodyHash: "other" })).toEqual({
    fresh: false,
    bodyHash: "h",
    directory: null,
    directoryReplies: null,
    plan: intent.plan,
    status: "done",
    replies,
    promisedAt: expect.any(Date),
  });
  expect(await readTask(db, { ownerId: intent.userId, taskId: task.id })).toEqual(task);
});

test("a late answer never takes the read model back, and a task twice in one answer ends at its newest", async () => {
  const ownerId = newId();
  const [v1, v2, v3] = [1, 2, 3].map((version) =>
    exampleTask({
      id: "0198c2a4-7b1e-7c3d-9f00-3a5b6c7d8e9f",
      ownerId,
      version,
      title: `v${version}`,
    }),
  ) as [
    ReturnType<typeof exampleTask>,
    ReturnType<typeof exampleTask>,
    ReturnType<typeof exampleTask>,
  ];
  await finishIntent(db, {
    userId: ownerId,
    key: "a",
    replies: [exampleReply(v3), exampleReply(v2)],
  });
  await finishIntent(db, { userId: ownerId, key: "b", replies: [exampleReply(v1)] });
  expect(await readTask(db, { ownerId, taskId: v1.id })).toEqual(v3);
});

test("a promise is on the disk when it is given, its end may come there a moment later, and what commits next is as before", async () => {
  const own = await db.connect();
  const isUnflushed = async (): Promise<boolean> =>
    (await own.query("select pg_current_wal_insert_lsn() > pg_current_wal_flush_lsn() as waits"))
      .rows[0]?.waits;
  try {
    await own.query("set synchronous_commit = on");
    let [promised, ended] = [0, 0];
    for (let n = 0; n < 20; n += 1) {
      const intent = anIntent();
      await startIntent(own, intent);
      if (await isUnflushed()) promised += 1;
      await finishIntent(own, { ...intent, replies: [] });
      if (await isUnflushed()) ended += 1;
    }
    // Others write too, and the server flushes by itself now and then.
    expect(promised).toBeLessThan(10);
    expect(ended).toBeGreaterThan(10);
    expect((await own.query("show synchronous_commit")).rows).toEqual([
      { synchronous_commit: "on" },
    ]);
  } finally {
    own.release(true);
  }
});

test("a stale intent is claimed by one repeater, and not again before its time", async () => {
  const intents = Array.from({ length: 100 }, () => anIntent());
  await Promise.all(intents.map((intent) => startIntent(db, intent)));
  await db.query(
    "update commands set attempted_at = now() - interval '31 seconds' where user_id = any ($1)",
    [intents.map((intent) => intent.userId)],
  );
  const which = { olderThanMs: 30_000, limit: 60 };
  const claims = await inTransaction(db, async (one) => [
    await claimStaleIntents(one, which),
    await claimStaleIntents(db, which), // while the first one's claim is not committed yet
  ]);
  const byUser = (one: { userId: string }, other: { userId: string }) =>
    one.userId < other.userId ? -1 : 1;
  expect(claims.flat().toSorted(byUser)).toMatchObject(
    intents.map(({ userId, key, plan }) => ({ userId, key, plan, attempts: 1 })).toSorted(byUser),
  );
  expect(await claimStaleIntents(db, which)).toEqual([]);
});

test("an intent that was tried before is claimed again later and later", async () => {
  const intent = anIntent();
  await startIntent(db, intent);
  const claimAfter = async (seconds: number) => {
    await db.query(
      "update commands set attempted_at = now() - $2 * interval '1 second' where user_id = $1",
      [intent.userId, seconds],
    );
    return (await claimStaleIntents(db, { olderThanMs: 30_000, limit: 10 })).length;
  };
  expect(await claimAfter(31)).toBe(1);
  expect(await claimAfter(31)).toBe(0);
  expect(await claimAfter(61)).toBe(1);
  expect(await claimAfter(61)).toBe(0);
  expect(await claimAfter(121)).toBe(1);
});

test("a finished intent is never claimed", async () => {
  const intent = anIntent();
  await startIntent(db, intent);
  await finishIntent(db, { ...intent, replies: [] });
  await db.query(
    "update commands set attempted_at = now() - interval '1 hour' where user_id = $1",
    [intent.userId],
  );
  expect(await claimStaleIntents(db, { olderThanMs: 30_000, limit: 10 })).toEqual([]);
});

test("a given up intent is claimed no more, is shown, and can be promised anew or finished by its sender", async () => {
  const [one, other] = [anIntent(), anIntent()];
  for (const intent of [one, other]) {
    await startIntent(db, intent);
    await giveUpIntent(db, { ...intent, reason: "it never worked" });
  }
  await db.query("update commands set attempted_at = '-infinity' where status = 'given_up'");
  const claim = async () =>
    (await claimStaleIntents(db, { olderThanMs: 0, limit: 1_000 }))
      .map(({ userId }) => userId)
      .filter((id) => id === one.userId || id === other.userId);
  expect(await claim()).toEqual([]);
  expect(await listGivenUp(db, { limit: 10 })).toMatchObject(
    [one, other].map(({ userId, key }) => ({ userId, key, reason: "it never worked" })),
  );
  await finishIntent(db, { ...other, replies: [] });
  expect((await startIntent(db, other)).status).toBe("done");
  expect(await retryGivenUp(db)).toBe(1);
  expect(await claim()).toEqual([one.userId]);
});

test("finished intents are forgotten after seven days, unfinished ones never", async () => {
  const [old, unfinished, young] = [anIntent(), anIntent(), anIntent()];
  for (const intent of [old, unfinished, young]) await startIntent(db, intent);
  for (const intent of [old, young]) await finishIntent(db, { ...intent, replies: [] });
  await db.query(
    "update commands set created_at = now() - interval '7 days 1 second' where user_id = any ($1)",
    [[old.userId, unfinished.userId]],
  );
  expect(await forgetOldIntents(db, 10)).toBe(1);
  expect((await startIntent(db, old)).fresh).toBe(true);
  expect((await startIntent(db, unfinished)).fresh).toBe(false);
  expect((await startIntent(db, young)).fresh).toBe(false);
});

test("what the log has not is found without reading the whole log, also after a busy minute", async () => {
  const fresh = await postgres.openDatabase();
  await fresh.query(`
    insert into audit (event_id, type, subject, owner_id, actor_id, origin, command_id, correlation_id, causation_id, version,
      occurred_at, changes)
    select gen_random_uuid(), 't', gen_random_uuid(), owner, owner, 'rest', gen_random_uuid(), gen_random_uuid(),
      gen_random_uuid(), 1, now(), '{}'
    from generate_series(1, 30000) as n, lateral (select md5((n % 500)::text)::uuid as owner) as o`);
  await fresh.query(`
    insert into commands (user_id, key, body_hash, plan, correlation_id, status, replies)
    select md5((n % 500)::text)::uuid, n::text, 'h', jsonb_build_array(jsonb_build_object(
        'command', jsonb_build_object('taskId', gen_random_uuid()), 'origin', jsonb_build_object('commandId', gen_random_uuid()))),
      gen_random_uuid(), 'done', '[{"ok": true}]'
    from generate_series(1, 3000) as n`);
  await fresh.query("analyze audit, commands");
  const plan: string[] = [];
  const explaining = {
    query: async (text: string, values: unknown[]) => {
      const { rows } = await fresh.query(`explain ${text}`, values);
      plan.push(...rows.map((row) => String(row["QUERY PLAN"])));
      return fresh.query(text, values);
    },
  } as unknown as Queryable;
  const hour = 60 * 60_000;
  const when = { after: new Date(Date.now() - hour), until: new Date(Date.now() + hour) };
  const found = await listUnlogged(explaining, { ...when, limit: 200 });
  expect(found.tasks).toHaveLength(200);
  expect(found.next).not.toBeNull();
  expect(plan.filter((line) => line.includes("audit"))).toEqual([
    expect.stringContaining("using audit_of_command on audit"),
  ]);
});

test("many intents at once, some of one key, are each promised and ended as if they were alone", async () => {
  const all = Array.from({ length: 60 }, (_, n) => ({ ...anIntent(`k${n}`), bodyHash: `h${n}` }));
  const twice = all.slice(0, 20).map((one) => ({ ...one, bodyHash: "another" }));
  const started = await Promise.all([...all, ...twice].map((one) => startIntent(db, one)));
  const [first, second] = [started.slice(0, 60), started.slice(60)];
  // Which of two at once was the first is open; both hear of the same.
  for (const [n, one] of second.entries()) {
    expect([first[n]?.fresh, one.fresh].filter(Boolean)).toHaveLength(1);
    expect(one.bodyHash).toBe(first[n]?.bodyHash);
  }
  expect(first.slice(20).every(({ fresh }) => fresh)).toBe(true);
  expect(first.slice(20).map(({ bodyHash }) => bodyHash)).toEqual(
    all.slice(20).map(({ bodyHash }) => bodyHash),
  );
  expect(first.map(({ plan }) => plan)).toEqual(all.map(({ plan }) => plan));
  const tasks = all.map(({ userId }) => exampleTask({ ownerId: userId, id: newId() }));
  const replies = tasks.map((task) => [exampleReply(task)]);
  const late = all.slice(0, 5).map((one) => finishIntent(db, { ...one, replies: [] }));
  await Promise.all(late);
  await Promise.all(all.map((one, n) => finishIntent(db, { ...one, replies: replies[n] ?? [] })));
  const after = await Promise.all(all.map((one) => startIntent(db, one)));
  expect(after.map((one) => one.replies)).toEqual(replies.map((own, n) => (n < 5 ? [] : own)));
  for (const task of tasks)
    expect(await readTask(db, { ownerId: task.ownerId, taskId: task.id })).toEqual(task);
});

test("a plan that PostgreSQL refuses is its own sender's error only", async () => {
  const good = Array.from({ length: 10 }, () => anIntent());
  const bad = { ...anIntent(), bodyHash: "with a \u0000 in it" };
  const all = [...good.slice(0, 5), bad, ...good.slice(5)];
  const settled = await Promise.allSettled(all.map((one) => startIntent(db, one)));
  expect(settled.map(({ status }) => status)).toEqual(
    all.map((one) => (one === bad ? "rejected" : "fulfilled")),
  );
});

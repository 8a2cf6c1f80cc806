// The log as the whole truth: the read model can be rebuilt from it, and what no consumer can take waits with its reason.
import { execFile } from "node:child_process";
import { afterAll, expect, test } from "vitest";
import { fileURLToPath } from "node:url";
import { Kafka, logLevel, Partitioners } from "../../kafka/kafkajs.ts";
import { openDatabase } from "../../database/pool.ts";
import { newId } from "../../domain/ids.ts";
import { type Person, signUp } from "../client.ts";
import { until } from "../dapr.ts";
import { readTopic } from "../log.ts";
import { sharedStack } from "../stack.ts";

const { url, env, dataDir } = sharedStack();
const db = openDatabase(env.DATABASE_URL, { max: 1 });
afterAll(() => db.end());

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Runs an operator's command as package.json says it, on the stack of this data directory. */
const npm = (script: string, ...args: string[]): Promise<{ code: number; text: string }> => {
  const { DATABASE_URL: _, KAFKA_BROKERS: __, ...own } = process.env;
  const order = ["run", "--silent", script, "--", ...args, "--data-dir", dataDir];
  return new Promise((resolve) => {
    execFile("npm", order, { cwd: root, env: own, timeout: 60_000 }, (error, out, err) =>
      resolve({ code: error ? Number(error.code ?? 1) : 0, text: `${out}${err}` }),
    );
  });
};

/** Some tasks with a history: made, changed, completed, deleted. */
const live = async (person: Person): Promise<void> => {
  for (let at = 0; at < 10; at += 1) {
    const { id } = await person.create({ title: `task ${at}`, tags: ["replay"], priority: 2 });
    if (at % 2 === 0) await person.patch(id, { title: `renamed ${at}`, priority: 1 });
    if (at % 3 === 0) await person.post(id, "/complete");
    if (at % 5 === 0) await person.remove(id);
  }
};

const tables = async () =>
  (await db.query("select * from tasks order by id")).rows as Record<string, unknown>[];

test("a rebuild from the log gives the very tables that live writes made", async () => {
  await live(await signUp(url));
  const check = await npm("replay", "--check");
  expect(check).toMatchObject({ code: 0, text: expect.stringContaining("equal") as string });
});

test("a damaged read model is noticed, repaired by the rebuild, and is then what it was", async () => {
  const person = await signUp(url);
  await live(person);
  await until(
    "the history",
    async () => (await person.events({ limit: 200 })).events.length === 21,
  );
  const before = await tables();
  const mine = (await person.list()).map(({ id }) => id);
  await db.query("delete from tasks where id = $1", [mine[0]]);
  await db.query("update tasks set doc = jsonb_set(doc, '{title}', '\"wrong\"') where id = $1", [
    mine[1],
  ]);
  const noticed = await npm("replay", "--check");
  expect(noticed.code).toBe(1);
  for (const id of mine.slice(0, 2)) expect(noticed.text).toContain(id);
  const repaired = await npm("replay");
  expect(repaired).toMatchObject({ code: 0, text: expect.stringContaining("equal") as string });
  expect(await tables()).toEqual(before);
});

test("records that are no events wait as dead letters with their reason, and hold up nobody", async () => {
  const kafka = new Kafka({ brokers: env.KAFKA_BROKERS.split(","), logLevel: logLevel.NOTHING });
  const producer = kafka.producer({ createPartitioner: Partitioners.DefaultPartitioner });
  const person = await signUp(url);
  const poison = [`not json ${newId()}`, JSON.stringify({ specversion: "1.0", id: newId() })];
  await producer.connect();
  await producer.send({
    topic: "task-events",
    messages: poison.map((value) => ({ key: person.userId, value })),
  });
  await producer.disconnect();
  const task = await person.create({ title: "behind the poison" });
  await until("the event behind them in the history", async () => {
    const { events } = await person.events({ task: task.id });
    return events.length === 1;
  });
  for (const topic of ["audit.dead-letter", "search.dead-letter"] as const) {
    const letters = await until(`the letters in ${topic}`, async () => {
      const mine = (await readTopic(env.KAFKA_BROKERS, topic)).filter(
        ({ key }) => key === person.userId,
      );
      return mine.length >= 2 && mine;
    });
    expect(letters.map(({ value }) => value).toSorted()).toEqual(poison.toSorted());
    for (const { headers } of letters) expect(headers["reason"]).toMatch(/\w+/);
  }
  const listed = await npm("dead-letters", "list");
  expect(listed.code).toBe(0);
  expect(listed.text.split("\n").filter((line) => line.includes(person.userId))).toHaveLength(4);
});

test("dead letters that have become readable are stored by a replay, the others wait on", async () => {
  // What a consumer could not store for a reason that has passed: a true event in the dead-letter topic.
  const person = await signUp(url);
  const task = await person.create({ title: "lost and found" });
  await until("the event", async () => (await person.events()).events.length === 1);
  const { KAFKA_BROKERS: brokers } = env;
  const found = (await readTopic(brokers, "task-events")).find(({ key }) => key === person.userId);
  if (!found) throw new Error("the event is not in the log");
  await db.query("delete from audit where subject = $1", [task.id]);
  const kafka = new Kafka({ brokers: brokers.split(","), logLevel: logLevel.NOTHING });
  const producer = kafka.producer({ createPartitioner: Partitioners.DefaultPartitioner });
  await producer.connect();
  const headers = { "from-topic": "task-events", "from-partition": "0", reason: "a test" };
  const messages = [{ key: person.userId, value: found.value, headers }];
  await producer.send({ topic: "audit.dead-letter", messages });
  await producer.disconnect();
  const replayed = await npm("dead-letters", "replay", "audit");
  expect(replayed).toMatchObject({
    code: 0,
    text: expect.stringContaining("1 letter stored") as string,
  });
  expect((await person.events()).events).toMatchObject([{ subject: task.id, version: 1 }]);
  const listed = await npm("dead-letters", "list", "audit");
  expect(listed.text).not.toContain(person.userId);
});

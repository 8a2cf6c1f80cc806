// The chat on real PostgreSQL: the read model it answers from, and the intent that makes a message happen once.
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Database } from "../../database/pool.ts";
import { listTasks } from "../../database/tasks/list-tasks.ts";
import { type Id, newId } from "../../domain/ids.ts";
import type { ChatReply } from "../../domain/reply.ts";
import { createInMemoryActors, type InMemoryActors } from "../../tests/in-memory-actors.ts";
import { startPostgres, type TestPostgres } from "../../tests/postgres.ts";
import type { Chat } from "../deps.ts";
import { createChat } from "./chat.ts";

let postgres: TestPostgres;
let db: Database;
let actors: InMemoryActors;
let chat: Chat;
let userId: Id;
beforeAll(async () => {
  postgres = await startPostgres();
  db = await postgres.openDatabase();
}, 60_000);
afterAll(() => postgres.stop());
beforeEach(() => {
  userId = newId();
  actors = createInMemoryActors();
  chat = createChat({ db, actors, wakeRetimer: () => undefined });
});

const say = async (message: string, key?: string): Promise<ChatReply> => {
  const origin = {
    correlationId: newId(),
    causationId: newId(),
    actorId: userId,
    source: "chat" as const,
    device: null,
    traceparent: null,
  };
  const reply = await chat({
    userId,
    message,
    now: new Date(),
    origin,
    timeZone: "Europe/Berlin",
    ...(key === undefined ? {} : { key }),
  });
  if (!reply.ok) throw new Error(reply.error.message);
  return reply.value;
};

const statuses = async (): Promise<string[]> => {
  const page = await listTasks(db, { ownerId: userId, filter: {}, limit: 50 });
  return page.ok ? page.value.tasks.map(({ title, status }) => `${title}: ${status}`) : [];
};

test("what was just said is there for the next message", async () => {
  await say("add buy bread");
  await say("add call mum tomorrow");
  expect((await say("show my tasks")).tasks.map(({ title }) => title)).toEqual([
    "call mum",
    "buy bread",
  ]);
  await say("complete the first one");
  expect(await statuses()).toEqual(["buy bread: open", "call mum: done"]);
  await say("reopen call mum");
  await say("delete buy bread");
  expect((await say("restore buy bread")).changes).toMatchObject([{ what: "restored" }]);
  expect(await statuses()).toEqual(["buy bread: open", "call mum: open"]);
});

test("one message five times at once under one key makes one task, and all five are told of it", async () => {
  const key = newId();
  const replies = await Promise.all(Array.from({ length: 5 }, () => say("add buy bread", key)));
  expect(await statuses()).toEqual(["buy bread: open"]);
  expect(new Set(replies.map(({ tasks }) => tasks[0]?.id)).size).toBe(1);
  expect(actors.applied).toHaveLength(1);
});

test("a stranger's tasks are neither shown nor meant", async () => {
  await say("add secret party");
  userId = newId();
  expect((await say("show my tasks")).tasks).toEqual([]);
  expect((await say("delete secret party")).changes).toEqual([]);
});

test("a message without changes under a key stays without changes when it is said again later", async () => {
  const key = newId();
  expect((await say("complete bread", key)).changes).toEqual([]);
  await say("add buy bread");
  expect((await say("complete bread", key)).changes).toEqual([]);
  expect(await statuses()).toEqual(["buy bread: open"]);
});

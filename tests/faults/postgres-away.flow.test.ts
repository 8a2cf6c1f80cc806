// PostgreSQL is restarted: people are told 503 with Retry-After meanwhile, and all heals without anyone's help.
import { afterAll, expect, test } from "vitest";
import { openDatabase } from "../../database/pool.ts";
import { newId } from "../../domain/ids.ts";
import { Task } from "../../domain/task.ts";
import { type Person, problemOf, send, signUp } from "../client.ts";
import { until } from "../dapr.ts";
import { liveDevice, openDevice } from "../device.ts";
import { type PartName, sharedStack } from "../stack.ts";
import { expectEverywhere } from "./everywhere.ts";
import { write } from "./writers.ts";

const stack = sharedStack();
const db = openDatabase(stack.env.DATABASE_URL, { max: 1 });
afterAll(() => db.end());

const others: PartName[] = ["actors", "actors-dapr", "gateway", "consumers", "kafka", "placement"];
const restarts = () => others.map((part) => stack.part(part).restarts);

/** Every door answers 503 as problem+json and says when to come again, none of them late. */
const expectAway = async (person: Person): Promise<void> => {
  const doors: [string, string, object?][] = [
    ["GET", "/tasks"],
    ["GET", `/tasks/${newId()}`],
    ["POST", "/tasks", { title: "not now" }],
    ["POST", "/chat", { message: "show my tasks" }],
    ["GET", "/events"],
    ["GET", "/settings"],
    ["POST", "/api/auth/sign-in/email", { email: person.email, password: person.password }],
  ];
  for (const [method, path, body] of doors) {
    const startedAt = performance.now();
    const answer = await person.call(method, path, body ? { body } : {});
    const seen = [method, path, answer.status, answer.headers.get("retry-after")];
    expect(seen).toEqual([method, path, 503, expect.stringMatching(/^[1-9]\d*$/)]);
    expect((await problemOf(answer)).code).toBe("unavailable");
    expect(performance.now() - startedAt).toBeLessThan(6_000);
  }
  expect((await send(stack.url, "GET", "/health/live")).status).toBe(200);
  const health = await until("the health check notices", async () => {
    const answer = await send(stack.url, "GET", "/health");
    return answer.status === 503 && ((await answer.json()) as object);
  });
  expect(health).toMatchObject({ status: "down", dependencies: { database: { status: "down" } } });
};

test("PostgreSQL restarted: 503 with Retry-After meanwhile, then healed, and what was asked for is done once", async () => {
  await stack.waitHealthy();
  const person = await signUp(stack.url);
  const before = await person.create({ title: "before" });
  const device = await liveDevice(person);
  const restartsBefore = restarts();
  const headers = { "idempotency-key": newId() };
  const body = { title: "asked for meanwhile" };
  await stack.hold("postgres");
  try {
    await expectAway(person);
    const refused = await person.call("POST", "/tasks", { body, headers });
    expect(refused.status).toBe(503);
    const late = await openDevice(stack.url, { token: person.token });
    expect((await late.closed()).code).toBe(1013);
  } finally {
    await stack.release("postgres");
  }
  const releasedAt = performance.now();
  const healed = await until("a write succeeds again", async () => {
    const answer = await person.call("POST", "/tasks", { body, headers });
    return answer.status === 201 && Task.parse(await answer.json());
  });
  expect(performance.now() - releasedAt).toBeLessThan(15_000);
  await stack.waitHealthy();
  expect(await person.list()).toEqual([before, healed]);
  await device.update(healed.id);
  await device.leave();
  expect(restarts()).toEqual(restartsBefore);
});

test("PostgreSQL restarted in the middle of 200 writes: every acknowledged write is everywhere, none twice", async () => {
  await stack.waitHealthy();
  const person = await signUp(stack.url);
  let restarted: Promise<void> = Promise.resolve();
  const writes = await write(person, {
    atOnce: 8,
    more: (begun) => begun < 200,
    onAcknowledged: (count) => {
      if (count === 80) restarted = stack.hold("postgres").then(() => stack.release("postgres"));
    },
  });
  await restarted;
  await stack.waitHealthy();
  expect(writes).toHaveLength(200);
  await expectEverywhere(stack, db, person, writes);
});

// What must hold after any fault: each acknowledged write is in all four places, and none is in one of them twice.
import { expect } from "vitest";
import { createActorClient } from "../../actors/client.ts";
import type { Database } from "../../database/pool.ts";
import type { Person } from "../client.ts";
import { until } from "../dapr.ts";
import { liveDevice } from "../device.ts";
import { eventsOf } from "../log.ts";
import type { Stack } from "../stack.ts";
import type { Acknowledged } from "./writers.ts";

const name = (taskId: string, version: number): string => `${taskId} v${version}`;
const namesOf = (writes: readonly Acknowledged[]): string[] =>
  writes.map(({ taskId, version }) => name(taskId, version)).toSorted();

/** The newest acknowledged version of each task. */
const newestOf = (writes: readonly Acknowledged[]): Map<string, number> => {
  const newest = new Map<string, number>();
  for (const { taskId, version } of writes)
    newest.set(taskId, Math.max(version, newest.get(taskId) ?? 0));
  return newest;
};

/** Each task as its actor holds it, asked through the gateway's sidecar as the gateway does. */
const fromActors = async (stack: Stack, person: Person, ids: Iterable<string>) => {
  const { DAPR_HTTP_PORT, DAPR_API_TOKEN = "" } = stack.env.gateway;
  const actors = createActorClient({
    daprHttpPort: Number(DAPR_HTTP_PORT),
    daprApiToken: DAPR_API_TOKEN,
  });
  const tasks = [];
  for (const taskId of ids) {
    const reply = await actors.readTask({ taskId, userId: person.userId });
    if (!reply.ok) throw new Error(`the actor of ${taskId} says ${reply.error.code}`);
    tasks.push(reply.task);
  }
  return tasks;
};

const auditRows = async (db: Database, person: Person) =>
  (
    await db.query("select event_id, subject, version from audit where owner_id = $1", [
      person.userId,
    ])
  ).rows as { event_id: string; subject: string; version: number }[];

/**
 * Expects every acknowledged write of a person who made no others in actor, read model, Kafka, audit log and on a new
 * device: each (task, version) there, by one event only. Waits for the consumers, at most `withinMs`.
 */
export const expectEverywhere = async (
  stack: Stack,
  db: Database,
  person: Person,
  writes: readonly Acknowledged[],
  withinMs = 60_000,
): Promise<void> => {
  const wanted = namesOf(writes);
  expect(new Set(wanted).size).toBe(wanted.length);
  const newest = newestOf(writes);

  const tasks = await fromActors(stack, person, newest.keys());
  expect(new Map(tasks.map(({ id, version }) => [id, version]))).toEqual(newest);
  const inOrder = (list: typeof tasks) => list.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  expect(inOrder(await person.list())).toEqual(inOrder(tasks));

  await until(
    `${wanted.length} rows in the audit log`,
    async () => (await auditRows(db, person)).length >= wanted.length,
    withinMs,
  );
  const rows = await auditRows(db, person);
  expect(rows.map((row) => name(row.subject, row.version)).toSorted()).toEqual(wanted);

  // At least once in Kafka: a publish may be repeated, but always as the same event.
  const events = await eventsOf(stack.env.KAFKA_BROKERS, person.userId);
  const logged = new Map(events.map((event) => [event.id, name(event.subject, event.sequence)]));
  expect([...logged.values()].toSorted()).toEqual(wanted);
  expect(rows.map((row) => row.event_id).toSorted()).toEqual([...logged.keys()].toSorted());

  const device = await liveDevice(person);
  expect(inOrder([...device.shown.values()])).toEqual(inOrder(tasks));
  await device.leave();
};

// The watch for gaps over a real Kafka; how far the readers are is committed by the test.
import { pino } from "pino";
import { afterAll, beforeAll, expect, test } from "vitest";
import { appendEvents } from "../../database/audit/append-events.ts";
import { listEvents } from "../../database/audit/list-events.ts";
import type { Database } from "../../database/pool.ts";
import { projectTasks } from "../../database/tasks/project-tasks.ts";
import type { Task } from "../../domain/task.ts";
import { until } from "../../tests/dapr.ts";
import { exampleEvent, exampleTask } from "../../tests/examples.ts";
import { startKafka, type TestKafka } from "../../tests/kafka.ts";
import { startPostgres, type TestPostgres } from "../../tests/postgres.ts";
import { openKafka } from "../kafka.ts";
import { startGapWatch } from "./gaps.ts";

let kafka: TestKafka;
let postgres: TestPostgres;
let db: Database;
beforeAll(async () => {
  [kafka, postgres] = await Promise.all([startKafka(), startPostgres()]);
  db = await postgres.openDatabase();
}, 120_000);
afterAll(() => Promise.all([kafka?.stop(), postgres?.stop()]), 60_000);

const entries = async ({ ownerId, id }: Task) => {
  const page = await listEvents(db, { ownerId, taskId: id, limit: 50 });
  if (!page.ok) throw new Error(page.error.message);
  return page.value.events.map(({ type, eventId }) => ({ type, eventId }));
};

test("what the readers have yet to read is not taken for lost", async () => {
  const updatedAt = "2025-12-01T08:00:00.000Z";
  const [waiting, lost] = [exampleTask({ updatedAt }), exampleTask({ updatedAt })];
  await projectTasks(db, [waiting, lost]);
  const event = exampleEvent(waiting);
  await kafka.send("task-events", [{ key: event.ownerid, value: JSON.stringify(event) }]);
  const lines: string[] = [];
  const log = pino({ level: "info" }, { write: (line) => void lines.push(line) });
  const times = { firstAfterMs: 0, everyMs: 0, olderThanMs: 0, patienceMs: 0 };
  const watch = startGapWatch({ db, brokers: [kafka.brokers], log }, times);
  const tool = await openKafka([kafka.brokers]);
  try {
    await until("a look", async () => lines.length > 0, 60_000);
    expect(await entries(waiting)).toEqual([]);
    expect(lines[0]).toContain("behind");

    await appendEvents(db, [event]);
    await tool.commit("log", "task-events", await tool.endOffsets("task-events"));
    await until("the mark", async () => (await entries(lost)).length > 0, 60_000);
    expect(await entries(lost)).toMatchObject([{ type: "punctual.log.gap.v1" }]);
    expect(await entries(waiting)).toEqual([{ type: event.type, eventId: event.id }]);
  } finally {
    await tool.close();
    await watch.stop();
  }
}, 180_000);

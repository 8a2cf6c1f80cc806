// `npm run dead-letters` on a real Kafka and a real PostgreSQL.
import { afterAll, beforeAll, expect, test } from "vitest";
import { listEvents } from "../database/audit/list-events.ts";
import { migrate } from "../database/migrate.ts";
import { openDatabase, type Database } from "../database/pool.ts";
import { giveUpIntent } from "../database/commands/give-up-intent.ts";
import { startIntent } from "../database/commands/start-intent.ts";
import { newId } from "../domain/ids.ts";
import { exampleEvent, examplePlan, exampleTask } from "../tests/examples.ts";
import { consumerNames } from "./consumer.ts";
import { run } from "../tests/command.ts";
import { startKafka, type TestKafka } from "../tests/kafka.ts";
import { startPostgres, type TestPostgres } from "../tests/postgres.ts";

let kafka: TestKafka;
let postgres: TestPostgres;
let db: Database;
let url: string;
beforeAll(async () => {
  [kafka, postgres] = await Promise.all([startKafka(), startPostgres()]);
  url = await postgres.createDatabase();
  db = openDatabase(url);
}, 120_000);
afterAll(async () => {
  await db?.end();
  await Promise.all([kafka?.stop(), postgres?.stop()]);
}, 60_000);

const deadLetters = (...args: string[]) =>
  run("consumers/dead-letters.ts", args, { DATABASE_URL: url, KAFKA_BROKERS: kafka.brokers });

const event = exampleEvent(exampleTask());
const from = { "from-topic": "task-events", "from-partition": "4", "from-offset": "77" };

test("letters are listed, replayed once the cause is gone, and only those refused again wait on", async () => {
  expect((await deadLetters("list", ...consumerNames)).stdout).toBe(
    consumerNames.map((name) => `${name}: nothing waits\n`).join(""),
  );

  await kafka.send("audit.dead-letter", [
    { key: event.ownerid, value: JSON.stringify(event), headers: { ...from, reason: "no luck" } },
    { value: "poison", headers: { ...from, "from-offset": "78", reason: "not JSON" } },
    {
      value: "from the sidecar",
      headers: { __topic: "task-events", __partition: "1", __offset: "5" },
    },
  ]);
  const listed = await deadLetters("list", ...consumerNames);
  expect(listed).toMatchObject({ code: 0, stderr: "" });
  expect(listed.stdout).toContain(`task-events 4:77  owner ${event.ownerid}  no luck`);
  expect(listed.stdout).toContain("task-events 4:78  owner unknown  not JSON");
  expect(listed.stdout).toContain(
    "task-events 1:5  owner unknown  the sidecar could not deliver it",
  );
  expect(listed.stdout).toContain("audit: 3 letters above\nsearch: nothing waits\n");

  // The tables are not there yet: nothing may be counted as done.
  const early = await deadLetters("replay", "audit");
  expect(early).toMatchObject({
    code: 1,
    stderr: expect.stringContaining("cannot store events now"),
  });

  await migrate(db);
  expect((await deadLetters("replay", "audit")).stdout).toBe(
    "audit: 1 letter stored, 2 refused again\n",
  );
  const page = await listEvents(db, { ownerId: event.ownerid, limit: 10 });
  expect(page.ok && page.value.events.map(({ eventId }) => eventId)).toEqual([event.id]);

  const after = await deadLetters("list", "audit");
  expect(after.stdout).toContain(
    "task-events 4:78  owner unknown  the record is not JSON in UTF-8",
  );
  expect(after.stdout).toContain("audit: 2 letters above\n");
  expect(after.stdout).not.toContain("4:77");
}, 120_000);

test("letters that go back through a sidecar wait on unchanged while it is away", async () => {
  await kafka.send("notify.dead-letter", [
    { key: event.ownerid, value: JSON.stringify(event), headers: { ...from, reason: "no luck" } },
  ]);
  const replayed = await run("consumers/dead-letters.ts", ["replay", "notify"], {
    DATABASE_URL: url,
    KAFKA_BROKERS: kafka.brokers,
    DAPR_HTTP_PORT: "1",
    DAPR_API_TOKEN: "t",
  });
  expect(replayed).toMatchObject({
    code: 1,
    stdout: "",
    stderr: expect.stringContaining("notify cannot store events now"),
  });
  const { stdout } = await deadLetters("list", "notify");
  expect(stdout).toContain(`owner ${event.ownerid}  no luck`);
  expect(stdout).toContain("notify: 1 letter above");
}, 120_000);

test("a request that was given up is listed, and promised anew by replay", async () => {
  await migrate(db);
  const intent = {
    userId: event.ownerid,
    key: "k",
    bodyHash: "",
    plan: examplePlan(newId(), event.ownerid),
  };
  await startIntent(db, intent);
  expect((await deadLetters("list", "commands")).stdout).toBe("commands: nothing waits\n");
  await giveUpIntent(db, { ...intent, reason: "it never worked" });
  const { stdout } = await deadLetters("list", "commands");
  expect(stdout).toContain(
    `key k  owner ${event.ownerid}  task.complete  0 tries  it never worked`,
  );
  expect(stdout).toContain("commands: 1 request above\n");
  expect((await deadLetters("replay", "commands")).stdout).toContain(
    "1 request will be carried out",
  );
  expect((await deadLetters("replay", "commands")).stdout).toBe("commands: nothing waits\n");
}, 60_000);

test("an order that is not understood is answered with the help", async () => {
  for (const args of [[], ["delete"], ["list", "audits"]]) {
    expect(await deadLetters(...args)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("Usage: npm run dead-letters"),
    });
  }
  expect(await deadLetters("--help")).toMatchObject({ code: 0, stderr: "" });
});

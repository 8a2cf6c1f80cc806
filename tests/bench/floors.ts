// What cannot be undercut on this machine, in the same run: one actor call with one state write, one publish, one insert.
import { Kafka, logLevel } from "../../kafka/kafkajs.ts";
import { createActorClient } from "../../actors/client.ts";
import { createSidecar } from "../../sidecar/client.ts";
import { createPublishBulk } from "../../sidecar/publish-bulk.ts";
import type { Database } from "../../database/pool.ts";
import { newId } from "../../domain/ids.ts";
import { nowMs } from "../device.ts";
import { exampleTurn } from "../turns.ts";
import type { Stack } from "../stack.ts";
import { atOnce, atRate, type Run } from "./load.ts";
import type { Row } from "./table.ts";

const perSecond = 50;
const seconds = 10;

const sidecarOf = (env: Record<string, string>) => ({
  httpPort: Number(env["DAPR_HTTP_PORT"]),
  apiToken: env["DAPR_API_TOKEN"] ?? "",
});

/** A new UserActor hears its first turn, through the gateway's sidecar: one state read, one state write; its events go out behind. */
const bareWrite = (stack: Stack): (() => Promise<void>) => {
  const { httpPort, apiToken } = sidecarOf(stack.env.gateway);
  const actors = createActorClient({ daprHttpPort: httpPort, daprApiToken: apiToken });
  return async () => {
    const userId = newId();
    await actors.converse(userId, exampleTurn(userId));
  };
};

/** Bare actor writes at the rate of the writes: what Dapr, Kafka and PostgreSQL take for one, without what Punctual does beside it. */
export const measureBare = async (stack: Stack, lasting: number): Promise<Row> => ({
  name: `floor: a bare actor write, ${perSecond}/s`,
  run: await atRate(perSecond, lasting, bareWrite(stack)),
});

export const measureBareCrowd = async (stack: Stack): Promise<Row> => ({
  name: "floor: a bare actor write, 32 at once",
  run: await atOnce(32, 800, bareWrite(stack)),
});

/** The times of bare actor writes. */
export const measureActors = async (stack: Stack): Promise<Row[]> => {
  const work = bareWrite(stack);
  await atOnce(8, 100, work);
  return [
    { name: "floor: actor call with one state write, 1 at once", run: await atOnce(1, 200, work) },
    { name: "floor: the same, 8 at once", run: await atOnce(8, 400, work) },
    { name: "floor: the same, 32 at once", run: await atOnce(32, 800, work) },
    {
      name: `floor: the same, ${perSecond}/s`,
      run: await atRate(perSecond, seconds, work),
    },
  ];
};

/** Publish through the actors' sidecar → a kafkajs consumer of this process. A topic that nobody else reads. */
export const measureKafka = async (stack: Stack): Promise<Row[]> => {
  const publishBulk = createPublishBulk(createSidecar(sidecarOf(stack.env.actors)), "pubsub");
  const brokers = stack.env.KAFKA_BROKERS.split(",");
  const kafka = new Kafka({ brokers, logLevel: logLevel.NOTHING });
  const consumer = kafka.consumer({ groupId: `bench-${newId()}`, maxWaitTimeInMs: 500 });
  const sentAt = new Map<string, number>();
  const received: number[] = [];
  const joined = Promise.withResolvers<void>();
  consumer.on(consumer.events.GROUP_JOIN, () => joined.resolve());
  await makeTopic(kafka);
  await consumer.connect();
  await consumer.subscribe({ topic: "bench", fromBeginning: false });
  await consumer.run({
    autoCommit: false,
    eachMessage: async ({ message }) => {
      const at = nowMs();
      const { id } = JSON.parse(message.value?.toString() ?? "{}") as { id?: string };
      const since = sentAt.get(id ?? "");
      if (since !== undefined) received.push(at - since);
    },
  });
  await joined.promise;
  const publish = async (): Promise<void> => {
    const id = newId();
    sentAt.set(id, nowMs());
    await publishBulk("bench", [
      {
        entryId: "0",
        event: { specversion: "1.0", id, type: "punctual.bench.v1" },
        contentType: "application/json",
        metadata: { partitionKey: newId() },
      },
    ]);
  };
  await atRate(perSecond, 4, publish); // until the first fetches have settled
  received.length = 0;
  sentAt.clear();
  const run = await atRate(perSecond, seconds, publish);
  const giveUpAt = nowMs() + 5_000;
  while (received.length < run.times.length && nowMs() < giveUpAt)
    await new Promise((resolve) => setTimeout(resolve, 20));
  await consumer.disconnect();
  const arrived: Run = { ...run, times: received, errors: run.times.length - received.length };
  return [
    { name: `floor: publish acknowledged by Kafka, ${perSecond}/s`, run },
    { name: "floor: publish → kafkajs", run: arrived },
  ];
};

/** One row inserted and committed, over one connection. */
export const measureInserts = async (db: Database): Promise<Row[]> => {
  await db.query("create table bench_floor (id uuid primary key, doc jsonb)");
  const work = async (): Promise<void> => {
    await db.query("insert into bench_floor values ($1, $2)", [newId(), '{"title": "x"}']);
  };
  try {
    await atOnce(1, 50, work);
    return [
      { name: "floor: PostgreSQL insert, 1 at once", run: await atOnce(1, 300, work) },
      {
        name: `floor: PostgreSQL insert, ${perSecond}/s`,
        run: await atRate(perSecond, seconds, work),
      },
    ];
  } finally {
    await db.query("drop table bench_floor");
  }
};

const makeTopic = async (kafka: Kafka): Promise<void> => {
  const admin = kafka.admin();
  await admin.connect();
  await admin.createTopics({ topics: [{ topic: "bench", numPartitions: 6 }] });
  await admin.disconnect();
};

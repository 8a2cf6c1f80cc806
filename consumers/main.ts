// The consumers process: keeps the audit log and the read model, delivers notifications and arms what the scheduler lost. Started by the platform, a container or `dapr run`.
import { serve } from "@hono/node-server";
import { pino } from "pino";
import { createActorClient } from "../actors/client.ts";
import { openDatabase } from "../database/pool.ts";
import type { Event } from "../domain/event.ts";
import { createOutages } from "../domain/outages.ts";
import { closeServer } from "../process/close-server.ts";
import { startEnding } from "../process/ending.ts";
import { createSidecar } from "../sidecar/client.ts";
import { createPublishBulk } from "../sidecar/publish-bulk.ts";
import { createPublisher } from "../sidecar/publisher.ts";
import { watchPool } from "../process/metrics/instruments.ts";
import { serveMetrics } from "../process/metrics/serve.ts";
import { startTracing } from "../process/tracing/tracing.ts";
import { createApp } from "./app.ts";
import { auditConsumer } from "./audit/consumer.ts";
import { startGapWatch } from "./audit/gaps.ts";
import { readConfig } from "./config.ts";
import type { Consumer, DeadLetter } from "./consumer.ts";
import { createBury, createArmingJob } from "./dapr.ts";
import { followConsumer } from "./follow/consumer.ts";
import { createNotify } from "./notify/notify.ts";
import { startHeartbeat } from "./heartbeat.ts";
import { startLagWatch } from "./lag.ts";
import { countLetter, watchConsumers } from "./metrics.ts";
import { createProgress } from "./progress.ts";
import { createReader } from "./reader.ts";
import { startTopicWatch } from "./renewed/watch.ts";
import { searchConsumer } from "./search/consumer.ts";
import { tryTakeOver } from "./take-over.ts";
import { publishOnward } from "./onward.ts";
import { startArmer } from "./arming/armer.ts";

/** How long something has been away by now; null when it is not. */
const awayMs = (since: number | null): number | null =>
  since === null ? null : Date.now() - since;

const config = readConfig();
const log = pino({ name: "consumers", level: config.LOG_LEVEL });
const db = openDatabase(config.DATABASE_URL, { max: 10 });
const actors = createActorClient({
  daprHttpPort: config.DAPR_HTTP_PORT,
  daprApiToken: config.DAPR_API_TOKEN,
  deadlineMs: 5_000, // a try must not wait for long, and the reporter repeats what could not be told
});
const notify = createNotify({ db, actors, config, log });

const sidecar = { httpPort: config.DAPR_HTTP_PORT, apiToken: config.DAPR_API_TOKEN };
const horizonMs = config.REMINDER_HORIZON_MINUTES * 60_000;
const armer = startArmer({ db, actors, horizonMs, job: createArmingJob(sidecar), log });
const progress = createProgress();
const lagWatch = startLagWatch(config.KAFKA_BROKERS);
const heartbeat = startHeartbeat({
  db,
  outages: createOutages(log),
  look: () => ({
    schedulerAwayMs: awayMs(armer.schedulerAwaySince()),
    stuck: progress.stuck(),
    waiting: lagWatch.last()?.log ?? null,
    mail: config.SMTP_URL !== undefined,
  }),
});

const topicsOf = {
  log: ["task-events", "reminders"],
  notify: ["reminders"],
  follow: ["follow-ups"],
};
const publishLetter = createBury(sidecar);
const bury = async (letter: DeadLetter): Promise<void> => {
  await publishLetter(letter);
  countLetter(letter.consumer);
};
const { publish } = createPublisher(createPublishBulk(createSidecar(sidecar), "pubsub-log"));
const reader = (consumers: Consumer[], passOn?: (events: Event[]) => Promise<void>) =>
  createReader(consumers, { bury, log, progress, ...(passOn && { passOn }) });
/** By the name of their route, which is that of their consumer group in components/, too. */
const readers = {
  log: reader([auditConsumer(db), searchConsumer(db, horizonMs)], publishOnward(publish)),
  notify: reader([notify.consumer]),
  follow: reader([followConsumer({ db, actors })]),
};
const gapWatch = startGapWatch({ db, brokers: config.KAFKA_BROKERS, log });
const topicWatch = startTopicWatch({
  db,
  brokers: config.KAFKA_BROKERS,
  readers: Object.entries(readers).map(([group, read]) => ({
    group,
    topics: topicsOf[group as keyof typeof topicsOf],
    read,
  })),
  onRenewed: gapWatch.soon,
  log,
});

watchPool(db);
watchConsumers({
  lag: () => lagWatch.last(),
  schedulerAwaySince: () => armer.schedulerAwaySince(),
});
serveMetrics("consumers", config, log);
await startTracing("consumers", config);

// The sidecar subscribes once the app serves. Until then the group has no members, and its place can be set.
await tryTakeOver(
  config.KAFKA_BROKERS,
  { group: "log", formerly: ["audit", "search", "follow"], topics: ["task-events", "reminders"] },
  log,
);
const app = createApp({
  readers,
  onArmingJob: (data) => armer.onJob(data),
  appToken: config.APP_API_TOKEN,
  isEnding: () => ending.isEnding(),
  log,
});
const server = serve({ fetch: app.fetch, hostname: config.HOST, port: config.PORT }, ({ port }) =>
  log.info({ port }, "the consumers listen"),
);

/** Deliveries that run may end (7 s); what was not answered is delivered again after the next start. */
const close = async (): Promise<void> => {
  await closeServer(server);
  await Promise.all(
    [notify, armer, heartbeat, topicWatch, gapWatch, lagWatch].map((part) => part.stop()),
  );
};
const ending = startEnding({ drainMs: config.DRAIN_MS, withinMs: 7_000, close, log });

// The actors process: hosts TaskActor and UserActor behind its sidecar. Started by the platform, a container or `dapr run`.
import { serve } from "@hono/node-server";
import { pino } from "pino";
import { newId } from "../domain/ids.ts";
import { closeServer } from "../process/close-server.ts";
import { startEnding } from "../process/ending.ts";
import { createSidecar } from "../sidecar/client.ts";
import { createPublishBulk } from "../sidecar/publish-bulk.ts";
import { createPublisher } from "../sidecar/publisher.ts";
import { serveMetrics } from "../process/metrics/serve.ts";
import { startTracing } from "../process/tracing/tracing.ts";
import { readConfig } from "./config.ts";
import { createDapr } from "./dapr.ts";
import { createHost } from "./host.ts";
import { jobHandler } from "./job-handler.ts";
import { watchInstances, watchOutboxes } from "./metrics.ts";
import { bringOut } from "./relay/bring-out.ts";
import { isNote } from "./relay/notes.ts";
import { createRelay } from "./relay/relay.ts";
import { taskActor } from "./task/actor.ts";
import { tracedPublish } from "./tracing.ts";
import { userActor } from "./user/actor.ts";

const config = readConfig();
const log = pino({ name: "actors", level: config.LOG_LEVEL });
const sidecar = { httpPort: config.DAPR_HTTP_PORT, apiToken: config.DAPR_API_TOKEN };
const dapr = createDapr(sidecar);
const publisher = createPublisher(createPublishBulk(createSidecar(sidecar), config.PUBSUB_NAME));
const relay = createRelay({
  dapr,
  bringOut: (actor) => bringOut({ dapr, here: host.here, log }, actor),
  log,
  newId,
  random: Math.random,
});
const deps = {
  dapr,
  publish: watchOutboxes(tracedPublish(publisher.publish), relay),
  relay,
  now: () => new Date(),
  newId,
  random: Math.random,
  horizonMs: config.REMINDER_HORIZON_MINUTES * 60_000,
};

const onReminder = jobHandler(dapr, log);
const host = createHost({
  types: { TaskActor: taskActor(deps), UserActor: userActor(deps) },
  appToken: config.APP_API_TOKEN,
  log,
  isEnding: () => ending.isEnding(),
  onJob: async (name, here, data) =>
    isNote(name) ? relay.onJob(name, await data()) : onReminder(name, here),
});
watchInstances(host.instances);
serveMetrics("actors", config, log);
await startTracing("actors", config);
const server = serve(
  { fetch: host.app.fetch, hostname: config.HOST, port: config.PORT },
  ({ port }) => log.info({ port }, "the actors listen"),
);

/** Turns that run may end, and what they publish behind their answers; new ones go to another host. */
const close = async (): Promise<void> => {
  await closeServer(server);
  await publisher.idle();
};
const ending = startEnding({ drainMs: config.DRAIN_MS, withinMs: 10_000, close, log });

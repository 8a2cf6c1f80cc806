// The consumers process: keeps the audit log and the read model behind its sidecar. Started by the platform, a container or `dapr run`.
import { serve } from "@hono/node-server";
import { pino } from "pino";
import { openDatabase } from "../database/pool.ts";
import { createApp } from "./app.ts";
import { auditConsumer } from "./audit/consumer.ts";
import { readConfig } from "./config.ts";
import { createBury } from "./dapr.ts";
import { searchConsumer } from "./search/consumer.ts";

const config = readConfig();
const log = pino({ name: "consumers", level: config.LOG_LEVEL });
const db = openDatabase(config.DATABASE_URL, { max: 4 });

const app = createApp({
  consumers: [auditConsumer(db), searchConsumer(db)],
  bury: createBury({ httpPort: config.DAPR_HTTP_PORT, apiToken: config.DAPR_API_TOKEN }),
  appToken: config.APP_API_TOKEN,
  log,
});
const server = serve({ fetch: app.fetch, hostname: config.HOST, port: config.PORT }, ({ port }) =>
  log.info({ port }, "the consumers listen"),
);

/** Deliveries that run may end; what was not answered is delivered again after the next start. */
const stop = () => {
  server.close(() => process.exit(0));
  setTimeout(() => process.exit(0), 10_000).unref();
};
process.once("SIGTERM", stop);
process.once("SIGINT", stop);

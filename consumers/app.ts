// The consumers process as a Hono app. The sidecar delivers bulks of the log to a route each subscription has, and the arming Job.
import { Hono } from "hono";
import type { Logger } from "pino";
import { onlyWithAppToken } from "../process/app-token.ts";
import { Bulk, recordsOf, statusesOf } from "./bulk.ts";
import type { LogRecord } from "./consumer.ts";
import { countBulk } from "./metrics.ts";
import type { Fate } from "./reader.ts";

/**
 * One POST route a subscription, open only to calls with the app token; `/healthz` and `/health/live` are open to all.
 * An answer that is not 2xx makes the sidecar deliver the whole bulk again.
 */
export const createApp = (deps: {
  /** By the route's name, who reads what comes there (`createReader`). */
  readers: Record<string, (records: LogRecord[]) => Promise<Fate[]>>;
  /** The armer's Job (`sweep`) came, with its data. */
  onArmingJob?(data: unknown): void;
  appToken: string;
  /** Told to end: `/healthz` says so, and the sidecar delivers no more and leaves its groups. */
  isEnding?: () => boolean;
  log: Logger;
}): Hono => {
  const app = new Hono();
  app.get("/healthz", (c) => c.body(null, deps.isEnding?.() ? 503 : 200));
  app.get("/health/live", (c) => c.json({ status: "ok" }));
  app.use(onlyWithAppToken(deps.appToken));
  // The subscriptions are declared in components/; there are none in code.
  app.get("/dapr/subscribe", (c) => c.json([]));
  for (const [route, read] of Object.entries(deps.readers)) {
    app.post(`/${route}`, async (c) => {
      const bulk = Bulk.parse(await c.req.json());
      const askedAt = performance.now();
      const fates = await read(recordsOf(bulk));
      countBulk(route, fates, performance.now() - askedAt);
      return c.json(statusesOf(bulk, fates));
    });
  }
  // Answered before the round is over: the next Job comes anyhow.
  app.post("/job/sweep", async (c) => {
    deps.onArmingJob?.(await c.req.json());
    return c.body(null, 200);
  });
  // Never 404: the scheduler takes that for "this Job is not wanted" and removes it for good.
  app.all("/job/*", (c) => {
    deps.log.warn({ path: c.req.path.slice(0, 200) }, "a Job of an unknown name came");
    return c.body(null, 200);
  });
  app.onError((err, c) => {
    deps.log.error({ err, path: c.req.path }, "a delivery failed; the sidecar repeats it");
    return c.json({ error: err.message }, 500);
  });
  return app;
};

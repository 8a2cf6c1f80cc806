// The floor of the reminders' benchmark: Dapr Jobs and a handler that does nothing, with a control plane of their own.
import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { setTimeout as pause } from "node:timers/promises";
import { createDapr } from "../../actors/dapr.ts";
import { newId } from "../../domain/ids.ts";
import { freePort, startControlPlane } from "../dapr.ts";
import { nowMs } from "../device.ts";
import { atOnce } from "./load.ts";

export type Bare = {
  name: string;
  wanted: number;
  fired: number[];
  missing: number;
  drainMs: number;
};

const makePerSecond = 250;

/** Jobs due at `dues` (ms after the beginning), each scenario in turn. */
export const measureBareJobs = async (
  scenarios: { name: string; dues: number[] }[],
): Promise<Bare[]> => {
  const came = new Map<string, number>();
  const app = new Hono();
  app.get("/healthz", (c) => c.body(null, 200));
  app.post("/job/:name", (c) => {
    came.set(c.req.param("name"), nowMs());
    return c.body(null, 200);
  });
  const port = await freePort();
  const server = serve({ fetch: app.fetch, hostname: "127.0.0.1", port });
  const plane = await startControlPlane();
  const appToken = newId();
  const sidecar = await plane.sidecar({ appId: "bare", appPort: port, appToken, resources: [] });
  const dapr = createDapr({ httpPort: sidecar.httpPort, apiToken: sidecar.apiToken });
  try {
    const found: Bare[] = [];
    for (const { name, dues } of scenarios) {
      const beginsAt = Date.now() + 5_000 + (dues.length * 1_000) / makePerSecond;
      const made = new Map(dues.map((due) => [`bare-${newId()}`, Math.round(beginsAt + due)]));
      const jobs = [...made];
      await atOnce(16, jobs.length, async (n) => {
        const [job, at] = jobs[n] as [string, number];
        await dapr.scheduleJob({ name: job, due: { at: new Date(at).toISOString() }, data: {} });
      });
      const giveUpAt = beginsAt + Math.max(...dues) + 60_000;
      while (jobs.some(([job]) => !came.has(job)) && Date.now() < giveUpAt) await pause(50);
      const fired = jobs.flatMap(([job, at]) => (came.has(job) ? [(came.get(job) ?? 0) - at] : []));
      const last = Math.max(...jobs.map(([job]) => came.get(job) ?? 0));
      found.push({
        name,
        wanted: jobs.length,
        fired,
        missing: jobs.length - fired.length,
        drainMs: last - beginsAt,
      });
    }
    return found;
  } finally {
    await plane.stop();
    server.close();
  }
};

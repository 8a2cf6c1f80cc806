// /health and its parts: what supervisors, load balancers and people ask. Mounted by app.ts; needs no session.
import { Hono } from "hono";
import type { AppDeps } from "../deps.ts";
import type { GatewayEnv } from "../http/env.ts";
import { createChecks, type Health } from "./health-checks.ts";

/**
 * live: this process answers. ready: it can serve people (database and actors answer, the feed has been read once or
 * has had its time). /health: every dependency; 503 only when people cannot be served, `degraded` without the feed.
 */
export const healthRoutes = (deps: AppDeps) => {
  const app = new Hono<GatewayEnv>();
  const checks = createChecks(deps);
  const noStore = { "cache-control": "no-store" };

  const live = ["/healthz", "/health/live"];
  for (const path of live) app.get(path, (c) => c.json({ status: "ok" }, 200, noStore));

  app.get("/health/ready", async (c) => {
    const health = await checks.read();
    const ready = health.status !== "down" && checks.feedHadItsTime();
    return c.json({ status: ready ? "ok" : "starting" }, ready ? 200 : 503, noStore);
  });

  app.get("/health", async (c) => {
    const health: Health = await checks.read();
    return c.json(health, health.status === "down" ? 503 : 200, noStore);
  });
  return app;
};

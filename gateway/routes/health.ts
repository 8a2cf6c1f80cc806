// /health and its parts: what supervisors, load balancers and people ask. Mounted by app.ts; needs no session.
import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { zoneData, zoneDataProblem } from "../../domain/zones/release.ts";
import type { AppDeps } from "../deps.ts";
import type { GatewayEnv } from "../http/env.ts";
import { createChecks } from "./health-checks.ts";

const Dependency = z.object({
  status: z.enum(["up", "down", "starting"]),
  ms: z.number().optional(),
  reason: z.string().optional(),
  waiting: z.int().optional().meta({
    description: "Of the consumers: how many records of the log are not stored yet.",
  }),
});
const ZoneData = z.object({
  release: z.string().meta({
    description: "By which release of the IANA time zone database instants are computed.",
  }),
  runtime: z.string().meta({
    description: "The release that the runtime brings; corrections make up for the rest.",
  }),
  problem: z.string().optional().meta({ description: "Why hours may be wrong in some zones." }),
});
const Health = z
  .object({
    status: z.enum(["ok", "degraded", "down"]),
    dependencies: z.object({
      database: Dependency,
      actors: Dependency,
      feed: Dependency,
      scheduler: Dependency,
      consumers: Dependency,
      /** Only where the data is on the gateway's machine. */
      disk: Dependency.optional(),
    }),
    timeZoneData: ZoneData,
  })
  .meta({ id: "Health" });
const Brief = z.object({ status: z.enum(["ok", "starting"]) });

const answer = <T extends z.ZodType>(schema: T, description: string) => ({
  description,
  content: { "application/json": { schema } },
});
const described = { method: "get" as const, tags: ["health"], security: [] };

const live = createRoute({
  ...described,
  path: "/health/live",
  operationId: "isLive",
  summary: "Does this process answer",
  responses: { 200: answer(Brief, "It does.") },
});
const ready = createRoute({
  ...described,
  path: "/health/ready",
  operationId: "isReady",
  summary: "Can it serve people",
  description:
    "Whether to lead people here: database and actors have answered since it started, the feed has been read or has had its time, and it was not told to end. What is down later is down for every gateway, and said by `/health`.",
  responses: { 200: answer(Brief, "It can."), 503: answer(Brief, "Not yet, or not now.") },
});
const health = createRoute({
  ...described,
  path: "/health",
  operationId: "readHealth",
  summary: "How is every dependency",
  description:
    "`degraded`: people are served, but something waits: live updates (`feed`), reminders (`scheduler`), the history and notifications (`consumers`), or the disk is full. `reason` says since when or why.",
  responses: {
    200: answer(Health, "People are served."),
    503: answer(Health, "People cannot be served."),
  },
});

/** Asked each time: what was new at the start is old some day. */
const zonesNow = (now: Date): z.infer<typeof ZoneData> => {
  const runtime = process.versions.tz ?? "unknown";
  const problem = zoneDataProblem(runtime, now);
  return { ...zoneData(runtime), ...(problem === null ? {} : { problem }) };
};

export const healthRoutes = (deps: AppDeps): OpenAPIHono<GatewayEnv> => {
  const app = new OpenAPIHono<GatewayEnv>();
  const checks = createChecks(deps);
  const noStore = { "cache-control": "no-store" };

  app.get("/healthz", (c) => c.json({ status: "ok" }, 200, noStore));
  app.openapi(live, (c) => c.json({ status: "ok" as const }, 200, noStore));
  app.openapi(ready, async (c) => {
    if (deps.isEnding() || !(await checks.hasServed()) || !checks.feedHadItsTime()) {
      return c.json({ status: "starting" as const }, 503, noStore);
    }
    return c.json({ status: "ok" as const }, 200, noStore);
  });
  app.openapi(health, async (c) => {
    const found = { ...(await checks.read()), timeZoneData: zonesNow(deps.now()) };
    return c.json(found, found.status === "down" ? 503 : 200, noStore);
  });
  return app;
};

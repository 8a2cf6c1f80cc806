// GET /events: a person's audit log, newest first; the page's history view reads it. Mounted by api.ts.
import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import { listEvents } from "../../database/audit/list-events.ts";
import { problems } from "../api/answers.ts";
import { EventPage } from "../api/schemas.ts";
import type { AppDeps } from "../deps.ts";
import type { GatewayEnv } from "../http/env.ts";
import { unwrap } from "../http/refused.ts";
import { EventQuery } from "./list-query.ts";

const list = createRoute({
  method: "get",
  path: "/events",
  tags: ["events"],
  operationId: "listEvents",
  summary: "Read what happened",
  description:
    "Every change: who, when, through which door, before and after. It is stored from the log within milliseconds of the change.",
  request: { query: EventQuery },
  responses: {
    200: {
      description: "One page, newest first.",
      content: { "application/json": { schema: EventPage } },
    },
    ...problems(401, 422, 503),
  },
});

export const eventRoutes = (app: OpenAPIHono<GatewayEnv>, deps: AppDeps): void => {
  app.openapi(list, async (c) => {
    const { task, cursor, limit } = c.req.valid("query");
    const ownerId = c.var.session.userId;
    const page = unwrap(await listEvents(deps.db, { ownerId, taskId: task, cursor, limit }));
    return c.json(page, 200, { "cache-control": "no-store" });
  });
};

// GET /tasks/{id}/occurrences: the dates of a recurring task that are over, the current one, and those to come. Mounted by api.ts.
import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import { listOccurrences } from "../../database/occurrences/list-occurrences.ts";
import { readTask } from "../../database/tasks/read-task.ts";
import { isOver } from "../../domain/is-over.ts";
import { toInstant } from "../../domain/time.ts";
import { problems } from "../api/answers.ts";
import { OccurrencesDoc } from "../api/recurrence.ts";
import { TaskPath } from "../api/schemas.ts";
import type { AppDeps } from "../deps.ts";
import type { GatewayEnv } from "../http/env.ts";
import { notFound } from "../http/refused.ts";
import { OccurrenceQuery } from "./list-query.ts";
import { nextDates } from "./next-dates.ts";
import { readSettings } from "./reminder-write.ts";

const list = createRoute({
  method: "get",
  path: "/tasks/{id}/occurrences",
  tags: ["recurrence"],
  operationId: "listOccurrences",
  summary: "Read the dates of a recurring task",
  description:
    "`past` is newest first, `next` earliest first. `current` is null when the task does not repeat or is over.",
  request: { params: TaskPath, query: OccurrenceQuery },
  responses: {
    200: { description: "The dates.", content: { "application/json": { schema: OccurrencesDoc } } },
    ...problems(401, 404, 422, 503),
  },
});

export const occurrenceRoutes = (app: OpenAPIHono<GatewayEnv>, deps: AppDeps): void => {
  app.openapi(list, async (c) => {
    const { id: taskId } = c.req.valid("param");
    const asked = c.req.valid("query");
    const ownerId = c.var.session.userId;
    const [task, past, { timeZone }] = await Promise.all([
      readTask(deps.db, { ownerId, taskId }),
      listOccurrences(deps.db, { ownerId, taskId, limit: asked.past }),
      readSettings(deps, ownerId),
    ]);
    if (!task) throw notFound();
    const { occurrence, due } = task;
    const answer = { past, current: null, next: [] };
    const noStore = { "cache-control": "no-store" };
    if (isOver(task) || !occurrence || !due) return c.json(answer, 200, noStore);
    const { id, slot, position } = occurrence;
    // A due that was moved may have another zone than its series.
    const zone = due.kind === "fixed" ? due.zone : timeZone;
    const current = { id, slot, position, due, instant: toInstant(due.at, zone) };
    return c.json({ past, current, next: nextDates(task, timeZone, asked.next) }, 200, noStore);
  });
};

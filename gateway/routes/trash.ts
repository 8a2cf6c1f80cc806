// /trash: how much is in it, and how that goes for good. Mounted by api.ts.
import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { countTrash } from "../../database/tasks/list-trash.ts";
import { Instant } from "../../domain/ids.ts";
import { mostPurged, trashDays } from "../../domain/trash.ts";
import { bodyProblems, problems } from "../api/answers.ts";
import { WriteHeaders } from "../api/headers.ts";
import { TaskPath } from "../api/schemas.ts";
import type { AppDeps } from "../deps.ts";
import type { GatewayEnv } from "../http/env.ts";
import { unwrap } from "../http/refused.ts";
import { emptyTrash } from "../trash/purge.ts";
import { NoQuery } from "./list-query.ts";
import { hashOf, order, originOf } from "./write.ts";

const forGood = `This cannot be undone: title, notes and all else a task says are taken out of its state, the lists and the search; the log of changes (\`/events\`, the export) goes on saying what was done to it. What is in the trash for ${trashDays} days goes the same way by itself.`;

const Emptied = z
  .object({
    deleted: z.int().min(0).meta({ description: "Tasks that are gone now." }),
    left: z.int().min(0).meta({
      description: "Tasks that were meant and are still there: ask again, with a new key.",
    }),
  })
  .meta({ id: "Emptied", example: { deleted: 12, left: 0 } });

const Counted = z
  .object({
    count: z.int().min(0),
    at: Instant.meta({
      description: "As `before` it says that only those are meant that were counted.",
    }),
  })
  .meta({ id: "TrashCount", example: { count: 12, at: "2026-12-01T08:00:00.000Z" } });

const count = createRoute({
  method: "get",
  path: "/trash",
  tags: ["tasks"],
  operationId: "countTrash",
  summary: "How much is in the trash",
  description: "What is in it is listed by `GET /tasks?deleted=true`.",
  request: { query: NoQuery },
  responses: {
    200: { description: "How many tasks.", content: { "application/json": { schema: Counted } } },
    ...problems(401, 422, 503),
  },
});

const Before = z.object({
  before: Instant.optional().meta({
    param: { name: "before", in: "query" },
    description: "Only what was put into the trash before this instant (default: all of it).",
  }),
});

const empty = createRoute({
  method: "delete",
  path: "/trash",
  tags: ["tasks"],
  operationId: "emptyTrash",
  summary: "Empty the trash",
  description: `Deletes what is in it for good, up to ${mostPurged} tasks with one request, the longest there first. What is restored meanwhile stays. ${forGood}`,
  request: { query: Before, headers: WriteHeaders },
  responses: {
    200: { description: "Done.", content: { "application/json": { schema: Emptied } } },
    ...bodyProblems,
  },
});

const purge = createRoute({
  method: "delete",
  path: "/trash/{id}",
  tags: ["tasks"],
  operationId: "purgeTask",
  summary: "Delete a task of the trash for good",
  description: `Its parts that are in the trash go with it. 409 for a task that is not in the trash; a second time it changes nothing. ${forGood}`,
  request: { params: TaskPath, query: NoQuery, headers: WriteHeaders },
  responses: { 204: { description: "It is gone." }, ...bodyProblems, ...problems(404, 409) },
});

export const trashRoutes = (app: OpenAPIHono<GatewayEnv>, deps: AppDeps): void => {
  app.openapi(count, async (c) => {
    const ownerId = c.var.session.userId;
    const { count: many, newest } = await countTrash(deps.db, { ownerId, before: null });
    // By the clock that wrote it: whatever this one shows, just those are meant.
    const at = newest === null ? deps.now() : new Date(Date.parse(newest) + 1);
    return c.json({ count: many, at: at.toISOString() }, 200, { "cache-control": "no-store" });
  });

  app.openapi(empty, async (c) => {
    const { before } = c.req.valid("query");
    const headers = c.req.valid("header");
    const request = {
      userId: c.var.session.userId,
      key: headers["Idempotency-Key"],
      bodyHash: hashOf(c, before ?? null),
      origin: originOf(c, headers["X-Device-Id"]),
    };
    const of = { before: before === undefined ? null : new Date(before) };
    const { repeated, ...emptied } = unwrap(await emptyTrash(deps, request, of));
    if (repeated) c.header("Idempotency-Replayed", "true");
    return c.json(emptied, 200);
  });

  app.openapi(purge, async (c) => {
    const { id: taskId } = c.req.valid("param");
    const headers = c.req.valid("header");
    const command = { type: "task.purge" as const, taskId };
    await order(deps, c, { command, asked: null, headers });
    return c.body(null, 204);
  });
};

// POST /history/undo and /history/redo: all changes of one request or message are taken back. Mounted by api.ts.
import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import { bodyProblems, problems } from "../api/answers.ts";
import { WriteHeaders } from "../api/headers.ts";
import { HistoryOrder } from "../api/history.ts";
import { ChatAnswer } from "../api/schemas.ts";
import type { AppDeps } from "../deps.ts";
import type { GatewayEnv } from "../http/env.ts";
import { unwrap } from "../http/refused.ts";
import { NoQuery } from "./list-query.ts";
import { originOf } from "./write.ts";

const order = <V extends "undo" | "redo">(verb: V, summary: string, description: string) =>
  createRoute({
    method: "post",
    path: `/history/${verb}`,
    tags: ["history"],
    operationId: verb,
    summary,
    description,
    request: {
      query: NoQuery,
      headers: WriteHeaders,
      body: { required: true, content: { "application/json": { schema: HistoryOrder } } },
    },
    responses: {
      200: {
        description:
          "What went back, old → new, under a correlation id of its own. With `choices` nothing was changed: a field holds something else by now, and `onConflict` (or a choice, said in the chat) says what to do.",
        content: { "application/json": { schema: ChatAnswer } },
      },
      ...bodyProblems,
      ...problems(404, 409),
    },
  });

const undo = order(
  "undo",
  "Take back all changes of a request or message",
  "By the correlation id that its changes share (`X-Correlation-Id` of the answer). Only what still holds what that request set goes back. 409 `nothing_to_undo` when it changed nothing or was taken back already.",
);
const redo = order("redo", "Do again what was taken back", "By the correlation id of the undo.");

export const historyRoutes = (app: OpenAPIHono<GatewayEnv>, deps: AppDeps): void => {
  for (const [route, type] of [
    [undo, "history.undo"],
    [redo, "history.redo"],
  ] as const) {
    app.openapi(route, async (c) => {
      const { correlationId, onConflict = "ask" } = c.req.valid("json");
      const { "Idempotency-Key": key, "X-Device-Id": device } = c.req.valid("header");
      const reply = await deps.history({
        userId: c.var.session.userId,
        command: { type, correlationId, onConflict },
        now: deps.now(),
        origin: originOf(c, device),
        ...(key === undefined ? {} : { key }),
      });
      return c.json(unwrap(reply), 200);
    });
  }
};

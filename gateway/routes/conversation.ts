// GET /conversation: what was said and answered, a page at a time. Mounted by api.ts.
import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import { problems } from "../api/answers.ts";
import { ConversationPage } from "../api/conversation.ts";
import type { AppDeps } from "../deps.ts";
import type { GatewayEnv } from "../http/env.ts";
import { ConversationQuery } from "./list-query.ts";

const read = createRoute({
  method: "get",
  path: "/conversation",
  tags: ["chat"],
  operationId: "readConversation",
  summary: "Read what was said and answered",
  description:
    "The last 500 turns are kept. A turn never changes: one that was taken back is named by `undoes` of a later one. New turns come over the socket as frames of type `turn`; one that comes twice has the same `id`.",
  request: { query: ConversationQuery },
  responses: {
    200: {
      description:
        "Turns, oldest first; `before` asks for the page before, null when there is none.",
      content: { "application/json": { schema: ConversationPage } },
    },
    ...problems(401, 422, 503),
  },
});

export const conversationRoutes = (app: OpenAPIHono<GatewayEnv>, deps: AppDeps): void => {
  app.openapi(read, async (c) => {
    const page = await deps.actors.readTurns(c.var.session.userId, c.req.valid("query"));
    return c.json(page, 200, { "cache-control": "no-store" });
  });
};

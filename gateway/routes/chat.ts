// POST /chat: a sentence becomes changes or an answer. The interpreter is in chat/; this is only its door.
import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import { bodyProblems } from "../api/answers.ts";
import { WriteHeaders } from "../api/headers.ts";
import { ChatAnswer, ChatMessage } from "../api/schemas.ts";
import type { AppDeps } from "../deps.ts";
import type { GatewayEnv } from "../http/env.ts";
import { unwrap } from "../http/refused.ts";
import { NoQuery } from "./list-query.ts";
import { originOf } from "./write.ts";

const chat = createRoute({
  method: "post",
  path: "/chat",
  tags: ["chat"],
  operationId: "chat",
  summary: "Say what you want done, or ask",
  description:
    "Try “help”. When the answer offers `choices`, send one of them as the next message.",
  request: {
    query: NoQuery,
    headers: WriteHeaders,
    body: { required: true, content: { "application/json": { schema: ChatMessage } } },
  },
  responses: {
    200: {
      description: "What was changed or found, in words and as data.",
      content: { "application/json": { schema: ChatAnswer } },
    },
    ...bodyProblems,
  },
});

export const chatRoutes = (app: OpenAPIHono<GatewayEnv>, deps: AppDeps): void => {
  app.openapi(chat, async (c) => {
    const { message, timeZone } = c.req.valid("json");
    const { "Idempotency-Key": key, "X-Device-Id": device } = c.req.valid("header");
    const reply = await deps.chat({
      userId: c.var.session.userId,
      message,
      now: deps.now(),
      origin: originOf(c, device, "chat"),
      ...(timeZone === undefined ? {} : { timeZone }),
      ...(key === undefined ? {} : { key }),
    });
    return c.json(unwrap(reply), 200);
  });
};

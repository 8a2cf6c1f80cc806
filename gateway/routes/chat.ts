// POST /chat: a sentence becomes changes or an answer. The interpreter is in chat/; this is only its door.
import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import { bodyProblems } from "../api/answers.ts";
import { WriteHeaders } from "../api/headers.ts";
import { ChatAnswer, ChatEvents, ChatMessage } from "../api/schemas.ts";
import type { AppDeps, ChatRequest } from "../deps.ts";
import type { GatewayEnv } from "../http/env.ts";
import { streamEvents, wantsEvents } from "../http/event-stream.ts";
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
    "Try “help”. When the answer offers `choices`, send one of them as the next message. With `Accept: text/event-stream` the answer comes as server-sent events: `text` for each piece of a model's words (a JSON string), then `reply` (the JSON answer) or `problem` (the body of an error).",
  request: {
    query: NoQuery,
    headers: WriteHeaders,
    body: { required: true, content: { "application/json": { schema: ChatMessage } } },
  },
  responses: {
    200: {
      description: "What was changed or found, in words and as data.",
      content: {
        "application/json": { schema: ChatAnswer },
        "text/event-stream": { schema: ChatEvents },
      },
    },
    ...bodyProblems,
  },
});

export const chatRoutes = (app: OpenAPIHono<GatewayEnv>, deps: AppDeps): void => {
  app.openapi(chat, async (c) => {
    const { message, timeZone } = c.req.valid("json");
    const { "Idempotency-Key": key, "X-Device-Id": device } = c.req.valid("header");
    const request: ChatRequest = {
      userId: c.var.session.userId,
      message,
      now: deps.now(),
      origin: originOf(c, device, "chat"),
      signal: c.req.raw.signal,
      ...(timeZone === undefined ? {} : { timeZone }),
      ...(key === undefined ? {} : { key }),
    };
    if (wantsEvents(c.req.header("accept")))
      return streamEvents(c, async (onText) => unwrap(await deps.chat({ ...request, onText })));
    return c.json(unwrap(await deps.chat(request)), 200);
  });
};

// /settings/webhook-secret: what a person's webhooks are signed with. (Where they go is in /settings.) Mounted by api.ts.
import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { readWebhookSecret } from "../../database/delivery/read-webhook-secret.ts";
import { rotateWebhookSecret } from "../../database/delivery/rotate-webhook-secret.ts";
import { problems } from "../api/answers.ts";
import type { AppDeps } from "../deps.ts";
import { readOnly } from "../auth/authenticate.ts";
import type { GatewayEnv } from "../http/env.ts";
import { NoQuery } from "./list-query.ts";

const WebhookSecret = z.object({ secret: z.string() }).meta({
  id: "WebhookSecret",
  example: { secret: "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYo=" },
});

const described = {
  path: "/settings/webhook-secret",
  tags: ["delivery"],
  request: { query: NoQuery },
};
const answer = {
  description: "The secret.",
  content: { "application/json": { schema: WebhookSecret } },
};

const read = createRoute({
  ...described,
  method: "get",
  operationId: "readWebhookSecret",
  summary: "Read what your webhooks are signed with",
  description: "Made when you first ask. Any library for Standard Webhooks verifies with it.",
  responses: { 200: answer, ...problems(401, 403, 503) },
});

const rotate = createRoute({
  ...described,
  method: "post",
  operationId: "rotateWebhookSecret",
  summary: "Replace what your webhooks are signed with",
  description: "What is sent from now on is signed with the new secret alone.",
  responses: { 200: answer, ...problems(401, 503) },
});

const notStored = { "cache-control": "no-store" };

export const webhookRoutes = (app: OpenAPIHono<GatewayEnv>, { db }: AppDeps): void => {
  app.openapi(read, async (c) => {
    if (c.var.session.access === "read") throw readOnly(); // who has the secret can write in our name
    return c.json({ secret: await readWebhookSecret(db, c.var.session.userId) }, 200, notStored);
  });
  app.openapi(rotate, async (c) =>
    c.json({ secret: await rotateWebhookSecret(db, c.var.session.userId) }, 200, notStored),
  );
};

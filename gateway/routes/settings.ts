// GET and PATCH /settings: time zone, language and first day of the week, owned by the person's UserActor.
import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import type { Context } from "hono";
import { Id, newId } from "../../domain/ids.ts";
import type { UserReply } from "../../domain/reply.ts";
import type { Settings } from "../../domain/settings.ts";
import { bodyProblems, problems } from "../api/answers.ts";
import { etagHeader, WriteHeaders } from "../api/headers.ts";
import { SettingsChange, SettingsDoc } from "../api/schemas.ts";
import type { AppDeps } from "../deps.ts";
import { etag } from "../http/conditions.ts";
import type { GatewayEnv } from "../http/env.ts";
import { Refused } from "../http/refused.ts";
import { NoQuery } from "./list-query.ts";
import { originOf } from "./write.ts";

const answer = {
  description: "Your settings.",
  headers: etagHeader,
  content: { "application/json": { schema: SettingsDoc } },
};
const described = { path: "/settings", tags: ["settings"] };

const read = createRoute({
  ...described,
  method: "get",
  operationId: "readSettings",
  summary: "Read your settings",
  request: { query: NoQuery },
  responses: { 200: answer, ...problems(401, 503) },
});

const change = createRoute({
  ...described,
  method: "patch",
  operationId: "changeSettings",
  summary: "Change some of your settings",
  request: {
    query: NoQuery,
    headers: WriteHeaders,
    body: { required: true, content: { "application/json": { schema: SettingsChange } } },
  },
  responses: { 200: answer, ...bodyProblems },
});

export const settingsRoutes = (app: OpenAPIHono<GatewayEnv>, deps: AppDeps): void => {
  app.openapi(read, async (c) =>
    c.json(settingsOf(c, await deps.actors.readUser(c.var.session.userId)), 200),
  );

  app.openapi(change, async (c) => {
    const { "Idempotency-Key": key, "X-Device-Id": device } = c.req.valid("header");
    const { userId } = c.var.session;
    const reply = await deps.actors.changeUser(userId, {
      v: 1,
      command: { type: "user.patch", changes: c.req.valid("json") },
      // The actor remembers a command by its id, so a UUID key makes a repetition harmless.
      origin: { ...originOf(c, device), commandId: Id.safeParse(key).data ?? newId() },
    });
    return c.json(settingsOf(c, reply), 200);
  });
};

const settingsOf = (c: Context, reply: UserReply): Settings => {
  if (!reply.ok) throw new Refused(reply.error);
  c.header("ETag", etag(reply.user.version));
  return reply.user.settings;
};

// GET and PATCH /settings: what gives a person's words and dates a meaning, owned by their UserActor.
import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import type { Context } from "hono";
import { Id, newId } from "../../domain/ids.ts";
import type { UserReply } from "../../domain/reply.ts";
import { ownerOf, type Settings } from "../../domain/settings.ts";
import { bodyProblems, problems } from "../api/answers.ts";
import { etagHeader, WriteHeaders } from "../api/headers.ts";
import { SettingsAnswer, SettingsChange, SettingsDoc } from "../api/schemas.ts";
import { concernsTasks, retimeTasks } from "../command/retime.ts";
import type { AppDeps } from "../deps.ts";
import { etag } from "../http/conditions.ts";
import type { GatewayEnv } from "../http/env.ts";
import { Refused, unwrap } from "../http/refused.ts";
import { NoQuery } from "./list-query.ts";
import { hashOf, originOf } from "./write.ts";

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
  description:
    "Fields not named stay. A new time zone, day time, quiet hours or channels reach all your reminders at once: `remindersMoved` says how many are told at another time now.",
  request: {
    query: NoQuery,
    headers: WriteHeaders,
    body: { required: true, content: { "application/json": { schema: SettingsChange } } },
  },
  responses: {
    200: {
      ...answer,
      description: "Your settings after it.",
      content: { "application/json": { schema: SettingsAnswer } },
    },
    ...bodyProblems,
  },
});

export const settingsRoutes = (app: OpenAPIHono<GatewayEnv>, deps: AppDeps): void => {
  app.openapi(read, async (c) =>
    c.json(settingsOf(c, await deps.actors.readUser(c.var.session.userId)), 200),
  );

  app.openapi(change, async (c) => {
    const { "Idempotency-Key": key, "X-Device-Id": device } = c.req.valid("header");
    const { userId } = c.var.session;
    const changes = c.req.valid("json");
    const origin = originOf(c, device);
    // The actor remembers a command by its id, so a UUID key makes a repetition harmless.
    const commandId = Id.safeParse(key).data ?? newId();
    const reply = await deps.actors.changeUser(userId, {
      v: 1,
      command: { type: "user.patch", changes },
      origin: { ...origin, commandId },
    });
    const settings = settingsOf(c, reply);
    // Asked again even where nothing changed: the process may have died between the two the first time.
    if (!reply.ok || !concernsTasks(changes))
      return c.json({ ...settings, remindersMoved: 0 }, 200);
    const { owner, bodyHash } = { owner: ownerOf(reply.user), bodyHash: hashOf(c, changes) };
    const retime = { userId, owner, key: key ?? commandId, bodyHash, origin };
    const remindersMoved = unwrap(await retimeTasks(deps, retime));
    return c.json({ ...settings, remindersMoved }, 200);
  });
};

const settingsOf = (c: Context, reply: UserReply): Settings => {
  if (!reply.ok) throw new Refused(reply.error);
  c.header("ETag", etag(reply.user.version));
  return reply.user.settings;
};

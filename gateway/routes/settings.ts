// GET and PATCH /settings: what gives a person's words and dates a meaning, owned by their UserActor.
import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import type { Context } from "hono";
import { finishIntent } from "../../database/commands/finish-intent.ts";
import { startIntent } from "../../database/commands/start-intent.ts";
import { derivedId, Id, newId } from "../../domain/ids.ts";
import type { UserReply } from "../../domain/reply.ts";
import { refuse } from "../../domain/result.ts";
import type { Settings } from "../../domain/settings.ts";
import { bodyProblems, problems } from "../api/answers.ts";
import { ConditionalHeaders, etagHeader } from "../api/headers.ts";
import { SettingsAnswer, SettingsChange, SettingsDoc } from "../api/schemas.ts";
import type { AppDeps } from "../deps.ts";
import { etag, expectedVersion, isKnown } from "../http/conditions.ts";
import type { GatewayEnv } from "../http/env.ts";
import { Refused } from "../http/refused.ts";
import { changeSettings } from "../retime/change-settings.ts";
import { checkChannels } from "./channels.ts";
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
  description: "Answers 304 when If-None-Match names their version.",
  request: { query: NoQuery },
  responses: {
    200: answer,
    304: { description: "You have this version." },
    ...problems(401, 503),
  },
});

const change = createRoute({
  ...described,
  method: "patch",
  operationId: "changeSettings",
  summary: "Change some of your settings",
  description:
    "Fields not named stay. A new time zone, day time, quiet hours or channels reach all your reminders: `remindersMoved` says how many are told at another time. The first fifty tasks are told of it before the answer, all others within seconds behind it, and frames of type `moving` on the socket say how far that is.",
  request: {
    query: NoQuery,
    headers: ConditionalHeaders,
    body: { required: true, content: { "application/json": { schema: SettingsChange } } },
  },
  responses: {
    200: {
      ...answer,
      description: "Your settings after it.",
      content: { "application/json": { schema: SettingsAnswer } },
    },
    ...bodyProblems,
    ...problems(412),
  },
});

export const settingsRoutes = (app: OpenAPIHono<GatewayEnv>, deps: AppDeps): void => {
  app.openapi(read, async (c) => {
    const reply = await deps.actors.readUser(c.var.session.userId);
    const settings = settingsOf(c, reply);
    const isTheirs = reply.ok && isKnown(c.req.header("if-none-match"), reply.user.version);
    return isTheirs ? c.body(null, 304) : c.json(settings, 200);
  });

  app.openapi(change, async (c) => {
    const headers = c.req.valid("header");
    const { "Idempotency-Key": key, "X-Device-Id": device } = headers;
    const { userId } = c.var.session;
    const changes = c.req.valid("json");
    await checkChannels(deps.db, changes.channels ?? []);
    const expected = expectedVersion(headers["If-Match"], undefined, 0);
    const origin = originOf(c, device);
    const bodyHash = hashOf(c, expected === undefined ? changes : [changes, expected]);
    const commandId = commandIdOf(userId, key);
    const { reply, moved } = await once(deps, { userId, key, bodyHash }, () =>
      changeSettings(deps, userId, {
        v: 1,
        command: { type: "user.patch", changes, expectedVersion: expected },
        origin: { ...origin, commandId },
      }),
    );
    return c.json({ ...settingsOf(c, reply), remindersMoved: moved }, 200);
  });
};

/** The actor remembers a command by its id, so one that follows from the key makes a repetition harmless. */
const commandIdOf = (userId: Id, key: string | undefined): Id =>
  key === undefined ? newId() : (Id.safeParse(key).data ?? derivedId(userId, `settings ${key}`));

type Asked = { userId: Id; key: string | undefined; bodyHash: string };

/** Claims the key before anything is changed: under one of another request the settings stay as they are. The plan is empty, for no task is asked. */
const once = async (
  { db }: AppDeps,
  { userId, key, bodyHash }: Asked,
  work: () => ReturnType<typeof changeSettings>,
): ReturnType<typeof changeSettings> => {
  if (key === undefined) return work();
  const intent = await startIntent(db, { userId, key, bodyHash, plan: [] });
  if (intent.bodyHash !== bodyHash) return { reply: anotherRequest, moved: 0 };
  const done = await work();
  await finishIntent(db, { userId, key, replies: [] });
  return done;
};

const anotherRequest = refuse(
  "idempotency_mismatch",
  "this Idempotency-Key was used for another request before",
);

const settingsOf = (c: Context, reply: UserReply): Settings => {
  if (!reply.ok) throw new Refused(reply.error);
  c.header("ETag", etag(reply.user.version));
  return reply.user.settings;
};

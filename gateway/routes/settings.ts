// GET and PATCH /settings: what gives a person's words and dates a meaning, owned by their UserActor.
import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import type { Context } from "hono";
import { finishIntent } from "../../database/commands/finish-intent.ts";
import { startIntent } from "../../database/commands/start-intent.ts";
import { projectPeople } from "../../database/people/project-people.ts";
import { derivedId, Id, newId } from "../../domain/ids.ts";
import type { UserReply } from "../../domain/reply.ts";
import { refuse } from "../../domain/result.ts";
import { ownerOf, type Settings } from "../../domain/settings.ts";
import { bodyProblems, problems } from "../api/answers.ts";
import { ConditionalHeaders, etagHeader } from "../api/headers.ts";
import { SettingsAnswer, SettingsChange, SettingsDoc } from "../api/schemas.ts";
import { concernsTasks, retimeTasks } from "../command/retime.ts";
import type { AppDeps } from "../deps.ts";
import { etag, expectedVersion, isKnown } from "../http/conditions.ts";
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
    "Fields not named stay. A new time zone, day time, quiet hours or channels reach all your reminders at once: `remindersMoved` says how many are told at another time now.",
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
    const expected = expectedVersion(headers["If-Match"], undefined, 0);
    const origin = originOf(c, device);
    const bodyHash = hashOf(c, expected === undefined ? changes : [changes, expected]);
    const commandId = commandIdOf(userId, key);
    const reply = await once(deps, { userId, key, bodyHash }, () =>
      deps.actors.changeUser(userId, {
        v: 1,
        command: { type: "user.patch", changes, expectedVersion: expected },
        origin: { ...origin, commandId },
      }),
    );
    const settings = settingsOf(c, reply);
    if (reply.ok) await projectPeople(deps.db, [reply.user]); // commands that follow are read with it
    // Asked again even where nothing changed: the process may have died between the two the first time.
    if (!reply.ok || !concernsTasks(changes))
      return c.json({ ...settings, remindersMoved: 0 }, 200);
    const owner = ownerOf(reply.user);
    const retime = { userId, owner, key: key ?? commandId, bodyHash, origin };
    const remindersMoved = unwrap(await retimeTasks(deps, retime));
    return c.json({ ...settings, remindersMoved }, 200);
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
  work: () => Promise<UserReply>,
): Promise<UserReply> => {
  if (key === undefined) return work();
  const intent = await startIntent(db, { userId, key, bodyHash, plan: [] });
  if (intent.bodyHash !== bodyHash)
    return refuse(
      "idempotency_mismatch",
      "this Idempotency-Key was used for another request before",
    );
  const reply = await work();
  await finishIntent(db, { userId, key, replies: [] });
  return reply;
};

const settingsOf = (c: Context, reply: UserReply): Settings => {
  if (!reply.ok) throw new Refused(reply.error);
  c.header("ETag", etag(reply.user.version));
  return reply.user.settings;
};

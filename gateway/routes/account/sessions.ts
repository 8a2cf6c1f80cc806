// /account/sessions and /account/events: where a person is signed in, what happened to their account, and ends to it. Mounted by api.ts.
import { wholeNumber } from "../../api/whole-number.ts";
import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { listAccountEvents } from "../../../database/account-events/list-account-events.ts";
import { endOtherSessions, endSession } from "../../../database/accounts/end-sessions.ts";
import { listSessions } from "../../../database/accounts/list-sessions.ts";
import { Id } from "../../../domain/ids.ts";
import { problems } from "../../api/answers.ts";
import { TaskPath } from "../../api/schemas.ts";
import type { Doors } from "../../auth/doors.ts";
import { closeEndedSoon } from "../../auth/ended.ts";
import type { AppDeps } from "../../deps.ts";
import type { GatewayEnv } from "../../http/env.ts";
import { notFound } from "../../http/refused.ts";
import { NoQuery } from "../list-query.ts";
import { AccountEventDoc, SessionDoc } from "./schemas.ts";

const tags = ["accounts"];
const json = <T>(schema: T) => ({ "application/json": { schema } });

const list = createRoute({
  method: "get",
  path: "/account/sessions",
  tags,
  operationId: "listSessions",
  summary: "List where you are signed in",
  request: { query: NoQuery },
  responses: {
    200: {
      description: "This one first, then the last used.",
      content: json(z.object({ sessions: z.array(SessionDoc) })),
    },
    ...problems(401, 403, 503),
  },
});
const end = createRoute({
  method: "delete",
  path: "/account/sessions/{id}",
  tags,
  operationId: "endSession",
  summary: "Sign a device out",
  description: "Its sockets close at once.",
  request: { params: TaskPath, query: NoQuery },
  responses: { 204: { description: "It is void." }, ...problems(401, 403, 404, 503) },
});
const endOthers = createRoute({
  method: "post",
  path: "/account/sessions/end-others",
  tags,
  operationId: "endOtherSessions",
  summary: "Sign out everywhere else",
  description: "Sockets close at once, and each device is asked for the second step again.",
  request: { query: NoQuery },
  responses: {
    200: { description: "How many ended.", content: json(z.object({ ended: z.int().min(0) })) },
    ...problems(401, 403, 503),
  },
});
const events = createRoute({
  method: "get",
  path: "/account/events",
  tags,
  operationId: "listAccountEvents",
  summary: "Read what happened to your account",
  description:
    "Sign-ins, refused ones too, and changes of password, address, tokens and sessions, with the address they came from. Kept for 90 days.",
  request: {
    query: z.strictObject({
      before: Id.optional().meta({ description: "The id of the last entry shown." }),
      limit: wholeNumber(1, 200).default(50),
    }),
  },
  responses: {
    200: {
      description: "The newest first.",
      content: json(z.object({ events: z.array(AccountEventDoc) })),
    },
    ...problems(401, 403, 422, 503),
  },
});

export const sessionRoutes = (
  app: OpenAPIHono<GatewayEnv>,
  deps: AppDeps,
  { record }: Doors,
): void => {
  const { db } = deps;

  const ended = async (): Promise<void> => {
    deps.sessions.forget();
    await closeEndedSoon(deps);
  };

  app.openapi(list, async (c) => {
    const rows = await listSessions(db, c.var.session);
    const sessions = rows.map(({ createdAt, usedAt, expiresAt, ...row }) => ({
      ...row,
      createdAt: createdAt.toISOString(),
      usedAt: usedAt.toISOString(),
      expiresAt: expiresAt.toISOString(),
    }));
    return c.json({ sessions }, 200);
  });

  app.openapi(end, async (c) => {
    const { userId } = c.var.session;
    if (!(await endSession(db, { userId, id: c.req.valid("param").id }))) throw notFound();
    await ended();
    await record(c, { userId, type: "session-ended" });
    return c.body(null, 204);
  });

  app.openapi(endOthers, async (c) => {
    const { userId } = c.var.session;
    const count = await endOtherSessions(db, c.var.session);
    await ended();
    await record(c, { userId, type: "sessions-ended", detail: String(count) });
    return c.json({ ended: count }, 200);
  });

  app.openapi(events, async (c) => {
    const { before, limit } = c.req.valid("query");
    const rows = await listAccountEvents(db, { userId: c.var.session.userId, before, limit });
    return c.json(
      { events: rows.map(({ at, ...row }) => ({ ...row, at: at.toISOString() })) },
      200,
    );
  });
};

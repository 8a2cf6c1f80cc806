// POST /account/delete: the end of an account. Mounted by api.ts.
import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { readAccount } from "../../../database/accounts/read-account.ts";
import { deleteAccount } from "../../../database/deletions/delete-account.ts";
import { Instant } from "../../../domain/ids.ts";
import { bodyProblems, problems } from "../../api/answers.ts";
import type { Doors } from "../../auth/doors.ts";
import { closeEndedSoon } from "../../auth/ended.ts";
import type { AppDeps } from "../../deps.ts";
import type { GatewayEnv } from "../../http/env.ts";
import { NoQuery } from "../list-query.ts";
import { ShownPassword } from "./schemas.ts";

const dayMs = 24 * 60 * 60 * 1_000;
/** How long Kafka keeps the log (domain/topics.ts), and a day to delete a segment of it. */
const remainsDays = 31;

const Deleted = z
  .object({
    remainsUntil: Instant.meta({
      description:
        "Until then Kafka's copy of the log still has what was changed of late; nobody reads it for you any more. Backups have what they had.",
    }),
  })
  .meta({ id: "AccountDeleted" });

const remove = createRoute({
  method: "post",
  path: "/account/delete",
  tags: ["accounts"],
  operationId: "deleteAccount",
  summary: "Delete your account",
  description:
    "For good. Sessions, tokens, browsers and the address are gone with the answer; tasks, reminders, settings, conversation and history are erased behind it, also where a process dies meanwhile.",
  request: {
    query: NoQuery,
    body: { required: true, content: { "application/json": { schema: ShownPassword } } },
  },
  responses: {
    202: {
      description: "The account is gone; what it had is being erased.",
      content: { "application/json": { schema: Deleted } },
    },
    ...bodyProblems,
    ...problems(403),
  },
});

export const deleteRoutes = (
  app: OpenAPIHono<GatewayEnv>,
  deps: AppDeps,
  { passwords }: Doors,
): void => {
  app.openapi(remove, async (c) => {
    const { userId } = c.var.session;
    const { password } = c.req.valid("json");
    await passwords.check({ userId, password, path: "password" });
    const account = await readAccount(deps.db, userId);
    await deleteAccount(deps.db, userId);
    deps.sessions.forget();
    await closeEndedSoon(deps);
    deps.wakeEraser();
    if (account) deps.letters?.farewell(account.email);
    const remainsUntil = new Date(deps.now().getTime() + remainsDays * dayMs).toISOString();
    return c.json({ remainsUntil }, 202);
  });
};

// /reminders: the list and new reminders. Mounted by api.ts.
import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import { listReminders } from "../../database/reminders/list-reminders.ts";
import { newId } from "../../domain/ids.ts";
import type { Trigger } from "../../domain/reminder.ts";
import { bodyProblems, problems } from "../api/answers.ts";
import { ConditionalHeaders } from "../api/headers.ts";
import { NewReminder, reminderDoc, ReminderPage } from "../api/reminders.ts";
import { namesOf, triggerOf } from "../api/times.ts";
import { renewIds } from "../command/renew-ids.ts";
import type { AppDeps } from "../deps.ts";
import { expectedVersion } from "../http/conditions.ts";
import type { GatewayEnv } from "../http/env.ts";
import { unwrap } from "../http/refused.ts";
import { NoQuery, ReminderQuery } from "./list-query.ts";
import { clockFor, reminderAnswer, writeReminder } from "./reminder-write.ts";
import { prefixOf } from "./write.ts";

const list = createRoute({
  method: "get",
  path: "/reminders",
  tags: ["reminders"],
  operationId: "listReminders",
  summary: "List your reminders",
  description: "In the order they are told; those that have no time come last.",
  request: { query: ReminderQuery },
  responses: {
    200: { description: "One page.", content: { "application/json": { schema: ReminderPage } } },
    ...problems(401, 422, 503),
  },
});

const created = reminderAnswer("Set, and armed to the millisecond. ETag is the task's.");

const create = createRoute({
  method: "post",
  path: "/reminders",
  tags: ["reminders"],
  operationId: "createReminder",
  summary: "Have yourself reminded of a task",
  description:
    "Say when in one of five ways: `at` an instant, `when` (a day or a wall clock), `in` so long from now, `before` the due or the deadline, or as the stored `trigger`. A time in the past is refused. If-Match is the task's ETag.",
  request: {
    query: NoQuery,
    headers: ConditionalHeaders,
    body: { required: true, content: { "application/json": { schema: NewReminder } } },
  },
  responses: {
    201: {
      ...created,
      headers: {
        ...created.headers,
        Location: { description: "Where it is.", schema: { type: "string" as const } },
      },
    },
    ...bodyProblems,
    ...problems(404, 409, 412),
  },
});

export const reminderListRoutes = (app: OpenAPIHono<GatewayEnv>, deps: AppDeps): void => {
  app.openapi(list, async (c) => {
    const { cursor, limit, ...filter } = c.req.valid("query");
    const ownerId = c.var.session.userId;
    const page = unwrap(await listReminders(deps.db, { ownerId, filter, cursor, limit }));
    const answer = { reminders: page.reminders.map(reminderDoc), next: page.next };
    return c.json(answer, 200, { "cache-control": "no-store" });
  });

  app.openapi(create, async (c) => {
    const asked = c.req.valid("json");
    const { taskId, id = newId(), channels = null } = asked;
    const ownerId = c.var.session.userId;
    const headers = c.req.valid("header");
    const expected = expectedVersion(headers["If-Match"], asked.expectedVersion);
    const clock = await clockFor(deps, ownerId, [asked]);
    // The schema has seen to it that a time is named.
    const meant = { id, trigger: triggerOf(asked, clock) as Trigger, channels };
    const [renewed = meant] =
      asked.id === undefined ? [] : await renewIds(deps.db, { ownerId, taskId }, [meant]);
    const reminder = await writeReminder(deps, c, {
      command: { type: "reminder.add", taskId, reminder: renewed, expectedVersion: expected },
      asked: [asked, expected],
      headers,
      names: namesOf(asked),
    });
    return c.json(reminder, 201, { Location: `${prefixOf(c)}/reminders/${reminder.id}` });
  });
};

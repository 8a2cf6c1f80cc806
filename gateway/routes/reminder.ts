// /reminders/{id}: read, change and take away one reminder. Mounted by api.ts.
import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import { readReminder } from "../../database/reminders/read-reminder.ts";
import { bodyProblems, problems } from "../api/answers.ts";
import { ConditionalHeaders } from "../api/headers.ts";
import { ReminderChange, reminderDoc, ReminderPath } from "../api/reminders.ts";
import { namesOf, triggerOf } from "../api/times.ts";
import type { AppDeps } from "../deps.ts";
import { expectedVersion } from "../http/conditions.ts";
import type { GatewayEnv } from "../http/env.ts";
import { notFound } from "../http/refused.ts";
import { NoQuery } from "./list-query.ts";
import { clockFor, reminderAnswer, taskOf, writeReminder } from "./reminder-write.ts";
import { order } from "./write.ts";

const one = { path: "/reminders/{id}", tags: ["reminders"] };
const request = { params: ReminderPath, query: NoQuery };
const changing = { ...request, headers: ConditionalHeaders };

const read = createRoute({
  ...one,
  method: "get",
  operationId: "readReminder",
  summary: "Read a reminder and what became of it",
  request,
  responses: { 200: reminderAnswer("The reminder."), ...problems(401, 404, 503) },
});

const change = createRoute({
  ...one,
  method: "patch",
  operationId: "changeReminder",
  summary: "Change when or how a reminder is told",
  description: "What is not named stays. If-Match is the task's ETag.",
  request: {
    ...changing,
    body: { required: true, content: { "application/json": { schema: ReminderChange } } },
  },
  responses: {
    200: reminderAnswer("The reminder after it."),
    ...bodyProblems,
    ...problems(404, 409, 412),
  },
});

const remove = createRoute({
  ...one,
  method: "delete",
  operationId: "deleteReminder",
  summary: "Take a reminder away",
  request: changing,
  responses: { 204: { description: "It is gone." }, ...problems(401, 404, 409, 412, 422, 503) },
});

export const reminderRoutes = (app: OpenAPIHono<GatewayEnv>, deps: AppDeps): void => {
  app.openapi(read, async (c) => {
    const { id: reminderId } = c.req.valid("param");
    const ownerId = c.var.session.userId;
    const stored = await readReminder(deps.db, { reminderId, ownerId });
    if (!stored) throw notFound();
    return c.json(reminderDoc(stored), 200, { "cache-control": "no-store" });
  });

  app.openapi(change, async (c) => {
    const { id: reminderId } = c.req.valid("param");
    const asked = c.req.valid("json");
    const headers = c.req.valid("header");
    const expected = expectedVersion(headers["If-Match"], asked.expectedVersion);
    const clock = await clockFor(deps, c.var.session.userId, [asked]);
    const reminder = await writeReminder(deps, c, {
      command: {
        type: "reminder.change",
        taskId: await taskOf(deps, c, reminderId),
        reminderId,
        changes: { trigger: triggerOf(asked, clock), channels: asked.channels },
        expectedVersion: expected,
      },
      asked: [asked, expected],
      headers,
      names: namesOf(asked),
    });
    return c.json(reminder, 200);
  });

  app.openapi(remove, async (c) => {
    const { id: reminderId } = c.req.valid("param");
    const headers = c.req.valid("header");
    const expected = expectedVersion(headers["If-Match"], undefined);
    const taskId = await taskOf(deps, c, reminderId);
    await order(deps, c, {
      command: { type: "reminder.remove", taskId, reminderId, expectedVersion: expected },
      asked: expected,
      headers,
    });
    return c.body(null, 204);
  });
};

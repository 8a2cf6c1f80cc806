// POST /reminders/{id}/snooze and /acknowledge: what a person answers to a told reminder. Mounted by api.ts.
import { createRoute, type OpenAPIHono, type z } from "@hono/zod-openapi";
import { afterDuration } from "../../domain/duration.ts";
import type { Id } from "../../domain/ids.ts";
import { snoozedUntil } from "../../domain/snooze.ts";
import { bodyProblems, problems } from "../api/answers.ts";
import { ConditionalHeaders } from "../api/headers.ts";
import { ReminderPath, Snooze } from "../api/reminders.ts";
import { Expectation } from "../api/schemas.ts";
import type { AppDeps } from "../deps.ts";
import { expectedVersion } from "../http/conditions.ts";
import type { GatewayEnv } from "../http/env.ts";
import { NoQuery } from "./list-query.ts";
import { readSettings, reminderAnswer, taskOf, writeReminder } from "./reminder-write.ts";

const described = { method: "post" as const, tags: ["reminders"] };
const request = { params: ReminderPath, query: NoQuery, headers: ConditionalHeaders };
const responses = {
  200: reminderAnswer("The reminder after it."),
  ...bodyProblems,
  ...problems(404, 409, 412),
};

const snooze = createRoute({
  ...described,
  path: "/reminders/{id}/snooze",
  operationId: "snoozeReminder",
  summary: "Be told again later",
  description:
    "`until` an instant, `for` a duration, or a `preset`: 10m (when nothing is named), 1h, evening, tomorrow (morning), by your settings. The due stays.",
  request: { ...request, body: { content: { "application/json": { schema: Snooze } } } },
  responses,
});

const acknowledge = createRoute({
  ...described,
  path: "/reminders/{id}/acknowledge",
  operationId: "acknowledgeReminder",
  summary: "Say that you saw it",
  description: "It is cleared on all your devices. The body may be left out.",
  request: { ...request, body: { content: { "application/json": { schema: Expectation } } } },
  responses,
});

export const reminderAnswerRoutes = (app: OpenAPIHono<GatewayEnv>, deps: AppDeps): void => {
  app.openapi(snooze, async (c) => {
    const { id: reminderId } = c.req.valid("param");
    const asked = c.req.valid("json");
    const headers = c.req.valid("header");
    const expected = expectedVersion(headers["If-Match"], asked.expectedVersion);
    const reminder = await writeReminder(deps, c, {
      command: {
        type: "reminder.snooze",
        taskId: await taskOf(deps, c, reminderId),
        reminderId,
        until: await untilOf(deps, c.var.session.userId, asked),
        expectedVersion: expected,
      },
      asked: [asked, expected],
      headers,
      names: asked.for === undefined ? {} : { until: "for" },
    });
    return c.json(reminder, 200);
  });

  app.openapi(acknowledge, async (c) => {
    const { id: reminderId } = c.req.valid("param");
    const headers = c.req.valid("header");
    const expected = expectedVersion(headers["If-Match"], c.req.valid("json").expectedVersion);
    const taskId = await taskOf(deps, c, reminderId);
    const reminder = await writeReminder(deps, c, {
      command: { type: "reminder.acknowledge", taskId, reminderId, expectedVersion: expected },
      asked: expected,
      headers,
    });
    return c.json(reminder, 200);
  });
};

/** The instant a snooze lasts to; the person's settings are asked for where it depends on them. */
const untilOf = async (
  deps: Pick<AppDeps, "db" | "now">,
  userId: Id,
  { until, for: duration, preset = "10m" }: z.infer<typeof Snooze>,
): Promise<string> => {
  if (until !== undefined) return until;
  const settings = await readSettings(deps, userId);
  if (duration === undefined) return snoozedUntil(preset, deps.now(), settings);
  return afterDuration(deps.now(), duration, settings.timeZone);
};

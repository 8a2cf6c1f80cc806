// POST /recurrence/preview: what a repetition means, before it is saved. Mounted by api.ts.
import { createRoute, type OpenAPIHono, type z } from "@hono/zod-openapi";
import { fullMinute } from "../../domain/moment.ts";
import { describe, parseRecurrence, preview } from "../../domain/recurrence.ts";
import type { Result } from "../../domain/result.ts";
import type { Settings } from "../../domain/settings.ts";
import { toLocal } from "../../domain/time.ts";
import { bodyProblems } from "../api/answers.ts";
import { PreviewDoc, PreviewOf } from "../api/recurrence.ts";
import type { AppDeps } from "../deps.ts";
import type { GatewayEnv } from "../http/env.ts";
import { invalid, unwrap } from "../http/refused.ts";
import { NoQuery } from "./list-query.ts";
import { readSettings } from "./reminder-write.ts";

const ask = createRoute({
  method: "post",
  path: "/recurrence/preview",
  tags: ["recurrence"],
  operationId: "previewRecurrence",
  summary: "See the dates of a repetition before you save it",
  description:
    "Changes nothing. `start` is the first due (today when left out), `zone` yours when left out. A rule that is not accepted or has no date is refused with the reason.",
  request: {
    query: NoQuery,
    body: { required: true, content: { "application/json": { schema: PreviewOf } } },
  },
  responses: {
    200: {
      description: "The rule in words and its first dates, odd ones explained.",
      content: { "application/json": { schema: PreviewDoc } },
    },
    ...bodyProblems,
  },
});

export const recurrenceRoutes = (app: OpenAPIHono<GatewayEnv>, deps: AppDeps): void => {
  app.openapi(ask, async (c) => {
    const settings = await readSettings(deps, c.var.session.userId);
    return c.json(previewOf(c.req.valid("json"), settings, deps.now()), 200);
  });
};

const previewOf = (asked: z.infer<typeof PreviewOf>, settings: Settings, now: Date) => {
  const { recurrence: nested, count, start: first } = asked;
  const { rrule, anchor, overflow } = asked;
  if (nested === undefined && rrule === undefined)
    throw invalid("recurrence", "must be there, or rrule");
  const isWhen = typeof first === "object";
  const zone = isWhen && first.kind === "fixed" ? first.zone : (asked.zone ?? settings.timeZone);
  const today = toLocal(now.toISOString(), zone).slice(0, 10);
  // Dates of a rule are to the minute.
  const start = (isWhen ? fullMinute(first).at : first?.slice(0, 16)) ?? today;
  const parsed = parseRecurrence(nested ?? { rrule, anchor, overflow }, { start, zone });
  const recurrence = unwrap(nested ? within("recurrence", parsed) : parsed);
  const description = describe(recurrence, settings.locale, start);
  return { recurrence, description, dates: preview(recurrence, { start, zone }, count) };
};

/** A refusal's fields as those of a part of the body. */
const within = <T>(part: string, result: Result<T>): Result<T> => {
  if (result.ok) return result;
  const { message, fields = [] } = result.error;
  return {
    ok: false,
    error: {
      ...result.error,
      message: `${part}.${message}`,
      fields: fields.map((field) => ({ ...field, path: `${part}.${field.path}` })),
    },
  };
};

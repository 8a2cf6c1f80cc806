// GET /account/export: everything a person has, to take along. Mounted by api.ts.
import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { problems } from "../../api/answers.ts";
import type { Doors } from "../../auth/doors.ts";
import type { AppDeps } from "../../deps.ts";
import { writeCsv } from "../../export/write-csv.ts";
import { writeJson } from "../../export/write-json.ts";
import type { GatewayEnv } from "../../http/env.ts";

const ExportQuery = z.strictObject({
  format: z.enum(["json", "csv"], { error: "must be json or csv" }).default("json").meta({
    description:
      "json: everything, with the whole history. csv: the tasks, for spreadsheets; text that would be a formula has an apostrophe before it.",
  }),
});

const take = createRoute({
  method: "get",
  path: "/account/export",
  tags: ["accounts"],
  operationId: "exportAccount",
  summary: "Take everything along",
  description:
    "One document `punctual.export.v1`: account, settings, projects with tags and filters, sessions and tokens (without what signs in), tasks with those of the trash, reminders, occurrences, conversation, history. It comes in pieces while it is read; one that breaks off is not complete.",
  request: { query: ExportQuery },
  responses: {
    200: {
      description: "A file.",
      content: {
        "application/json": { schema: z.looseObject({ format: z.string() }) },
        "text/csv": { schema: z.string() },
      },
    },
    ...problems(401, 403, 422, 429, 503),
  },
});

const chunkLength = 32_768;

/** The pieces as a body: read as fast as it is taken, and let go when nobody takes it any more. */
const bodyOf = (pieces: AsyncGenerator<string>): ReadableStream<Uint8Array> => {
  const encoder = new TextEncoder();
  return new ReadableStream({
    pull: async (controller) => {
      let text = "";
      while (text.length < chunkLength) {
        const { done, value } = await pieces.next();
        if (done === true) {
          controller.enqueue(encoder.encode(text));
          controller.close();
          return;
        }
        text += value;
      }
      controller.enqueue(encoder.encode(text));
    },
    cancel: async () => void (await pieces.return(undefined)),
  });
};

export const exportRoutes = (
  app: OpenAPIHono<GatewayEnv>,
  deps: AppDeps,
  { record }: Doors,
): void => {
  app.openapi(take, async (c) => {
    const { userId } = c.var.session;
    const { format } = c.req.valid("query");
    const at = deps.now();
    const pieces = format === "csv" ? writeCsv(deps.db, userId) : writeJson(deps, { userId, at });
    await record(c, { userId, type: "exported", detail: format });
    const type = format === "csv" ? "text/csv; charset=utf-8" : "application/json";
    const name = `punctual-${at.toISOString().slice(0, 10)}.${format}`;
    return new Response(bodyOf(pieces), {
      headers: {
        "content-type": type,
        "content-disposition": `attachment; filename="${name}"`,
        "cache-control": "no-store",
      },
    });
  });
};

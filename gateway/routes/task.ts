// /tasks/{id}: read, replace and change one task. Mounted by api.ts.
import { createRoute, type OpenAPIHono, type z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { readTask } from "../../database/tasks/read-task.ts";
import type { Id } from "../../domain/ids.ts";
import { type Task, taskDefaults, type TaskFields } from "../../domain/task.ts";
import { bodyProblems, problems } from "../api/answers.ts";
import { ConditionalHeaders, etagHeader } from "../api/headers.ts";
import { readOnlyNames, TaskChange, TaskDoc, TaskPath, WholeTask } from "../api/schemas.ts";
import type { AppDeps } from "../deps.ts";
import { etag, expectedVersion, isKnown } from "../http/conditions.ts";
import type { GatewayEnv } from "../http/env.ts";
import { invalid, notFound } from "../http/refused.ts";
import { NoQuery } from "./list-query.ts";
import { takeFields } from "./task-fields.ts";
import { write } from "./write.ts";

const taskAnswer = (description: string) => ({
  description,
  headers: etagHeader,
  content: { "application/json": { schema: TaskDoc } },
});
const one = { path: "/tasks/{id}", tags: ["tasks"] };
const request = { params: TaskPath, query: NoQuery };
const changing = { ...request, headers: ConditionalHeaders };

const read = createRoute({
  ...one,
  method: "get",
  operationId: "readTask",
  summary: "Read a task",
  description:
    "Also one in the trash (`deletedAt` is set). Answers 304 when If-None-Match names its version.",
  request,
  responses: {
    200: taskAnswer("The task."),
    304: { description: "You have this version." },
    ...problems(401, 404, 503),
  },
});

const replace = createRoute({
  ...one,
  method: "put",
  operationId: "replaceTask",
  summary: "Replace a task's editable fields",
  description:
    "Fields left out go back to what a new task has; position stays. Takes a task as it was read: what cannot be edited in it is ignored, and its `version` is the one that is expected.",
  request: {
    ...changing,
    body: { required: true, content: { "application/json": { schema: WholeTask } } },
  },
  responses: { 200: taskAnswer("The task after it."), ...bodyProblems, ...problems(404, 409, 412) },
});

const change = createRoute({
  ...one,
  method: "patch",
  operationId: "changeTask",
  summary: "Change some of a task's fields",
  description: "Fields not named stay.",
  request: {
    ...changing,
    body: { required: true, content: { "application/json": { schema: TaskChange } } },
  },
  responses: { 200: taskAnswer("The task after it."), ...bodyProblems, ...problems(404, 409, 412) },
});

export const taskRoutes = (app: OpenAPIHono<GatewayEnv>, deps: AppDeps): void => {
  app.openapi(read, async (c) => {
    const { id } = c.req.valid("param");
    const task = await readTask(deps.db, { ownerId: c.var.session.userId, taskId: id });
    if (!task) throw notFound();
    const headers = { ETag: etag(task.version), "cache-control": "private, no-cache" };
    if (isKnown(c.req.header("if-none-match"), task.version)) return c.body(null, 304, headers);
    return c.json(task, 200, headers);
  });

  app.openapi(replace, async (c) => {
    const { id } = c.req.valid("param");
    const asked = editable(id, c.req.valid("json"));
    const { position: _, ...defaults } = taskDefaults(deps.now());
    const headers = c.req.valid("header");
    return c.json(await patch(deps, c, { id, asked, headers, defaults }), 200);
  });

  app.openapi(change, async (c) => {
    const asked = c.req.valid("json");
    const { id } = c.req.valid("param");
    const headers = c.req.valid("header");
    return c.json(await patch(deps, c, { id, asked, headers, defaults: {} }), 200);
  });
};

/** A task as it was read, by what can be edited. Refuses another task's. */
const editable = (
  taskId: Id,
  { version, ...whole }: z.infer<typeof WholeTask>,
): z.infer<typeof TaskChange> => {
  if (whole.id !== undefined && whole.id !== taskId)
    throw invalid("id", `must be ${taskId} as in the address, or be left out`);
  const isEditable = ([name]: [string, unknown]): boolean =>
    !(readOnlyNames as string[]).includes(name);
  const fields = Object.fromEntries(Object.entries(whole).filter(isEditable));
  return { expectedVersion: version, ...fields };
};

type Asked = {
  id: Id;
  asked: z.infer<typeof TaskChange>;
  headers: z.infer<typeof ConditionalHeaders>;
  defaults: Partial<TaskFields>;
};

const patch = async (
  deps: AppDeps,
  c: Context<GatewayEnv>,
  { id: taskId, asked, headers, defaults }: Asked,
): Promise<Task> => {
  const { expectedVersion: inBody, scope, ...written } = asked;
  const expected = expectedVersion(headers["If-Match"], inBody);
  const { fields, names } = await takeFields(deps, c, taskId, written);
  return write(deps, c, {
    command: {
      type: "task.patch",
      taskId,
      changes: { ...defaults, ...fields },
      scope,
      expectedVersion: expected,
    },
    asked: [asked, expected],
    headers,
    names,
  });
};

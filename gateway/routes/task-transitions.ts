// DELETE /tasks/{id} and POST /tasks/{id}/complete, /reopen, /restore: changes without fields. Mounted by api.ts.
import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import { bodyProblems, problems } from "../api/answers.ts";
import { ConditionalHeaders, etagHeader } from "../api/headers.ts";
import { Expectation, TaskDoc, TaskPath } from "../api/schemas.ts";
import type { AppDeps } from "../deps.ts";
import { expectedVersion } from "../http/conditions.ts";
import type { GatewayEnv } from "../http/env.ts";
import { NoQuery } from "./list-query.ts";
import { write } from "./write.ts";

const request = { params: TaskPath, query: NoQuery, headers: ConditionalHeaders };
const answers = {
  200: {
    description: "The task after it.",
    headers: etagHeader,
    content: { "application/json": { schema: TaskDoc } },
  },
  ...bodyProblems,
  ...problems(404, 409, 412),
};

const remove = createRoute({
  method: "delete",
  path: "/tasks/{id}",
  tags: ["tasks"],
  operationId: "deleteTask",
  summary: "Put a task in the trash",
  description: "It can be restored.",
  request,
  responses: answers,
});

const transition = <V extends "complete" | "reopen" | "restore">(verb: V, summary: string) =>
  createRoute({
    method: "post",
    path: `/tasks/{id}/${verb}`,
    tags: ["tasks"],
    operationId: `${verb}Task`,
    summary,
    description: "The body may be left out.",
    request: { ...request, body: { content: { "application/json": { schema: Expectation } } } },
    responses: answers,
  });

const complete = transition("complete", "Mark a task done");
const reopen = transition("reopen", "Open a done or cancelled task again");
const restore = transition("restore", "Take a task out of the trash");

export const taskTransitionRoutes = (app: OpenAPIHono<GatewayEnv>, deps: AppDeps): void => {
  app.openapi(remove, async (c) => {
    const headers = c.req.valid("header");
    const expected = expectedVersion(headers["If-Match"], undefined);
    const { id } = c.req.valid("param");
    const command = { type: "task.delete" as const, taskId: id, expectedVersion: expected };
    return c.json(await write(deps, c, { command, asked: expected, headers }), 200);
  });

  for (const [route, type] of [
    [complete, "task.complete"],
    [reopen, "task.reopen"],
    [restore, "task.restore"],
  ] as const) {
    app.openapi(route, async (c) => {
      const headers = c.req.valid("header");
      const expected = expectedVersion(headers["If-Match"], c.req.valid("json").expectedVersion);
      const command = { type, taskId: c.req.valid("param").id, expectedVersion: expected };
      return c.json(await write(deps, c, { command, asked: expected, headers }), 200);
    });
  }
};

// DELETE /tasks/{id} and POST /tasks/{id}/complete, /skip, /reopen, /restore. Mounted by api.ts.
import { createRoute, type OpenAPIHono, type z } from "@hono/zod-openapi";
import type { TaskCommand } from "../../domain/command.ts";
import { bodyProblems, problems } from "../api/answers.ts";
import { ConditionalHeaders, etagHeader } from "../api/headers.ts";
import { Completion, Expectation, Skip, TaskDoc, TaskPath } from "../api/schemas.ts";
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
  description: "Its parts go with it. It can be restored, which brings them back.",
  request,
  responses: answers,
});

const transition = <V extends string, B extends z.ZodType>(verb: V, summary: string, schema: B) =>
  createRoute({
    method: "post",
    path: `/tasks/{id}/${verb}`,
    tags: ["tasks"],
    operationId: `${verb}Task`,
    summary,
    description: "Parts go and come back with their task. The body may be left out.",
    request: { ...request, body: { content: { "application/json": { schema } } } },
    responses: answers,
  });

const complete = transition(
  "complete",
  "Mark a task done; a recurring one goes on to its next occurrence",
  Completion,
);
const skip = transition("skip", "Let this occurrence of a recurring task pass", Skip);
const reopen = transition(
  "reopen",
  "Open a done or cancelled task again, or take back the last completion or skip of a recurring one",
  Expectation,
);
const restore = transition("restore", "Take a task out of the trash", Expectation);

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
    [skip, "task.skip"],
    [reopen, "task.reopen"],
    [restore, "task.restore"],
  ] as const) {
    app.openapi(route, async (c) => {
      const headers = c.req.valid("header");
      const asked = c.req.valid("json");
      const expected = expectedVersion(headers["If-Match"], asked.expectedVersion);
      const { id: taskId } = c.req.valid("param");
      const command = { ...asked, type, taskId, expectedVersion: expected } as TaskCommand;
      const { expectedVersion: _, ...more } = asked;
      // Without more than a version it is hashed as it always was: keys of before stay known.
      const hashed = Object.keys(more).length === 0 ? expected : [more, expected];
      return c.json(await write(deps, c, { command, asked: hashed, headers }), 200);
    });
  }
};

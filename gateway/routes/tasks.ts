// /tasks: the list and new tasks. Mounted by api.ts for browsers and programs.
import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import { listOver } from "../../database/tasks/list-over.ts";
import { listTasks } from "../../database/tasks/list-tasks.ts";
import { newId } from "../../domain/ids.ts";
import { bodyProblems, problems } from "../api/answers.ts";
import { etagHeader, WriteHeaders } from "../api/headers.ts";
import { NewTask, TaskDoc, TaskPage } from "../api/schemas.ts";
import type { AppDeps } from "../deps.ts";
import type { GatewayEnv } from "../http/env.ts";
import { unwrap } from "../http/refused.ts";
import { listFiltered } from "./filtered.ts";
import { NoQuery, TaskQuery } from "./list-query.ts";
import { takeFields } from "./task-fields.ts";
import { prefixOf, write } from "./write.ts";

const list = createRoute({
  method: "get",
  path: "/tasks",
  tags: ["tasks"],
  operationId: "listTasks",
  summary: "List your tasks",
  description:
    "In the order of their position unless asked otherwise. All named filters must hold. The trash is left out unless deleted=true.",
  request: { query: TaskQuery },
  responses: {
    200: { description: "One page.", content: { "application/json": { schema: TaskPage } } },
    ...problems(401, 422, 503),
  },
});

const create = createRoute({
  method: "post",
  path: "/tasks",
  tags: ["tasks"],
  operationId: "createTask",
  summary: "Create a task",
  request: {
    query: NoQuery,
    headers: WriteHeaders,
    body: { required: true, content: { "application/json": { schema: NewTask } } },
  },
  responses: {
    201: {
      description: "Created, and in the list for whoever reads next.",
      headers: {
        ...etagHeader,
        Location: { description: "Where it is.", schema: { type: "string" as const } },
      },
      content: { "application/json": { schema: TaskDoc } },
    },
    ...bodyProblems,
    ...problems(409),
  },
});

export const taskListRoutes = (app: OpenAPIHono<GatewayEnv>, deps: AppDeps): void => {
  app.openapi(list, async (c) => {
    const { cursor, limit, order, filter: said, ...filter } = c.req.valid("query");
    const ownerId = c.var.session.userId;
    if (said !== undefined) {
      const page = unwrap(await listFiltered(deps, { ownerId, said, cursor, limit }));
      return c.json(page, 200, { "cache-control": "no-store" });
    }
    const { status, deleted: inTrash = false } = filter;
    const page = unwrap(
      order === "ended"
        ? await listOver(deps.db, { ownerId, inTrash, status, cursor, limit })
        : await listTasks(deps.db, { ownerId, filter, cursor, limit }),
    );
    return c.json(page, 200, { "cache-control": "no-store" });
  });

  app.openapi(create, async (c) => {
    const asked = c.req.valid("json");
    const { id = newId(), ...written } = asked;
    const { fields, names } = await takeFields(deps, c, id, written);
    const task = await write(deps, c, {
      command: { type: "task.create", taskId: id, fields },
      asked,
      headers: c.req.valid("header"),
      names,
    });
    return c.json(task, 201, { Location: `${prefixOf(c)}/tasks/${task.id}` });
  });
};

// /filters: filters a person has given a name. Mounted by api.ts.
import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import { readDirectory } from "../../database/directories/read-directory.ts";
import { newId } from "../../domain/ids.ts";
import { problems } from "../api/answers.ts";
import { FilterChange, FilterList, FilterPath, NewFilter } from "../api/directory.ts";
import { ConditionalHeaders, WriteHeaders } from "../api/headers.ts";
import type { AppDeps } from "../deps.ts";
import { expectedVersion } from "../http/conditions.ts";
import type { GatewayEnv } from "../http/env.ts";
import { unwrap } from "../http/refused.ts";
import { directoryResponses, writeDirectory } from "./directory-write.ts";
import { checkQuery } from "./filtered.ts";
import { NoQuery } from "./list-query.ts";

const tags = ["filters"];
const onOne = { path: "/filters/{filter}" as const, tags };

const list = createRoute({
  method: "get",
  path: "/filters",
  tags,
  operationId: "listFilters",
  summary: "List your saved filters",
  request: { query: NoQuery },
  responses: {
    200: { description: "All.", content: { "application/json": { schema: FilterList } } },
    ...problems(401, 422, 503),
  },
});

const create = createRoute({
  method: "post",
  path: "/filters",
  tags,
  operationId: "createFilter",
  summary: "Save a filter",
  description:
    "`query` is in the filter language (docs/filters.md). One that cannot be read answers 422, and the message says where. `GET /tasks?filter=` lists what fits.",
  request: {
    query: NoQuery,
    headers: WriteHeaders,
    body: { required: true, content: { "application/json": { schema: NewFilter } } },
  },
  responses: directoryResponses,
});

const change = createRoute({
  ...onOne,
  method: "patch",
  operationId: "changeFilter",
  summary: "Change a saved filter",
  request: {
    query: NoQuery,
    params: FilterPath,
    headers: ConditionalHeaders,
    body: { required: true, content: { "application/json": { schema: FilterChange } } },
  },
  responses: directoryResponses,
});

const remove = createRoute({
  ...onOne,
  method: "delete",
  operationId: "deleteFilter",
  summary: "Delete a saved filter",
  request: { query: NoQuery, params: FilterPath, headers: ConditionalHeaders },
  responses: directoryResponses,
});

export const filterRoutes = (app: OpenAPIHono<GatewayEnv>, deps: AppDeps): void => {
  app.openapi(list, async (c) => {
    const { filters } = await readDirectory(deps.db, c.var.session.userId);
    return c.json({ filters }, 200);
  });

  app.openapi(create, async (c) => {
    const asked = c.req.valid("json");
    unwrap(await checkQuery(deps, c.var.session.userId, asked.query));
    const { id = newId(), ...fields } = asked;
    const command = { type: "filter.create" as const, filterId: id, fields };
    const headers = c.req.valid("header");
    return c.json(await writeDirectory(deps, c, { command, asked, headers }), 200);
  });

  app.openapi(change, async (c) => {
    const changes = c.req.valid("json");
    unwrap(await checkQuery(deps, c.var.session.userId, changes.query));
    const headers = c.req.valid("header");
    const expected = expectedVersion(headers["If-Match"], undefined);
    const { filter } = c.req.valid("param");
    const command = {
      type: "filter.change" as const,
      filter,
      changes,
      expectedVersion: expected,
    };
    const asked = expected === undefined ? changes : [changes, expected];
    return c.json(await writeDirectory(deps, c, { command, asked, headers }), 200);
  });

  app.openapi(remove, async (c) => {
    const headers = c.req.valid("header");
    const expected = expectedVersion(headers["If-Match"], undefined);
    const { filter } = c.req.valid("param");
    const command = { type: "filter.delete" as const, filter, expectedVersion: expected };
    return c.json(
      await writeDirectory(deps, c, { command, asked: expected ?? null, headers }),
      200,
    );
  });
};

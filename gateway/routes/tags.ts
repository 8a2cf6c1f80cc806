// /tags: what a person's tags are, with how many open tasks have each. Mounted by api.ts.
import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import { countNamesOf } from "../../database/directories/count-names.ts";
import { readDirectory } from "../../database/directories/read-directory.ts";
import { listTags } from "../../domain/directory/listed.ts";
import { newId } from "../../domain/ids.ts";
import { problems } from "../api/answers.ts";
import { Merge, NewTag, TagChange, TagList, TagPath } from "../api/directory.ts";
import { ConditionalHeaders, WriteHeaders } from "../api/headers.ts";
import type { AppDeps } from "../deps.ts";
import { expectedVersion } from "../http/conditions.ts";
import type { GatewayEnv } from "../http/env.ts";
import { directoryResponses, meantBy, writeDirectory } from "./directory-write.ts";
import { NoQuery } from "./list-query.ts";

const tags = ["tags"];
const onOne = { path: "/tags/{tag}" as const, tags };

const list = createRoute({
  method: "get",
  path: "/tags",
  tags,
  operationId: "listTags",
  summary: "List your tags",
  description: "In the order of their positions, then those that only tasks have.",
  request: { query: NoQuery },
  responses: {
    200: { description: "All.", content: { "application/json": { schema: TagList } } },
    ...problems(401, 422, 503),
  },
});

const create = createRoute({
  method: "post",
  path: "/tags",
  tags,
  operationId: "createTag",
  summary: "Make a tag",
  description:
    "A tag needs no making before it stands on a task; this gives it a colour and a place.",
  request: {
    query: NoQuery,
    headers: WriteHeaders,
    body: { required: true, content: { "application/json": { schema: NewTag } } },
  },
  responses: directoryResponses,
});

const change = createRoute({
  ...onOne,
  method: "patch",
  operationId: "changeTag",
  summary: "Change a tag",
  description: "A new name goes to all tasks with it. 409 when another tag has it: merge the two.",
  request: {
    query: NoQuery,
    params: TagPath,
    headers: ConditionalHeaders,
    body: { required: true, content: { "application/json": { schema: TagChange } } },
  },
  responses: directoryResponses,
});

const remove = createRoute({
  ...onOne,
  method: "delete",
  operationId: "deleteTag",
  summary: "Take a tag off all tasks",
  request: { query: NoQuery, params: TagPath, headers: ConditionalHeaders },
  responses: directoryResponses,
});

const merge = createRoute({
  method: "post",
  path: "/tags/{tag}/merge",
  tags,
  operationId: "mergeTag",
  summary: "Merge a tag into another",
  description: "Tasks with it have the other one in its place, once.",
  request: {
    query: NoQuery,
    params: TagPath,
    headers: WriteHeaders,
    body: { required: true, content: { "application/json": { schema: Merge } } },
  },
  responses: directoryResponses,
});

export const tagRoutes = (app: OpenAPIHono<GatewayEnv>, deps: AppDeps): void => {
  app.openapi(list, async (c) => {
    const { userId } = c.var.session;
    const [directory, names] = await Promise.all([
      readDirectory(deps.db, userId),
      countNamesOf(deps.db, userId),
    ]);
    return c.json({ tags: listTags(directory, names.tags) }, 200);
  });

  app.openapi(create, async (c) => {
    const asked = c.req.valid("json");
    const { id = newId(), ...fields } = asked;
    const command = { type: "tag.create" as const, tagId: id, fields };
    const headers = c.req.valid("header");
    return c.json(await writeDirectory(deps, c, { command, asked, headers }), 200);
  });

  app.openapi(change, async (c) => {
    const changes = c.req.valid("json");
    const headers = c.req.valid("header");
    const expected = expectedVersion(headers["If-Match"], undefined);
    const { tag } = c.req.valid("param");
    const command = { type: "tag.change" as const, tag, changes, expectedVersion: expected };
    const asked = expected === undefined ? changes : [changes, expected];
    return c.json(await writeDirectory(deps, c, { command, asked, headers }), 200);
  });

  app.openapi(remove, async (c) => {
    const headers = c.req.valid("header");
    const expected = expectedVersion(headers["If-Match"], undefined);
    const { tag } = c.req.valid("param");
    const command = {
      type: "tag.delete" as const,
      tag,
      becomes: null,
      expectedVersion: expected,
    };
    return c.json(
      await writeDirectory(deps, c, { command, asked: expected ?? null, headers }),
      200,
    );
  });

  app.openapi(merge, async (c) => {
    const asked = c.req.valid("json");
    const headers = c.req.valid("header");
    const { tag } = c.req.valid("param");
    const all = (await readDirectory(deps.db, c.var.session.userId)).tags;
    const becomes = meantBy(all, asked.into)?.name ?? asked.into;
    const command = { type: "tag.delete" as const, tag, becomes };
    return c.json(await writeDirectory(deps, c, { command, asked, headers }), 200);
  });
};

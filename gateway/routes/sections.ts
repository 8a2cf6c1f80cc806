// /projects/{project}/sections: the headings within a project. Mounted by api.ts.
import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import { newId } from "../../domain/ids.ts";
import { NewSection, ProjectPath, SectionChange, SectionPath } from "../api/directory.ts";
import { WriteHeaders } from "../api/headers.ts";
import type { AppDeps } from "../deps.ts";
import type { GatewayEnv } from "../http/env.ts";
import { directoryResponses, writeDirectory } from "./directory-write.ts";
import { NoQuery } from "./list-query.ts";

const tags = ["projects"];
const onOne = { path: "/projects/{project}/sections/{section}" as const, tags };

const create = createRoute({
  method: "post",
  path: "/projects/{project}/sections",
  tags,
  operationId: "createSection",
  summary: "Add a section to a project",
  description: "A task is in it when its `section` has the name and its `project` is this one.",
  request: {
    query: NoQuery,
    params: ProjectPath,
    headers: WriteHeaders,
    body: { required: true, content: { "application/json": { schema: NewSection } } },
  },
  responses: directoryResponses,
});

const change = createRoute({
  ...onOne,
  method: "patch",
  operationId: "changeSection",
  summary: "Rename or move a section",
  request: {
    query: NoQuery,
    params: SectionPath,
    headers: WriteHeaders,
    body: { required: true, content: { "application/json": { schema: SectionChange } } },
  },
  responses: directoryResponses,
});

const remove = createRoute({
  ...onOne,
  method: "delete",
  operationId: "deleteSection",
  summary: "Delete a section",
  description: "Its tasks stay in the project.",
  request: { query: NoQuery, params: SectionPath, headers: WriteHeaders },
  responses: directoryResponses,
});

export const sectionRoutes = (app: OpenAPIHono<GatewayEnv>, deps: AppDeps): void => {
  app.openapi(create, async (c) => {
    const asked = c.req.valid("json");
    const { id = newId(), ...fields } = asked;
    const { project } = c.req.valid("param");
    const command = { type: "section.create" as const, project, sectionId: id, fields };
    const headers = c.req.valid("header");
    return c.json(await writeDirectory(deps, c, { command, asked, headers }), 200);
  });

  app.openapi(change, async (c) => {
    const changes = c.req.valid("json");
    const command = { type: "section.change" as const, ...c.req.valid("param"), changes };
    const headers = c.req.valid("header");
    return c.json(await writeDirectory(deps, c, { command, asked: changes, headers }), 200);
  });

  app.openapi(remove, async (c) => {
    const command = { type: "section.delete" as const, ...c.req.valid("param") };
    const headers = c.req.valid("header");
    return c.json(await writeDirectory(deps, c, { command, asked: null, headers }), 200);
  });
};

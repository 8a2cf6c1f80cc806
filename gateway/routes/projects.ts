// /projects: what a person's projects are, with how many tasks are open in each. Mounted by api.ts.
import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import { countNamesOf } from "../../database/directories/count-names.ts";
import { readDirectory } from "../../database/directories/read-directory.ts";
import { type ListedProject as Listed, listProjects } from "../../domain/directory/listed.ts";
import { type Id, newId } from "../../domain/ids.ts";
import { problems } from "../api/answers.ts";
import {
  DeleteQuery,
  ListedProject,
  Merge,
  NewProject,
  ProjectChange,
  ProjectList,
  ProjectPath,
} from "../api/directory.ts";
import { ConditionalHeaders, etagHeader, WriteHeaders } from "../api/headers.ts";
import type { AppDeps } from "../deps.ts";
import { etag, expectedVersion } from "../http/conditions.ts";
import type { GatewayEnv } from "../http/env.ts";
import { notFound } from "../http/refused.ts";
import { directoryResponses, meantBy, writeDirectory } from "./directory-write.ts";
import { NoQuery } from "./list-query.ts";

const tags = ["projects"];
const onOne = { path: "/projects/{project}" as const, tags };

const list = createRoute({
  method: "get",
  path: "/projects",
  tags,
  operationId: "listProjects",
  summary: "List your projects",
  description:
    "In the order of their positions, then those that only tasks speak of. Two names that differ only in case are the same.",
  request: { query: NoQuery },
  responses: {
    200: { description: "All.", content: { "application/json": { schema: ProjectList } } },
    ...problems(401, 422, 503),
  },
});

const read = createRoute({
  ...onOne,
  method: "get",
  operationId: "readProject",
  summary: "Read a project",
  request: { query: NoQuery, params: ProjectPath },
  responses: {
    200: {
      description: "The project. Without an ETag where only tasks speak of it.",
      headers: etagHeader,
      content: { "application/json": { schema: ListedProject } },
    },
    ...problems(401, 404, 503),
  },
});

const create = createRoute({
  method: "post",
  path: "/projects",
  tags,
  operationId: "createProject",
  summary: "Make a project",
  description: "Tasks that have its name already are in it. 409 when a project has the name.",
  request: {
    query: NoQuery,
    headers: WriteHeaders,
    body: { required: true, content: { "application/json": { schema: NewProject } } },
  },
  responses: directoryResponses,
});

const change = createRoute({
  ...onOne,
  method: "patch",
  operationId: "changeProject",
  summary: "Change a project",
  description:
    "Fields not named stay. A new name goes to all its tasks, done and deleted ones too. 409 when another project has it: merge the two.",
  request: {
    query: NoQuery,
    params: ProjectPath,
    headers: ConditionalHeaders,
    body: { required: true, content: { "application/json": { schema: ProjectChange } } },
  },
  responses: directoryResponses,
});

const remove = createRoute({
  ...onOne,
  method: "delete",
  operationId: "deleteProject",
  summary: "Delete a project",
  request: { query: DeleteQuery, params: ProjectPath, headers: ConditionalHeaders },
  responses: directoryResponses,
});

const merge = createRoute({
  method: "post",
  path: "/projects/{project}/merge",
  tags,
  operationId: "mergeProject",
  summary: "Merge a project into another",
  description: "Its tasks go into the other one, outside of any section, and it is gone.",
  request: {
    query: NoQuery,
    params: ProjectPath,
    headers: WriteHeaders,
    body: { required: true, content: { "application/json": { schema: Merge } } },
  },
  responses: directoryResponses,
});

const projectsOf = async ({ db }: AppDeps, userId: Id): Promise<Listed[]> => {
  const [directory, names] = await Promise.all([
    readDirectory(db, userId),
    countNamesOf(db, userId),
  ]);
  return listProjects(directory, names.projects);
};

export const projectRoutes = (app: OpenAPIHono<GatewayEnv>, deps: AppDeps): void => {
  app.openapi(list, async (c) =>
    c.json({ projects: await projectsOf(deps, c.var.session.userId) }, 200),
  );

  app.openapi(read, async (c) => {
    const all = await projectsOf(deps, c.var.session.userId);
    const project = meantBy(all, c.req.valid("param").project);
    if (!project) throw notFound();
    // What only tasks speak of has no version that a change could be meant for.
    if (project.id !== null) c.header("ETag", etag(project.version));
    return c.json(project, 200);
  });

  app.openapi(create, async (c) => {
    const asked = c.req.valid("json");
    const { id = newId(), ...fields } = asked;
    const command = { type: "project.create" as const, projectId: id, fields };
    const headers = c.req.valid("header");
    return c.json(await writeDirectory(deps, c, { command, asked, headers }), 200);
  });

  app.openapi(change, async (c) => {
    const changes = c.req.valid("json");
    const headers = c.req.valid("header");
    const expected = expectedVersion(headers["If-Match"], undefined);
    const { project } = c.req.valid("param");
    const command = {
      type: "project.change" as const,
      project,
      changes,
      expectedVersion: expected,
    };
    const asked = expected === undefined ? changes : [changes, expected];
    return c.json(await writeDirectory(deps, c, { command, asked, headers }), 200);
  });

  app.openapi(remove, async (c) => {
    const headers = c.req.valid("header");
    const expected = expectedVersion(headers["If-Match"], undefined);
    const { tasks } = c.req.valid("query");
    const { project } = c.req.valid("param");
    const command = {
      type: "project.delete" as const,
      project,
      becomes: { is: tasks },
      expectedVersion: expected,
    };
    const asked = [tasks, expected ?? null];
    return c.json(await writeDirectory(deps, c, { command, asked, headers }), 200);
  });

  app.openapi(merge, async (c) => {
    const asked = c.req.valid("json");
    const headers = c.req.valid("header");
    const { project } = c.req.valid("param");
    const { projects } = await readDirectory(deps.db, c.var.session.userId);
    const name = meantBy(projects, asked.into)?.name ?? asked.into;
    const becomes = { is: "project" as const, name };
    const command = { type: "project.delete" as const, project, becomes };
    return c.json(await writeDirectory(deps, c, { command, asked, headers }), 200);
  });
};

// The API's own description: complete, true to the routes, and shown without anything from elsewhere.
import { beforeAll, expect, test } from "vitest";
import * as z from "zod";
import { newId } from "../../domain/ids.ts";
import { makeBrowser } from "../browser-push.ts";
import { type Person, send, signUp } from "../client.ts";
import { sharedStack } from "../stack.ts";

const { url } = sharedStack();

const Operation = z.object({
  summary: z.string(),
  /** An empty list: needs no token. */
  security: z.array(z.unknown()).optional(),
  parameters: z
    .array(
      z.looseObject({
        name: z.string(),
        in: z.string(),
        required: z.boolean().optional(),
        schema: z.looseObject({ example: z.string().optional() }),
      }),
    )
    .default([]),
  requestBody: z
    .object({ content: z.record(z.string(), z.object({ schema: z.unknown() })) })
    .optional(),
  responses: z.record(z.string(), z.looseObject({ description: z.string() })),
});
type Operation = z.infer<typeof Operation>;
const Methods = z.enum(["get", "post", "put", "patch", "delete"]);
const Document = z.object({
  openapi: z.string().startsWith("3.1."),
  info: z.object({ title: z.string(), version: z.string() }),
  servers: z.array(z.object({ url: z.string() })),
  paths: z.record(z.string().startsWith("/"), z.partialRecord(Methods, Operation)),
  components: z.object({
    schemas: z.record(z.string(), z.looseObject({ example: z.unknown().optional() })),
    securitySchemes: z.record(z.string(), z.object({ type: z.string() }).loose()),
  }),
});
type Document = z.infer<typeof Document>;

let document: Document;
let text: string;
let person: Person;
beforeAll(async () => {
  text = await (await send(url, "GET", "/openapi.json")).text();
  document = Document.parse(JSON.parse(text));
  person = await signUp(url);
});

const operations = (): [method: string, path: string, operation: Operation][] =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]): [string, string, Operation] => [
      method.toUpperCase(),
      path,
      operation,
    ]),
  );

/** The example of a body, by its own schema or the one it refers to. */
const exampleOf = (operation: Operation): unknown => {
  const schema = operation.requestBody?.content["application/json"]?.schema as
    | { $ref?: string; example?: unknown }
    | undefined;
  const name = schema?.$ref?.split("/").at(-1);
  return schema?.example ?? (name && document.components.schemas[name]?.example);
};

/** The query it cannot be without, by its examples. */
const queryOf = ({ parameters }: Operation): Record<string, string> =>
  Object.fromEntries(
    parameters
      .filter(({ in: where, required }) => where === "query" && required)
      .map(({ name, schema }) => [name, schema.example ?? ""]),
  );

const soon = () => ({
  id: newId(),
  trigger: { kind: "instant" as const, at: new Date(Date.now() + 3_600_000).toISOString() },
  channels: null,
});

test("the document lists every route people have, and every reference in it leads somewhere", () => {
  const routes = operations().map(([method, path]) => `${method} ${path}`);
  expect(routes).toEqual(
    expect.arrayContaining([
      "GET /tasks",
      "POST /tasks",
      "GET /tasks/{id}",
      "PUT /tasks/{id}",
      "PATCH /tasks/{id}",
      "DELETE /tasks/{id}",
      "POST /tasks/{id}/complete",
      "POST /tasks/{id}/reopen",
      "POST /tasks/{id}/restore",
      "POST /tasks/{id}/skip",
      "GET /tasks/{id}/occurrences",
      "GET /reminders",
      "POST /reminders",
      "POST /reminders/{id}/snooze",
      "POST /recurrence/preview",
      "POST /chat",
      "GET /events",
      "GET /settings",
      "PATCH /settings",
    ]),
  );
  const references = [...text.matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)];
  expect(references.length).toBeGreaterThan(10);
  for (const [, name = ""] of references) expect(document.components.schemas).toHaveProperty(name);
});

/** What an operation is tried on: `id` stands in its path, the others replace the ids of its example. */
const tryOn = async (path: string) => {
  const correlationId = newId();
  const fields = { title: "for the example", reminders: [soon()] };
  const task = await person.create(fields, { "x-correlation-id": correlationId });
  const { password } = person;
  const passwords = { password, currentPassword: password, newPassword: password };
  const named = { taskId: task.id, correlationId, ...passwords };
  if (path.startsWith("/tokens")) return { id: await aToken(), named };
  if (path === "/account/sessions/{id}") return { id: await aSession(), named };
  if (path === "/account/invitations/{id}") return { id: await anInvitation(), named };
  if (path === "/push/subscriptions/{id}") return { id: await aBrowser(), named };
  return { id: (path.startsWith("/reminders") && task.reminders[0]?.id) || task.id, named };
};

const aSession = async (): Promise<string> => {
  const { email, password } = person;
  await send(url, "POST", "/api/auth/sign-in/email", { body: { email, password } });
  const listed = await person.call("GET", "/account/sessions");
  const Listed = z.object({
    sessions: z.array(z.object({ id: z.string(), isCurrent: z.boolean() })),
  });
  const { sessions } = Listed.parse(await listed.json());
  return sessions.find(({ isCurrent }) => !isCurrent)?.id ?? "";
};

const anInvitation = async (): Promise<string> => {
  const answer = await person.call("POST", "/account/invitations", { body: {} });
  return z.object({ id: z.string() }).parse(await answer.json()).id;
};

const aBrowser = async (): Promise<string> => {
  const { endpoint, p256dh, auth } = makeBrowser().subscription(url);
  await person.call("POST", "/push/subscriptions", { body: { endpoint, keys: { p256dh, auth } } });
  const answer = await person.call("GET", "/push/subscriptions");
  const Listed = z.object({ subscriptions: z.array(z.object({ id: z.string() })) });
  return Listed.parse(await answer.json()).subscriptions[0]?.id ?? "";
};

/** What would end this person's session or account, and what takes a code that only a letter has. */
const untried = /\/(?:sign-out|account\/delete|reset-password|confirm-email)$/;

const aToken = async (): Promise<string> => {
  const answer = await person.call("POST", "/tokens", { body: { name: "for the example" } });
  return z.object({ id: z.string() }).parse(await answer.json()).id;
};

/** What paths name without an id, there before each request. */
const names: Record<string, string> = {
  project: "Work",
  section: "Waiting",
  tag: "errand",
  filter: "Soon",
  channel: "webhook",
};
const makeNamed = async (path: string): Promise<void> => {
  const { project, section: name, tag, filter } = names;
  const query = "today";
  if (path.includes("{project}"))
    await person.call("POST", "/projects", { body: { name: project } });
  if (path.includes("{section}"))
    await person.call("POST", `/projects/${project}/sections`, { body: { name } });
  if (path.includes("{tag}")) await person.call("POST", "/tags", { body: { name: tag } });
  if (path.includes("{filter}"))
    await person.call("POST", "/filters", { body: { name: filter, query } });
};
const withNames = (path: string): string =>
  path.replaceAll(/\{(\w+)\}/g, (all, name: string) => names[name] ?? all);

const withIds = (example: object, named: Record<string, string>): object => ({
  ...example,
  ...Object.fromEntries(Object.entries(named).filter(([name]) => name in example)),
});

const wrong = ["404", "405", "422", "500"];

test("every documented operation is answered by a route under both prefixes, with a documented status", async () => {
  for (const [method, path, operation] of operations()) {
    if (untried.test(path)) continue;
    for (const prefix of path.startsWith("/api/") ? [""] : ["", "/api/v1"]) {
      const { id, named } = await tryOn(path);
      await makeNamed(path);
      const example = exampleOf(operation) as object | undefined;
      const at = `${prefix}${withNames(path.replace("{id}", id))}`;
      const answer = await person.call(method, at, {
        query: queryOf(operation),
        ...(example && { body: withIds(example, named) }),
      });
      const documented = Object.keys(operation.responses).filter((s) => !wrong.includes(s));
      expect(documented, `${method} ${at}`).toContain(String(answer.status));
    }
  }
});

test("an unknown id, a missing token and a wrong body get what the document says of them", async () => {
  for (const [method, path, operation] of operations()) {
    if (path.startsWith("/api/") || operation.security?.length === 0) continue;
    expect(Object.keys(operation.responses)).toContain("401");
    const answer = await send(url, method, path.replace("{id}", person.userId));
    expect([method, path, answer.status]).toEqual([method, path, 401]);
    if (!path.includes("{id}")) continue;
    const body = exampleOf(operation) as object | undefined;
    const unknown = await person.call(method, path.replace("{id}", person.userId), {
      ...(body && { body }),
    });
    expect([method, path, unknown.status]).toEqual([method, path, 404]);
    expect(Object.keys(operation.responses)).toContain("404");
  }
});

test("/docs shows the document with files of this server alone", async () => {
  const page = await send(url, "GET", "/docs");
  expect(page.headers.get("content-type")).toContain("text/html");
  const html = await page.text();
  const files = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, file = ""]) => file);
  expect(files.length).toBeGreaterThan(2);
  for (const file of files) {
    expect(file).toMatch(/^\/(?!\/)/);
    const answer = await send(url, "GET", file);
    expect([file, answer.status]).toEqual([file, 200]);
  }
  expect(await (await send(url, "GET", "/docs/start.js")).text()).toContain("/openapi.json");
  expect(page.headers.get("content-security-policy")).toMatch(/default-src 'self'/);
});

test("/docs gives no other file of this machine", async () => {
  for (const file of ["../package.json", "..%2fpackage.json", "index.js", "%2e%2e%2findex.html"]) {
    const answer = await send(url, "GET", `/docs/${file}`);
    expect(await answer.text()).not.toContain('"dependencies"');
    expect([file, answer.status]).toEqual([file, 404]);
  }
});

test("health is told without a token, for people and for machines", async () => {
  for (const path of ["/healthz", "/health/live", "/health/ready"]) {
    expect((await send(url, "GET", path)).status).toBe(200);
  }
  const health = (await (await send(url, "GET", "/health")).json()) as object;
  expect(health).toMatchObject({
    status: "ok",
    dependencies: { database: { status: "up" }, actors: { status: "up" }, feed: { status: "up" } },
  });
});

test("the page is served with a policy that lets nothing in from elsewhere", async () => {
  const page = await send(url, "GET", "/");
  expect([page.status, page.headers.get("x-frame-options")]).toEqual([200, "DENY"]);
  const files = [...(await page.text()).matchAll(/(?:src|href)="([^"]+)"/g)];
  expect(files.length).toBeGreaterThan(1);
  for (const [, file = ""] of files) {
    expect(file).toMatch(/^\.?\/(?!\/)/);
    expect((await send(url, "GET", file.replace(/^\./, ""))).status).toBe(200);
  }
});

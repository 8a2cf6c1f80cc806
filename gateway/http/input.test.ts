// What the edge answers to bad input, before anything is asked of a database.
import { expect, test } from "vitest";
import { newId } from "../../domain/ids.ts";
import { Problem } from "../../domain/problem.ts";
import { createTestApp, noDatabase, signedIn } from "../../tests/gateway-app.ts";

const app = () => createTestApp(noDatabase, signedIn());
const token = "any";

const problemOf = async (answer: Response) => {
  expect(answer.headers.get("content-type")).toBe("application/problem+json");
  const problem = Problem.parse(await answer.json());
  expect(problem.status).toBe(answer.status);
  expect(problem.correlationId).toBe(answer.headers.get("x-correlation-id"));
  return problem;
};
const title = (length: number) => "x".repeat(length);

test.each([
  ["no title", {}, "title"],
  ["an empty title", { title: "" }, "title"],
  ["a title of blanks", { title: "  " }, "title"],
  ["a title of 501 characters", { title: title(501) }, "title"],
  ["a title that is a number", { title: 5 }, "title"],
  ["an unknown field", { title: "x", colour: "red" }, "colour"],
  ["a day that does not exist", { title: "x", due: { kind: "day", at: "2026-02-30" } }, "due.at"],
  ["a date of another form", { title: "x", due: { kind: "day", at: "tomorrow" } }, "due.at"],
  ["a due that is a string", { title: "x", due: "2026-12-01" }, "due"],
  [
    "an unknown zone",
    { title: "x", due: { kind: "fixed", at: "2026-12-01T10:00", zone: "Mars/Base" } },
    "due.zone",
  ],
  ["priority 5", { title: "x", priority: 5 }, "priority"],
  ["an id that is no UUID", { title: "x", id: "1" }, "id"],
  ["a NUL character", { title: "a\0b" }, "title"],
  ["half a surrogate pair", { title: "x", tags: ["\ud83d"] }, "tags.0"],
  ["an array", [], ""],
])("a task with %s is refused with 422 and names the field", async (_, body, path) => {
  const answer = await (await app()).call("POST", "/tasks", { token, body });
  expect(answer.status).toBe(422);
  const problem = await problemOf(answer);
  expect(problem.code).toBe("invalid");
  expect(problem.fields?.map((field) => field.path)).toContain(path);
});

test("what is wrong thousands of times, or under an endless name, is answered in a few lines", async () => {
  const { call } = await app();
  const many = Object.fromEntries(Array.from({ length: 19_000 }, (_, at) => [`k${at}`, at]));
  for (const body of [many, { ["k".repeat(900_000)]: 1 }]) {
    const answer = await call("POST", "/tasks", { token, body: { title: "x", ...body } });
    expect(answer.status).toBe(422);
    expect((await answer.text()).length).toBeLessThan(10_000);
  }
});

test("broken JSON is 400, another content type 415, and both say what would be right", async () => {
  const { call } = await app();
  const broken = await call("POST", "/tasks", { token, body: '{"title": ' });
  expect(broken.status).toBe(400);
  expect((await problemOf(broken)).code).toBe("invalid");
  const text = await call("POST", "/tasks", {
    token,
    body: "hello",
    headers: { "content-type": "text/plain" },
  });
  expect(text.status).toBe(415);
  expect((await problemOf(text)).detail).toContain("application/json");
});

test("a body above 1 MiB is 413, declared or not", async () => {
  const { call, app: hono } = await app();
  const body = JSON.stringify({ title: "x", description: "d".repeat(2_000_000) });
  const declared = await call("POST", "/tasks", {
    token,
    body,
    headers: { "content-length": String(body.length) },
  });
  expect(declared.status).toBe(413);
  expect((await problemOf(declared)).code).toBe("payload_too_large");
  let read = 0;
  const endless = new ReadableStream({
    pull: (controller) =>
      controller.enqueue(new Uint8Array(64 * 1024).fill(32, 0, (read += 1) && 64 * 1024)),
  });
  const streamed = await hono.request("/tasks", {
    method: "POST",
    headers: { authorization: "Bearer x", "content-type": "application/json" },
    body: endless,
    duplex: "half",
  } as RequestInit);
  expect(streamed.status).toBe(413);
  expect(read).toBeLessThan(40);
});

test("who brings no token is told how to get one", async () => {
  for (const path of ["/tasks", "/events", "/settings", `/tasks/${newId()}`, "/api/v1/tasks"]) {
    const answer = await (await app()).call("GET", path);
    expect(answer.status).toBe(401);
    expect((await problemOf(answer)).detail).toContain("/api/auth/sign-in/email");
  }
});

test("an id that is no id is not found, like any other that does not exist", async () => {
  const { call } = await app();
  for (const [method, path] of [
    ["GET", "/tasks/42"],
    ["PATCH", "/tasks/NOPE"],
    ["POST", "/tasks/42/complete"],
  ] as const) {
    const answer = await call(method, path, { token, ...(method === "GET" ? {} : { body: {} }) });
    expect(answer.status).toBe(404);
    expect((await problemOf(answer)).code).toBe("not_found");
  }
});

test("an unknown path is 404, a known one with another method 405 with Allow", async () => {
  const { call } = await app();
  const unknown = await call("GET", "/nothing/here");
  expect(unknown.status).toBe(404);
  expect((await problemOf(unknown)).code).toBe("not_found");
  const wrong = await call("DELETE", "/tasks", { token });
  expect(wrong.status).toBe(405);
  expect(wrong.headers.get("allow")).toBe("GET, POST");
  await problemOf(wrong);
  const nested = await call("GET", `/api/v1/tasks/${newId()}/complete`, { token });
  expect([nested.status, nested.headers.get("allow")]).toEqual([405, "POST"]);
});

test.each([
  ["/tasks?colour=red", "colour"],
  ["/tasks?limit=201", "limit"],
  ["/tasks?limit=none", "limit"],
  ["/tasks?status=late", "status.0"],
  ["/tasks?priority=9", "priority"],
  ["/tasks?dueBefore=soon", "dueBefore"],
  ["/tasks?deleted=maybe", "deleted"],
  ["/tasks?project=a%00b", "project"],
  ["/events?task=42", "task"],
  ["/settings?x=1", "x"],
])("GET %s is refused with 422 and names the parameter", async (path, field) => {
  const answer = await (await app()).call("GET", path, { token });
  expect(answer.status).toBe(422);
  expect((await problemOf(answer)).fields?.map(({ path: at }) => at)).toContain(field);
});

test.each([
  ["with a blank", "Idempotency-Key", "two words"],
  ["too long", "Idempotency-Key", "k".repeat(256)],
  ["too long", "X-Device-Id", "d".repeat(65)],
  ["without quotes", "If-Match", "3"],
  ["half a list", "If-Match", '"3", 4'],
])("what is %s in the header %s is refused", async (_, name, value) => {
  const answer = await (
    await app()
  ).call("PATCH", `/tasks/${newId()}`, {
    token,
    body: { title: "x" },
    headers: { [name]: value },
  });
  expect(answer.status).toBe(422);
  expect((await problemOf(answer)).fields?.[0]?.path.toLowerCase()).toBe(name.toLowerCase());
});

test("If-Match and expectedVersion that differ are refused", async () => {
  const answer = await (
    await app()
  ).call("POST", `/tasks/${newId()}/complete`, {
    token,
    body: { expectedVersion: 2 },
    headers: { "if-match": '"3"' },
  });
  expect(answer.status).toBe(422);
});

// Bad input over the real server: problem+json with a stable code and the field, and nothing is changed.
import { request } from "node:http";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { openDatabase } from "../../database/pool.ts";
import { newId } from "../../domain/ids.ts";
import type { Task } from "../../domain/task.ts";
import { type Person, problemOf, send, signUp } from "../client.ts";
import { sharedStack } from "../stack.ts";

const { url, env } = sharedStack();
const db = openDatabase(env.DATABASE_URL, { max: 1 });
let person: Person;
let task: Task;
beforeAll(async () => {
  person = await signUp(url);
  task = await person.create({ title: "untouched" });
});
afterAll(() => db.end());
// Whatever was sent, the one task there is has not moved.
afterEach(async () => {
  const list = await person.list();
  if (list.length !== 1 || list[0]?.version !== task.version)
    throw new Error("something was changed");
});

const wrong: [what: string, body: unknown, path: string][] = [
  ["no title", {}, "title"],
  ["an empty title", { title: "" }, "title"],
  ["a title of blanks", { title: " \t\n" }, "title"],
  ["a title of 501 characters", { title: "x".repeat(501) }, "title"],
  ["a title that is a number", { title: 42 }, "title"],
  ["a title that is null", { title: null }, "title"],
  ["an unknown field", { title: "x", colour: "red" }, "colour"],
  ["an owner", { title: "x", ownerId: newId() }, "ownerId"],
  ["a version", { title: "x", version: 9 }, "version"],
  ["a day that does not exist", { title: "x", due: { kind: "day", at: "2026-02-30" } }, "due.at"],
  ["a date in words", { title: "x", due: { kind: "day", at: "tomorrow" } }, "due.at"],
  ["a due that is a string", { title: "x", due: "2026-12-01" }, "due"],
  ["an hour 25", { title: "x", due: { kind: "floating", at: "2026-12-01T25:00" } }, "due.at"],
  [
    "a zone that does not exist",
    { title: "x", due: { kind: "fixed", at: "2026-12-01T10:00", zone: "Mars/Base" } },
    "due.zone",
  ],
  ["priority 0", { title: "x", priority: 0 }, "priority"],
  ["priority as text", { title: "x", priority: "1" }, "priority"],
  ["an unknown status", { title: "x", status: "paused" }, "status"],
  ["51 tags", { title: "x", tags: Array.from({ length: 51 }, (_, at) => `t${at}`) }, "tags"],
  ["a tag that is no text", { title: "x", tags: ["a", 5] }, "tags.1"],
  ["a description too long", { title: "x", description: "x".repeat(16_385) }, "description"],
  ["a NUL character", { title: "a\0b" }, "title"],
  ["half a surrogate pair", { title: "a\ud83d" }, "title"],
  ["an infinite position", '{"title": "x", "position": 1e999}', "position"],
  ["an id that is no UUID", { title: "x", id: "1" }, "id"],
];

test.each(wrong)("a new task with %s is 422 and names the field", async (_, body, path) => {
  const answer = await person.call("POST", "/tasks", { body });
  expect(answer.status).toBe(422);
  const problem = await problemOf(answer);
  expect(problem.code).toBe("invalid");
  expect(problem.fields?.map((field) => field.path)).toContain(path);
  expect(problem.correlationId).toBe(answer.headers.get("x-correlation-id"));
});

test.each([
  ["PATCH", "", { title: "" }, "title"],
  ["PATCH", "", { deletedAt: null }, "deletedAt"],
  ["PATCH", "", { expectedVersion: 0 }, "expectedVersion"],
  ["PUT", "", {}, "title"],
  ["PUT", "", { title: "x", id: newId() }, "id"],
  ["POST", "/complete", { force: true }, "force"],
] as const)(
  "%s /tasks/{id}%s with %j is 422 and names the field",
  async (method, part, body, path) => {
    const answer = await person.call(method, `/tasks/${task.id}${part}`, { body });
    expect(answer.status).toBe(422);
    expect((await problemOf(answer)).fields?.map((field) => field.path)).toContain(path);
  },
);

test.each([
  ["an array", "[]"],
  ["a string", '"title"'],
  ["null", "null"],
  ["nothing", ""],
])("a body that is %s is 422", async (_, body) => {
  const answer = await person.call("POST", "/tasks", { body });
  expect([answer.status, (await problemOf(answer)).code]).toEqual([422, "invalid"]);
});

test.each(['{"title": ', "title=x", '{"title": "x"}}', "\ufeff{}x"])(
  "a body that is not JSON (%j) is 400",
  async (body) => {
    const answer = await person.call("POST", "/tasks", { body });
    expect([answer.status, (await problemOf(answer)).code]).toEqual([400, "invalid"]);
  },
);

test.each(["text/plain", "application/x-www-form-urlencoded", "application/jsonp", ""])(
  "a body declared as %j is 415",
  async (type) => {
    const headers = { "content-type": type };
    const answer = await person.call("POST", "/tasks", { body: { title: "x" }, headers });
    expect([answer.status, (await problemOf(answer)).code]).toEqual([
      415,
      "unsupported_media_type",
    ]);
  },
);

test("a body of 2 MB is 413, declared or in chunks, and the connection does not hang", async () => {
  const body = JSON.stringify({ title: "x", description: "x".repeat(2_000_000) });
  const declared = await person.call("POST", "/tasks", { body });
  expect([declared.status, (await problemOf(declared)).code]).toEqual([413, "payload_too_large"]);
  const { hostname, port } = new URL(url);
  const status = await new Promise<number | undefined>((resolve, reject) => {
    const headers = {
      authorization: `Bearer ${person.token}`,
      "content-type": "application/json",
      "transfer-encoding": "chunked",
    };
    const sent = request({ hostname, port, method: "POST", path: "/tasks", headers });
    sent.once("response", (answer) => {
      resolve(answer.statusCode);
      answer.resume();
    });
    sent.once("error", reject);
    sent.setTimeout(10_000, () => sent.destroy(new Error("no answer within 10 s")));
    for (let at = 0; at < body.length; at += 65_536) sent.write(body.slice(at, at + 65_536));
    sent.end();
  });
  expect(status).toBe(413);
});

test.each([newId(), "1", "..%2f..%2fetc%2fpasswd", "%00", "x".repeat(300), "Ω"])(
  "an id that is unknown or no id at all (%s) is 404 by every method",
  async (id) => {
    for (const method of ["GET", "PUT", "PATCH", "DELETE"]) {
      const body = method === "GET" || method === "DELETE" ? {} : { body: { title: "x" } };
      const answer = await person.call(method, `/tasks/${id}`, body);
      expect([method, answer.status, (await problemOf(answer)).code]).toEqual([
        method,
        404,
        "not_found",
      ]);
    }
  },
);

const patchedWith = (tag: string) =>
  person.call("PATCH", `/tasks/${task.id}`, {
    body: { title: "x" },
    headers: { "if-match": tag },
  });

test.each(["3", ""])("If-Match %j, which is no ETag, is 422", async (tag) => {
  const answer = await patchedWith(tag);
  expect([answer.status, (await problemOf(answer)).fields?.[0]?.path]).toEqual([422, "If-Match"]);
});

test.each(['"0"', '"x"', 'W/"998"', '"998-gzip"', '"998", "999"'])(
  "If-Match %j, which the task does not have, is 412",
  async (tag) => {
    const answer = await patchedWith(tag);
    expect([answer.status, (await problemOf(answer)).code]).toEqual([412, "version_mismatch"]);
  },
);

test.each([
  ["no token", {}],
  ["an empty token", { authorization: "Bearer " }],
  ["an unknown token", { authorization: `Bearer ${"x".repeat(32)}` }],
  ["another scheme", { authorization: "Basic YWRhOmFkYQ==" }],
  ["a cookie of nonsense", { cookie: "punctual.session_token=x.y" }],
])("a request with %s is 401 and says how to sign in", async (_, headers) => {
  const answer = await send(url, "POST", "/tasks", { body: { title: "x" }, headers });
  expect([answer.status, (await problemOf(answer)).code]).toEqual([401, "unauthenticated"]);
  expect(answer.headers.get("www-authenticate")).toBe("Bearer");
});

test("an expired token is 401 as an unknown one, by bearer and by cookie", async () => {
  const own = await signUp(url);
  await own.create({ title: "x" });
  await db.query(
    `update "session" set "expiresAt" = now() - interval '1 second' where "userId" = $1`,
    [own.userId],
  );
  // Who asks is remembered for a second, and this changed the table behind the gateway's back.
  const ways = [() => own.call("GET", "/tasks"), () => own.callByCookie("GET", "/tasks")];
  for (const ask of ways)
    await vi.waitFor(async () => expect((await ask()).status).toBe(401), 5_000);
  for (const ask of ways) expect((await problemOf(await ask())).code).toBe("unauthenticated");
});

test("an unknown path is 404 and a wrong method 405 with Allow, both as problem+json", async () => {
  const nowhere = await person.call("GET", "/nowhere");
  expect([nowhere.status, (await problemOf(nowhere)).code]).toEqual([404, "not_found"]);
  const wrongMethod = await person.call("PUT", "/tasks", { body: {} });
  expect(wrongMethod.status).toBe(405);
  expect(wrongMethod.headers.get("allow")).toContain("POST");
  expect((await problemOf(wrongMethod)).status).toBe(405);
});

test.each([
  ["an empty message", { message: "  " }, "message"],
  ["no message", {}, "message"],
  ["a message of 2001 characters", { message: "x".repeat(2001) }, "message"],
  ["an unknown zone", { message: "help", timeZone: "Mars/Base" }, "timeZone"],
  ["an unknown field", { message: "help", admin: true }, "admin"],
])("a chat with %s is 422 and names the field", async (_, body, path) => {
  const answer = await person.call("POST", "/chat", { body });
  expect(answer.status).toBe(422);
  expect((await problemOf(answer)).fields?.map((field) => field.path)).toContain(path);
});

test.each([
  ["an address that is none", { email: "ada" }, "email"],
  ["a short password", { password: "short" }, "password"],
  ["no name", { name: "" }, "name"],
  ["an unknown field", { role: "admin" }, "role"],
])("a sign-up with %s is 422 and names the field", async (_, more, path) => {
  const body = { name: "Ada", email: `${newId()}@example.com`, password: "long enough", ...more };
  const answer = await send(url, "POST", "/api/auth/sign-up/email", { body });
  expect(answer.status).toBe(422);
  expect((await problemOf(answer)).fields?.map((field) => field.path)).toContain(path);
});

test("a wrong password and an unknown address are refused with the same words", async () => {
  const signIn = (email: string) =>
    send(url, "POST", "/api/auth/sign-in/email", { body: { email, password: "not this one" } });
  const [known, unknown] = await Promise.all([
    signIn(person.email).then(problemOf),
    signIn(`${newId()}@example.com`).then(problemOf),
  ]);
  expect(known.status).toBe(401);
  expect({ ...known, correlationId: "" }).toEqual({ ...unknown, correlationId: "" });
});

// What every answer of the edge has, and how it says that something is down.
import { expect, test } from "vitest";
import { ActorUnavailable } from "../../actors/client.ts";
import { newId } from "../../domain/ids.ts";
import { Problem } from "../../domain/problem.ts";
import { createTestApp, noDatabase, publicUrl, signedIn } from "../../tests/gateway-app.ts";
import type { AppDeps } from "../deps.ts";

const userId = newId();
const app = (over: Partial<AppDeps> = {}) =>
  createTestApp(noDatabase, { ...signedIn(userId), ...over });
const token = "any";

const problemOf = async (answer: Response) => {
  expect(answer.headers.get("content-type")).toBe("application/problem+json");
  const problem = Problem.parse(await answer.json());
  expect(problem.status).toBe(answer.status);
  expect(problem.correlationId).toBe(answer.headers.get("x-correlation-id"));
  return problem;
};

test("every answer carries its correlation id and a trace; the caller's are kept", async () => {
  const { call } = await app();
  const correlationId = newId();
  const trace = "4bf92f3577b34da6a3ce929d0e0e4736";
  const answer = await call("GET", "/healthz", {
    headers: { "x-correlation-id": correlationId, traceparent: `00-${trace}-00f067aa0ba902b7-01` },
  });
  expect(answer.headers.get("x-correlation-id")).toBe(correlationId);
  expect(answer.headers.get("traceparent")).toMatch(
    new RegExp(`^00-${trace}-(?!00f067aa0ba902b7)[0-9a-f]{16}-01$`),
  );
  const fresh = await call("GET", "/nothing", {
    headers: {
      "x-correlation-id": "mine",
      traceparent: `00-${"0".repeat(32)}-00f067aa0ba902b7-01`,
    },
  });
  expect(fresh.headers.get("x-correlation-id")).toMatch(/^[0-9a-f]{8}-/);
  expect(fresh.headers.get("traceparent")).not.toContain("0".repeat(32));
});

test("every answer tells the browser to take nothing from elsewhere", async () => {
  const { call } = await app();
  for (const path of ["/healthz", "/nothing", "/docs"]) {
    const { headers } = await call("GET", path);
    const policy = headers.get("content-security-policy") ?? "";
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain(publicUrl.replace("http", "ws"));
    expect(policy).not.toContain("unsafe");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
  }
});

test("a part that is down is 503 with Retry-After, a bug is 500 and keeps its text to itself", async () => {
  const refused = Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" });
  for (const [error, status] of [
    [new ActorUnavailable(refused), 503],
    [refused, 503],
    [new Error("secret detail"), 500],
  ] as const) {
    const { call } = await app({
      chat: async () => {
        throw error;
      },
    });
    const answer = await call("POST", "/chat", { token, body: { message: "hello" } });
    expect(answer.status).toBe(status);
    expect(answer.headers.get("retry-after")).toBe(status === 503 ? "2" : null);
    expect((await problemOf(answer)).detail).not.toContain("secret");
  }
});

test("a chat message is trimmed, bounded and handed on with its origin", async () => {
  const asked: unknown[] = [];
  const { call } = await app({
    chat: async (request) => {
      asked.push(request);
      return {
        ok: true,
        value: {
          correlationId: request.origin.correlationId,
          turnId: request.origin.correlationId,
          undoable: false,
          undoes: null,
          interpreter: "grammar",
          text: "",
          changes: [],
          tasks: [],
          choices: [],
        },
      };
    },
  });
  const answer = await call("POST", "/api/v1/chat", {
    token,
    body: { message: "  help ", timeZone: "Europe/Berlin" },
    headers: { "idempotency-key": "k1", "x-device-id": "phone" },
  });
  expect(answer.status).toBe(200);
  expect(asked).toMatchObject([
    {
      userId,
      message: "help",
      timeZone: "Europe/Berlin",
      key: "k1",
      origin: { source: "chat", device: "phone", actorId: userId },
    },
  ]);
  for (const body of [
    { message: " " },
    { message: "x".repeat(2001) },
    { message: "x", timeZone: "Moon" },
    {},
  ]) {
    expect((await call("POST", "/chat", { token, body })).status).toBe(422);
  }
});

test("while the database is away every door says 503, accounts too", async () => {
  const { call } = await createTestApp(noDatabase);
  const body = { name: "Ada", email: "ada@example.com", password: "correct horse battery" };
  for (const answer of [
    await call("GET", "/tasks", { token: "t".repeat(32) }),
    await call("POST", "/api/auth/sign-up/email", { body }),
    await call("POST", "/api/auth/sign-in/email", { body: { email: body.email, password: "x" } }),
  ]) {
    expect(answer.status).toBe(503);
    expect(answer.headers.get("retry-after")).toBe("2");
    expect((await problemOf(answer)).code).toBe("unavailable");
  }
});

test("a page of another allowed origin may call with a token; a page of any other may not read the answer", async () => {
  const { call } = await app({ origins: [publicUrl, "https://app.example"] });
  const asked = (origin: string) => call("GET", "/healthz", { headers: { origin } });
  const allowed = (await asked("https://app.example")).headers;
  expect(allowed.get("access-control-allow-origin")).toBe("https://app.example");
  expect(allowed.get("access-control-allow-credentials")).toBeNull();
  const foreign = (await asked("https://evil.example")).headers;
  expect(foreign.get("access-control-allow-origin")).toBeNull();
});

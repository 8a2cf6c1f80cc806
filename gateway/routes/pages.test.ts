// The documents a person opens in a browser: the page, /docs, /openapi.json and the health pages.
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from "vitest";
import { Problem } from "../../domain/problem.ts";
import type { FeedState } from "../deps.ts";
import { createTestApp, noDatabase, type TestApp } from "../../tests/gateway-app.ts";

let folder: string;
let gateway: TestApp;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "punctual-page-"));
  await mkdir(join(folder, "assets"));
  await writeFile(join(folder, "index.html"), "<!doctype html><title>Punctual</title>");
  await writeFile(join(folder, "assets", "index-abc123.js"), "export {};");
  await writeFile(join(folder, "secret.txt"), "not for the web");
  gateway = await createTestApp(noDatabase, { webRoot: folder });
});
afterAll(() => rm(folder, { recursive: true }));

test("the page is asked about each time, its assets are kept for a year", async () => {
  const page = await gateway.call("GET", "/");
  expect([page.status, page.headers.get("cache-control")]).toEqual([200, "no-cache"]);
  expect(page.headers.get("content-type")).toContain("text/html");
  const etag = page.headers.get("etag") ?? "";
  expect((await gateway.call("GET", "/", { headers: { "if-none-match": etag } })).status).toBe(304);
  const script = await gateway.call("GET", "/assets/index-abc123.js");
  expect(script.headers.get("cache-control")).toContain("immutable");
  expect(script.headers.get("content-type")).toContain("javascript");
});

test("every address of the page is the page, also one with a name in it", async () => {
  const html = { headers: { accept: "text/html,application/xhtml+xml,*/*;q=0.8" } };
  for (const path of [
    "/inbox",
    "/all",
    "/today",
    "/upcoming",
    "/done",
    "/trash",
    "/project/Home%20%26%20Garden",
    "/tag/%C3%BCber",
    "/filter?q=overdue%20%26%20p1",
    "/filter/018f",
    "/task/018f",
    "/settings",
    "/account",
  ]) {
    const page = await gateway.call("GET", path, html);
    expect([path, page.status, page.headers.get("content-type")]).toEqual([
      path,
      200,
      expect.stringContaining("text/html"),
    ]);
    expect(await page.text()).toContain("<title>Punctual</title>");
  }
});

test("what is no address of the page is none, and the API stays the API", async () => {
  const html = { headers: { accept: "text/html" } };
  for (const path of ["/nowhere", "/task", "/task/1/2", "/api/v1/nowhere", "/api/today"])
    expect([path, (await gateway.call("GET", path, html)).status]).toEqual([path, 404]);
  const asked = await gateway.call("GET", "/settings", { headers: { accept: "*/*" } });
  expect(asked.headers.get("content-type")).toContain("json");
  const inApi = await gateway.call("GET", "/api/v1/settings", html);
  expect(inApi.headers.get("content-type")).toContain("json");
});

test("nothing outside the built page is served", async () => {
  for (const path of [
    "/secret.txt",
    "/assets/..%2Fsecret.txt",
    "/assets/../secret.txt",
    "/assets/.hidden",
    "/assets/",
  ]) {
    expect((await gateway.call("GET", path)).status).toBe(404);
  }
});

test("a page that is not built says how to build it", async () => {
  const answer = await (await createTestApp(noDatabase)).call("GET", "/");
  expect(answer.status).toBe(503);
  expect(Problem.parse(await answer.json()).detail).toContain("npm start");
});

test("/docs shows Swagger UI from this server alone", async () => {
  const page = await (await gateway.call("GET", "/docs")).text();
  expect(page).not.toMatch(/https?:\/\//);
  const sources = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, source]) => source ?? "");
  expect(sources).toHaveLength(4);
  for (const source of sources) expect((await gateway.call("GET", source)).status).toBe(200);
  expect((await gateway.call("GET", "/docs/package.json")).status).toBe(404);
});

test("/openapi.json describes every route of the API, its errors and how to sign in", async () => {
  const document = (await (await gateway.call("GET", "/api/v1/openapi.json")).json()) as {
    openapi: string;
    paths: Record<string, Record<string, { responses: Record<string, unknown>; summary?: string }>>;
    components: { schemas: Record<string, { example?: unknown }>; securitySchemes: object };
  };
  expect(document.openapi).toBe("3.1.0");
  expect(Object.keys(document.components.securitySchemes)).toEqual(["bearer", "cookie"]);
  expect(document.components.schemas["Task"]?.example).toMatchObject({ title: "Buy groceries" });
  const described = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
  expect(described.toSorted()).toEqual(
    [
      "DELETE /filters/{filter}",
      "DELETE /projects/{project}",
      "DELETE /projects/{project}/sections/{section}",
      "DELETE /tags/{tag}",
      "GET /filters",
      "GET /projects",
      "GET /projects/{project}",
      "GET /tags",
      "PATCH /filters/{filter}",
      "PATCH /projects/{project}",
      "PATCH /projects/{project}/sections/{section}",
      "PATCH /tags/{tag}",
      "POST /filters",
      "POST /projects",
      "POST /projects/{project}/merge",
      "POST /projects/{project}/sections",
      "POST /tags",
      "POST /tags/{tag}/merge",
      "DELETE /account/invitations/{id}",
      "DELETE /account/sessions/{id}",
      "GET /account",
      "GET /account/events",
      "GET /account/export",
      "GET /account/invitations",
      "GET /account/sessions",
      "GET /api/auth/doors",
      "PATCH /account",
      "POST /account/delete",
      "POST /account/email",
      "POST /account/invitations",
      "POST /account/password",
      "POST /account/recovery-code",
      "POST /account/sessions/end-others",
      "POST /api/auth/confirm-email",
      "POST /api/auth/forgot-password",
      "POST /api/auth/reset-password",
      "DELETE /push/subscriptions",
      "DELETE /reminders/{id}",
      "DELETE /tasks/{id}",
      "DELETE /tokens/{id}",
      "DELETE /push/subscriptions/{id}",
      "GET /push/subscriptions",
      "DELETE /trash",
      "DELETE /trash/{id}",
      "GET /trash",
      "GET /api/auth/get-session",
      "GET /conversation",
      "GET /events",
      "GET /health",
      "GET /health/live",
      "GET /health/ready",
      "GET /push/key",
      "GET /reminders",
      "GET /reminders/{id}",
      "GET /search",
      "GET /settings",
      "GET /settings/channels",
      "GET /settings/webhook-secret",
      "GET /tasks",
      "GET /tasks/{id}",
      "GET /tasks/{id}/occurrences",
      "GET /tokens",
      "GET /zones",
      "POST /recurrence/preview",
      "PATCH /reminders/{id}",
      "PATCH /settings",
      "PATCH /tasks/{id}",
      "POST /api/auth/sign-in/email",
      "POST /api/auth/sign-out",
      "POST /api/auth/sign-up/email",
      "POST /chat",
      "POST /history/redo",
      "POST /history/undo",
      "POST /push/subscriptions",
      "POST /reminders",
      "POST /reminders/{id}/acknowledge",
      "POST /reminders/{id}/snooze",
      "POST /settings/channels/{channel}/test",
      "POST /settings/webhook-secret",
      "POST /tasks",
      "POST /tasks/{id}/complete",
      "POST /tasks/{id}/reopen",
      "POST /tasks/{id}/restore",
      "POST /tasks/{id}/skip",
      "POST /tokens",
      "PUT /tasks/{id}",
    ].toSorted(),
  );
  const responses = document.paths["/tasks"]?.["post"]?.responses ?? {};
  expect(Object.keys(responses)).toEqual([
    "201",
    "400",
    "401",
    "409",
    "413",
    "415",
    "422",
    "429",
    "503",
  ]);
  expect(JSON.stringify(responses)).toContain("#/components/schemas/Problem");
});

test("live says ok without asking anyone; ready and health say what is down", async () => {
  for (const path of ["/healthz", "/health/live", "/api/v1/health/live"]) {
    expect((await gateway.call("GET", path)).status).toBe(200);
  }
  expect((await gateway.call("GET", "/health/ready")).status).toBe(503);
  const health = await gateway.call("GET", "/health");
  expect(health.status).toBe(503);
  expect(await health.json()).toMatchObject({
    status: "down",
    dependencies: {
      database: { status: "down" },
      actors: { status: "up" },
      feed: { status: "up" },
    },
  });
});

test("one that is ending is not ready, so that nobody new comes, and alive", async () => {
  let ending = false;
  const query = async () => ({ rows: [] });
  const app = await createTestApp(noDatabase, {
    isEnding: () => ending,
    db: { query } as never,
  });
  const status = async (path: string) => (await app.call("GET", path)).status;
  expect(await status("/health/ready")).toBe(200);
  ending = true;
  expect(await status("/health/ready")).toBe(503);
  expect(await status("/health/live")).toBe(200);
});

test("what goes down later does not end being ready, for it is down for every gateway and somebody has to say so", async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  onTestFinished(() => void vi.useRealTimers());
  let isDown = false;
  const query = async () => {
    if (isDown) throw new Error("away");
    return { rows: [] };
  };
  const app = await createTestApp(noDatabase, { db: { query } as never });
  const status = async (path: string) => (await app.call("GET", path)).status;
  expect(await status("/health/ready")).toBe(200);
  isDown = true;
  vi.setSystemTime(Date.now() + 2_000); // a look is kept for a second
  expect(await status("/health")).toBe(503);
  expect(await status("/health/ready")).toBe(200);
});

test("without its feed a gateway is degraded, and ready as soon as the feed was up once", async () => {
  let state: FeedState = "starting";
  const query = async () => ({ rows: [] });
  const app = await createTestApp(noDatabase, {
    feedState: () => state,
    db: { query } as never,
  });
  const ready = async () => (await app.call("GET", "/health/ready")).status;
  expect(await ready()).toBe(503);
  state = "up";
  expect(await ready()).toBe(200);
  state = "down";
  expect(await ready()).toBe(200);
});

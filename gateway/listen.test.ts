// The app on a real port: what only shows with a real connection.
import { once } from "node:events";
import { request } from "node:http";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createTestApp, noDatabase } from "../tests/gateway-app.ts";
import { listen, type Listening } from "./listen.ts";

let server: Listening;
const waiting: (() => void)[] = [];
beforeEach(async () => {
  const { app } = await createTestApp(noDatabase);
  app.get("/test/slow", async (c) => {
    await new Promise<void>((resolve) => waiting.push(resolve));
    return c.text("done");
  });
  server = await listen(app, { host: "127.0.0.1", port: 0 });
});
afterEach(() => server.stop(1_000));
const at = (path: string) => `http://127.0.0.1:${server.port}${path}`;

test("a 2 MB body is answered with 413, and the connection's next request is served", async () => {
  const big = await fetch(at("/tasks"), {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ title: "x", description: "d".repeat(2_000_000) }),
  });
  expect(big.status).toBe(413);
  expect(((await big.json()) as { code: string }).code).toBe("payload_too_large");
  expect((await fetch(at("/healthz"))).status).toBe(200);
});

test("a body without a declared length is cut off at the limit", async () => {
  const upload = request(at("/tasks"), {
    method: "POST",
    headers: { "content-type": "application/json" },
  });
  upload.on("error", () => undefined); // the server may hang up on what it does not want
  const answered = once(upload, "response");
  for (let count = 0; count < 30; count += 1) upload.write("x".repeat(64 * 1024));
  const [response] = await answered;
  expect(response.statusCode).toBe(413);
  upload.destroy();
});

test("stopping lets a request under way end and takes no other", async () => {
  const slow = fetch(at("/test/slow"));
  while (waiting.length === 0) await new Promise((resolve) => setImmediate(resolve));
  const stopped = server.stop(5_000);
  await expect(fetch(at("/healthz"))).rejects.toThrow("fetch failed");
  waiting[0]?.();
  expect(await (await slow).text()).toBe("done");
  await stopped;
});

test("one that retires answers as before and ends each connection behind its answer", async () => {
  expect((await fetch(at("/healthz"))).headers.get("connection")).toBe("keep-alive");
  server.retire();
  const answer = await fetch(at("/healthz"));
  expect([answer.status, answer.headers.get("connection")]).toEqual([200, "close"]);
});

test("a taken port is an error, not a silence", async () => {
  const { app } = await createTestApp(noDatabase);
  await expect(listen(app, { host: "127.0.0.1", port: server.port })).rejects.toThrow("EADDRINUSE");
});

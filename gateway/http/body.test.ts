// What a client may send as a body, over a real server: the request objects of a test are not those of the server.
import { request } from "node:http";
import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "../../domain/ids.ts";
import { createTestApp, noDatabase } from "../../tests/gateway-app.ts";
import { listen, type Listening } from "../listen.ts";
import { maxBodyBytes } from "./body.ts";

let server: Listening;
beforeAll(async () => {
  const known = {
    userId: newId(),
    token: "t".repeat(32),
    by: "bearer" as const,
    access: "write" as const,
    mayRenew: false,
  };
  const sessions = { ofBearer: async () => known, ofCookie: async () => null };
  const { app } = await createTestApp(noDatabase, { sessions });
  server = await listen(app, { host: "127.0.0.1", port: 0 });
});
afterAll(() => server.stop(1_000));

/** Sends chunks without saying how long they are together; answers with the status. */
const send = (method: string, path: string, chunks: string[]): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    const headers = { authorization: "Bearer any", "content-type": "application/json" };
    const sent = request({ port: server.port, host: "127.0.0.1", method, path, headers });
    sent.on("response", (answer) => {
      resolve(answer.statusCode);
      answer.resume();
    });
    sent.on("error", reject);
    for (const chunk of chunks) sent.write(chunk);
    sent.end();
  });

test("a body in chunks of unknown length is read as any other", async () => {
  expect(await send("PATCH", "/settings", ['{"weekStart":', "7}"])).toBe(200);
  expect(await send("PATCH", "/settings", ['{"timeZone":', '"Mars"}'])).toBe(422);
  expect(await send("PATCH", "/settings", ['{"timeZone":'])).toBe(400);
});

test("a body in chunks that passes the limit is refused", async () => {
  const chunk = "x".repeat(64 * 1024);
  const chunks = Array.from({ length: maxBodyBytes / chunk.length + 1 }, () => chunk);
  expect(await send("PATCH", "/settings", chunks)).toBe(413);
});

test("a change without any body and length passes", async () => {
  expect(await send("POST", "/nowhere", [])).toBe(404);
  expect(await send("DELETE", `/nowhere/${newId()}`, [])).toBe(404);
});

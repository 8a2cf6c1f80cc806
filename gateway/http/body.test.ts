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
  const forget = () => undefined;
  const sessions = { ofBearer: async () => known, ofCookie: async () => null, forget };
  const { app } = await createTestApp(noDatabase, { sessions });
  server = await listen(app, { host: "127.0.0.1", port: 0 });
});
afterAll(() => server.stop(1_000));

/** Sends chunks without saying how long they are together; answers with the status. */
const send = (
  method: string,
  path: string,
  chunks: (string | Buffer)[],
  more: Record<string, string> = { authorization: "Bearer any" },
): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    const headers = { "content-type": "application/json", ...more };
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
  // It was read and taken: only then the database is asked, which is not there.
  expect(await send("PATCH", "/settings", ['{"weekStart":', "7}"])).toBe(503);
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

const deep = (levels: number): string =>
  `${'{"a":'.repeat(levels)}${"[".repeat(levels)}1${"]".repeat(levels)}${"}".repeat(levels)}`;
const doors = [
  ["POST", "/tasks"],
  ["PATCH", `/tasks/${newId()}`],
  ["POST", "/chat"],
  ["POST", "/mcp"],
  ["POST", "/api/auth/sign-up/email"],
  ["POST", "/api/auth/reset-password"],
] as const;

test.each(doors)(
  "%s %s refuses a body nested too deep, in one piece or in many",
  async (method, path) => {
    const body = deep(5_000);
    expect(await send(method, path, [body])).toBe(400);
    expect(await send(method, path, [body], known(body.length))).toBe(400);
  },
);

test.each(doors)(
  "%s %s refuses what is no UTF-8, and what says to be something else",
  async (method, path) => {
    const latin = Buffer.from('{"title":"caf\xe9","message":"caf\xe9"}', "latin1");
    expect(await send(method, path, [latin])).toBe(400);
    const utf16 = Buffer.from('{"title":"x"}', "utf16le");
    const declared = {
      authorization: "Bearer any",
      "content-type": "application/json; charset=utf-16",
    };
    expect(await send(method, path, [utf16], declared)).toBe(415);
  },
);

const known = (length: number) => ({
  authorization: "Bearer any",
  "content-length": String(length),
});

test("before anyone is known a body may be small only, on any path, declared or not", async () => {
  const body = JSON.stringify({ title: "x".repeat(70_000) });
  for (const path of ["/tasks", "/nowhere", "/mcp", "/api/auth/sign-in/email"]) {
    expect(await send("POST", path, [body], {})).toBe(413);
    expect(await send("POST", path, [body], { "content-length": String(body.length) })).toBe(413);
    expect(await send("POST", path, [deep(1_000)], {})).toBe(400);
  }
  expect(await send("POST", "/api/auth/sign-in/email", [body], { cookie: "any=thing" })).toBe(413);
});

test("a change without a body is no change", async () => {
  for (const path of ["/settings", `/tasks/${newId()}`]) {
    expect(await send("PATCH", path, [])).toBe(400);
    expect(await send("PATCH", path, [], { ...known(0), "content-type": "" })).toBe(400);
  }
});

test("an empty body is none, whether its type is said or not: all goes well where none is needed, and what is missing is named elsewhere", async () => {
  for (const type of ["application/json", "application/json; charset=utf-8", ""]) {
    for (const more of [{}, { "content-length": "0" }]) {
      const headers = { authorization: "Bearer any", "content-type": type, ...more };
      for (const verb of ["complete", "skip", "reopen", "restore"])
        expect(await send("POST", `/tasks/${newId()}/${verb}`, [], headers)).toBe(503);
      expect(await send("POST", `/tasks`, [], headers)).toBe(422);
      expect(await send("POST", `/chat`, [], headers)).toBe(422);
      expect(await send("POST", `/mcp`, [], headers)).toBe(400);
    }
  }
});

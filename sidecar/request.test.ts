// The wire to the sidecar, against a small server.
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { request } from "./request.ts";

let server: Server;
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const serve = async (listener: RequestListener): Promise<number> => {
  server = createServer(listener);
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  return (server.address() as AddressInfo).port;
};
const ask = (port: number, more: { body?: string; deadlineMs?: number } = {}) =>
  request({ port, method: "POST", path: "/x", headers: { a: "b" }, deadlineMs: 2_000, ...more });

test("the answer comes whole, with its status, and the connection is used again", async () => {
  let connections = 0;
  const port = await serve((incoming, answer) => {
    let got = "";
    incoming.on("data", (chunk: Buffer) => (got += chunk.toString()));
    incoming.on("end", () => {
      answer.statusCode = 418;
      const { a, "content-length": length } = incoming.headers;
      answer.write(`${String(a)} ${String(length)} `);
      answer.end(got);
    });
  });
  server.on("connection", () => (connections += 1));
  expect(await ask(port, { body: "ü" })).toEqual({ status: 418, body: "b 2 ü" });
  expect(await ask(port)).toEqual({ status: 418, body: "b 0 " });
  expect(connections).toBe(1);
});

test("an answer that does not come, or does not end, is a TimeoutError at the deadline", async () => {
  const silent = await serve(() => undefined);
  await expect(ask(silent, { deadlineMs: 50 })).rejects.toMatchObject({ name: "TimeoutError" });
  server.closeAllConnections();
  server.close();
  const endless = await serve((_, answer) => void answer.write("and then"));
  await expect(ask(endless, { deadlineMs: 100 })).rejects.toMatchObject({ name: "TimeoutError" });
});

test("where nobody listens, or the line is cut in the middle, it throws what the socket says", async () => {
  const port = await serve((_, answer) => {
    answer.write("half", () => answer.destroy());
  });
  await expect(ask(port)).rejects.toMatchObject({ code: "ECONNRESET" });
  server.closeAllConnections();
  await new Promise((resolve) => {
    server.close(resolve);
  });
  await expect(ask(port)).rejects.toMatchObject({ code: "ECONNREFUSED" });
});

test("what a burst opened is closed again down to 64 connections", async () => {
  const waiting: (() => void)[] = [];
  const port = await serve((_, answer) => {
    waiting.push(() => answer.end());
    if (waiting.length === 100) for (const answerOne of waiting) answerOne();
  });
  const closed: Promise<void>[] = [];
  server.on("connection", (socket) => {
    closed.push(new Promise((resolve) => void socket.on("close", resolve)));
  });
  await Promise.all(Array.from({ length: 100 }, () => ask(port)));
  let left = 0;
  await new Promise<void>((resolve) => {
    for (const one of closed) void one.then(() => (left += 1) === 36 && resolve());
  });
  const open = await new Promise<number>((resolve) => {
    server.getConnections((_, count) => resolve(count));
  });
  expect(open).toBe(64);
});

// A server that closes is closed once its answers are given, whatever its callers keep open. Needs nothing.
import { once } from "node:events";
import { Agent, createServer, get, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, test } from "vitest";
import { closeServer } from "./close-server.ts";

/** Keeps its one connection, as a sidecar does. */
let agent: Agent;
const answers: ServerResponse[] = [];
const server = () =>
  createServer({ keepAliveTimeout: 600_000 }, (request, response) => {
    if (request.url === "/slow") answers.push(response);
    else response.end("well");
  });

beforeEach(() => {
  agent = new Agent({ keepAlive: true, maxSockets: 1 });
  answers.length = 0;
});
afterEach(() => agent.destroy());

const listening = async () => {
  const made = server().listen(0, "127.0.0.1");
  await once(made, "listening");
  const { port } = made.address() as AddressInfo;
  const ask = async (path: string): Promise<string> => {
    const asked = get({ port, path, agent, host: "127.0.0.1" });
    const [response] = await once(asked, "response");
    return (await response.toArray()).join("");
  };
  return { made, ask };
};

test("a connection that nobody uses holds up nothing", async () => {
  const { made, ask } = await listening();
  await ask("/");
  await closeServer(made);
  expect(made.listening).toBe(false);
});

test("a connection whose answer was under way ends behind it, although its caller would ask again and again", async () => {
  const { made, ask } = await listening();
  const slow = ask("/slow");
  await once(made, "request");
  const closed = closeServer(made);
  const next = ask("/").catch(() => "hung up");
  answers[0]?.end("done");
  expect(await slow).toBe("done");
  await closed;
  expect(["well", "hung up"]).toContain(await next);
});

// The actors process told to end: what it has answered and still publishes goes out first.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { createInterface } from "node:readline";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { afterEach, expect, test } from "vitest";
import { newId } from "../domain/ids.ts";
import { freePort } from "../tests/dapr.ts";

const started: (ChildProcess | Server)[] = [];
afterEach(() => {
  for (const one of started.splice(0)) {
    if ("pid" in one) one.kill("SIGKILL");
    else (one as Server).close();
  }
});

/** A sidecar that keeps nothing and answers to what is published when the test says so. */
const aSidecar = async () => {
  const held: ServerResponse[] = [];
  const published: string[] = [];
  let takes = false;
  const answer = (path: string, body: string, response: ServerResponse): void => {
    response.statusCode = 204;
    if (!path.startsWith("/v1.0/publish")) return void response.end();
    const entries = JSON.parse(body) as {
      event: { subject: string };
    }[];
    published.push(...entries.map(({ event }) => event.subject));
    if (takes) response.end();
    else held.push(response);
  };
  const server = createServer((request, response) => {
    void text(request).then((body) => answer(request.url ?? "", body, response));
  }).listen(0, "127.0.0.1");
  started.push(server);
  await once(server, "listening");
  return {
    port: (server.address() as AddressInfo).port,
    published,
    take: () => {
      takes = true;
      for (const response of held.splice(0)) response.end();
    },
  };
};

const startActors = async (sidecarPort: number) => {
  const main = fileURLToPath(new URL("main.ts", import.meta.url));
  const port = await freePort();
  const child = spawn(process.execPath, [main], {
    env: {
      PORT: String(port),
      DAPR_HTTP_PORT: String(sidecarPort),
      DAPR_API_TOKEN: "sidecar-token",
      APP_API_TOKEN: "app-token",
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  started.push(child);
  const [line] = (await once(createInterface({ input: child.stdout }), "line")) as [string];
  expect(line).toContain("the actors listen");
  return { child, url: `http://127.0.0.1:${port}` };
};

const create = async (url: string): Promise<string> => {
  const taskId = newId();
  const ids = {
    commandId: newId(),
    correlationId: newId(),
    causationId: newId(),
    actorId: newId(),
  };
  const answer = await fetch(`${url}/actors/TaskActor/${taskId}/method/execute`, {
    method: "PUT",
    headers: { "dapr-api-token": "app-token", connection: "close" },
    body: JSON.stringify({
      v: 1,
      command: { type: "task.create", taskId, fields: { title: "milk" } },
      origin: { ...ids, source: "rest", device: null, traceparent: null },
    }),
  });
  expect(answer.status).toBe(200);
  return taskId;
};

/** Resolves once nobody listens there any more. */
const untilClosed = async (url: string): Promise<void> => {
  while (await fetch(`${url}/healthz`, { headers: { connection: "close" } }).catch(() => null));
};

test("what was answered and waits to be published goes out before the process ends", async () => {
  const sidecar = await aSidecar();
  const { child, url } = await startActors(sidecar.port);
  const exited = once(child, "exit");
  const first = await create(url);
  // Waits in the process: the first one's message to the same topic is under way.
  const second = await create(url);
  child.kill("SIGTERM");
  await untilClosed(url);
  sidecar.take();
  expect(await exited).toEqual([0, null]);
  expect(sidecar.published).toEqual(expect.arrayContaining([first, second]));
});

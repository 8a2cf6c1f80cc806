import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { afterEach, expect, test } from "vitest";
import { lookAtDisk, lookAtHealth, lookAtNode } from "./findings.ts";

const servers: { close(): void }[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

const serving = async (body: unknown): Promise<string> => {
  const server = createServer((_, answer) => answer.end(JSON.stringify(body)));
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

test("old time zone data are wrong, and it says what to do", () => {
  const now = new Date("2026-11-29T00:00:00Z");
  const [, zones] = lookAtNode(now, "2024b");
  expect(zones).toMatchObject({ said: "2024b (Node's own: 2024b)" });
  expect(zones?.problem).toMatch(/older than 2026f.*npm start/);
  expect(lookAtNode(now, "2026e")[1]).toEqual({
    name: "time zones",
    said: "2026f (Node's own: 2026e)",
  });
});

test("a part that is down is named with its reason", async () => {
  const url = await serving({
    status: "degraded",
    dependencies: {
      database: { status: "up", ms: 1 },
      feed: { status: "down", reason: "no Kafka" },
    },
  });
  const found = await lookAtHealth(url);
  expect(found.map(({ name, problem }) => [name, problem === undefined])).toEqual([
    ["gateway", true],
    ["database", true],
    ["feed", false],
  ]);
  expect(found[2]?.problem).toMatch(/^no Kafka/);
});

test("a gateway that does not answer is said to be silent", async () => {
  const url = await serving({});
  servers.splice(0).forEach((server) => server.close());
  expect((await lookAtHealth(url))[0]).toMatchObject({ name: "gateway", said: "silent" });
});

test("a data directory that is not there yet is no fault", async () => {
  expect(await lookAtDisk("/nowhere/at/all")).toEqual({
    name: "disk",
    said: "no data at /nowhere/at/all yet; npm start makes them",
  });
});

test("a data directory that cannot be looked at is wrong", async () => {
  const file = fileURLToPath(import.meta.url);
  const found = await lookAtDisk(`${file}/below`);
  expect(found).toMatchObject({ name: "disk", said: "not seen" });
  expect(found.problem).toMatch(/^ENOTDIR.*--data-dir/);
});

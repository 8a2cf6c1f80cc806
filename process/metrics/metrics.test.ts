// What is measured can be read on a port of its own, by who may, and what cannot be known is not said.
import { createServer } from "node:net";
import { afterEach, expect, test } from "vitest";
import * as z from "zod";
import { metricsAreGuarded, metricsFields, metricsUnguarded } from "./config.ts";
import { counter, gauge, histogram, watchPool } from "./instruments.ts";
import { serveMetrics } from "./serve.ts";

const log = { info: () => undefined, error: () => undefined };
const servers: { stop(): void }[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.stop();
});

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });

const served = async (token?: string) => {
  const port = await freePort();
  const options = { METRICS_PORT: port, METRICS_HOST: "127.0.0.1", METRICS_TOKEN: token };
  const server = serveMetrics("test", options, log);
  servers.push(server);
  await server.listening;
  return (path = "/metrics", headers: Record<string, string> = {}) =>
    fetch(`http://127.0.0.1:${port}${path}`, { headers });
};

test("what was counted, sorted and shown is in the answer, and Node's own delay of the event loop", async () => {
  counter("punctual_test_total", "For this test.", ["kind"]).inc({ kind: "a" }, 2);
  histogram("punctual_test_seconds", "For this test.", ["kind"], [0.1, 1]).observe(
    { kind: "a" },
    0.5,
  );
  watchPool({ totalCount: 5, idleCount: 3, waitingCount: 1 });
  const answer = await (await served())();
  expect(answer.headers.get("content-type")).toMatch(/^text\/plain; version=0\.0\.4/);
  const lines = (await answer.text()).split("\n");
  for (const line of [
    'punctual_test_total{kind="a"} 2',
    'punctual_test_seconds_bucket{le="0.1",kind="a"} 0',
    'punctual_test_seconds_bucket{le="1",kind="a"} 1',
    'punctual_database_connections{state="busy"} 2',
    'punctual_database_connections{state="waiting"} 1',
  ])
    expect(lines).toContain(line);
  expect(lines.some((line) => line.startsWith("nodejs_eventloop_lag_p99_seconds "))).toBe(true);
});

test("a gauge of which nothing is known says nothing, and knows again later", async () => {
  let now: number | null | Record<string, number> = null;
  gauge("punctual_test_known", "For this test.", () => now);
  gauge(
    "punctual_test_groups",
    "For this test.",
    () => (now === null ? null : { log: now as number }),
    "group",
  );
  const ask = await served();
  const said = async () => {
    const answer = await ask();
    expect(answer.status).toBe(200); // one that fails says nothing, too
    const lines = (await answer.text()).split("\n");
    return lines.filter((line) => /^punctual_test_(known|groups)/.test(line));
  };
  expect(await said()).toEqual([]);
  now = 3;
  expect(await said()).toEqual(["punctual_test_known 3", 'punctual_test_groups{group="log"} 3']);
});

test("with a token only who knows it may read", async () => {
  const ask = await served("a token of some length");
  expect((await ask()).status).toBe(401);
  expect((await ask("/metrics", { authorization: "Bearer another" })).status).toBe(401);
  const known = { authorization: "Bearer a token of some length" };
  expect((await ask("/metrics", known)).status).toBe(200);
  expect((await ask("/", known)).status).toBe(404);
});

test("a port that is taken is said, and ends nothing", async () => {
  const taken = createServer();
  await new Promise<void>((done) => void taken.listen(0, "127.0.0.1", () => done()));
  const { port } = taken.address() as { port: number };
  const said: string[] = [];
  const server = serveMetrics(
    "test",
    { METRICS_PORT: port, METRICS_HOST: "127.0.0.1" },
    { ...log, error: (_, sentence) => said.push(sentence) },
  );
  expect([await server.listening, said]).toEqual([null, ["the metrics cannot be served"]]);
  taken.close();
});

test("whoever listens beyond this machine has to ask for a token", () => {
  const schema = z.object(metricsFields).refine(metricsAreGuarded, metricsUnguarded);
  const wrong = (env: Record<string, string>) =>
    schema.safeParse(env).error?.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
  expect(wrong({})).toBeUndefined();
  expect(wrong({ METRICS_PORT: "9464" })).toBeUndefined();
  expect(wrong({ METRICS_PORT: "9464", METRICS_HOST: "0.0.0.0" })).toEqual([
    "METRICS_TOKEN: must be given when METRICS_HOST is not a loopback address",
  ]);
  const token = "0123456789abcdef";
  expect(wrong({ METRICS_PORT: "9464", METRICS_HOST: "::", METRICS_TOKEN: token })).toBeUndefined();
  expect(wrong({ METRICS_PORT: "9464", METRICS_TOKEN: "short" })).toEqual([
    "METRICS_TOKEN: must be at least 16 characters long",
  ]);
});

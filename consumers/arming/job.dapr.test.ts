// The armer's Job at a real scheduler: missing is told from away, made once, and it comes to the app with its epoch.
import { once } from "node:events";
import { serve, type ServerType } from "@hono/node-server";
import { pino } from "pino";
import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "../../domain/ids.ts";
import {
  type ControlPlane,
  freePort,
  type Sidecar,
  startControlPlane,
  until,
} from "../../tests/dapr.ts";
import { createApp } from "../app.ts";
import { createArmingJob } from "../dapr.ts";

let plane: ControlPlane;
let sidecar: Sidecar;
let server: ServerType;
const came: unknown[] = [];
beforeAll(async () => {
  plane = await startControlPlane();
  const port = await freePort();
  const app = createApp({
    readers: {},
    onArmingJob: (data) => void came.push(data),
    appToken: "app",
    log: pino({ enabled: false }),
  });
  server = serve({ fetch: app.fetch, hostname: "127.0.0.1", port });
  if (!server.listening) await once(server, "listening");
  sidecar = await plane.sidecar({
    appId: "consumers",
    appPort: port,
    appToken: "app",
    resources: [],
  });
}, 60_000);
afterAll(async () => {
  await plane?.stop();
  server?.close();
});

test("the Job is missing, is made by one of two, is read back, and comes with its epoch within a minute", async () => {
  const job = createArmingJob(sidecar);
  expect(await job.read()).toBeNull();
  const [one, other] = [newId(), newId()];
  expect(await job.make(one)).toBe(true);
  expect(await job.make(other)).toBe(false);
  expect(await job.read()).toBe(one);
  await until("the Job", async () => came.length > 0, 70_000);
  expect(came).toEqual([{ epoch: one }]);
  await sidecar.kill();
  await expect(job.read()).rejects.toMatchObject({ code: expect.stringMatching(/^ECONN/u) });
}, 90_000);

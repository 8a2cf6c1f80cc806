// What the actors' host tells of a trace, to a collector that keeps what it is sent.
import { pino } from "pino";
import { afterAll, beforeAll, expect, test } from "vitest";
import * as z from "zod";
import { flushTraces, startTracing } from "../process/tracing/tracing.ts";
import { exampleEvent, exampleTask } from "../tests/examples.ts";
import { type Receiver, startReceiver } from "../tests/http-receiver.ts";
import { createHost } from "./host.ts";
import { tracedPublish } from "./tracing.ts";

let collector: Receiver;
beforeAll(async () => {
  collector = await startReceiver();
  const endpoint = collector.url;
  await startTracing("actors", {
    OTEL_EXPORTER_OTLP_ENDPOINT: endpoint,
    OTEL_TRACES_SAMPLER_ARG: 0,
  });
});
afterAll(() => collector.close());

const SentSpan = z.object({
  name: z.string(),
  parentSpanId: z.string(),
  status: z.object({ code: z.int() }),
});
const Sent = z.object({
  resourceSpans: z.array(z.object({ scopeSpans: z.array(z.object({ spans: z.array(SentSpan) })) })),
});

/** What was told since the last time. */
const told = async (): Promise<[name: string, parent: string, status: number][]> => {
  await flushTraces();
  return collector.received
    .splice(0)
    .flatMap(({ body }) => Sent.parse(JSON.parse(body.toString("utf8"))).resourceSpans)
    .flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans))
    .map(({ name, parentSpanId, status }) => [name, parentSpanId, status.code]);
};

const parent = "b7ad6b7169203331";
const traceparent = `00-0af7651916cd43dd8448eb211c80319c-${parent}-01`;
/** OTLP's status codes. */
const [unset, wrong] = [0, 2];

test("a turn is told, and one that fails is told as such", async () => {
  const invoke = async (method: string): Promise<null> => {
    if (method === "fail") throw new Error("the disk is full");
    return null;
  };
  const { app } = createHost({
    types: { Task: () => ({ invoke, remind: async () => undefined }) },
    appToken: "secret",
    log: pino({ level: "silent" }),
  });
  const call = async (method: string): Promise<number> => {
    const body = JSON.stringify({ origin: { traceparent } });
    const headers = { "dapr-api-token": "secret" };
    return (await app.request(`/actors/Task/a/method/${method}`, { method: "PUT", headers, body }))
      .status;
  };
  expect([await call("work"), await call("fail")]).toEqual([200, 500]);
  expect(await told()).toEqual([
    ["Task/work", parent, unset],
    ["Task/fail", parent, wrong],
  ]);
});

test("what Kafka took is told, and what it did not take as failed", async () => {
  const event = { ...exampleEvent(exampleTask()), traceparent };
  const message = { topic: "task-events" as const, key: event.ownerid, event };
  const error = new Error("Kafka is away");
  await tracedPublish(async () => undefined)(message);
  await expect(tracedPublish(() => Promise.reject(error))(message)).rejects.toBe(error);
  expect(await told()).toEqual([
    ["publish task-events", parent, unset],
    ["publish task-events", parent, wrong],
  ]);
});

test("a collector that is silent holds up the end of a process for no longer than it was given", async () => {
  collector.answer = "nothing";
  await tracedPublish(async () => undefined)({
    topic: "task-events",
    key: "k",
    event: { ...exampleEvent(exampleTask()), traceparent },
  });
  expect(await flushTraces(20)).toBe(false);
}, 3_000); // the sender itself waits for 5 s

// One change, told by a real collector as one trace: gateway, actor, Kafka, consumer, socket.
import { afterAll, beforeAll, expect, test } from "vitest";
import { signUp } from "../client.ts";
import { until } from "../dapr.ts";
import { liveDevice } from "../device.ts";
import { type Stack, startStack } from "../stack.ts";
import { type Collector, type CollectedSpan, startCollector } from "./collector.ts";

let collector: Collector;
let stack: Stack;
beforeAll(async () => {
  collector = await startCollector();
  const env = { OTEL_EXPORTER_OTLP_ENDPOINT: collector.endpoint, OTEL_TRACES_SAMPLER_ARG: "0" };
  stack = await startStack({ env });
}, 300_000);
afterAll(async () => {
  await stack?.stop();
  await collector?.stop();
}, 60_000);

const traceOf = (traceId: string): CollectedSpan[] =>
  collector.spans.filter((span) => span.traceId === traceId);

const ours = [
  ["gateway", "POST /tasks"],
  ["actors", "TaskActor/execute"],
  ["actors", "publish task-events"],
  ["consumers", "read audit, search"],
  ["gateway", "show"],
] as const;

test("a change that its sender wants traced is one trace, from the request to the other device's frame", async () => {
  const person = await signUp(stack.url);
  const device = await liveDevice(person);
  const traceId = "0af7651916cd43dd8448eb211c80319c";
  const sender = "b7ad6b7169203331";
  const headers = { traceparent: `00-${traceId}-${sender}-01` };
  const task = await person.create({ title: "traced" }, headers);
  await device.update(task.id, 1);
  const found = (service: string, name: string) =>
    traceOf(traceId).find((span) => span.service === service && span.name === name);
  await until("the whole trace", async () => ours.every(([service, name]) => found(service, name)));
  await device.leave();

  const request = found("gateway", "POST /tasks");
  expect(request?.parentSpanId).toBe(sender);
  for (const [service, name] of ours.slice(1))
    expect([name, found(service, name)?.parentSpanId]).toEqual([name, request?.spanId]);
  const began = (service: string, name: string) =>
    BigInt(found(service, name)?.startTimeUnixNano ?? 0);
  const inOrder = [began(...ours[0]), began(...ours[1]), began(...ours[2]), began(...ours[4])];
  expect(inOrder).toEqual(inOrder.toSorted((left, right) => (left < right ? -1 : 1)));
});

test("what nobody wants traced is not", async () => {
  const person = await signUp(stack.url);
  const answer = await person.call("POST", "/tasks", { body: { title: "untraced" } });
  const traceId = answer.headers.get("traceparent")?.split("-")[1] ?? "";
  // One that is traced and comes later is there: so this one would be, too.
  const wanted = "1af7651916cd43dd8448eb211c80319d";
  await person.create({ title: "traced" }, { traceparent: `00-${wanted}-b7ad6b7169203331-01` });
  await until("the later one", async () => traceOf(wanted).length >= ours.length);
  expect([traceId.length, traceOf(traceId)]).toEqual([32, []]);
});

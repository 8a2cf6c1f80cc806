// Sends spans to a collector by OTLP over HTTP, in batches. Loaded by tracing.ts only where an endpoint is configured: it costs a process 65 ms of its start.
// Spans are made here and not by the SDK's tracer, because their ids were given before: a span's traceparent is in the event it led to.
import { type HrTime, SpanKind, SpanStatusCode, TraceFlags } from "@opentelemetry/api";
import { OTLPTraceExporter } from "@opentelemetry/exporter-trace-otlp-http";
import { resourceFromAttributes } from "@opentelemetry/resources";
import { BatchSpanProcessor } from "@opentelemetry/sdk-trace";
import type { Span } from "./tracing.ts";

const kinds = {
  server: SpanKind.SERVER,
  producer: SpanKind.PRODUCER,
  consumer: SpanKind.CONSUMER,
} as const;

const hrTime = (ms: number): HrTime => {
  const seconds = Math.floor(ms / 1_000);
  return [seconds, Math.round((ms - seconds * 1_000) * 1e6)];
};

/** `flush` sends at once what waits; it rejects where the collector does not take it. */
export type Sender = { send: (span: Span) => void; flush: () => Promise<void> };

/** What is sent at most every second; while the collector is away it is dropped beyond 2,048 spans. `send` never throws. */
export const createSender = (service: string, endpoint: string): Sender => {
  const url = `${endpoint.replace(/\/+$/, "")}/v1/traces`;
  const exporter = new OTLPTraceExporter({ url, timeoutMillis: 5_000 });
  const batches = new BatchSpanProcessor({ exporter, scheduledDelayMillis: 1_000 });
  const resource = resourceFromAttributes({
    "service.namespace": "punctual",
    "service.name": service,
  });
  const send: Sender["send"] = (span) => {
    const { name, kind, traceId, spanId, parentId, from, to, attributes, failed } = span;
    const context = (id: string) => ({ traceId, spanId: id, traceFlags: TraceFlags.SAMPLED });
    batches.onEnd({
      name,
      kind: kinds[kind],
      spanContext: () => context(spanId),
      ...(parentId === null ? {} : { parentSpanContext: context(parentId) }),
      startTime: hrTime(from),
      endTime: hrTime(to),
      duration: hrTime(to - from),
      status: { code: failed === true ? SpanStatusCode.ERROR : SpanStatusCode.UNSET },
      attributes: attributes ?? {},
      links: [],
      events: [],
      ended: true,
      resource,
      instrumentationScope: { name: "punctual" },
      droppedAttributesCount: 0,
      droppedEventsCount: 0,
      droppedLinksCount: 0,
    });
  };
  return { send, flush: () => batches.forceFlush() };
};

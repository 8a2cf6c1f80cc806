// What a process tells of a trace: spans that are over, each a child of the traceparent that came with the work. Off unless configured.
// Called where work ends, with one line; costs a comparison where nothing is traced.
import { setTimeout as sleep } from "node:timers/promises";
import { newSpanId, readTraceparent, type TraceContext } from "./traceparent.ts";

/**
 * A piece of work that is over. `parent` is the traceparent that came with it; without a sampled one nothing is told. `spanId`: the id under which the span
 * was passed on, if it was. `startedAt` is of `performance.now()`.
 */
export type Done = {
  name: string;
  kind: "server" | "producer" | "consumer";
  parent: string | null | undefined;
  startedAt: number;
  attributes?: Record<string, string | number>;
  failed?: boolean;
};

/** A span as it is sent: of a trace, under a parent (null: it is the first), from and to in ms since 1970. */
export type Span = Omit<Done, "parent" | "startedAt"> & {
  traceId: string;
  spanId: string;
  parentId: string | null;
  from: number;
  to: number;
};

let send: ((span: Span) => void) | null = null;
let flush: () => Promise<unknown> = () => Promise.resolve();
let share = 0;

type TracingConfig = {
  OTEL_EXPORTER_OTLP_ENDPOINT?: string | undefined;
  OTEL_TRACES_SAMPLER_ARG: number;
};

/** Begins to send spans, where an endpoint is configured; only then the SDK is loaded. `service` names the process. */
export const startTracing = async (service: string, config: TracingConfig): Promise<void> => {
  const endpoint = config.OTEL_EXPORTER_OTLP_ENDPOINT;
  if (endpoint === undefined) return;
  const { createSender } = await import("./otlp.ts");
  ({ send, flush } = createSender(service, endpoint));
  share = config.OTEL_TRACES_SAMPLER_ARG;
};

/** Before a process ends: sends what waits, for at most `withinMs`. Whether that was done; never rejects. */
export const flushTraces = (withinMs = 1_000): Promise<boolean> => {
  const flushed = flush().then(
    () => true,
    () => false,
  );
  return Promise.race([flushed, sleep(withinMs, false)]);
};

/** Whether a trace that begins here is to be told of: by chance, never where nothing is traced. */
export const isChosen = (): boolean => share > 0 && Math.random() < share;

/** Tells of a piece of work, as a child of what it came with. */
export const traced = (done: Done): void => {
  if (send === null) return;
  const parent = readTraceparent(done.parent);
  if (parent?.sampled !== true) return;
  const { traceId, spanId } = parent;
  emit(send, done, { traceId, spanId: newSpanId(), parentId: spanId });
};

/** Does a piece of work and tells of it, also where it fails; its error goes on. */
export const tracing = async <T>(
  what: Omit<Done, "startedAt" | "failed">,
  work: () => Promise<T>,
): Promise<T> => {
  const startedAt = performance.now();
  try {
    const result = await work();
    traced({ ...what, startedAt });
    return result;
  } catch (error) {
    traced({ ...what, startedAt, failed: true });
    throw error;
  }
};

/** Tells of the work whose own traceparent was handed on. `parentId` is null where the trace began with it. */
export const tracedAs = (
  own: TraceContext | null,
  parentId: string | null,
  done: Omit<Done, "parent">,
): void => {
  if (send === null || own?.sampled !== true) return;
  emit(send, done, { traceId: own.traceId, spanId: own.spanId, parentId });
};

const emit = (
  to: (span: Span) => void,
  { name, kind, startedAt, attributes, failed }: Omit<Done, "parent">,
  ids: Pick<Span, "traceId" | "spanId" | "parentId">,
): void => {
  const { timeOrigin } = performance;
  const from = timeOrigin + startedAt;
  to({
    ...ids,
    name,
    kind,
    from,
    to: timeOrigin + performance.now(),
    ...(attributes === undefined ? {} : { attributes }),
    ...(failed === undefined ? {} : { failed }),
  });
};

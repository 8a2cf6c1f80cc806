// First middleware of every request: gives it its ids, its logger and its trace, and answers with them.
import { createMiddleware } from "hono/factory";
import { routePath } from "hono/route";
import type { Logger } from "pino";
import { Id, newId } from "../../domain/ids.ts";
import type { Outages } from "../../domain/outages.ts";
import {
  newSpanId,
  newTraceId,
  readTraceparent,
  type TraceContext,
  writeTraceparent,
} from "../../process/tracing/traceparent.ts";
import { isChosen, tracedAs } from "../../process/tracing/tracing.ts";
import { countRequest } from "../metrics.ts";
import type { GatewayEnv } from "./env.ts";

/**
 * The caller's W3C trace continued with a span of ours, or a new trace when there is none or it is malformed
 * (Trace Context §3.2.2: then it must be ignored). A new one is sampled only where traces are sent, and then by chance: the sidecar makes
 * spans for a trace that says it is, whatever its own rate (1.18.3).
 */
export const continueTrace = (incoming: TraceContext | null): TraceContext => ({
  traceId: incoming?.traceId ?? newTraceId(),
  spanId: newSpanId(),
  sampled: incoming?.sampled === true || isChosen(),
});

/** The caller's correlation id when it is a UUID, else a new one: an unknown form must not fail a request. */
const correlationIdOf = (incoming: string | undefined): Id => {
  const parsed = Id.safeParse(incoming?.toLowerCase());
  return parsed.success ? parsed.data : newId();
};

export const correlate = (root: Logger, outages: Outages) =>
  createMiddleware<GatewayEnv>(async (c, next) => {
    const startedAt = performance.now();
    const correlationId = correlationIdOf(c.req.header("x-correlation-id"));
    const parent = readTraceparent(c.req.header("traceparent"));
    const trace = continueTrace(parent);
    const traceparent = writeTraceparent(trace);
    c.set("correlationId", correlationId);
    c.set("requestId", newId());
    c.set("traceparent", traceparent);
    c.set("log", root.child({ correlationId, traceId: trace.traceId }));
    c.set("outages", outages);
    await next();
    // A session is read from the database with each request.
    if (c.res.ok && c.var.session !== undefined) outages.worked("the database");
    c.res.headers.set("x-correlation-id", correlationId);
    c.res.headers.set("traceparent", traceparent);
    const { method, path } = c.req;
    const route = routePath(c);
    const answered = (status: number): void => {
      const ms = Math.round((performance.now() - startedAt) * 10) / 10;
      countRequest({ method, route, status }, ms);
      tracedAs(trace, parent?.spanId ?? null, {
        name: `${method} ${route}`,
        kind: "server",
        startedAt,
        attributes: { "http.response.status_code": status },
        failed: status >= 500,
      });
      c.var.log[quiet.test(path) ? "debug" : "info"](
        { method, path, status, ms },
        "request answered",
      );
    };
    // An answer in pieces begins now, with 200, and nobody waits here for its end.
    if (c.var.ended === undefined) answered(c.res.status);
    else void c.var.ended.then(answered);
  });

/** What is asked all the time and says nothing. */
const quiet = /^\/(health|assets\/|docs\/)/;

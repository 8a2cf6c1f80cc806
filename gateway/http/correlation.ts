// First middleware of every request: gives it its ids, its logger and its trace, and answers with them.
import { randomBytes } from "node:crypto";
import { createMiddleware } from "hono/factory";
import type { Logger } from "pino";
import { Id, newId } from "../../domain/ids.ts";
import type { Outages } from "../../domain/outages.ts";
import type { GatewayEnv } from "./env.ts";

const traceparentPattern = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/;

/**
 * The caller's W3C trace continued with a span of ours, or a new trace when there is none or it is malformed
 * (Trace Context §3.2.2: then it must be ignored). A new one is not sampled: nobody of ours takes spans, and the sidecar makes them
 * for a trace that says it is, whatever its own rate (1.18.3).
 */
export const continueTrace = (incoming: string | undefined): string => {
  const span = randomBytes(8).toString("hex");
  const [, trace, parent, flags] = traceparentPattern.exec(incoming ?? "") ?? [];
  const usable = trace && parent && !/^0+$/.test(trace) && !/^0+$/.test(parent);
  return usable
    ? `00-${trace}-${span}-${flags}`
    : `00-${randomBytes(16).toString("hex")}-${span}-00`;
};

/** The caller's correlation id when it is a UUID, else a new one: an unknown form must not fail a request. */
const correlationIdOf = (incoming: string | undefined): Id => {
  const parsed = Id.safeParse(incoming?.toLowerCase());
  return parsed.success ? parsed.data : newId();
};

export const correlate = (root: Logger, outages: Outages) =>
  createMiddleware<GatewayEnv>(async (c, next) => {
    const startedAt = performance.now();
    const correlationId = correlationIdOf(c.req.header("x-correlation-id"));
    const traceparent = continueTrace(c.req.header("traceparent"));
    c.set("correlationId", correlationId);
    c.set("requestId", newId());
    c.set("traceparent", traceparent);
    c.set("log", root.child({ correlationId, traceId: traceparent.slice(3, 35) }));
    c.set("outages", outages);
    await next();
    // A session is read from the database with each request.
    if (c.res.ok && c.var.session !== undefined) outages.worked("the database");
    c.res.headers.set("x-correlation-id", correlationId);
    c.res.headers.set("traceparent", traceparent);
    const ms = Math.round((performance.now() - startedAt) * 10) / 10;
    const facts = { method: c.req.method, path: c.req.path, status: c.res.status, ms };
    c.var.log[quiet.test(c.req.path) ? "debug" : "info"](facts, "request answered");
  });

/** What is asked all the time and says nothing. */
const quiet = /^\/(health|assets\/|docs\/)/;

// W3C Trace Context (https://www.w3.org/TR/trace-context/#traceparent-header): reads and makes the header `traceparent`.
import { randomBytes } from "node:crypto";

/** Hexadecimal ids; `sampled`: its spans are wanted. */
export type TraceContext = { traceId: string; spanId: string; sampled: boolean };

const pattern = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/;

/** Null where there is none, or a malformed one, which has to be ignored (§3.2.2). */
export const readTraceparent = (header: string | null | undefined): TraceContext | null => {
  const [, traceId, spanId, flags] = pattern.exec(header ?? "") ?? [];
  if (!traceId || !spanId || !flags || /^0+$/.test(traceId) || /^0+$/.test(spanId)) return null;
  return { traceId, spanId, sampled: (Number.parseInt(flags, 16) & 1) === 1 };
};

export const writeTraceparent = ({ traceId, spanId, sampled }: TraceContext): string =>
  `00-${traceId}-${spanId}-${sampled ? "01" : "00"}`;

export const newTraceId = (): string => randomBytes(16).toString("hex");
export const newSpanId = (): string => randomBytes(8).toString("hex");

// The only place that knows HTTP codes: every refusal and every throw becomes problem+json. Called by Hono.
import type { Context } from "hono";
import { HTTPException } from "hono/http-exception";
import { ActorUnavailable, ActorUnreadable } from "../../actors/client.ts";
import { isDatabaseDown } from "../../database/is-database-down.ts";
import type { Problem } from "../../domain/problem.ts";
import type { ErrorCode, Refusal } from "../../domain/result.ts";
import type { GatewayEnv } from "./env.ts";
import { Refused } from "./refused.ts";

const kinds: Record<ErrorCode, { status: number; title: string }> = {
  invalid: { status: 422, title: "The request is not valid" },
  unauthenticated: { status: 401, title: "Sign in first" },
  forbidden: { status: 403, title: "Not allowed with this token" },
  not_found: { status: 404, title: "Not found" },
  conflict: { status: 409, title: "That does not fit its present state" },
  nothing_to_undo: { status: 409, title: "There is nothing to take back" },
  version_mismatch: { status: 412, title: "It has changed since you read it" },
  idempotency_mismatch: { status: 422, title: "This idempotency key belongs to another request" },
  payload_too_large: { status: 413, title: "The request is too large" },
  unsupported_media_type: { status: 415, title: "Send JSON" },
  rate_limited: { status: 429, title: "Too many attempts" },
  unavailable: { status: 503, title: "A part of the system is down" },
  internal: { status: 500, title: "Something went wrong here" },
};

const retryAfterSeconds = 2;

/** A refusal as application/problem+json (RFC 9457), with the headers its status asks for. */
export const problemResponse = (
  refusal: Refusal,
  more: { status?: number | undefined; correlationId?: string; headers?: Record<string, string> },
): Response => {
  const kind = kinds[refusal.code];
  const status = more.status ?? kind.status;
  const { code, message, fields, currentVersion } = refusal;
  const problem: Problem = {
    type: `urn:punctual:problem:${code}`,
    title: kind.title,
    status,
    detail: message,
    code,
    ...(fields ? { fields } : {}),
    ...(currentVersion === undefined ? {} : { currentVersion }),
    ...(more.correlationId ? { correlationId: more.correlationId } : {}),
  };
  return Response.json(problem, {
    status,
    headers: {
      "content-type": "application/problem+json",
      "cache-control": "no-store",
      ...(status === 503 ? { "retry-after": String(retryAfterSeconds) } : {}),
      ...(status === 401 ? { "www-authenticate": "Bearer" } : {}),
      ...more.headers,
    },
  });
};

/** Hono's error handler. What a person caused is answered; what a bug caused is logged and answered without its text. */
export const onError = (error: Error, c: Context<GatewayEnv>): Response => {
  const known = refusalOf(error);
  if (!known) c.var.log.error({ err: error }, "a request failed");
  else if (known.refusal.code === "internal")
    c.var.log.error({ err: error }, "an actor cannot be read");
  else if (known.part !== undefined) c.var.outages.failed(known.part, { err: error });
  const { refusal, status, headers = {} } = known ?? { refusal: unexpected };
  return problemResponse(refusal, { status, headers, correlationId: c.var.correlationId });
};

const unreadable: Refusal = {
  code: "internal",
  message: "what is stored of it cannot be read; whoever runs this Punctual has to look at it",
};

const unexpected: Refusal = {
  code: "internal",
  message: "this is a fault of ours; nothing you sent was wrong",
};

type Known = {
  refusal: Refusal;
  status?: number | undefined;
  headers?: Record<string, string>;
  /** The part whose outage this is. */
  part?: string;
};

const refusalOf = (error: Error): Known | null => {
  if (error instanceof Refused) return error;
  if (error instanceof HTTPException) return fromHono(error);
  if (error instanceof ActorUnavailable)
    return {
      refusal: error.isPromised ? kept : down("the owner of this data"),
      part: "the actors",
    };
  if (error instanceof ActorUnreadable) return { refusal: unreadable };
  if (isDatabaseDown(error)) return { refusal: down("the database"), part: "the database" };
  return null;
};

const down = (what: string): Refusal => ({
  code: "unavailable",
  message: `${what} cannot be reached at the moment; try again shortly, with the same Idempotency-Key if you sent one`,
});

/** A change that was promised and not made yet. */
const kept: Refusal = {
  code: "unavailable",
  message:
    "the owner of this data cannot be reached at the moment; the change is kept and will be made as soon as it can be, unless the task changes first; you may try again shortly, with the same Idempotency-Key if you sent one",
};

/** What Hono's own validators throw. */
const fromHono = (error: HTTPException): Known | null => {
  if (error.status === 415) {
    const message = "the body must be JSON, with Content-Type: application/json";
    return { refusal: { code: "unsupported_media_type", message } };
  }
  if (error.status === 400) {
    const message = "the body is not valid JSON";
    return {
      refusal: { code: "invalid", message, fields: [{ path: "body", message: "must be JSON" }] },
      status: 400,
    };
  }
  return null;
};

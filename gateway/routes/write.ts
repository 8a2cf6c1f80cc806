// What all routes that change a task share: origin, idempotency, the call and the answer.
import { createHash } from "node:crypto";
import type { Context } from "hono";
import type { Command, Origin, Source } from "../../domain/command.ts";
import type { Id } from "../../domain/ids.ts";
import type { Task } from "../../domain/task.ts";
import { execute } from "../command/execute.ts";
import type { AppDeps } from "../deps.ts";
import { etag } from "../http/conditions.ts";
import type { GatewayEnv } from "../http/env.ts";
import { Refused, unwrap } from "../http/refused.ts";

/** Who orders the change and why: the session's user, through the page (cookie) or the API (bearer token). */
export const originOf = (
  c: Context<GatewayEnv>,
  device: string | undefined,
  source: Source = c.var.session.by === "cookie" ? "web" : "rest",
): Omit<Origin, "commandId"> => ({
  correlationId: c.var.correlationId,
  causationId: c.var.requestId,
  actorId: c.var.session.userId,
  source,
  device: device ?? null,
  traceparent: c.var.traceparent,
});

/** The version of the API's path in `Location` and hashes: `/api/v1/tasks` and `/tasks` are the same thing. */
export const prefixOf = (c: Context): string =>
  c.req.path.startsWith("/api/v1/") ? "/api/v1" : "";

/** What was asked for, as one hash: the same words in another order of fields are the same request. */
export const hashOf = (c: Context, parsed: unknown): string => {
  const path = c.req.path.slice(prefixOf(c).length);
  return createHash("sha256")
    .update(JSON.stringify([c.req.method, path, parsed]))
    .digest("base64url");
};

export type WriteHeaders = {
  "Idempotency-Key"?: string | undefined;
  "X-Device-Id"?: string | undefined;
};

/** Carries out one command for the caller and sets ETag and X-Command-Id; the actor's refusal goes to onError. */
export const write = async (
  deps: Pick<AppDeps, "db" | "actors">,
  c: Context<GatewayEnv>,
  change: { command: Command; asked: unknown; headers: WriteHeaders },
): Promise<Task> => {
  const { replies, plan, repeated } = unwrap(
    await execute(deps, {
      userId: c.var.session.userId,
      key: change.headers["Idempotency-Key"],
      bodyHash: hashOf(c, change.asked),
      commands: [change.command],
      origin: originOf(c, change.headers["X-Device-Id"]),
    }),
  );
  const [reply, envelope] = [replies[0], plan[0]];
  if (!reply || !envelope) throw new Error("an intent of one command has no reply");
  logChange(c, envelope.command.taskId, envelope.origin.commandId, repeated);
  if (!reply.ok) throw new Refused(reply.error);
  c.header("ETag", etag(reply.task.version));
  c.header("X-Command-Id", envelope.origin.commandId);
  if (repeated) c.header("Idempotency-Replayed", "true");
  return reply.task;
};

const logChange = (c: Context<GatewayEnv>, taskId: Id, commandId: Id, repeated: boolean): void => {
  c.set("log", c.var.log.child({ taskId, commandId, ...(repeated ? { repeated } : {}) }));
};

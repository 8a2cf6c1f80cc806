// What all routes that change a task share: origin, idempotency, the call and the answer.
import { createHash } from "node:crypto";
import type { Context } from "hono";
import type { TaskCommand, Origin, Source } from "../../domain/command.ts";
import type { Id } from "../../domain/ids.ts";
import type { TaskReply } from "../../domain/reply.ts";
import type { Refusal } from "../../domain/result.ts";
import type { Owner } from "../../domain/settings.ts";
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

/** One command for the caller. `names`: how the caller calls the fields a refusal may name; `owner` where it is known. */
export type Change = {
  command: TaskCommand;
  asked: unknown;
  headers: WriteHeaders;
  names?: Record<string, string>;
  owner?: Owner;
};
type Accepted = Extract<TaskReply, { ok: true }>;

/** Carries out one command for the caller and sets ETag and X-Command-Id; the actor's refusal goes to onError. */
export const write = async (
  deps: Pick<AppDeps, "db" | "actors">,
  c: Context<GatewayEnv>,
  change: Change,
): Promise<Task> => (await order(deps, c, change)).reply.task;

/** The same, with all that the actor answered and the command as it was carried out: under a known key it is the first one. */
export const order = async (
  deps: Pick<AppDeps, "db" | "actors">,
  c: Context<GatewayEnv>,
  { command, asked, headers, names, owner }: Change,
): Promise<{ reply: Accepted; command: TaskCommand }> => {
  const { replies, plan, repeated } = unwrap(
    await execute(deps, {
      userId: c.var.session.userId,
      key: headers["Idempotency-Key"],
      bodyHash: hashOf(c, asked),
      commands: [command],
      origin: originOf(c, headers["X-Device-Id"]),
      owner,
    }),
  );
  const [reply, envelope] = [replies[0], plan[0]];
  if (!reply || !envelope) throw new Error("an intent of one command has no reply");
  logChange(c, envelope.command.taskId, envelope.origin.commandId, repeated);
  if (!reply.ok) throw new Refused(renamed(reply.error, names ?? {}));
  c.header("ETag", etag(reply.task.version));
  c.header("X-Command-Id", envelope.origin.commandId);
  if (repeated) c.header("Idempotency-Replayed", "true");
  return { reply, command: envelope.command };
};

/** The refusal with its fields named as the caller wrote them. */
const renamed = (refusal: Refusal, names: Record<string, string>): Refusal => {
  const [first] = refusal.fields ?? [];
  if (!first || !refusal.fields) return refusal;
  const fields = refusal.fields.map(({ path, message }) => ({
    path: names[path] ?? path,
    message,
  }));
  const { path } = first;
  const isLed = refusal.message.startsWith(`${path}: `);
  const message = isLed
    ? `${names[path] ?? path}${refusal.message.slice(path.length)}`
    : refusal.message;
  return { ...refusal, message, fields };
};

const logChange = (c: Context<GatewayEnv>, taskId: Id, commandId: Id, repeated: boolean): void => {
  c.set("log", c.var.log.child({ taskId, commandId, ...(repeated ? { repeated } : {}) }));
};

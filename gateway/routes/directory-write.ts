// What all routes that change projects, tags and saved filters share: origin, idempotency, the call and the answer.
import type { Context } from "hono";
import type { z } from "zod";
import type { DirectoryCommand } from "../../domain/directory/command.ts";
import { labelKey } from "../../domain/label-key.ts";
import { bodyProblems, problems } from "../api/answers.ts";
import { DirectoryAnswer } from "../api/directory.ts";
import { etagHeader } from "../api/headers.ts";
import { execute } from "../command/execute.ts";
import type { AppDeps } from "../deps.ts";
import { etag } from "../http/conditions.ts";
import type { GatewayEnv } from "../http/env.ts";
import { Refused, unwrap } from "../http/refused.ts";
import { hashOf, originOf, type WriteHeaders } from "./write.ts";

type Change = { command: DirectoryCommand; asked: unknown; headers: WriteHeaders };

/** The documented answers of these routes. */
export const directoryResponses = {
  200: {
    description:
      "Done: the directory after it. Undo takes it back, with all that happened to tasks, by X-Correlation-Id. What moves tasks is refused with 409 while tasks still follow an earlier change.",
    headers: etagHeader,
    content: { "application/json": { schema: DirectoryAnswer } },
  },
  ...bodyProblems,
  ...problems(404, 409, 412),
};

/** Carries out one order and sets ETag and X-Command-Id; the owner's refusal goes to onError. */
export const writeDirectory = async (
  deps: Pick<AppDeps, "db" | "actors">,
  c: Context<GatewayEnv>,
  { command, asked, headers }: Change,
): Promise<z.infer<typeof DirectoryAnswer>> => {
  const { directed, replies, repeated } = unwrap(
    await execute(deps, {
      userId: c.var.session.userId,
      key: headers["Idempotency-Key"],
      bodyHash: hashOf(c, asked),
      commands: [],
      directory: [command],
      origin: originOf(c, headers["X-Device-Id"]),
    }),
  );
  const [done] = directed;
  if (!done) throw new Error("an intent of one order to the directory has no reply");
  const { reply, commandId } = done;
  c.set("log", c.var.log.child({ commandId, ...(repeated ? { repeated } : {}) }));
  if (!reply.ok) throw new Refused(reply.error);
  c.header("X-Command-Id", commandId);
  if (repeated) c.header("Idempotency-Replayed", "true");
  const { step, directory } = reply;
  if (step && step.was !== "deleted") c.header("ETag", etag(step.version));
  const changed = replies.filter((one) => one.ok && Object.keys(one.changes).length > 0);
  return { id: step?.id ?? null, tasksChanged: changed.length, directory };
};

/** The one of a list that is meant by an id or a name. */
export const meantBy = <T extends { id: string | null; name: string }>(
  all: readonly T[],
  ref: string,
): T | undefined =>
  all.find(({ id }) => id === ref) ?? all.find(({ name }) => labelKey(name) === labelKey(ref));

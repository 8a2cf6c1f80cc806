// Step 2: sees commands through. REST, chat and (later) MCP call it; the sweeper repeats what it could not finish.
import * as z from "zod";
import type { ActorClient } from "../../actors/client.ts";
import { finishIntent } from "../../database/commands/finish-intent.ts";
import { startIntent } from "../../database/commands/start-intent.ts";
import type { Database } from "../../database/pool.ts";
import { type TaskCommand, CommandEnvelope, type Origin } from "../../domain/command.ts";
import { Id, newId } from "../../domain/ids.ts";
import { TaskReply } from "../../domain/reply.ts";
import { ok, refuse, type Result } from "../../domain/result.ts";
import type { Owner } from "../../domain/settings.ts";
import { ownerFor } from "./owner.ts";

/** Stored by this or an older version of the program, as are the replies. */
export const StoredPlan = z.array(CommandEnvelope);
export const StoredReplies = z.array(TaskReply);

export type ExecuteDeps = { db: Database; actors: Pick<ActorClient, "execute" | "readUser"> };

export type ExecuteRequest = {
  userId: Id;
  /** Idempotency-Key; a new id when the caller gave none. */
  key?: string | undefined;
  /** Hash of what the caller asked for; another one under the same key is refused with `idempotency_mismatch`. */
  bodyHash?: string | undefined;
  commands: TaskCommand[];
  origin: Omit<Origin, "commandId">;
  /** The correlation id that the commands take back. */
  undoes?: Id | undefined;
  /** The person's settings where the caller has read them already; else they are read when a command can set a time. */
  owner?: Owner | undefined;
  /** Gives the replies before they are recorded; the caller awaits `recorded` beside what else it has to do. */
  isRecordedBeside?: true;
};

/** `replies` in the order of `plan`; `repeated` when the key had its answer already and nothing was done. */
export type Executed = {
  replies: TaskReply[];
  plan: CommandEnvelope[];
  repeated: boolean;
  /** Until it resolves the replies are not kept and the lists are as before; it rejects with a database error. */
  recorded?: Promise<void>;
};

/**
 * Promises the commands in one intent row, asks each task's actor in turn, and records the replies together with the
 * read model. A refused command does not stop the others. The first plan under a key is the one carried out, however
 * often and however parallel the request comes. Throws ActorUnavailable or a database error; the sweeper then finishes.
 */
export const execute = async (
  deps: ExecuteDeps,
  request: ExecuteRequest,
): Promise<Result<Executed>> => {
  const { userId, bodyHash = "", key = newId(), undoes } = request;
  const owner = request.owner ?? (await ownerFor(deps.actors, userId, request.commands));
  const planned = planOf({ ...request, owner }, key);
  const intent = await startIntent(deps.db, { userId, key, bodyHash, plan: planned, undoes });
  if (intent.bodyHash !== bodyHash) {
    return refuse(
      "idempotency_mismatch",
      "this Idempotency-Key was used for another request before",
    );
  }
  const plan = intent.fresh ? intent.plan : StoredPlan.parse(intent.plan);
  if (intent.replies) {
    return ok({ replies: StoredReplies.parse(intent.replies), plan, repeated: true });
  }
  const replies = await askActors(deps, plan);
  const recorded = finishIntent(deps.db, { userId, key, replies });
  if (!request.isRecordedBeside) await recorded;
  // Whoever awaits it is told; a failure nobody waits for any more is the sweeper's to mend.
  recorded.catch(() => undefined);
  return ok({ replies, plan, repeated: false, recorded });
};

/** Asks the actors and records their replies; harmless to repeat. Called by the sweeper. */
export const carryOut = async (
  deps: ExecuteDeps,
  intent: { userId: Id; key: string; plan: CommandEnvelope[] },
): Promise<TaskReply[]> => {
  const replies = await askActors(deps, intent.plan);
  await finishIntent(deps.db, { userId: intent.userId, key: intent.key, replies });
  return replies;
};

/** In turn, not at once: a later command may speak of a task an earlier one made. */
const askActors = async (
  { actors }: Pick<ExecuteDeps, "actors">,
  plan: CommandEnvelope[],
): Promise<TaskReply[]> => {
  const replies: TaskReply[] = [];
  for (const envelope of plan) replies.push(await actors.execute(envelope));
  return replies;
};

/** A single command takes a UUID key as its id, so that the sender can tell its own echo from others' changes. */
const planOf = ({ commands, origin, owner }: ExecuteRequest, key: string): CommandEnvelope[] => {
  const named = commands.length === 1 && Id.safeParse(key).success;
  return commands.map((command) => ({
    v: 1,
    command,
    origin: { ...origin, commandId: named ? key : newId() },
    ...(owner === undefined ? {} : { owner }),
  }));
};

// Step 2: sees commands through. REST, chat and (later) MCP call it; the repeater repeats what it could not finish.
import { isDeepStrictEqual } from "node:util";
import { type ActorClient, ActorUnavailable } from "../../actors/client.ts";
import { finishIntent } from "../../database/commands/finish-intent.ts";
import { redrawIntent } from "../../database/commands/redraw-intent.ts";
import { readDirectory } from "../../database/directories/read-directory.ts";
import { type Intent, startIntent } from "../../database/commands/start-intent.ts";
import type { Database } from "../../database/pool.ts";
import type { CommandEnvelope } from "../../domain/command.ts";
import { type Id, newId } from "../../domain/ids.ts";
import type { TaskReply } from "../../domain/reply.ts";
import { ok, refuse, type Result } from "../../domain/result.ts";
import { type Directed, isOutdated, keepDirectoryIn, keptReplies } from "../directory/ask.ts";
import { namesIn, takeAlong } from "../directory/take-along.ts";
import { countWrites } from "../metrics.ts";
import { askAll } from "./ask-all.ts";
import { drawUp } from "./draw-up.ts";
import { redraw } from "./redraw.ts";
import { ownerFor } from "./owner.ts";
import type { ExecutePorts, ExecuteRequest } from "./ports.ts";
import { withParts } from "./parts.ts";
import {
  StoredDirectoryPlan,
  StoredDirectoryReplies,
  StoredPlan,
  StoredReplies,
} from "./stored.ts";

export type ExecuteDeps = {
  db: Database;
  actors: Pick<ActorClient, "execute" | "readTask" | "changeDirectory">;
};

/**
 * `replies` in the order of `plan`: what was asked for, each order followed by those for the parts that go with its task (they have `after`). `repeated` when the key had its
 * answer already and nothing was done.
 */
export type Executed = {
  replies: TaskReply[];
  plan: CommandEnvelope[];
  /** What was ordered of the directory, with the answers; where one is a refusal no task was asked. */
  directed: Directed[];
  /** Under which it was carried out, by the first request with this key; null where nothing was ordered. */
  correlationId: Id | null;
  repeated: boolean;
  /** Until it resolves the replies are not kept and the lists are as before; it rejects with a database error. */
  recorded?: Promise<void>;
};

/** What seeing commands through needs, in the database. */
export const portsOf = (deps: ExecuteDeps): ExecutePorts => ({
  actors: deps.actors,
  takeAlong: (of) => takeAlong(namesIn(deps.db), of),
  keepDirectory: keepDirectoryIn(deps.db),
  readDirectory: (userId) => readDirectory(deps.db, userId),
  withParts: (of) => withParts(deps, of),
  ownerFor: (userId, commands) => ownerFor(deps.db, userId, commands),
  startIntent: (intent) => startIntent(deps.db, intent),
  redrawIntent: (drawn) => redrawIntent(deps.db, drawn),
  finishIntent: (done) => finishIntent(deps.db, done),
});

/** `executeBy` with the intents in the database. */
export const execute = (deps: ExecuteDeps, request: ExecuteRequest): Promise<Result<Executed>> =>
  executeBy(portsOf(deps), request);

/**
 * Promises the commands in one intent row, asks the directory's owner and then each task's actor in turn, and records the replies together with the
 * read model. A refused command does not stop the others, nor does one whose task cannot be read; a refusal of the directory's owner stops all. The parts of a task that ends or comes back go with it (parts.ts), and
 * the tasks that hold a name which changes with that (gateway/directory/). The first plan under a key is the one carried out, however
 * often and however parallel the request comes. Throws ActorUnavailable, ActorUnreadable (unless the request leaves such tasks) or a database error; the repeater then finishes.
 */
export const executeBy = async (
  ports: ExecutePorts,
  request: ExecuteRequest,
): Promise<Result<Executed>> => {
  const { userId, bodyHash = "", key = newId(), undoes } = request;
  const drawn = await drawUp(ports, request, key);
  if (!drawn.ok) return drawn;
  const intent = await ports.startIntent({ userId, key, bodyHash, undoes, ...drawn.value });
  if (intent.bodyHash !== bodyHash) {
    return refuse(
      "idempotency_mismatch",
      "this Idempotency-Key was used for another request before",
    );
  }
  return seeThrough(ports, { ...request, bodyHash, key }, intent, mostRedrawn);
};

/** So often a plan is drawn up anew; who is overtaken more often is refused. */
const mostRedrawn = 5;

type Keyed = ExecuteRequest & { bodyHash: string; key: string };

/** Carries out what is promised. A plan whose directory had changed before its owner was asked is drawn up once more: the tasks hold other names. */
const seeThrough = async (
  ports: ExecutePorts,
  request: Keyed,
  intent: Intent,
  left: number,
): Promise<Result<Executed>> => {
  const { userId, key } = request;
  const plan = intent.fresh ? intent.plan : StoredPlan.parse(intent.plan);
  const orders = intent.fresh
    ? (intent.directory ?? [])
    : StoredDirectoryPlan.parse(intent.directory ?? []);
  const correlationId = (plan[0] ?? orders[0])?.origin.correlationId ?? null;
  if (intent.replies) {
    const replies = StoredReplies.parse(intent.replies);
    const directed = await answeredBefore(ports, userId, intent);
    return ok({ replies, plan, directed, correlationId, repeated: true });
  }
  const { promisedAt } = intent;
  const repeated = intent.fresh ? null : { promisedAt, by: "caller" as const };
  const heard = new Map<Id, TaskReply>();
  const ask = (isFinal: boolean) =>
    askAll(ports, { userId, orders, plan, repeated, heard, isFinal }).catch((error: unknown) => {
      if (!(error instanceof ActorUnavailable)) throw error;
      countWrites(plan, heard);
      throw new ActorUnavailable(error, { isPromised: true });
    });
  let asked = await ask(left === 0);
  if (left > 0 && isOutdated(orders, asked.directed)) {
    const was = intent.directory ?? [];
    await redraw(ports, request, { plan, directory: orders, was });
    const { bodyHash, undoes } = request;
    const now = await ports.startIntent({ userId, key, bodyHash, undoes, plan });
    const isAnother = now.replies !== null || !isDeepStrictEqual(now.directory, was);
    if (isAnother) return seeThrough(ports, request, now, left - 1);
    asked = await ask(true);
  }
  countWrites(plan, heard);
  if (asked.unreadable && !request.leavesUnreadable) throw asked.unreadable;
  const { replies, directed } = asked;
  const directoryReplies =
    directed.length === 0 ? undefined : keptReplies(directed.map(({ reply }) => reply));
  const recorded = ports.finishIntent({ userId, key, replies, directoryReplies });
  if (!request.isRecordedBeside) await recorded;
  // Whoever awaits it is told; a failure nobody waits for any more is the repeater's to mend.
  recorded.catch(() => undefined);
  return ok({ replies, plan, directed, correlationId, repeated: false, recorded });
};

/** What was answered before, with the directory as it is now. */
const answeredBefore = async (
  { readDirectory: read }: ExecutePorts,
  userId: Id,
  { directory, directoryReplies }: Intent,
): Promise<Directed[]> => {
  if (!directory || !directoryReplies) return [];
  const now = await read(userId);
  const replies = StoredDirectoryReplies.parse(directoryReplies);
  return StoredDirectoryPlan.parse(directory).flatMap(({ command, origin }, n): Directed[] => {
    const kept = replies[n];
    if (!kept) return [];
    const { commandId } = origin;
    return [{ command, commandId, reply: kept.ok ? { ...kept, directory: now } : kept }];
  });
};

// Step 2: sees commands through. REST, chat and (later) MCP call it; the repeater repeats what it could not finish.
import pLimit from "p-limit";
import * as z from "zod";
import { type ActorClient, ActorUnavailable, ActorUnreadable } from "../../actors/client.ts";
import { finishIntent } from "../../database/commands/finish-intent.ts";
import { type Intent, startIntent } from "../../database/commands/start-intent.ts";
import type { Database } from "../../database/pool.ts";
import {
  type Again,
  type TaskCommand,
  CommandEnvelope,
  type Origin,
} from "../../domain/command.ts";
import { Id, newId } from "../../domain/ids.ts";
import { TaskReply } from "../../domain/reply.ts";
import { ok, refuse, type Result } from "../../domain/result.ts";
import type { Owner } from "../../domain/settings.ts";
import { countWrites } from "../metrics.ts";
import { ownerFor } from "./owner.ts";
import { moved, type PartCommand, stayed, type WithParts, withParts } from "./parts.ts";

/** Stored by this or an older version of the program, as are the replies. */
export const StoredPlan = z.array(CommandEnvelope);
export const StoredReplies = z.array(TaskReply);

export type ExecuteDeps = {
  db: Database;
  actors: Pick<ActorClient, "execute" | "readTask">;
};

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

/**
 * `replies` in the order of `plan`: what was asked for, each order followed by those for the parts that go with its task (they have `after`). `repeated` when the key had its
 * answer already and nothing was done.
 */
export type Executed = {
  replies: TaskReply[];
  plan: CommandEnvelope[];
  repeated: boolean;
  /** Until it resolves the replies are not kept and the lists are as before; it rejects with a database error. */
  recorded?: Promise<void>;
};

/** What seeing commands through needs: the actors, the intents, and what else is read of the person. */
export type ExecutePorts = {
  actors: Pick<ActorClient, "execute">;
  withParts: (of: {
    userId: Id;
    commands: TaskCommand[];
    isUndo: boolean;
  }) => Promise<Result<WithParts[]>>;
  ownerFor: (userId: Id, commands: TaskCommand[]) => Promise<Owner | undefined>;
  startIntent: (intent: Parameters<typeof startIntent>[1]) => Promise<Intent>;
  finishIntent: (done: Parameters<typeof finishIntent>[1]) => Promise<void>;
};

const portsOf = (deps: ExecuteDeps): ExecutePorts => ({
  actors: deps.actors,
  withParts: (of) => withParts(deps, of),
  ownerFor: (userId, commands) => ownerFor(deps.db, userId, commands),
  startIntent: (intent) => startIntent(deps.db, intent),
  finishIntent: (done) => finishIntent(deps.db, done),
});

/** `executeBy` with the intents in the database. */
export const execute = (deps: ExecuteDeps, request: ExecuteRequest): Promise<Result<Executed>> =>
  executeBy(portsOf(deps), request);

/**
 * Promises the commands in one intent row, asks each task's actor in turn, and records the replies together with the
 * read model. A refused command does not stop the others, nor does one whose task cannot be read. The parts of a task that ends or comes back go with it (parts.ts). The first plan under a key is the one carried out, however
 * often and however parallel the request comes. Throws ActorUnavailable, ActorUnreadable or a database error; the repeater then finishes.
 */
export const executeBy = async (
  ports: ExecutePorts,
  request: ExecuteRequest,
): Promise<Result<Executed>> => {
  const { userId, bodyHash = "", key = newId(), undoes } = request;
  const isUndo = undoes !== undefined;
  const whole = await ports.withParts({ userId, commands: request.commands, isUndo });
  if (!whole.ok) return whole;
  const commands = whole.value.flatMap(({ command, parts }) => [command, ...parts]);
  const owner = request.owner ?? (await ports.ownerFor(userId, commands));
  const planned = planOf(whole.value, { ...request, owner }, key);
  const intent = await ports.startIntent({ userId, key, bodyHash, plan: planned, undoes });
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
  const { promisedAt } = intent;
  const repeated = intent.fresh ? null : { promisedAt, by: "caller" as const };
  const heard = new Map<Id, TaskReply>();
  const asked = await askActors(ports, plan, repeated, heard).catch((error: unknown) => {
    if (!(error instanceof ActorUnavailable)) throw error;
    countWrites(plan, heard);
    throw new ActorUnavailable(error, { isPromised: true });
  });
  countWrites(plan, heard);
  if (asked.unreadable) throw asked.unreadable;
  const { replies } = asked;
  const recorded = ports.finishIntent({ userId, key, replies });
  if (!request.isRecordedBeside) await recorded;
  // Whoever awaits it is told; a failure nobody waits for any more is the repeater's to mend.
  recorded.catch(() => undefined);
  return ok({ replies, plan, repeated: false, recorded });
};

/** A plan that is asked for again: since when it is promised, and by whom it is repeated. */
type Repeated = { promisedAt: Date; by: Again["by"] } | null;

/** Parts of a task, or tasks that hear of changed settings, that are asked at once. */
const atOnce = 16;

/**
 * Asks the actor of each task; harmless to repeat. In turn, not at once: a later command may speak of a task an earlier one made. Only the parts of a
 * task and those that hear of changed settings are many, and each another task. While a task is unreadable the intent stays open: `unreadable` is the first such error, and `replies` has
 * a refusal in its place. `heard` gets each reply as it comes, so it has those before a throw as well. Called by the repeater, too.
 */
export const askActors = async (
  { actors }: { actors: Pick<ActorClient, "execute"> },
  plan: CommandEnvelope[],
  repeated: Repeated,
  heard = new Map<Id, TaskReply>(),
): Promise<{ replies: TaskReply[]; unreadable: ActorUnreadable | undefined }> => {
  const replies: TaskReply[] = [];
  const errors: ActorUnreadable[] = [];
  const limit = pLimit(atOnce);
  const hear = (envelope: CommandEnvelope, reply: TaskReply): TaskReply => {
    heard.set(envelope.origin.commandId, reply);
    return reply;
  };
  const give = async (envelope: CommandEnvelope): Promise<TaskReply> => {
    const asked = actors.execute(repeated ? againOf(envelope, plan, repeated) : envelope);
    const reply = await asked.catch((error: unknown) => {
      if (!(error instanceof ActorUnreadable)) throw error;
      errors.push(error);
      return unreadable;
    });
    return hear(envelope, reply);
  };
  for (let n = 0; n < plan.length;) {
    const alike = retimesFrom(plan, n);
    if (alike.length > 1) {
      replies.push(...(await Promise.all(alike.map((one) => limit(give, one)))));
      n += alike.length;
      continue;
    }
    const first = plan[n] as CommandEnvelope;
    const reply = await give(first);
    const parts = plan.slice(n + 1, firstAfter(plan, n + 1, first.origin.commandId));
    const ask = async (part: CommandEnvelope): Promise<TaskReply> =>
      moved(part.command as PartCommand, reply) ? give(part) : hear(part, stayed);
    replies.push(reply, ...(await Promise.all(parts.map((part) => limit(ask, part)))));
    n += 1 + parts.length;
  }
  return { replies, unreadable: errors[0] };
};

/** The orders from there on that only say to look at the clock again. */
const retimesFrom = (plan: CommandEnvelope[], from: number): CommandEnvelope[] => {
  const end = plan.findIndex(({ command }, n) => n >= from && command.type !== "task.retime");
  return plan.slice(from, end === -1 ? plan.length : end);
};

const unreadable = refuse("internal", "what is stored of the task cannot be read");

const againOf = (
  envelope: CommandEnvelope,
  plan: CommandEnvelope[],
  { promisedAt, by }: NonNullable<Repeated>,
): CommandEnvelope => {
  const { taskId } = envelope.command;
  const ofTask = plan.filter(({ command }) => command.taskId === taskId);
  const ids = ofTask.map(({ origin }) => origin.commandId);
  return { ...envelope, again: { promisedAt: promisedAt.toISOString(), plan: ids, by } };
};

/** Where in the plan the orders end that come after that command. */
const firstAfter = (plan: CommandEnvelope[], from: number, commandId: Id): number => {
  const end = plan.findIndex(({ after }, n) => n >= from && after !== commandId);
  return end === -1 ? plan.length : end;
};

/**
 * What was asked for as a single command takes a UUID key as its id, so that the sender can tell its own echo from others' changes. The order for a
 * part is caused by that for its task.
 */
const planOf = (
  whole: WithParts[],
  { origin, owner }: ExecuteRequest,
  key: string,
): CommandEnvelope[] => {
  const named = whole.length === 1 && Id.safeParse(key).success;
  const known = owner === undefined ? {} : { owner };
  return whole.flatMap(({ command, parts }): CommandEnvelope[] => {
    const commandId = named ? key : newId();
    const partOrigin = () => ({ ...origin, causationId: commandId, commandId: newId() });
    return [
      { v: 1, command, origin: { ...origin, commandId }, ...known },
      ...parts.map((part) => ({
        v: 1 as const,
        command: part,
        origin: partOrigin(),
        ...known,
        after: commandId,
      })),
    ];
  });
};

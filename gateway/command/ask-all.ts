// Gives the orders of an intent to those who own what they are about: the directory's owner first, then the tasks. Called by execute.ts and the repeater.
import pLimit from "p-limit";
import { type ActorClient, ActorUnreadable } from "../../actors/client.ts";
import type { Again, CommandEnvelope, DirectoryEnvelope } from "../../domain/command.ts";
import type { Id } from "../../domain/ids.ts";
import type { TaskReply } from "../../domain/reply.ts";
import { refuse } from "../../domain/result.ts";
import {
  askDirectory,
  type Directed,
  isOutdated,
  type KeepDirectory,
  notAsked,
} from "../directory/ask.ts";
import { heldBack } from "../directory/held-back.ts";
import { moved, type PartCommand, stayed } from "./parts.ts";
import { togetherFrom, type Unit } from "./units.ts";

type AllAsked = {
  userId: Id;
  orders: DirectoryEnvelope[];
  plan: CommandEnvelope[];
  repeated: Repeated;
  heard?: Map<Id, TaskReply>;
  /** It is not drawn up anew, even where the directory is another one by now. */
  isFinal: boolean;
};

/**
 * Asks the directory's owner first, up to what is refused there, and then the tasks, but for those whose order follows from one that was not done: they
 * have `notAsked` in their place.
 */
export const askAll = async (
  ports: {
    actors: Pick<ActorClient, "execute" | "changeDirectory">;
    keepDirectory: KeepDirectory;
  },
  { userId, orders, plan, repeated, heard, isFinal }: AllAsked,
): Promise<Asked & { directed: Directed[] }> => {
  const { actors, keepDirectory: keep } = ports;
  const late = repeated?.by === "sweeper" ? repeated.promisedAt : undefined;
  const changeDirectory: ActorClient["changeDirectory"] = (...of) => actors.changeDirectory(...of);
  const answers = await askDirectory({ changeDirectory, keep }, userId, orders, late);
  const directed = answers.flatMap((reply, n): Directed[] => {
    const order = orders[n];
    return order ? [{ command: order.command, commandId: order.origin.commandId, reply }] : [];
  });
  // Nothing is done of a plan that may be drawn up anew.
  if (!isFinal && isOutdated(orders, directed))
    return { replies: plan.map(() => notAsked), unreadable: undefined, directed };
  const held = heldBack(directed, plan);
  const given = plan.filter(({ origin }) => !held.has(origin.commandId));
  const asked = await askActors(ports, given, repeated, heard);
  const replies = asked.replies[Symbol.iterator]();
  const replyTo = ({ origin }: CommandEnvelope): TaskReply =>
    held.has(origin.commandId) ? notAsked : (replies.next().value ?? notAsked);
  return { ...asked, replies: plan.map(replyTo), directed };
};

type Asked = { replies: TaskReply[]; unreadable: ActorUnreadable | undefined };

/** A plan that is asked for again: since when it is promised, and by whom it is repeated. */
type Repeated = { promisedAt: Date; by: Again["by"] } | null;

/** Tasks that are asked at once. */
const atOnce = 16;

/**
 * Asks the actor of each task; harmless to repeat. In turn, not at once: a later command may speak of a task an earlier one made. Only what is many, and
 * each of another task, goes at once (units.ts). While a task is unreadable the intent stays open: `unreadable` is the first such error, and `replies` has
 * a refusal in its place. `heard` gets each reply as it comes, so it has those before a throw as well.
 */
const askActors = async (
  { actors }: { actors: Pick<ActorClient, "execute"> },
  plan: CommandEnvelope[],
  repeated: Repeated,
  heard = new Map<Id, TaskReply>(),
): Promise<Asked> => {
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
  const askPart = async (part: CommandEnvelope, reply: TaskReply): Promise<TaskReply> =>
    moved(part.command as PartCommand, reply) ? give(part) : hear(part, stayed);
  const askUnit = async ([first, ...parts]: Unit): Promise<TaskReply[]> => {
    const reply = await limit(give, first);
    return [reply, ...(await Promise.all(parts.map((part) => limit(askPart, part, reply))))];
  };
  for (let n = 0; n < plan.length;) {
    const units = togetherFrom(plan, n);
    replies.push(...(await Promise.all(units.map(askUnit))).flat());
    n += units.reduce((count, unit) => count + unit.length, 0);
  }
  return { replies, unreadable: errors[0] };
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

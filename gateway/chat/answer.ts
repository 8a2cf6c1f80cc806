// From what a message means to its reply: carry out, say, remember. Called by answer-message.ts.
import { isTaskCommand, type TaskCommand } from "../../domain/command.ts";
import type { Id } from "../../domain/ids.ts";
import type { ChatReply } from "../../domain/reply.ts";
import { ok, type Result } from "../../domain/result.ts";
import type { Task } from "../../domain/task.ts";
import type { Executed } from "../command/execute.ts";
import type { ChatRequest } from "../deps.ts";
import type { Context, Interpreted } from "./interpretation.ts";
import type { ChatPorts, Person } from "./ports.ts";
import { type Carried, replyFor, turnOf } from "./reply.ts";
import type { Outcome } from "./wording.ts";
import { pinned } from "./zone.ts";

/** A message that was read. */
export type Read = {
  request: ChatRequest;
  turnId: Id;
  person: Person;
  context: Context;
  tasks: Task[];
  meant: Interpreted;
};

/** Carries out what a message means, adds the turn to the conversation and answers. */
export const answer = async (ports: ChatPorts, read: Read): Promise<Result<ChatReply>> => {
  const { request, person, meant } = read;
  const carried = await carryOut(ports, read);
  if (!carried.ok) return carried;
  const reply = replyFor({ ...read, carried: carried.value });
  const envelope = turnOf(request, reply, { meant, carried: carried.value }, person.conversation);
  const kept = await ports.converse(request.userId, envelope);
  // The same message twice at once is one turn: both are answered with what that one did.
  return ok({ ...reply, correlationId: kept.correlationId });
};

const carryOut = async (ports: ChatPorts, read: Read): Promise<Result<Carried>> => {
  const { request, person, context, meant } = read;
  const orders = meant.commands.filter(isTaskCommand);
  const { zone } = context;
  const commands = zone === person.settings.timeZone ? orders : pinned(orders, zone);
  const executed = await executeAll(ports, read, commands);
  if (!executed.ok) return executed;
  const outcomes = outcomesOf(executed.value);
  return ok({
    // A repeated message is answered with the id under which its changes were made.
    correlationId: executed.value.plan[0]?.origin.correlationId ?? request.origin.correlationId,
    outcomes,
    undoes: null,
    ask: outcomes.length > 0 ? null : (meant.ask ?? null),
  });
};

/** With a key even a message without commands is written down, for the same message may mean something else later. */
const executeAll = async (
  ports: ChatPorts,
  { request, turnId, person }: Read,
  commands: TaskCommand[],
): Promise<Result<Executed>> => {
  const { userId, key, message } = request;
  if (commands.length === 0 && key === undefined) {
    return ok({ replies: [], plan: [], repeated: false });
  }
  const origin = { ...request.origin, causationId: turnId };
  return ports.execute({ userId, key, message, commands, origin, owner: person.owner });
};

/** Each command with its reply. */
export const outcomesOf = ({ plan, replies }: Pick<Executed, "plan" | "replies">): Outcome[] =>
  plan.flatMap(({ command }, index) => {
    const reply = replies[index];
    return reply ? [{ command, reply }] : [];
  });

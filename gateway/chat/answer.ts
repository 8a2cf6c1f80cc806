// From what a message means to its reply: carry out, say, remember. Called by answer-message.ts.
import {
  type HistoryCommand,
  isDirectoryCommand,
  isHistoryCommand,
  isTaskCommand,
  type TaskCommand,
} from "../../domain/command.ts";
import type { DirectoryCommand } from "../../domain/directory/command.ts";
import { derivedId, type Id } from "../../domain/ids.ts";
import type { ChatReply } from "../../domain/reply.ts";
import { ok, type Result } from "../../domain/result.ts";
import type { Task } from "../../domain/task.ts";
import type { Executed } from "../command/execute.ts";
import type { ChatRequest } from "../deps.ts";
import type { Context, Interpreted } from "./interpretation.ts";
import type { ChatPorts, Person } from "./ports.ts";
import { type Carried, replyFor, together, turnOf } from "./reply.ts";
import { directedOf } from "./say-directory.ts";
import { takeBack } from "./take-back.ts";
import { outcomesOf } from "./wording.ts";
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

/**
 * Carries out what a message means, adds it to the conversation and answers. Each undo and redo is a turn of its own, so that each can be taken
 * back by itself; all else in the message is one.
 */
export const answer = async (ports: ChatPorts, read: Read): Promise<Result<ChatReply>> => {
  const { commands } = read.meant;
  const histories = commands.filter(isHistoryCommand);
  const others = commands.filter(isTaskCommand);
  const directory = commands.filter(isDirectoryCommand);
  const saysMore = others.length + directory.length > 0 || read.meant.ask || read.meant.answer;
  const replies: ChatReply[] = [];
  if (histories.length === 0 || saysMore) {
    const done = await carryOut(ports, read, others, directory);
    if (!done.ok) return done;
    replies.push(await conclude(ports, read, done.value));
  }
  for (const command of histories) {
    const one = partOf(read, replies.length);
    const done = await goBack(ports, one, command);
    if (!done.ok) return done;
    replies.push(await conclude(ports, one, done.value));
    // What comes after a question waits for its answer.
    if (done.value.ask) break;
  }
  return ok(together(replies));
};

/** The n-th turn of a message: with ids and a key of its own, and nothing but its own command. */
const partOf = (read: Read, n: number): Read => {
  const { commands: _, ask: __, answer: ___, ...meant } = read.meant;
  const alone = { ...read, meant: { ...meant, commands: [] } };
  if (n === 0) return alone;
  const { request, turnId } = read;
  const { correlationId } = request.origin;
  const origin = { ...request.origin, correlationId: derivedId(correlationId, `part ${n}`) };
  const key = request.key === undefined ? {} : { key: `${request.key} part ${n}` };
  const { remark: ____, ...unremarked } = alone.meant;
  return {
    ...alone,
    meant: unremarked,
    request: { ...request, ...key, origin },
    turnId: derivedId(turnId, `part ${n}`),
  };
};

/** Says what was done and adds the turn to the conversation. */
export const conclude = async (
  ports: ChatPorts,
  read: Read,
  carried: Carried,
): Promise<ChatReply> => {
  const { request, person, meant } = read;
  const reply = replyFor({ ...read, carried });
  const envelope = turnOf(request, reply, { meant, carried }, person.conversation);
  const [kept] = await Promise.all([ports.converse(request.userId, envelope), carried.recorded]);
  // The same message twice at once is one turn: both are answered with what that one did.
  return { ...reply, correlationId: kept.correlationId };
};

const carryOut = async (
  ports: ChatPorts,
  read: Read,
  orders: TaskCommand[],
  directory: DirectoryCommand[],
): Promise<Result<Carried>> => {
  const { request, person, context, meant } = read;
  const { zone } = context;
  const commands = zone === person.settings.timeZone ? orders : pinned(orders, zone, read.tasks);
  const executed = await executeAll(ports, read, commands, directory);
  if (!executed.ok) return executed;
  return ok({
    // A repeated message is answered with the id under which its changes were made.
    correlationId: executed.value.correlationId ?? request.origin.correlationId,
    outcomes: outcomesOf(executed.value),
    directed: directedOf(executed.value),
    undoes: null,
    said: [],
    ask: meant.ask ?? null,
    recorded: executed.value.recorded,
  });
};

/** With a key even a message without commands is written down, for the same message may mean something else later. */
const executeAll = async (
  ports: ChatPorts,
  { request, turnId, person }: Read,
  commands: TaskCommand[],
  directory: DirectoryCommand[],
): Promise<Result<Executed>> => {
  const { userId, key, message } = request;
  if (commands.length + directory.length === 0 && key === undefined) {
    return ok({ replies: [], plan: [], directed: [], correlationId: null, repeated: false });
  }
  const origin = { ...request.origin, causationId: turnId };
  const { owner } = person;
  return ports.execute({ userId, key, message, commands, directory, origin, owner });
};

const goBack = async (
  ports: ChatPorts,
  { request, person, context }: Read,
  command: HistoryCommand,
): Promise<Result<Carried>> => {
  const { userId, key, message, origin } = request;
  const { now, zone, settings } = context;
  const listener = { now, zone, locale: settings.locale };
  const { owner } = person;
  const done = await takeBack(ports, { userId, key, message, command, origin, owner, listener });
  if (!done.ok) return done;
  const none = {
    correlationId: origin.correlationId,
    outcomes: [],
    directed: [],
    undoes: null,
    said: [],
  };
  switch (done.value.is) {
    case "ask":
      return ok({ ...none, ask: done.value.ask });
    case "refused":
      return ok({ ...none, said: [done.value.refusal.message], ask: null });
    case "done":
      return ok({ ...done.value, ask: null });
  }
};

// One chat message from words to reply: read, interpret, execute, remember, say. Called by chat.ts; the ports are its outside.
import { isTaskCommand, type Origin, type TaskCommand } from "../../domain/command.ts";
import { type Id, newId } from "../../domain/ids.ts";
import type { ChatReply } from "../../domain/reply.ts";
import { ok, refuse, type Result } from "../../domain/result.ts";
import type { Owner, Settings } from "../../domain/settings.ts";
import type { Task } from "../../domain/task.ts";
import type { Conversation } from "../../domain/conversation.ts";
import { Zone } from "../../domain/when.ts";
import type { Executed } from "../command/execute.ts";
import type { ChatRequest } from "../deps.ts";
import type { Context, Interpret, Interpreted, InterpretOptions } from "./interpretation.ts";
import { changeOf, type Outcome, wordsFor } from "./wording.ts";
import { pinned } from "./zone.ts";

/** Who speaks. `owner` is what their tasks have to know of them. */
export type Person = { settings: Settings; owner: Owner; conversation: Conversation };

/** What a message needs from outside. `execute` knows the key of the message: said again, nothing happens twice. */
export type ChatPorts = {
  interpret: Interpret;
  readPerson: (userId: Id) => Promise<Result<Person>>;
  /** The person's open tasks, those done lately and those in the trash. */
  readTasks: (userId: Id) => Promise<Result<Task[]>>;
  execute: (request: {
    userId: Id;
    key?: string | undefined;
    message: string;
    commands: TaskCommand[];
    origin: Omit<Origin, "commandId">;
    owner: Owner;
  }) => Promise<Result<Executed>>;
  remember: (userId: Id, conversation: Conversation) => Promise<void>;
  /** Sets the person's time zone; gives them as they are then. */
  setZone: (
    userId: Id,
    timeZone: string,
    origin: Omit<Origin, "commandId">,
  ) => Promise<Pick<Person, "settings" | "owner">>;
};

const maxMessage = 2_000;
/** How many shown tasks the conversation remembers: as far as anyone would count. */
const maxShown = 100;

/** Answers one message. Refused are an empty or too long message and an unknown time zone, naming the field. */
export const answerMessage = async (
  ports: ChatPorts,
  request: ChatRequest,
): Promise<Result<ChatReply>> => {
  const message = request.message.trim();
  const wrong = wrongField(message, request.timeZone);
  if (wrong) return refuse("invalid", `${wrong.path}: ${wrong.message}`, { fields: [wrong] });
  const [person, tasks] = await Promise.all([
    ports.readPerson(request.userId),
    ports.readTasks(request.userId),
  ]);
  if (!person.ok) return person;
  if (!tasks.ok) return tasks;
  const { settings, owner, conversation } = await settled(ports, request, person.value);
  const zone = request.timeZone ?? settings.timeZone;
  const now = request.now.toISOString();
  const context: Context = { now, zone, settings, tasks: tasks.value, conversation };
  const meant = await ports.interpret(message, context, optionsOf(request));
  const orders = meant.commands.filter(isTaskCommand);
  const commands = zone === settings.timeZone ? orders : pinned(orders, zone);
  const executed = await carryOut(ports, request, owner, commands);
  if (!executed.ok) return executed;
  const outcomes = outcomesOf(executed.value);
  // A repeated message is answered with the id under which its changes were made.
  const { correlationId } = executed.value.plan[0]?.origin ?? request.origin;
  const reply = replyFor({ ...request, correlationId }, meant, outcomes, context, tasks.value);
  const next = remembered(meant, outcomes, reply, conversation);
  if (JSON.stringify(next) !== JSON.stringify(conversation)) {
    await ports.remember(request.userId, next);
  }
  return ok(reply);
};

const optionsOf = ({ userId, onText, signal }: ChatRequest): InterpretOptions => ({
  userId,
  ...(onText === undefined ? {} : { onText }),
  ...(signal === undefined ? {} : { signal }),
});

/** One who has never set anything lives where the first message comes from. */
const settled = async (
  ports: ChatPorts,
  { userId, timeZone, origin }: ChatRequest,
  person: Person,
): Promise<Person> => {
  const isKnown = person.owner.version > 0 || timeZone === person.settings.timeZone;
  if (isKnown || timeZone === undefined) return person;
  const { conversation } = person;
  return { ...(await ports.setZone(userId, timeZone, origin)), conversation };
};

const wrongField = (message: string, timeZone: string | undefined) => {
  if (message === "") return { path: "message", message: "must not be empty" };
  if (message.length > maxMessage) {
    return { path: "message", message: `must be at most ${maxMessage} characters long` };
  }
  if (timeZone === undefined || Zone.safeParse(timeZone).success) return null;
  return { path: "timeZone", message: "must be an IANA time zone such as Europe/Berlin" };
};

/** With a key even a message without commands is written down, for the same message may mean something else later. */
const carryOut = async (
  ports: ChatPorts,
  { userId, key, origin, message }: ChatRequest,
  owner: Owner,
  commands: TaskCommand[],
): Promise<Result<Executed>> => {
  if (commands.length === 0 && key === undefined) {
    return ok({ replies: [], plan: [], repeated: false });
  }
  return ports.execute({ userId, key, message: message.trim(), commands, origin, owner });
};

const outcomesOf = ({ plan, replies }: Executed): Outcome[] =>
  plan.flatMap(({ command }, index) => {
    const reply = replies[index];
    return reply ? [{ command, reply }] : [];
  });

const replyFor = (
  { now, correlationId }: { now: Date; correlationId: Id },
  meant: Interpreted,
  outcomes: Outcome[],
  { zone, settings }: Context,
  tasks: Task[],
): ChatReply => {
  const made = { turnId: newId(), undoes: null, interpreter: meant.interpreter };
  const remark = meant.remark === undefined ? "" : `${meant.remark}\n`;
  const didSomething = outcomes.length > 0;
  const changes = outcomes.flatMap((outcome) => changeOf(outcome) ?? []);
  if (didSomething) {
    const listener = { now: now.toISOString(), zone, locale: settings.locale };
    const touched = outcomes.flatMap(({ reply }) => (reply.ok ? [reply.task] : []));
    return {
      ...made,
      correlationId,
      undoable: changes.length > 0,
      text: remark + wordsFor(outcomes, listener),
      changes,
      tasks: touched,
      choices: [],
    };
  }
  const byId = new Map(tasks.map((task) => [task.id, task]));
  const listed = (meant.answer?.taskIds ?? []).flatMap((id) => byId.get(id) ?? []);
  return {
    ...made,
    correlationId,
    undoable: false,
    text: remark + (meant.ask?.question ?? meant.answer?.text ?? "Nothing was changed."),
    changes,
    tasks: listed.slice(0, maxShown),
    choices: meant.ask?.choices.map(({ label }) => label) ?? [],
  };
};

/** What the next message may refer to: the question left open, the tasks just shown or touched. */
const remembered = (
  meant: Interpreted,
  outcomes: Outcome[],
  reply: ChatReply,
  before: Conversation,
): Conversation => {
  const isAsking = outcomes.length === 0 && meant.ask !== undefined;
  const question =
    isAsking && meant.ask ? { text: meant.ask.question, choices: meant.ask.choices } : null;
  const shown = reply.tasks.map(({ id }) => id);
  const showsList = shown.length > 0 || meant.answer?.taskIds !== undefined;
  return { ...before, question, shownTaskIds: showsList ? shown : before.shownTaskIds };
};

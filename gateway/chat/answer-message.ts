// One chat message from words to reply: read, interpret, execute, remember, say. Called by chat.ts; the ports are its outside.
import type { Turn } from "../../domain/conversation.ts";
import { derivedId, type Id, newId } from "../../domain/ids.ts";
import type { ChatReply } from "../../domain/reply.ts";
import { ok, refuse, type Result } from "../../domain/result.ts";
import type { Task } from "../../domain/task.ts";
import { Zone } from "../../domain/when.ts";
import type { ChatRequest } from "../deps.ts";
import { countChat } from "../metrics.ts";
import { answer } from "./answer.ts";
import type { Context, InterpretOptions } from "./interpretation.ts";
import type { ChatPorts, Person } from "./ports.ts";
import { canTakeBack, changeOf, outcomesOf } from "./wording.ts";

const maxMessage = 2_000;

/** Answers one message. Refused are an empty or too long message and an unknown time zone, naming the field. */
export const answerMessage = async (
  ports: ChatPorts,
  asked: ChatRequest,
): Promise<Result<ChatReply>> => {
  const request = { ...asked, message: asked.message.trim() };
  const { message, userId } = request;
  const wrong = wrongField(message, request.timeZone);
  if (wrong) return refuse("invalid", `${wrong.path}: ${wrong.message}`, { fields: [wrong] });
  const [known, found] = await Promise.all([ports.readPerson(userId), ports.readTasks(request)]);
  if (!known.ok) return known;
  if (!found.ok) return found;
  const spokenOf = await ports.readSpokenOf(userId, known.value.conversation, found.value);
  const tasks = [...found.value, ...spokenOf];
  const turnId = turnIdOf(request);
  const before = known.value.conversation.recent.find(({ id }) => id === turnId);
  if (before) return answerAgain(ports, request, before, tasks);
  const person = await settled(ports, request, known.value);
  const { settings, conversation, directory } = person;
  const zone = request.timeZone ?? settings.timeZone;
  const now = request.now.toISOString();
  const context: Context = { now, zone, settings, tasks, conversation, directory };
  const meant = await ports.interpret(message, context, optionsOf(request));
  countChat(meant);
  if (meant.timeZone !== undefined) await ports.setZone(userId, meant.timeZone, request.origin);
  return answer(ports, { request, turnId, person, context, tasks, meant });
};

/** The same message under the same key is the same turn. */
export const turnIdOf = ({ userId, key }: Pick<ChatRequest, "userId" | "key">): Id =>
  key === undefined ? newId() : derivedId(userId, `turn ${key}`);

/** A turn of before in the words of before; nothing is interpreted or done a second time. */
const answerAgain = async (
  ports: ChatPorts,
  { userId, message }: ChatRequest,
  turn: Turn,
  tasks: Task[],
): Promise<Result<ChatReply>> => {
  if (turn.message !== message) {
    return refuse(
      "idempotency_mismatch",
      "this Idempotency-Key was used for another request before",
    );
  }
  const { id: turnId, correlationId, undoes, interpreter, text, choices, directory } = turn;
  const hasChanged = turn.changes.length > 0;
  const outcomes = hasChanged ? outcomesOf(await ports.readDone(userId, correlationId)) : [];
  const byId = new Map(tasks.map((task) => [task.id, task]));
  for (const { reply } of outcomes) if (reply.ok) byId.set(reply.task.id, reply.task);
  return ok({
    turnId,
    correlationId,
    undoable: outcomes.some(canTakeBack) || directory !== undefined,
    undoes,
    interpreter,
    text,
    changes: outcomes.flatMap((outcome) => changeOf(outcome) ?? []),
    ...(directory && { directory }),
    ...(turn.filter !== undefined && { filter: turn.filter }),
    tasks: turn.taskIds.flatMap((id) => byId.get(id) ?? []),
    choices,
  });
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
  return { ...person, ...(await ports.setZone(userId, timeZone, origin)) };
};

const wrongField = (message: string, timeZone: string | undefined) => {
  if (message === "") return { path: "message", message: "must not be empty" };
  if (message.length > maxMessage) {
    return { path: "message", message: `must be at most ${maxMessage} characters long` };
  }
  if (timeZone === undefined || Zone.safeParse(timeZone).success) return null;
  return { path: "timeZone", message: "must be an IANA time zone such as Europe/Berlin" };
};

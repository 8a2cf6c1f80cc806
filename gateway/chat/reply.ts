// The answer to a message as data: in words, with what was changed and shown; and the turn that is kept of it. Called by answer.ts.
import type { Conversation, Turn, TurnEnvelope } from "../../domain/conversation.ts";
import type { Id } from "../../domain/ids.ts";
import type { Listener } from "../../domain/language/say-when.ts";
import type { ChatReply } from "../../domain/reply.ts";
import type { Task } from "../../domain/task.ts";
import type { ChatRequest } from "../deps.ts";
import type { Ask, Context, Interpreted } from "./interpretation.ts";
import {
  type DirectedOutcome,
  directoryChangeOf,
  hasDirected,
  sayDirected,
} from "./say-directory.ts";
import { canTakeBack, changeOf, hasEffect, type Outcome, wordsFor } from "./wording.ts";

/** What became of a message: what was done under which correlation id, what more there is to say of it, and what is asked. */
export type Carried = {
  correlationId: Id;
  outcomes: Outcome[];
  directed: DirectedOutcome[];
  undoes: Id | null;
  said: string[];
  ask: Ask | null;
  recorded?: Promise<void> | undefined;
};

type Said = { turnId: Id; meant: Interpreted; carried: Carried; context: Context; tasks: Task[] };

/** The reply. Its text says what the interpreter remarked, what was done, and what is asked or answered. */
export const replyFor = ({ turnId, meant, carried, context, tasks }: Said): ChatReply => {
  const { outcomes, directed, ask, correlationId, undoes, said } = carried;
  const directory = directed.flatMap((one) => directoryChangeOf(one) ?? []);
  const { now, zone, settings } = context;
  const done = wordsOf(carried, { now, zone, locale: settings.locale });
  const answered = ask?.question ?? meant.answer?.text;
  const text = [meant.remark, done, ...said, answered].filter(Boolean).join("\n");
  return {
    turnId,
    correlationId,
    undoable: outcomes.some(canTakeBack) || directory.length > 0,
    undoes: outcomes.some(hasEffect) || directory.length > 0 ? undoes : null,
    interpreter: meant.interpreter,
    text: text === "" ? "Nothing was changed." : text,
    changes: outcomes.flatMap(changesOf).slice(0, mostTold),
    ...(directory.length > 0 && { directory }),
    tasks: distinct([...touched(outcomes), ...listed(meant, tasks)]).slice(0, mostTold),
    choices: ask?.choices.map(({ label }) => label) ?? [],
    ...(meant.answer?.filter !== undefined && !ask && { filter: meant.answer.filter }),
  };
};

/** As many changes and tasks as an answer names one by one; an undo may be of thousands. */
const mostTold = 500;

/** As many parts of a task as are shown one by one. */
const maxParts = 20;

const changesOf = (outcome: Outcome): ChatReply["changes"] =>
  [outcome, ...(outcome.parts ?? []).slice(0, maxParts)].flatMap((one) => changeOf(one) ?? []);

const wordsOf = ({ outcomes, directed, undoes }: Carried, listener: Listener): string => {
  if (outcomes.length + directed.length === 0) return "";
  const told =
    undoes === null
      ? outcomes
      : outcomes.filter((outcome) => !outcome.reply.ok || hasEffect(outcome));
  const isBack = undoes !== null && (told.some(hasEffect) || directed.some(hasDirected));
  const ofTasks = told.length > 0 || directed.length === 0 ? wordsFor(told, listener) : "";
  return [isBack ? "Took that back." : "", ...directed.map(sayDirected), ofTasks]
    .filter(Boolean)
    .join("\n");
};

/** One answer of the turns that a message became; the ids are those of the last one, whose undo is the next. */
export const together = (replies: ChatReply[]): ChatReply => {
  const last = replies.at(-1);
  if (!last) throw new Error("a message has at least one reply");
  if (replies.length === 1) return last;
  return {
    ...last,
    text: replies.map(({ text }) => text).join("\n"),
    changes: replies.flatMap(({ changes }) => changes),
    ...(replies.some((one) => one.directory) && {
      directory: replies.flatMap(({ directory = [] }) => directory),
    }),
    tasks: distinct(replies.flatMap(({ tasks }) => tasks)),
  };
};

const touched = (outcomes: Outcome[]): Task[] =>
  outcomes.flatMap(({ reply }) =>
    reply.ok && reply.task.purgedAt === undefined ? [reply.task] : [],
  );

/** A task that was changed twice is shown once, as it is after both. */
const distinct = (tasks: Task[]): Task[] => {
  const byId = new Map<Id, Task>();
  for (const task of tasks) {
    const known = byId.get(task.id);
    if (!known || known.version < task.version) byId.set(task.id, task);
  }
  return [...byId.values()];
};

/** How many shown tasks the conversation remembers: as far as anyone would count. */
const maxShown = 100;

const listed = ({ answer }: Interpreted, tasks: Task[]): Task[] => {
  const byId = new Map(tasks.map((task) => [task.id, task]));
  return (answer?.taskIds ?? []).flatMap((id) => byId.get(id) ?? []).slice(0, maxShown);
};

/** The turn of a reply, with what the next message may refer to: the question left open, the tasks just shown or touched. */
export const turnOf = (
  { message, origin, now }: Pick<ChatRequest, "message" | "origin" | "now">,
  reply: ChatReply,
  { meant, carried }: Pick<Said, "meant" | "carried">,
  before: Conversation,
): TurnEnvelope => {
  const { ask } = carried;
  const shown = reply.tasks.map(({ id }) => id);
  const showsList = shown.length > 0 || meant.answer?.taskIds !== undefined;
  const { turnId: id, correlationId, undoes, interpreter, text, choices } = reply;
  const turn: Turn = {
    id,
    at: now.toISOString(),
    source: origin.source,
    device: origin.device,
    message,
    text,
    changes: reply.changes.map(({ taskId, title, what }) => ({ taskId, title, what })),
    taskIds: shown,
    ...(reply.directory && { directory: reply.directory }),
    choices,
    ...(reply.filter !== undefined && { filter: reply.filter }),
    correlationId,
    undoes,
    interpreter,
  };
  return {
    v: 1,
    turn,
    question: ask === null ? null : { text: ask.question, choices: ask.choices },
    shownTaskIds: showsList ? shown : before.shownTaskIds,
    origin: { ...origin, commandId: id, correlationId },
  };
};

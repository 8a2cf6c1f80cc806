// A person of a case who speaks with the chat: the grammar and the real rules of tasks, the state in maps. Called by chat.ts.
import { decide } from "../../actors/task/decide.ts";
import type { TaskDoc } from "../../actors/task/doc.ts";
import { isTaskCommand, type TaskCommand } from "../../domain/command.ts";
import { type Conversation, emptyConversation } from "../../domain/conversation.ts";
import { type Id, newId } from "../../domain/ids.ts";
import { ownerOf } from "../../domain/settings.ts";
import { changeOf, type Outcome } from "../../gateway/chat/wording.ts";
import { interpretByGrammar } from "../../gateway/chat/grammar.ts";
import type { Interpretation } from "../../gateway/chat/interpretation.ts";
import { chatOrigin } from "../chat-person.ts";
import { now, settings } from "../chat-world.ts";

export type Speaker = {
  docs: Map<Id, TaskDoc>;
  conversation: Conversation;
  /** By correlation id: the documents as they were before the turn. */
  before: Map<Id, Map<Id, TaskDoc | undefined>>;
};

/** What a message meant, and whether it changed anything. */
export type Heard = { meant: Interpretation; hasChanged: boolean };

export const speakerWith = (docs: Map<Id, TaskDoc>, shownTaskIds: Id[]): Speaker => ({
  docs,
  conversation: { ...emptyConversation, shownTaskIds },
  before: new Map(),
});

/** Says one message. */
export const speak = (me: Speaker, message: string): Heard => {
  const tasks = [...me.docs.values()].map(({ task }) => task);
  const { conversation } = me;
  const context = { now: now.toISOString(), zone: settings.timeZone, settings, tasks };
  const meant = interpretByGrammar(message, { ...context, conversation });
  const origin = chatOrigin();
  const outcomes = meant.commands.filter(isTaskCommand).flatMap((one) => carryOut(me, one, origin));
  const undone = meant.commands.flatMap((one) =>
    isTaskCommand(one) ? [] : takeBack(me, one.correlationId, origin.correlationId),
  );
  const changes = outcomes.flatMap((outcome) => changeOf(outcome) ?? []);
  const hasChanged = changes.length > 0 || undone.length > 0;
  remember(me, message, meant, { outcomes, undone, correlationId: origin.correlationId });
  return { meant, hasChanged };
};

const carryOut = (
  me: Speaker,
  command: TaskCommand,
  origin: ReturnType<typeof chatOrigin>,
): Outcome[] => {
  const doc = me.docs.get(command.taskId) ?? null;
  const owner = ownerOf({ version: 1, settings });
  const decision = decide(doc, { command, origin: { ...origin, commandId: newId() }, owner }, now);
  if (!decision.ok) return [{ command, reply: decision }];
  const kept = me.before.get(origin.correlationId) ?? new Map<Id, TaskDoc | undefined>();
  if (!kept.has(command.taskId)) kept.set(command.taskId, doc ?? undefined);
  me.before.set(origin.correlationId, kept);
  const { doc: next, event } = decision.value;
  me.docs.set(command.taskId, next);
  const { task, reminders } = next;
  const changes = event?.changes ?? {};
  return [{ command, reply: { ok: true, task, reminders, changes, repeated: false } }];
};

/** The documents as they were before that turn; the way back is kept for a redo. */
const takeBack = (me: Speaker, undoes: Id, correlationId: Id): Id[] => {
  const kept = me.before.get(undoes) ?? new Map<Id, TaskDoc | undefined>();
  const current = new Map([...kept.keys()].map((id) => [id, me.docs.get(id)]));
  me.before.set(correlationId, current);
  for (const [id, doc] of kept) {
    if (doc) me.docs.set(id, doc);
    else me.docs.delete(id);
  }
  return [...kept.keys()];
};

type Done = { outcomes: Outcome[]; undone: Id[]; correlationId: Id };

/** As `answer-message.ts` remembers it. */
const remember = (me: Speaker, message: string, meant: Interpretation, done: Done): void => {
  const changes = done.outcomes.flatMap((outcome) => changeOf(outcome) ?? []);
  const touched = done.outcomes.flatMap(({ reply }) => (reply.ok ? [reply.task.id] : []));
  const ids = done.undone.length > 0 ? done.undone : touched;
  const taskIds = ids.length > 0 ? ids : (meant.answer?.taskIds ?? []);
  const history = meant.commands.filter((one) => !isTaskCommand(one));
  const turns = (history.length > 0 ? history : [null]).map((one) => ({
    id: newId(),
    at: now.toISOString(),
    source: "chat" as const,
    device: null,
    message,
    text: meant.ask?.question ?? meant.answer?.text ?? "",
    changes: [
      ...changes.map(({ taskId, title, what }) => ({ taskId, title, what })),
      ...done.undone.map((taskId) => ({ taskId, title: "", what: "changed" as const })),
    ],
    taskIds,
    choices: meant.ask?.choices.map(({ label }) => label) ?? [],
    correlationId: done.correlationId,
    undoes: one === null ? null : one.correlationId,
    interpreter: "grammar" as const,
  }));
  const asks = done.outcomes.length === 0 && done.undone.length === 0 ? meant.ask : undefined;
  const showsList = taskIds.length > 0 || meant.answer?.taskIds !== undefined;
  me.conversation = {
    question: asks ? { text: asks.question, choices: asks.choices } : null,
    shownTaskIds: showsList ? taskIds : me.conversation.shownTaskIds,
    recent: [...me.conversation.recent, ...turns],
  };
};

// A person who speaks with the chat: the real rules of chat and tasks, the state in maps. Used by the chat's tests.
import { decide } from "../actors/task/decide.ts";
import { direct } from "../actors/user/directory/direct.ts";
import { newUser } from "../actors/user/decide.ts";
import { emptyState } from "../actors/user/state.ts";
import type { TaskDoc } from "../actors/task/doc.ts";
import type { Held, Holder } from "../database/directories/list-holders.ts";
import type { Intent } from "../database/commands/start-intent.ts";
import type { CommandEnvelope, Origin } from "../domain/command.ts";
import type { Directory } from "../domain/directory/directory.ts";
import { emptyDirectory } from "../domain/directory/empty-directory.ts";
import { type Id, newId } from "../domain/ids.ts";
import { ChatReply, type TaskReply } from "../domain/reply.ts";
import { isOpen } from "../domain/is-over.ts";
import { isSameLabel } from "../domain/label-key.ts";
import { ok } from "../domain/result.ts";
import { ownerOf, type Settings } from "../domain/settings.ts";
import type { Task } from "../domain/task.ts";
import { type Conversation, emptyConversation } from "../domain/conversation.ts";
import { answerMessage } from "../gateway/chat/answer-message.ts";
import type { ChatPorts } from "../gateway/chat/ports.ts";
import { interpret } from "../gateway/chat/interpret.ts";
import { executeBy } from "../gateway/command/execute.ts";
import { takeAlong } from "../gateway/directory/take-along.ts";
import { type Kept, type Past, pastOf } from "../gateway/history/past.ts";
import { now as wednesday, owner as ownerId, settings as example } from "./chat-world.ts";
import { exampleDoc } from "./examples.ts";

type More = { key?: string; timeZone?: string; signal?: AbortSignal };

/** What a test may look at and set; `now` moves only when the test moves it. */
export type ChatPerson = {
  now: Date;
  settings: Settings;
  /** Of the settings; 0 is one who never set any. */
  version: number;
  conversation: Conversation;
  directory: Directory;
  stored: Map<Id, Task>;
  /** Every envelope that was applied, in turn. */
  applied: CommandEnvelope[];
  ports: ChatPorts;
  docOf: (id: Id) => TaskDoc | null;
  find: (title: string) => Task | undefined;
  send: (message: string, more?: More) => ReturnType<typeof answerMessage>;
  /** The reply of a message that was not refused. */
  say: (message: string, more?: More) => Promise<ChatReply>;
};

type Promised = Intent & { undoes: Id | null };

const correlationOf = ({ plan, directory }: Promised): Id | null =>
  (plan[0] ?? directory?.[0])?.origin.correlationId ?? null;

/** The origin of a message, without the command's id. */
export const chatOrigin = (): Omit<Origin, "commandId"> => ({
  correlationId: newId(),
  causationId: newId(),
  actorId: ownerId,
  source: "chat",
  device: null,
  traceparent: null,
});

/** Makes a person with these tasks; `docsBefore` is what their actors know of them beside. */
export const chatPerson = (tasks: Task[], docsBefore: TaskDoc[] = []): ChatPerson => {
  const docs = new Map<Id, TaskDoc>(docsBefore.map((doc) => [doc.task.id, doc]));
  const intents = new Map<string, Promised>();

  /** What the task's actor knows; made of the task where the test put it there itself. */
  const docOf = (id: Id): TaskDoc | null => {
    const task = me.stored.get(id);
    const doc = docs.get(id);
    if (!task) return null;
    return doc?.task === task
      ? doc
      : { ...exampleDoc(task), owner: ownerOf({ version: 1, settings: me.settings }) };
  };

  const apply = (envelope: CommandEnvelope): TaskReply => {
    const decision = decide(docOf(envelope.command.taskId), envelope, me.now);
    if (!decision.ok) return decision;
    const { doc, event } = decision.value;
    const { task, reminders } = doc;
    docs.set(task.id, doc);
    me.stored.set(task.id, task);
    me.applied.push(envelope);
    return { ok: true, task, reminders, changes: event?.changes ?? {}, repeated: false };
  };

  /** The real one, with the intents in a map and no parts of tasks. */
  const execute: ChatPorts["execute"] = ({ message, ...request }) =>
    executeBy(
      {
        actors: {
          execute: async (envelope) => apply(envelope),
          changeDirectory: async (_, envelope) => {
            const state = { ...emptyState(newUser(ownerId, me.now)), directory: me.directory };
            const done = direct(state, envelope, { now: me.now, eventId: newId() });
            if (!done.ok) return done;
            me.directory = done.state.directory;
            return done.reply;
          },
        },
        takeAlong: (of) =>
          takeAlong(
            {
              readDirectory: async () => me.directory,
              isTakingAlong: async () => false,
              listHolders,
            },
            of,
          ),
        keepDirectory: async () => undefined,
        readDirectory: async () => me.directory,
        withParts: async ({ commands }) => ok(commands.map((command) => ({ command, parts: [] }))),
        ownerFor: async () => undefined,
        startIntent: async ({ key, bodyHash, plan, undoes = null, directory = null }) => {
          const known = intents.get(key);
          if (known) return known;
          const promised = { bodyHash, plan, undoes, promisedAt: me.now };
          const intent = {
            ...promised,
            fresh: false,
            status: "started" as const,
            replies: null,
            directory,
            directoryReplies: null,
          };
          intents.set(key, intent);
          return { ...intent, fresh: true };
        },
        redrawIntent: async ({ key, plan, directory }) => {
          const known = intents.get(key);
          if (known) intents.set(key, { ...known, plan, directory });
          return known !== undefined;
        },
        finishIntent: async ({ key, replies, directoryReplies = null }) => {
          const known = intents.get(key);
          if (known) intents.set(key, { ...known, status: "done", replies, directoryReplies });
        },
      },
      { ...request, bodyHash: message },
    );

  const intentsOf = (correlationId: Id | null): Kept[] =>
    [...intents.values()]
      .filter((intent) => correlationOf(intent) === correlationId)
      .map(({ directoryReplies, ...intent }) => ({ ...intent, directory: directoryReplies ?? [] }));

  const listHolders = async ({ held }: { held: Held }): Promise<Holder[]> =>
    [...me.stored.values()]
      .filter((task) => holds(task, held))
      .map((task) => ({ id: task.id, shelf: task.deletedAt !== null ? 2 : isOpen(task) ? 0 : 1 }));

  const readPast = (correlationId: Id): Past | null => {
    const mine = intentsOf(correlationId);
    const cause = mine.find(({ undoes }) => undoes !== null)?.undoes ?? null;
    const undoings = [...intents.values()].flatMap((intent) => {
      const by = correlationOf(intent);
      return by &&
        intent.undoes &&
        [...(intent.replies ?? []), ...(intent.directoryReplies ?? [])].some(
          ({ ok: isDone }) => isDone,
        )
        ? [{ correlationId: by, undoes: intent.undoes }]
        : [];
    });
    const causes = cause === null ? [] : intentsOf(cause);
    return pastOf(correlationId, { intents: mine, logged: [], undoings, causes });
  };

  const me: ChatPerson = {
    now: wednesday,
    settings: example,
    version: 1,
    conversation: emptyConversation,
    directory: emptyDirectory,
    stored: new Map(tasks.map((task) => [task.id, task])),
    applied: [],
    ports: {
      interpret,
      readPerson: async () => {
        const { settings, conversation, directory, version } = me;
        return ok({ settings, conversation, directory, owner: ownerOf({ version, settings }) });
      },
      readTasks: async () => ok([...me.stored.values()]),
      readSpokenOf: async () => [],
      execute,
      readIntent: async (_, key) => intents.get(key) ?? null,
      history: {
        readPast: async (_, correlationId) => readPast(correlationId),
        readTasks: async (_, taskIds) =>
          taskIds.flatMap((id) => {
            const task = me.stored.get(id);
            return task ? [{ task, reminders: docOf(id)?.reminders ?? [] }] : [];
          }),
        mayBePartOf: async () => true,
      },
      readDone: async (_, correlationId) => {
        const done = intentsOf(correlationId);
        return {
          plan: done.flatMap(({ plan }) => plan),
          replies: done.flatMap(({ replies }) => replies ?? []),
          directed: [...intents.values()]
            .filter((intent) => correlationOf(intent) === correlationId)
            .flatMap(({ directory }) => (directory ?? []).map(({ origin }) => origin)),
        };
      },
      converse: async (_, { turn, question, shownTaskIds }) => {
        const { recent } = me.conversation;
        const known = recent.find(({ id }) => id === turn.id);
        if (known) return known;
        me.conversation = { question, shownTaskIds, recent: [...recent, turn] };
        return turn;
      },
      setZone: async (_, timeZone) => {
        me.settings = { ...me.settings, timeZone };
        me.version += 1;
        return { settings: me.settings, owner: ownerOf(me) };
      },
    },
    docOf,
    find: (title) => [...me.stored.values()].find((task) => task.title === title),
    send: (message, more = {}) =>
      answerMessage(me.ports, {
        userId: ownerId,
        message,
        now: me.now,
        origin: chatOrigin(),
        ...more,
      }),
    say: async (message, more) => {
      const reply = await me.send(message, more);
      if (!reply.ok) throw new Error(reply.error.message);
      return ChatReply.parse(reply.value);
    },
  };
  return me;
};

const holds = ({ project, section, tags }: Task, held: Held): boolean => {
  if (held.of === "tag") return tags.some((tag) => isSameLabel(tag, held.name));
  if (held.of !== "section") return isSameLabel(project, held.name);
  return isSameLabel(project, held.project) && isSameLabel(section, held.name);
};

// The conversation: binds answering a message to the actors and the database. Made by main.ts, called by POST /chat.
import { createHash } from "node:crypto";
import type { ActorClient } from "../../actors/client.ts";
import { readIntent } from "../../database/commands/read-intent.ts";
import { listIntents } from "../../database/history/list-intents.ts";
import type { Database } from "../../database/pool.ts";
import { type Id, newId } from "../../domain/ids.ts";
import { ok } from "../../domain/result.ts";
import { ownerOf } from "../../domain/settings.ts";
import { execute } from "../command/execute.ts";
import { StoredDirectoryPlan, StoredPlan, StoredReplies } from "../command/stored.ts";
import { createHistoryPorts } from "../history/read-past.ts";
import { changeSettings } from "../retime/change-settings.ts";
import type { Chat, History } from "../deps.ts";
import { answerHistory } from "./answer-history.ts";
import { answerMessage } from "./answer-message.ts";
import { interpret as byGrammar } from "./interpret.ts";
import type { Interpret } from "./interpretation.ts";
import type { ChatPorts } from "./ports.ts";
import { readSpokenOf, readTasks } from "./read-tasks.ts";

type ChatDeps = {
  db: Database;
  actors: ActorClient;
  interpret?: Interpret;
  wakeRetimer: () => void;
};

/** Makes the chat of this process. Without an interpreter the built-in grammar reads the messages. */
export const createChat = (deps: ChatDeps): Chat => {
  const ports = portsOf(deps);
  return (request) => answerMessage(ports, request);
};

/** Makes undo and redo by correlation id. */
export const createHistory = (deps: Omit<ChatDeps, "interpret">): History => {
  const ports = portsOf(deps);
  return (request) => answerHistory(ports, request);
};

const portsOf = ({ db, actors, interpret = byGrammar, wakeRetimer }: ChatDeps): ChatPorts => ({
  interpret,
  readPerson: async (userId) => {
    const reply = await actors.readUser(userId);
    if (!reply.ok) return reply;
    const { user, conversation, directory } = reply;
    return ok({ settings: user.settings, owner: ownerOf(user), conversation, directory });
  },
  readTasks: ({ userId, message, now }) => readTasks(db, { ownerId: userId, message, now }),
  readSpokenOf: (userId, conversation, known) => readSpokenOf(db, userId, conversation, known),
  execute: ({ message, ...request }) =>
    execute({ db, actors }, { ...request, bodyHash: hashOf(message), isRecordedBeside: true }),
  readIntent: (userId, key) => readIntent(db, { userId, key }),
  history: createHistoryPorts({ db, actors }),
  readDone: (userId, correlationId) => readDone(db, { userId, correlationId }),
  converse: async (userId, envelope) => (await actors.converse(userId, envelope)).turn,
  setZone: async (userId, timeZone, origin) => {
    const command = { type: "user.patch" as const, changes: { timeZone } };
    const asked = { v: 1 as const, command, origin: { ...origin, commandId: newId() } };
    const { reply } = await changeSettings(
      { db, actors, now: () => new Date(), wakeRetimer },
      userId,
      asked,
    );
    if (!reply.ok) throw new Error(reply.error.message);
    const owner = ownerOf(reply.user);
    return { settings: reply.user.settings, owner };
  },
});

/** The same message under the same key is a repetition; the zone it was sent from may have changed. */
const hashOf = (message: string): string =>
  createHash("sha256").update(`chat\n${message}`).digest("base64url");

const readDone: (
  db: Database,
  which: { userId: Id; correlationId: Id },
) => ReturnType<ChatPorts["readDone"]> = async (db, which) => {
  const intents = await listIntents(db, which);
  const done = intents.filter(({ replies }) => replies !== null);
  return {
    plan: done.flatMap(({ plan }) => StoredPlan.parse(plan)),
    replies: done.flatMap(({ replies }) => StoredReplies.parse(replies)),
    directed: done.flatMap(({ directory }) =>
      StoredDirectoryPlan.parse(directory ?? []).map(({ origin: { commandId } }) => ({
        commandId,
      })),
    ),
  };
};

// The conversation: binds answering a message to the actors and the database. Made by main.ts, called by POST /chat.
import { createHash } from "node:crypto";
import type { ActorClient } from "../../actors/client.ts";
import type { Database } from "../../database/pool.ts";
import { listTasks } from "../../database/tasks/list-tasks.ts";
import type { Id } from "../../domain/ids.ts";
import { ok, type Result } from "../../domain/result.ts";
import type { TaskFilter } from "../../domain/task-filter.ts";
import type { Task } from "../../domain/task.ts";
import { execute } from "../command/execute.ts";
import type { Chat } from "../deps.ts";
import { answerMessage, type ChatPorts } from "./answer-message.ts";

/** Makes the chat of this process. */
export const createChat = (deps: { db: Database; actors: ActorClient }): Chat => {
  const ports = portsOf(deps);
  return (request) => answerMessage(ports, request);
};

const portsOf = ({ db, actors }: { db: Database; actors: ActorClient }): ChatPorts => ({
  readPerson: async (userId) => {
    const reply = await actors.readUser(userId);
    if (!reply.ok) return reply;
    return ok({ settings: reply.user.settings, conversation: reply.conversation });
  },
  readTasks: (userId) => readTasks(db, userId),
  execute: ({ message, ...request }) =>
    execute({ db, actors }, { ...request, bodyHash: hashOf(message) }),
  remember: async (userId, conversation) => {
    await actors.remember(userId, conversation);
  },
});

/** The same message under the same key is a repetition; the zone it was sent from may have changed. */
const hashOf = (message: string): string =>
  createHash("sha256").update(`chat\n${message}`).digest("base64url");

/** How many tasks of each kind a message is read against. */
const limits = { open: 2_000, closed: 200, trash: 100 };

const readTasks = async (db: Database, userId: Id): Promise<Result<Task[]>> => {
  const read = (filter: TaskFilter, limit: number) =>
    listTasks(db, { ownerId: userId, filter, limit });
  const pages = await Promise.all([
    read({ status: ["open", "in_progress"] }, limits.open),
    read({ status: ["done", "cancelled"] }, limits.closed),
    read({ deleted: true }, limits.trash),
  ]);
  const refused = pages.find((page) => !page.ok);
  if (refused) return refused;
  return ok(pages.flatMap((page) => (page.ok ? page.value.tasks : [])));
};

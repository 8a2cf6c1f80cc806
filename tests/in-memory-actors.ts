// Actors without Dapr for the gateway's tests: the real rules, the state in a Map. Whole flows use the real ones.
import { ActorUnavailable, ActorUnreadable, type ActorClient } from "../actors/client.ts";
import { type AppliedCommands, hasApplied, remembered } from "../actors/outbox/applied.ts";
import { decide, notFound } from "../actors/task/decide.ts";
import { endedBy } from "../actors/task/decide/part.ts";
import type { TaskDoc } from "../actors/task/doc.ts";
import { change } from "../actors/user/change.ts";
import { direct } from "../actors/user/directory/direct.ts";
import { newUser } from "../actors/user/decide.ts";
import type { CommandEnvelope } from "../domain/command.ts";
import type { Changes } from "../domain/changes.ts";
import { type Id, newId } from "../domain/ids.ts";
import { TaskReply } from "../domain/reply.ts";
import { emptyState } from "../actors/user/state.ts";
import type { UserState } from "../actors/user/state.ts";
import { converse } from "../actors/user/converse.ts";
import { readTurns } from "../actors/user/pages.ts";
import { keptTurn, shownOf } from "../actors/user/turns.ts";

export type InMemoryActors = ActorClient & {
  /** What each task's actor holds. */
  docs: Map<Id, TaskDoc>;
  /** Every command that was carried out, repetitions left out. */
  applied: CommandEnvelope[];
  /** How often a command was asked for, repetitions included. */
  asked: number;
  /** Of which tasks people were told that a change was not made. */
  /** Of what is no task the name. */
  refused: { userId: Id; taskId: Id | null; title?: string }[];
  /** While true every call throws ActorUnavailable. */
  down: boolean;
  /** Of these tasks what is stored cannot be read. */
  unreadable: Set<Id>;
};

export const createInMemoryActors = (): InMemoryActors => {
  const tasks = new Map<Id, TaskDoc>();
  const users = new Map<Id, UserState>();
  const pages = new Map<string, unknown>();
  const memory = new Map<Id, AppliedCommands>();
  const appliedTo = ({ task }: TaskDoc): AppliedCommands => memory.get(task.id) ?? [];
  const userOf = (id: Id): UserState => users.get(id) ?? emptyState(newUser(id, new Date()));
  const reply = ({ user, conversation, directory }: UserState) => ({
    ok: true as const,
    user,
    directory,
    conversation: shownOf(conversation),
  });

  const reach = (): void => {
    if (actors.down) throw new ActorUnavailable(new Error("switched off by the test"));
  };
  const load = (id: Id): void => {
    reach();
    if (!actors.unreadable.has(id)) return;
    throw new ActorUnreadable({ type: "TaskActor", id }, new Error("made so by the test"));
  };

  const apply = (envelope: CommandEnvelope): TaskReply => {
    const { command, origin } = envelope;
    const known = tasks.get(command.taskId) ?? null;
    if (known?.task.ownerId === origin.actorId && hasApplied(appliedTo(known), origin.commandId))
      return replyOf(known, {}, true);
    const decision = decide(known, envelope, new Date());
    if (!decision.ok) return decision;
    const { doc, event, told } = decision.value;
    if (doc !== known) {
      tasks.set(doc.task.id, doc);
      memory.set(doc.task.id, remembered(appliedTo(doc), origin.commandId, new Date()));
      actors.applied.push(envelope);
    }
    const answer = replyOf(doc, event?.changes ?? {}, false);
    const moved = told.filter(
      ({ type, status }) =>
        type === "punctual.reminder.scheduled.v1" && status.state === "scheduled",
    ).length;
    return answer.ok && command.type === "task.retime" ? { ...answer, moved } : answer;
  };

  const actors: InMemoryActors = {
    docs: tasks,
    applied: [],
    asked: 0,
    refused: [],
    down: false,
    unreadable: new Set(),
    execute: async (envelope) => {
      load(envelope.command.taskId);
      actors.asked += 1;
      return apply(envelope);
    },
    readTask: async ({ taskId, userId }) => {
      load(taskId);
      const task = tasks.get(taskId);
      if (task?.task.ownerId !== userId || task.task.purgedAt !== undefined) return notFound;
      return { ...replyOf(task, {}, false), endedBy: endedBy(task) };
    },
    readUser: async (userId) => {
      reach();
      return reply(userOf(userId));
    },
    changeUser: async (userId, envelope) => {
      reach();
      const state = userOf(userId);
      const changed = change(state, envelope, { now: new Date(), eventId: newId() });
      if (!changed.ok) return changed;
      users.set(userId, { ...changed.state, outbox: [] });
      return reply(userOf(userId));
    },
    changeDirectory: async (userId, envelope) => {
      reach();
      const changed = direct(userOf(userId), envelope, { now: new Date(), eventId: newId() });
      if (!changed.ok) return changed;
      users.set(userId, { ...changed.state, outbox: [] });
      return changed.reply;
    },
    converse: async (userId, envelope) => {
      reach();
      const next = converse(userOf(userId), envelope, new Date());
      if (next === null) return { turn: keptTurn(userOf(userId).conversation, envelope.turn) };
      users.set(userId, next.state);
      for (const { operation, request } of next.beside) {
        const key = `${userId}/${request.key}`;
        if (operation === "upsert") pages.set(key, request.value);
        else pages.delete(key);
      }
      return { turn: keptTurn(next.state.conversation, envelope.turn) };
    },
    tellRefused: async (userId, { refused }) => {
      reach();
      for (const { taskId, title } of refused)
        actors.refused.push({ userId, taskId, ...(taskId === null && { title }) });
      return { taken: true };
    },
    eraseTask: async ({ taskId, userId }) => {
      reach();
      const known = tasks.get(taskId);
      if (known !== undefined && known.task.ownerId !== userId) return { erased: false };
      tasks.delete(taskId);
      memory.delete(taskId);
      return { erased: true };
    },
    eraseUser: async (userId) => {
      reach();
      users.delete(userId);
      for (const key of pages.keys()) if (key.startsWith(`${userId}/`)) pages.delete(key);
      return { erased: true };
    },
    testChannel: async () => {
      reach();
      return { taken: true };
    },
    readTurns: async (userId, asked) => {
      reach();
      const readState = async (actor: { id: string }, key: string) =>
        pages.get(`${actor.id}/${key}`);
      const actor = { type: "UserActor", id: userId };
      return readTurns({ readState }, actor, userOf(userId), asked);
    },
  };
  return actors;
};

const replyOf = (doc: TaskDoc, changes: Changes, repeated: boolean): TaskReply =>
  TaskReply.parse({ ok: true, task: doc.task, reminders: doc.reminders, changes, repeated });

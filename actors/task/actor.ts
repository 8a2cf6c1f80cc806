// TaskActor: owns one task. Load → decide → save state and outbox → publish → answer with the committed snapshot.
import * as z from "zod";
import { CommandEnvelope } from "../../domain/command.ts";
import type { TaskEvent } from "../../domain/event.ts";
import type { Changes } from "../../domain/event-attributes.ts";
import { Id } from "../../domain/ids.ts";
import type { TaskReply } from "../../domain/reply.ts";
import type { Task } from "../../domain/task.ts";
import { type Actor, type ActorFactory, BadCall, parseArgument } from "../actor.ts";
import type { ActorDeps } from "../deps.ts";
import { remembered } from "../outbox/applied.ts";
import { createOutbox, relayReminder } from "../outbox/outbox.ts";
import { createStored } from "../stored.ts";
import { decide, notFound } from "./decide.ts";
import { taskEvent } from "./event.ts";
import { TaskState } from "./state.ts";

const ReadArgument = z.object({ userId: Id });

/** Makes the actors of the type `TaskActor`; their ids are task ids. */
export const taskActor =
  (deps: ActorDeps): ActorFactory =>
  (id, isCurrent) => {
    const address = { type: "TaskActor", id };
    const stored = createStored(deps.dapr, address, TaskState, isCurrent);
    const outbox = createOutbox(deps.dapr, deps.pubsub, address);
    /** The newest event. Every save leaves it in the stored outbox, so an activation finds it again. */
    let last: TaskEvent | null = null;

    /** The state, with everything published that an earlier turn committed and left behind. */
    const load = async (): Promise<TaskState | null> => {
      const state = await stored.load();
      return state === null ? null : drain(state);
    };

    const drain = async (state: TaskState): Promise<TaskState> => {
      last = state.outbox.at(-1) ?? last;
      if (!(await outbox.drain(state.outbox))) return state;
      const drained = { ...state, outbox: [] };
      stored.replace(drained);
      return drained;
    };

    const execute = async (envelope: CommandEnvelope): Promise<TaskReply> => {
      const { command, origin } = envelope;
      if (command.taskId !== id) throw new BadCall("the command is for another task");
      const state = await load();
      if (
        state?.appliedCommands.includes(origin.commandId) &&
        state.task.ownerId === origin.actorId
      ) {
        return accepted(state.task, changesOf(origin.commandId), true);
      }
      const decision = decide(state?.task ?? null, envelope, deps.now());
      if (!decision.ok) return decision;
      const { task, event } = decision.value;
      if (event === null) return accepted(task, {}, false);
      const next: TaskState = {
        v: 1,
        task,
        outbox: [...(state?.outbox ?? []), taskEvent(task, event, origin, deps.newId())],
        appliedCommands: remembered(state?.appliedCommands ?? [], origin.commandId),
      };
      await stored.save(next);
      await drain(next);
      return accepted(task, event.changes, false);
    };

    /** What a command that comes again had changed: known of the newest one, which is the one that comes again. */
    const changesOf = (commandId: Id): Changes =>
      last?.commandid === commandId ? last.data.changes : {};

    const read = async ({ userId }: { userId: Id }): Promise<TaskReply> => {
      const state = await load();
      return state?.task.ownerId === userId ? accepted(state.task, {}, false) : notFound;
    };

    const actor: Actor = {
      invoke: async (method, argument) => {
        if (method === "execute") return execute(parseArgument(CommandEnvelope, argument));
        if (method === "read") return read(parseArgument(ReadArgument, argument));
        throw new BadCall(`TaskActor has no method ${method}`);
      },
      remind: async (name) => {
        if (name !== relayReminder) throw new BadCall(`TaskActor has no reminder ${name}`);
        const state = await load();
        if (state === null || state.outbox.length === 0) await outbox.stopRelay();
      },
    };
    return actor;
  };

const accepted = (task: Task, changes: Changes, repeated: boolean): TaskReply => ({
  ok: true,
  task,
  reminders: [],
  changes,
  repeated,
});

// TaskActor: owns one task. Load → decide → save state and outbox → arm and publish → answer with the committed snapshot.
import { setTimeout as sleep } from "node:timers/promises";
import * as z from "zod";
import { CommandEnvelope } from "../../domain/command.ts";
import type { TaskEvent } from "../../domain/event.ts";
import type { Changes } from "../../domain/changes.ts";
import { Id, Instant } from "../../domain/ids.ts";
import type { CaughtUp, TaskReply } from "../../domain/reply.ts";
import { type Actor, type ActorFactory, BadCall, parseArgument } from "../actor.ts";
import { DeliveryReport } from "../delivery/deliveries.ts";
import type { ActorDeps } from "../deps.ts";
import { hasApplied, remembered } from "../outbox/applied.ts";
import { formerRelay } from "../outbox/outbox.ts";
import { bringOutMethod } from "../relay/bring-out.ts";
import { decide, notFound } from "./decide.ts";
import { retryDue, takeReport } from "./decide/deliver.ts";
import { fire, fireDue, waitingFor } from "./decide/fire.ts";
import { endedBy, withEnded } from "./decide/part.ts";
import { rollOver } from "./decide/roll.ts";
import { settle } from "./decide/settle.ts";
import { tooLate } from "./decide/too-late.ts";
import type { Decision, TaskDoc } from "./doc.ts";
import type { TaskState } from "./state.ts";
import { createTaskStore } from "./store.ts";
import { systemOrigin } from "../system-origin.ts";

const ReadArgument = z.object({ userId: Id });
const CatchUpArgument = z.object({ armUntil: Instant.optional() });
const FireArgument = z.object({ reminderId: Id, generation: z.int().min(0) });

/** Makes the actors of the type `TaskActor`; their ids are task ids. */
export const taskActor =
  (deps: ActorDeps): ActorFactory =>
  (id, isCurrent) => {
    const store = createTaskStore(deps, id, isCurrent);

    const execute = async (envelope: CommandEnvelope): Promise<TaskReply> => {
      const { command, origin } = envelope;
      if (command.taskId !== id) throw new BadCall("the command is for another task");
      const state = await store.load();
      if (
        state !== null &&
        hasApplied(state.appliedCommands, origin.commandId) &&
        state.task.ownerId === origin.actorId
      ) {
        return accepted(state, changesOf(store.last(), origin.commandId), true);
      }
      const now = deps.now();
      const late = state && tooLate(state, envelope, now);
      if (late !== null) return late;
      const decision = decide(state, envelope, now);
      if (!decision.ok) return decision;
      const { doc, event, told } = decision.value;
      // Only a fresh intent is held against the log. What follows from the log has none, and one carried out again is old.
      const mayBeBehind = envelope.again === undefined && origin.source !== "recurrence";
      if (state === null || doc !== (state as TaskDoc))
        await store.commit(
          decision.value,
          origin,
          remembered(state?.appliedCommands ?? [], origin.commandId, now),
          mayBeBehind,
        );
      const moved = told.filter(
        ({ type, status }) =>
          type === "punctual.reminder.scheduled.v1" && status.state === "scheduled",
      ).length;
      return {
        ...accepted(doc, event?.changes ?? {}, false),
        ...(command.type === "task.retime" ? { moved } : {}),
      };
    };

    const read = async ({ userId }: { userId: Id }): Promise<TaskReply> => {
      const state = await store.load();
      if (state?.task.ownerId !== userId || state.task.purgedAt !== undefined) return notFound;
      return { ...accepted(state, {}, false), endedBy: endedBy(state) };
    };

    /** What the clock decides is its own command: it has no sender, and its cause is the task. */
    const byClock = async (
      state: TaskState,
      decision: Decision | null,
      source: "reminder" | "recurrence" = "reminder",
    ): Promise<boolean> => {
      if (decision === null) return false;
      const origin = systemOrigin(deps.newId, state.task.ownerId, { causationId: id, source });
      const doc = withEnded(state, decision.doc, origin.correlationId);
      await store.commit({ ...decision, doc }, origin, state.appliedCommands);
      return true;
    };

    /** Called for a Job. Never early: a clock that is behind is waited for, or the Job is made anew. */
    const fireOne = async (what: z.infer<typeof FireArgument>): Promise<{ fired: boolean }> => {
      const state = await store.load();
      const due = state && waitingFor(state, what);
      if (!state || !due?.scheduledFor) return { fired: false };
      const earlyMs = Date.parse(due.scheduledFor) - deps.now().getTime();
      if (earlyMs > maxWaitMs) {
        await store.armAgain(due, earlyMs);
        return { fired: false };
      }
      if (earlyMs > 0) await sleep(earlyMs);
      return { fired: await byClock(state, fire(state, what, deps.now())) };
    };

    const report = async (given: DeliveryReport): Promise<{ taken: boolean }> => {
      const state = await store.load();
      if (state === null) return { taken: false };
      return { taken: await byClock(state, takeReport(state, given, deps.now(), deps.random())) };
    };

    const rollsOver = async (): Promise<void> => {
      const state = await store.load();
      const rolled = state && rollOver(state, deps.now());
      if (!state || !rolled) return;
      const { doc, told } = settle(rolled.doc, deps.now(), state.task);
      await byClock(state, { ...rolled, doc, told }, "recurrence");
    };

    const retries = async (): Promise<void> => {
      const state = await store.load();
      if (state !== null) await byClock(state, retryDue(state, deps.now()));
    };

    /** Called by the armer: does what is due and arms what waits until `armUntil` (without it: until the horizon), whatever the scheduler still knows. */
    const catchUp = async ({ armUntil }: z.infer<typeof CatchUpArgument>): Promise<CaughtUp> => {
      const state = await store.load();
      if (state === null) return { armed: 0, ownerId: null, reminders: [] };
      await byClock(state, fireDue(state, deps.now()));
      await retries();
      await rollsOver();
      const armed = await store.armAll(armUntil === undefined ? undefined : new Date(armUntil));
      const { ownerId } = state.task;
      return { armed, ownerId, reminders: (await store.load())?.reminders ?? [] };
    };

    const actor: Actor = {
      invoke: async (method, argument) => {
        if (method === "execute") return execute(parseArgument(CommandEnvelope, argument));
        if (method === "read") return read(parseArgument(ReadArgument, argument));
        if (method === "fire") return fireOne(parseArgument(FireArgument, argument));
        if (method === "report") return report(parseArgument(DeliveryReport, argument));
        if (method === "catch-up") return catchUp(parseArgument(CatchUpArgument, argument));
        if (method === "erase")
          return { erased: await store.erase(parseArgument(ReadArgument, argument).userId) };
        if (method === bringOutMethod) return store.bringOut();
        if (method === "show") return store.show();
        if (method === "mend") return store.mend(argument);
        throw new BadCall(`TaskActor has no method ${method}`);
      },
      remind: async (name) => {
        if (name === formerRelay) return store.formerRelay();
        if (name === "deliver") await retries();
        else if (name === "rollover") await rollsOver();
        else throw new BadCall(`TaskActor has no reminder ${name}`);
        await store.came(name);
      },
      isBusy: store.isBusy,
    };
    return actor;
  };

/** A Job may be this early by a clock that runs ahead, ms; then its turn waits. */
const maxWaitMs = 2_000;

/** What a command that comes again had changed: known of the newest one, which is the one that comes again. */
const changesOf = (last: TaskEvent | null, commandId: Id): Changes =>
  last?.commandid === commandId ? last.data.changes : {};

const accepted = (doc: TaskDoc, changes: Changes, repeated: boolean) => ({
  ok: true as const,
  task: doc.task,
  reminders: doc.reminders,
  changes,
  repeated,
});

// The durable side of a TaskActor: one save a decision, then its Jobs, its timers and its events. Called by actor.ts.
import type { Origin } from "../../domain/command.ts";
import { isTaskEvent, type TaskEvent } from "../../domain/event.ts";
import type { Id } from "../../domain/ids.ts";
import type { ReminderEvent } from "../../domain/reminder-event.ts";
import type { ReminderStatus } from "../../domain/reminder.ts";
import { horizonAt, waitsUntil } from "../../domain/reminder-horizon.ts";
import { nextAttemptMs } from "../delivery/deliveries.ts";
import type { ActorDeps } from "../deps.ts";
import type { AppliedCommands } from "../outbox/applied.ts";
import { createOutbox } from "../outbox/outbox.ts";
import { createStored } from "../stored.ts";
import { systemOrigin } from "../system-origin.ts";
import { createTimers } from "../timers.ts";
import { countReminders } from "../metrics.ts";
import { reminderOf } from "./decide/fire.ts";
import { rollsOverAt } from "./decide/roll.ts";
import type { Decision, TaskDoc } from "./doc.ts";
import { eventsOf } from "./event.ts";
import { arm, armAgain, disarm, jobName } from "./jobs.ts";
import { LeftOfTask } from "./left.ts";
import { TaskState } from "./state.ts";

/**
 * Who comes again for what cannot go out now. The caller of this turn: it is answered once the relay has it. The relay: it has it.
 * The log check: nobody is waited for.
 */
type HeldBy = "caller" | "relay" | "log";

/** The state of one task. Whatever a save committed is armed and published, now or by the one who calls next. */
export const createTaskStore = (deps: ActorDeps, id: Id, isCurrent: () => boolean) => {
  const address = { type: "TaskActor", id };
  const stored = createStored(deps.dapr, address, TaskState, isCurrent);
  const outbox = createOutbox(deps, address);
  const timers = createTimers(deps.dapr, address);
  /** The newest event. Every save leaves it in the stored outbox, so an activation finds it again. */
  let last: TaskEvent | null = null;
  /** What an earlier turn still publishes: whoever comes next waits, so that nothing goes out twice or out of order. */
  let behind: Promise<void> = Promise.resolve();
  let isPublishing = false;

  const horizon = (): Date => horizonAt(deps.now(), deps.horizonMs);

  /** The state, with everything armed and published that an earlier turn committed and left behind. */
  const load = async (): Promise<TaskState | null> => {
    await behind;
    const state = await stored.load();
    return state === null || state.outbox.length === 0 ? state : drain(state);
  };

  /** Arms and publishes side by side. Waits for both, unless what is published may come behind the answer. */
  const drain = async (state: TaskState, heldBy: HeldBy = "caller"): Promise<TaskState> => {
    last = state.outbox.findLast(isTaskEvent) ?? last;
    const published = publish(state);
    isPublishing = true;
    behind = published.then(() => void (isPublishing = false));
    const [unarmed] = await Promise.all([
      arm(deps.dapr, toArm(state, horizon())),
      timers.keep(wanted(state), deps.now()),
    ]);
    // The relay only brings out what was said before: that they are unarmed, too.
    if (heldBy === "relay") return published;
    if (unarmed.length > 0) return leaveToArmer(await published, unarmed);
    const seenTo = published.then(leave);
    if (heldBy === "caller") return seenTo;
    void seenTo.catch(nothing);
    return state;
  };

  /** The relay sees to what could not go out. */
  const leave = async (state: TaskState): Promise<TaskState> => {
    if (state.outbox.length > 0) await outbox.leave();
    return state;
  };

  const publish = async (state: TaskState): Promise<TaskState> => {
    if (!(await outbox.drain(state.outbox))) return state;
    const drained = { ...state, outbox: [] };
    // No other save will leave out what events of before still said of it.
    if (state.task.purgedAt !== undefined && state.outbox.length > 1) await stored.save(drained);
    stored.replace(drained);
    return drained;
  };

  /** The scheduler is away: the log says so, and the armer arms them once it is back. */
  const leaveToArmer = async (state: TaskState, statuses: ReminderStatus[]) => {
    const origin = systemOrigin(deps.newId, state.task.ownerId, {
      causationId: id,
      source: "reminder",
    });
    const told = statuses.map((before) => ({
      type: "punctual.reminder.unarmed.v1" as const,
      before,
      status: { ...before, sequence: before.sequence + 1 },
      reminder: reminderOf(state, before),
      reminderIds: [before.reminderId],
      attempts: [],
    }));
    const changed = new Map(told.map(({ status }) => [status.reminderId, status]));
    const doc = {
      ...state,
      reminders: state.reminders.map((one) => changed.get(one.reminderId) ?? one),
    };
    const events = eventsOf({ doc, event: null, told }, origin, {
      now: deps.now(),
      newId: deps.newId,
    });
    const next: TaskState = { ...doc, outbox: [...state.outbox, ...events] };
    await stored.save(next);
    return leave(await publish(next));
  };

  const commit = async (
    decision: Decision,
    origin: Origin,
    appliedCommands: AppliedCommands,
    mayBeBehind = false,
  ): Promise<void> => {
    const before = await stored.load();
    const { dapr, newId } = deps;
    const events = eventsOf(decision, origin, { now: deps.now(), newId });
    const next: TaskState = {
      ...decision.doc,
      v: 1,
      outbox: [...(before?.outbox ?? []), ...events],
      appliedCommands,
    };
    await stored.save(next);
    countReminders(decision.told);
    await Promise.all([
      drain(next, mayBeBehind ? "log" : "caller"),
      disarm(dapr, {
        before: before?.reminders ?? [],
        after: next.reminders,
        horizon: horizon(),
      }),
    ]);
  };

  return {
    load,
    show: stored.show,
    /** Waits for what an earlier turn still publishes, which would put its own state back into memory. */
    mend: async (value: unknown): Promise<{ mended: true }> => {
      await behind;
      return stored.mend(value);
    },
    /**
     * Takes away all there is of the task: its Jobs, its timers, its state with what was not out yet, also where that cannot be read.
     * False for another's. Does nothing the second time.
     */
    erase: async (ownerId: Id): Promise<boolean> => {
      await behind;
      const left = await stored.part(LeftOfTask);
      if (left === null) return true;
      if (left.task.ownerId !== null && left.task.ownerId !== ownerId) return false;
      const jobs = left.reminders.map((one) => jobName({ ...one, taskId: id }));
      await Promise.all(jobs.map((name) => deps.dapr.deleteJob(name)));
      await timers.keep({ deliver: null, rollover: null }, deps.now(), { anew: true });
      await stored.erase();
      last = null;
      return true;
    },
    /** Saves, arms and publishes. With `mayBeBehind` the log and the devices hear of it behind the answer: for a fresh
     * intent, which is held against the log, so that what stayed in the outbox is brought out. */
    commit,
    /** The newest event of the task that this activation knows. */
    last: () => last,
    /** Makes the Job of a reminder that came too early anew; throws when the scheduler does not take it. */
    armAgain: (status: ReminderStatus, inMs: number): Promise<void> =>
      armAgain(deps.dapr, status, inMs),
    /** Arms all that waits until `until` (the horizon), as if the scheduler knew nothing. Throws when it does not take it. */
    armAll: async (until: Date = horizon()): Promise<number> => {
      const state = await load();
      if (state === null) return 0;
      const waiting = state.reminders.filter((one) => waitsUntil(one, until));
      const unarmed = await arm(deps.dapr, waiting);
      if (unarmed.length > 0) throw new Error("the scheduler takes no Jobs at the moment");
      await timers.keep(wanted(state), deps.now(), { anew: hasTimers(state) });
      return waiting.length;
    },
    /** After a timer's handler has committed: it is registered for the next time, or deleted. */
    came: async (name: string): Promise<void> => {
      const state = await load();
      timers.came(name);
      const all = state === null ? { deliver: null, rollover: null } : wanted(state);
      await timers.keep({ [name]: all[name as keyof typeof all] }, deps.now());
    },
    /** Called by the relay, which goes on asking: whether nothing is left in the outbox now. */
    bringOut: async (): Promise<{ out: boolean }> => {
      await behind;
      const state = await stored.load();
      if (state === null || state.outbox.length === 0) return { out: await outbox.drain([]) };
      return { out: (await drain(state, "relay")).outbox.length === 0 };
    },
    /** The reminder of an earlier version came: its work was done by loading. */
    formerRelay: async (): Promise<void> => {
      await load();
      await outbox.endFormerRelay();
    },
    /** Whether something of an earlier turn is still under way. */
    isBusy: (): boolean => isPublishing,
  };
};

const nothing = (): void => undefined;

/** What a newly committed outbox says is to be armed, where nothing newer was decided since. What is due later the armer arms. */
const toArm = (state: TaskState, horizon: Date): ReminderStatus[] => {
  const armed = new Set(
    state.outbox.flatMap((event) => (arms(event) ? [jobName(event.data.status)] : [])),
  );
  return state.reminders.filter((one) => waitsUntil(one, horizon) && armed.has(jobName(one)));
};

const arms = (event: TaskEvent | ReminderEvent): event is ReminderEvent =>
  event.type === "punctual.reminder.scheduled.v1" || event.type === "punctual.reminder.snoozed.v1";

const hasTimers = (doc: TaskDoc): boolean => Object.values(wanted(doc)).some((at) => at !== null);

/** When the task has something to do for itself: another attempt to deliver, its roll-over. */
const wanted = (doc: TaskDoc): { deliver: number | null; rollover: number | null } => {
  const rollover = rollsOverAt(doc);
  return {
    deliver: nextAttemptMs(doc.reminders.flatMap(({ deliveries }) => deliveries)),
    rollover: rollover === null ? null : Date.parse(rollover),
  };
};

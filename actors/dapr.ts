// What actors ask of their sidecar: state, reminders, Jobs, invocation. Called by the actors and their client.
import { createSidecar, DaprError, type SidecarAddress } from "../sidecar/client.ts";

/** Whether a host answered that what is stored of the actor cannot be read: the sidecar hides the 422 in the text of its own 500. */
export const isUnreadable = (error: unknown): boolean =>
  error instanceof DaprError && error.body.includes("error from actor service: (422)");

/** One operation of an actor state transaction. */
export type StateOperation =
  | { operation: "upsert"; request: { key: string; value: unknown } }
  | { operation: "delete"; request: { key: string } };

/** Which actor: its type and id, both of `[A-Za-z0-9_-]`. */
export type ActorAddress = { type: string; id: string };

/** A reminder that comes first after `dueInMs` and then every `periodMs` until it is deleted. */
export type Reminder = { name: string; dueInMs: number; periodMs: number };

export type Dapr = ReturnType<typeof createDapr>;

/** The sidecar's routes for actors. Every call has a deadline in ms and throws as `Sidecar` says. */
export const createDapr = (address: SidecarAddress) => {
  const call = createSidecar(address);

  return {
    /** Calls an actor's method and gives its parsed JSON answer. */
    invokeActor: async (
      actor: ActorAddress,
      method: string,
      body: unknown,
      more: CallOptions,
    ): Promise<unknown> => {
      const path = `/actors/${actor.type}/${actor.id}/method/${method}`;
      const init = { method: "PUT", body, ...callInit(more) };
      return JSON.parse(await call(`actor ${actor.type} ${method}`, path, init));
    },

    /** The value under a key of an actor's state, or null where there is none. */
    readState: async (actor: ActorAddress, key: string): Promise<unknown> => {
      const path = `/actors/${actor.type}/${actor.id}/state/${key}`;
      const init = { method: "GET", deadlineMs: stateDeadlineMs };
      const text = await call("read state", path, init);
      return text === "" ? null : JSON.parse(text);
    },

    /** All operations in one transaction, or none. */
    saveState: async (actor: ActorAddress, operations: StateOperation[]): Promise<void> => {
      const path = `/actors/${actor.type}/${actor.id}/state`;
      await call("save state", path, {
        method: "POST",
        body: operations,
        deadlineMs: stateDeadlineMs,
      });
    },

    /** Registers a repeating reminder, replacing one of the same name. */
    registerReminder: async (actor: ActorAddress, reminder: Reminder): Promise<void> => {
      const path = `/actors/${actor.type}/${actor.id}/reminders/${reminder.name}`;
      const body = { dueTime: `${reminder.dueInMs}ms`, period: `${reminder.periodMs}ms` };
      await call("register reminder", path, {
        method: "POST",
        body,
        deadlineMs: reminderDeadlineMs,
      });
    },

    /** Deletes a reminder; one that is not there is no error. */
    deleteReminder: async (actor: ActorAddress, name: string): Promise<void> => {
      const path = `/actors/${actor.type}/${actor.id}/reminders/${name}`;
      await call("delete reminder", path, { method: "DELETE", deadlineMs: reminderDeadlineMs });
    },

    /**
     * Schedules a Job, replacing one of the same name: at an instant (in the past: now), or in so many ms by the scheduler's own
     * clock. Repeated every second (or `everyMs`) until its handler succeeds.
     */
    scheduleJob: async (job: {
      name: string;
      due: { at: string } | { inMs: number };
      data: unknown;
      everyMs?: number;
    }): Promise<void> => {
      await call("schedule job", `/jobs/${job.name}`, {
        method: "POST",
        body: {
          dueTime: "at" in job.due ? job.due.at : `${Math.ceil(job.due.inMs)}ms`,
          data: job.data,
          overwrite: true,
          failurePolicy: { constant: { interval: `${(job.everyMs ?? 1_000) / 1_000}s` } },
        },
        deadlineMs: reminderDeadlineMs,
      });
    },

    /** Deletes a Job; one that is not there is no error. */
    deleteJob: async (name: string): Promise<void> => {
      await call("delete job", `/jobs/${name}`, {
        method: "DELETE",
        deadlineMs: reminderDeadlineMs,
      });
    },
  };
};

export type CallOptions = { deadlineMs: number; traceparent?: string | null };

const stateDeadlineMs = 5_000;
const reminderDeadlineMs = 5_000;

const callInit = (more: CallOptions) => ({
  deadlineMs: more.deadlineMs,
  headers: more.traceparent ? { traceparent: more.traceparent } : {},
});

// How each kind of order goes out, and what its answer means. Called by outbox.ts, one entry at a time a task.
import type { Punctual } from "../../api/punctual.ts";
import type { Answer } from "../../api/request.ts";
import type { Task } from "../../../domain/task.ts";
import { sendMerged } from "../../merging.ts";
import type { Store } from "../../store/store.ts";
import type { Entry, Outcome, Sent } from "./entry.ts";

export type Send = (entry: Entry, keep: (entry: Entry) => Promise<void>) => Promise<Outcome>;

const ofTask = (answer: Answer<Task> & { idle?: true }): Outcome =>
  answer.ok
    ? { ok: true, task: answer.value, ...(answer.idle && { idle: true as const }) }
    : answer;

const ofAny = (answer: Answer<unknown>): Outcome => (answer.ok ? { ok: true } : answer);

/** Sends entries once each; whether to send again is for the caller to say. `keep` keeps an entry that has learned how it was sent. */
export const createSend =
  (store: Store, punctual: Punctual): Send =>
  async (entry, keep) => {
    const { taskId, order, ticket } = entry;
    switch (order.kind) {
      case "create":
        return ofTask(await punctual.createTask({ ...order.fields, id: taskId }, ticket));
      case "patch": {
        const onSending = (sent: Sent): Promise<void> =>
          keep({ ...entry, order: { ...order, sent } });
        return ofTask(await sendMerged({ store, punctual, onSending }, order, ticket));
      }
      case "complete":
        return ofTask(await punctual.completeTask(taskId, order.what, ticket));
      case "skip":
        return ofTask(await punctual.skipTask(taskId, order.occurrence, ticket));
      case "reopen":
        return ofTask(await punctual.reopenTask(taskId, ticket));
      case "remove":
        return ofTask(await punctual.deleteTask(taskId, ticket));
      case "snooze":
        return ofAny(await punctual.snoozeReminder(order.reminderId, order.until, ticket));
      case "dismiss":
        return ofAny(await punctual.acknowledgeReminder(order.reminderId, ticket));
    }
  };

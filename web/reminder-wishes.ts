// What a person does to a told reminder: done, later, seen. The card goes at once, and comes back if the gateway refuses. Made by workspace.ts.
import type { Alert } from "../domain/reminder.ts";
import { newId, newTicket, type Punctual } from "./api/punctual.ts";
import type { Snooze } from "./api/reminders.ts";
import type { Answer } from "./api/request.ts";
import { tellingOf } from "./store/alerts.ts";
import type { Store } from "./store/store.ts";
import type { Wishes } from "./wishes.ts";
import { sentence } from "./words/sentence.ts";

export type ReminderWishes = ReturnType<typeof createReminderWishes>;

/** The orders of a card. Each resolves to true when the gateway has committed it. */
export const createReminderWishes = (store: Store, punctual: Punctual, wishes: Wishes) => {
  /** Hides the card while `send` is under way, and for good when that succeeds. */
  const clear = async (alert: Alert, send: () => Promise<boolean>): Promise<boolean> => {
    const telling = tellingOf(alert);
    store.dispatch({ type: "hushed", telling, hidden: true });
    const done = await send();
    if (!done) store.dispatch({ type: "hushed", telling, hidden: false });
    return done;
  };

  const told = (what: string, answer: Answer<unknown>): boolean => {
    if (answer.ok) return true;
    const text = `${what}. ${sentence(answer.problem.message)}`;
    store.dispatch({ type: "noticed", notice: { id: newId(), tone: "problem", text } });
    return false;
  };

  return {
    /** Completes the occurrence the reminder was about; the task's other devices clear the card too. */
    done: (alert: Alert): Promise<boolean> =>
      clear(alert, async () => {
        const { taskId, occurrence, title } = alert;
        const meant = occurrence === null ? {} : { occurrence };
        const task = store.read().tasks.get(taskId);
        if (task) return wishes.complete(task, meant);
        const answer = await punctual.completeTask(taskId, meant, newTicket());
        return told(`“${title}” was not completed`, answer);
      }),
    dismiss: (alert: Alert): Promise<boolean> =>
      clear(alert, async () =>
        told(
          `“${alert.title}” was not dismissed`,
          await punctual.acknowledgeReminder(alert.id, newTicket()),
        ),
      ),
    snooze: (alert: Alert, snooze: Snooze): Promise<boolean> =>
      clear(alert, async () =>
        told(
          `“${alert.title}” was not snoozed`,
          await punctual.snoozeReminder(alert.id, snooze, newTicket()),
        ),
      ),
  };
};

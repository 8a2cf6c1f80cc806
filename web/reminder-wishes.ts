// What a person does to a told reminder: done, later, seen. The card goes at once, and comes back if the gateway refuses. Made by workspace.ts.
import type { Alert } from "../domain/reminder.ts";
import { newTicket } from "./api/punctual.ts";
import type { Snooze } from "./api/reminders.ts";
import type { Entry, Order } from "./offline/outbox/entry.ts";
import type { Outbox } from "./offline/outbox/outbox.ts";
import { tellingOf } from "./store/alerts.ts";
import type { Store } from "./store/store.ts";
import type { Wishes } from "./wishes.ts";
import { wishesWords } from "./words/wishes.ts";

export type ReminderWishes = ReturnType<typeof createReminderWishes>;

/** "In ten minutes" means from now on, also where it is sent later; the other names are of a time of day. */
const fixed = (snooze: Snooze, now: number): Snooze => {
  if (!("preset" in snooze) || (snooze.preset !== "10m" && snooze.preset !== "1h")) return snooze;
  const minutes = snooze.preset === "10m" ? 10 : 60;
  return { until: new Date(now + minutes * 60_000).toISOString() };
};

/** The orders of a card. Each resolves to true when the gateway has committed it. */
export const createReminderWishes = (
  store: Store,
  outbox: Pick<Outbox, "add">,
  wishes: Pick<Wishes, "complete">,
  now: () => number = Date.now,
) => {
  const give = async (alert: Alert, order: Order, unless: string): Promise<boolean> => {
    const entry: Entry = {
      v: 1,
      ticket: newTicket(),
      taskId: alert.taskId,
      order,
      wish: { kind: "patch", changes: {} },
      hides: tellingOf(alert),
      unless,
    };
    return (await outbox.add(entry)).ok;
  };

  return {
    /** Completes the occurrence the reminder was about; the task's other devices clear the card too. */
    done: (alert: Alert): Promise<boolean> => {
      const what = alert.occurrence === null ? {} : { occurrence: alert.occurrence };
      const task = store.read().tasks.get(alert.taskId);
      if (task) return wishes.complete(task, what, tellingOf(alert));
      return give(alert, { kind: "complete", what }, wishesWords.not.completed(alert.title));
    },
    dismiss: (alert: Alert): Promise<boolean> =>
      give(
        alert,
        { kind: "dismiss", reminderId: alert.id },
        wishesWords.not.dismissed(alert.title),
      ),
    snooze: (alert: Alert, snooze: Snooze): Promise<boolean> => {
      const until = fixed(snooze, now());
      const order: Order = { kind: "snooze", reminderId: alert.id, until };
      return give(alert, order, wishesWords.not.snoozed(alert.title));
    },
  };
};

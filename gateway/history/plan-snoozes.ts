// A snooze is taken back where the reminder had still been waiting: then it waits for that again. Pure. Called by plan-history.ts.
import type { TaskCommand } from "../../domain/command.ts";
import { type Listener, sayWhen } from "../../domain/language/say-when.ts";
import { toLocal } from "../../domain/time.ts";
import { quote } from "../chat/asking.ts";
import type { Snooze } from "./past.ts";
import type { Now } from "./plan-history.ts";

/** The commands, and in words what cannot be taken back: a reminder that has been told cannot be untold. */
export const planSnoozes = (
  snoozes: Snooze[],
  now: Now[],
  listener: Listener,
): { commands: TaskCommand[]; said: string[] } => {
  const commands: TaskCommand[] = [];
  const said: string[] = [];
  for (const { taskId, reminderId, before, until } of snoozes) {
    const known = now.find(({ task }) => task.id === taskId);
    const status = known?.reminders?.find((one) => one.reminderId === reminderId);
    if (!known || status?.state !== "snoozed" || status.scheduledFor !== until) {
      said.push("The reminder is not snoozed any more.");
    } else if (before !== null && before > listener.now) {
      commands.push({ type: "reminder.snooze", taskId, reminderId, until: before });
    } else {
      const again = sayWhen({ kind: "floating", at: toLocal(until, listener.zone) }, listener);
      const title = quote(known.task.title);
      said.push(
        `The reminder of ${title} had come already, so its snooze cannot be taken back. It comes again ${again}.`,
      );
    }
  }
  return { commands, said };
};

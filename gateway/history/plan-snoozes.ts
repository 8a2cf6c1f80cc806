// A snooze is taken back where the reminder had still been waiting: then it waits for that again. Pure. Called by plan-history.ts.
import type { TaskCommand } from "../../domain/command.ts";
import type { Snooze } from "./past.ts";
import type { Note, Now } from "./undo-plan.ts";

/** The commands, and what cannot be taken back: a reminder that has been told cannot be untold. `at` is the instant of the request. */
export const planSnoozes = (
  snoozes: Snooze[],
  now: Now[],
  at: string,
): { commands: TaskCommand[]; notes: Note[] } => {
  const commands: TaskCommand[] = [];
  const notes: Note[] = [];
  for (const { taskId, reminderId, before, until } of snoozes) {
    const known = now.find(({ task }) => task.id === taskId);
    const status = known?.reminders?.find((one) => one.reminderId === reminderId);
    if (!known || status?.state !== "snoozed" || status.scheduledFor !== until) {
      notes.push({ taskId, title: known?.task.title ?? "", why: "not_snoozed" });
    } else if (before !== null && before > at) {
      commands.push({ type: "reminder.snooze", taskId, reminderId, until: before });
    } else {
      notes.push({ taskId, title: known.task.title, why: "told", until });
    }
  }
  return { commands, notes };
};

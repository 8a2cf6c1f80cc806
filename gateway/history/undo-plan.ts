// What a plan of an undo is made of. Filled by plan-undo.ts and what it asks, put into words by the chat.
import type { TaskCommand } from "../../domain/command.ts";
import type { Id } from "../../domain/ids.ts";
import type { ReminderStatus } from "../../domain/reminder.ts";
import type { Task } from "../../domain/task.ts";

/** A task as it is now; its reminders are known of those whose actor was asked. */
export type Now = { task: Task; reminders?: ReminderStatus[] };

/** A field that holds something else by now: what it was before the request, what the request set, and what it is. */
export type Conflict = {
  taskId: Id;
  title: string;
  field: string;
  base: unknown;
  ours: unknown;
  theirs: unknown;
  /** `added`: the request had made the task, so taking it back means the trash. */
  of: "field" | "added";
};

/**
 * What cannot be taken back, and cannot be asked about either: a task that is gone for good or has gone on, a snooze whose reminder
 * waits no more, or had been told before it (`told`: it comes again at `until`).
 */
export type Note = { taskId: Id; title: string } & (
  | { why: "gone" | "went_on" | "not_snoozed" }
  | { why: "told"; until: string }
);

/** What to do of a task where a field holds something else by now: leave that field, or put it back all the same. */
export type Policy = "keep" | "overwrite";

/** The commands in the order they are to be carried out; each but a creation's names the version it is meant for. */
export type UndoPlan = { commands: TaskCommand[]; conflicts: Conflict[]; notes: Note[] };

/** The plan of one part, and the task as it leaves it. */
export type PartPlan = UndoPlan & { after: Task };

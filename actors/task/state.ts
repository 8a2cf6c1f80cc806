// What a TaskActor keeps in the store under one key, so that the task and its outbox are saved in one transaction.
import * as z from "zod";
import { TaskEvent } from "../../domain/event.ts";
import { ReminderEvent } from "../../domain/reminder-event.ts";
import { Task } from "../../domain/task.ts";
import { AppliedCommands } from "../outbox/applied.ts";
import { TaskDoc } from "./doc.ts";

const Known = TaskDoc.extend({
  v: z.literal(1),
  /** Committed and perhaps not published yet, oldest first. */
  outbox: z.array(z.union([TaskEvent, ReminderEvent])),
  appliedCommands: AppliedCommands,
});
export type TaskState = z.infer<typeof Known>;

/** What a newer version of the program has added stays where this one saves. */
export const TaskState: z.ZodType<TaskState> = z.looseObject({
  ...Known.shape,
  task: z.looseObject(Task.shape),
});

// What a TaskActor keeps in the store under one key, so that the task and its outbox are saved in one transaction.
import * as z from "zod";
import { TaskEvent } from "../../domain/event.ts";
import { Id } from "../../domain/ids.ts";
import { Task } from "../../domain/task.ts";

export const TaskState = z.object({
  v: z.literal(1),
  task: Task,
  /** Committed and perhaps not published yet, oldest first. */
  outbox: z.array(TaskEvent),
  /** Applied last, oldest first. */
  appliedCommands: z.array(Id),
});
export type TaskState = z.infer<typeof TaskState>;

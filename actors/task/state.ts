// What a TaskActor keeps in the store under one key, so that the task and its outbox are saved in one transaction.
import * as z from "zod";
import { TaskEvent } from "../../domain/event.ts";
import { Id } from "../../domain/ids.ts";
import { ReminderEvent } from "../../domain/reminder-event.ts";
import { TaskDoc } from "./doc.ts";

export const TaskState = TaskDoc.extend({
  v: z.literal(1),
  /** Committed and perhaps not published yet, oldest first. */
  outbox: z.array(z.union([TaskEvent, ReminderEvent])),
  /** Applied last, oldest first. */
  appliedCommands: z.array(Id),
});
export type TaskState = z.infer<typeof TaskState>;

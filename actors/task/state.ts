// What a TaskActor keeps in the store under one key, so that the task and its outbox are saved in one transaction.
import * as z from "zod";
import { TaskEvent } from "../../domain/event.ts";
import { ReminderEvent } from "../../domain/reminder-event.ts";
import { AppliedCommands } from "../outbox/applied.ts";
import { TaskDoc } from "./doc.ts";

export const TaskState = TaskDoc.extend({
  v: z.literal(1),
  /** Committed and perhaps not published yet, oldest first. */
  outbox: z.array(z.union([TaskEvent, ReminderEvent])),
  appliedCommands: AppliedCommands,
});
export type TaskState = z.infer<typeof TaskState>;

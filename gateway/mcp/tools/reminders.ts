// Tools for reminders, their times in words. Offered by server.ts.
import * as z from "zod";
import { readTaskOfReminder } from "../../../database/reminders/read-task-of-reminder.ts";
import { Id } from "../../../domain/ids.ts";
import { readUntil } from "../../../domain/language/reminders/read-until.ts";
import { invalid, notFound } from "../../http/refused.ts";
import type { Call } from "../call.ts";
import { change, Changed } from "../change.ts";
import { idempotencyKey, reminderOf } from "../fields.ts";
import { type AnyTool, tool } from "../tool.ts";
import { taskOf } from "./look.ts";

const when = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .describe("'30 min before', 'tomorrow at 9', 'in 20 minutes', '1 day before the deadline'");

const taskIdOf = async ({ deps, userId }: Call, reminderId: Id): Promise<Id> => {
  const taskId = await readTaskOfReminder(deps.db, { reminderId, ownerId: userId });
  if (taskId === null) throw notFound();
  return taskId;
};

export const reminderTools: AnyTool[] = [
  tool({
    name: "add_reminder",
    title: "Add a reminder",
    description: "Adds a reminder to a task. One in the past is refused.",
    does: "change",
    repeatable: false,
    input: z.object({ taskId: Id, when, idempotencyKey }),
    output: Changed,
    run: async (call, { taskId, when: words, idempotencyKey: key }) => {
      const [person, task] = await Promise.all([call.person(), taskOf(call, taskId)]);
      const reminder = reminderOf("when", words, task.due, person);
      const asked = ["reminder.add", taskId, words];
      return change(call, { type: "reminder.add", taskId, reminder }, { asked, key });
    },
  }),
  tool({
    name: "change_reminder",
    title: "Move a reminder",
    description: "Gives a reminder another time.",
    does: "change",
    repeatable: true,
    input: z.object({ reminderId: Id, when }),
    output: Changed,
    run: async (call, { reminderId, when: words }) => {
      const taskId = await taskIdOf(call, reminderId);
      const [person, task] = await Promise.all([call.person(), taskOf(call, taskId)]);
      const { trigger } = reminderOf("when", words, task.due, person);
      return change(call, { type: "reminder.change", taskId, reminderId, changes: { trigger } });
    },
  }),
  tool({
    name: "remove_reminder",
    title: "Remove a reminder",
    description: "Takes a reminder away; the task stays.",
    does: "remove",
    repeatable: true,
    input: z.object({ reminderId: Id }),
    output: Changed,
    run: async (call, { reminderId }) =>
      change(call, {
        type: "reminder.remove",
        taskId: await taskIdOf(call, reminderId),
        reminderId,
      }),
  }),
  tool({
    name: "snooze_reminder",
    title: "Snooze a reminder",
    description: "Tells a reminder again later; the due of the task stays.",
    does: "change",
    repeatable: true,
    input: z.object({
      reminderId: Id,
      until: when.describe("'10 min', '1 hour', 'this evening', 'tomorrow morning'"),
    }),
    output: Changed,
    run: async (call, { reminderId, until: words }) => {
      const { clock } = await call.person();
      const until = readUntil(words, clock);
      if (until === null)
        throw invalid("until", `“${words}” is no time to come; say for example “1 hour”`);
      const taskId = await taskIdOf(call, reminderId);
      return change(call, { type: "reminder.snooze", taskId, reminderId, until });
    },
  }),
];

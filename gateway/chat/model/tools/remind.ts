// The tools for reminders of tasks that exist.
import * as z from "zod";
import { readUntil } from "../../../../domain/language/reminders/read-until.ts";
import { reminderMeant } from "../../reading/last-reminded.ts";
import { addReminder } from "../../rules/remind-task.ts";
import { triggersOf } from "./say-times.ts";
import { Handles, plan, tasksOf, tool, words, WrongCall } from "./tool.ts";

export const addReminders = tool(
  "add_reminder",
  "Adds a reminder to tasks that exist. For a new task use the field remind of create_task.",
  z.strictObject({
    tasks: Handles,
    when: words('As the person said it: "30 min before", "tomorrow at 9", "in 5 minutes"'),
  }),
  ({ tasks, when }, desk) =>
    plan(
      tasksOf(tasks, desk).flatMap((task) =>
        triggersOf(when, desk.scene, task.due).map((trigger) => ({
          command: addReminder(task, trigger, desk.scene),
          times: { reminders: when },
        })),
      ),
    ),
);

export const removeReminders = tool(
  "remove_reminders",
  "Takes all reminders of tasks away.",
  z.strictObject({ tasks: Handles }),
  ({ tasks }, desk) =>
    plan(
      tasksOf(tasks, desk).flatMap(({ id: taskId, reminders }) =>
        reminders.map(({ id: reminderId }) => ({
          command: { type: "reminder.remove" as const, taskId, reminderId },
          times: {},
        })),
      ),
    ),
);

export const snoozeReminder = tool(
  "snooze_reminder",
  "Tells the reminder of tasks again later. The due stays.",
  z.strictObject({
    tasks: Handles,
    until: words('As the person said it: "1h", "tomorrow morning"'),
  }),
  ({ tasks, until: said }, desk) => {
    const until = readUntil(said, desk.scene.clock);
    if (until === null)
      throw new WrongCall(`until: “${said}” is no time to come; say “1h” or “tomorrow morning”`);
    return plan(
      tasksOf(tasks, desk).map((task) => {
        const reminder = reminderMeant(task, desk.scene);
        const command = reminder
          ? ({ type: "reminder.snooze", taskId: task.id, reminderId: reminder.id, until } as const)
          : addReminder(task, { kind: "instant", at: until }, desk.scene);
        return { command, times: { until: said, reminders: said } };
      }),
    );
  },
);

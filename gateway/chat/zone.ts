// Words said where the clock differs from the person's settings. Called by answer-message.ts before a plan is carried out.
import type { TaskCommand } from "../../domain/command.ts";
import type { Trigger } from "../../domain/reminder.ts";
import type { When } from "../../domain/when.ts";

/**
 * The commands with what was said as a clock time pinned to the zone it was said in: "at 5pm" in New York means New York's five,
 * though the tasks of this person follow the clock of another zone.
 */
export const pinned = (commands: TaskCommand[], zone: string): TaskCommand[] =>
  commands.map((command) => {
    switch (command.type) {
      case "task.create":
        return { ...command, fields: { ...command.fields, ...timesOf(command.fields, zone) } };
      case "task.patch":
        return { ...command, changes: { ...command.changes, ...timesOf(command.changes, zone) } };
      case "reminder.add": {
        const { reminder } = command;
        return {
          ...command,
          reminder: { ...reminder, trigger: triggerIn(reminder.trigger, zone) },
        };
      }
      case "reminder.change": {
        const { trigger } = command.changes;
        if (trigger === undefined) return command;
        return { ...command, changes: { ...command.changes, trigger: triggerIn(trigger, zone) } };
      }
      default:
        return command;
    }
  });

type Fields = Extract<TaskCommand, { type: "task.patch" }>["changes"];

const timesOf = ({ due, reminders }: Fields, zone: string): Pick<Fields, "due" | "reminders"> => ({
  ...(due == null ? {} : { due: whenIn(due, zone) }),
  ...(reminders === undefined
    ? {}
    : {
        reminders: reminders.map((one) => ({ ...one, trigger: triggerIn(one.trigger, zone) })),
      }),
});

const whenIn = (when: When, zone: string): When =>
  when.kind === "floating" ? { kind: "fixed", at: when.at, zone } : when;

const triggerIn = (trigger: Trigger, zone: string): Trigger =>
  trigger.kind === "wall" ? { kind: "wall", when: whenIn(trigger.when, zone) } : trigger;

// Words said where the clock differs from the person's settings. Called by answer.ts before a plan is carried out.
import type { TaskCommand } from "../../domain/command.ts";
import type { Trigger } from "../../domain/reminder.ts";
import type { Task } from "../../domain/task.ts";
import type { When } from "../../domain/when.ts";

/**
 * The commands with what was said as a clock time pinned to the zone it was said in: "at 5pm" in New York means New York's five,
 * though the tasks of this person follow the clock of another zone. A time that a task of `tasks` keeps was not said: it stays.
 */
export const pinned = (
  commands: TaskCommand[],
  zone: string,
  tasks: readonly Task[],
): TaskCommand[] =>
  commands.map((command) => {
    switch (command.type) {
      case "task.create":
        return { ...command, fields: { ...command.fields, ...timesOf(command.fields, zone) } };
      case "task.patch": {
        const times = timesOf(command.changes, zone);
        if (keepsTime(command, tasks)) delete times.due;
        return { ...command, changes: { ...command.changes, ...times } };
      }
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

/** "to friday" keeps the clock time of the task. */
const keepsTime = (
  { taskId, changes }: Extract<TaskCommand, { type: "task.patch" }>,
  tasks: readonly Task[],
): boolean => {
  const before = tasks.find(({ id }) => id === taskId)?.due;
  const { due } = changes;
  const isFloating = before?.kind === "floating" && due?.kind === "floating";
  return isFloating && before.at.slice(10) === due.at.slice(10);
};

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

// Whether an interpretation touches some tasks and nothing else. Used by the readers that put a title into an order of their own.
import { type Command, isTaskCommand } from "../../../domain/command.ts";
import type { Task } from "../../../domain/task.ts";
import type { Interpretation } from "../interpretation.ts";

/**
 * A title is data: "milk and everything else" in an order must not make it one about everything else. A new task counts where it
 * becomes a part of one of them.
 */
export const touchesOnly = ({ commands, ask }: Interpretation, tasks: readonly Task[]): boolean => {
  const ids = new Set(tasks.map(({ id }) => id));
  const all = [...commands, ...(ask?.choices.flatMap((choice) => choice.commands) ?? [])];
  return all.every((command) => ids.has(taskOf(command)));
};

const taskOf = (command: Command): string => {
  if (!isTaskCommand(command)) return "";
  return command.type === "task.create" ? (command.fields.parentId ?? "") : command.taskId;
};

// Whose settings a command is read with: those of the person, asked for only when a time may be set. Called by execute.ts.
import { readPerson } from "../../database/people/read-person.ts";
import type { Queryable } from "../../database/pool.ts";
import type { TaskCommand } from "../../domain/command.ts";
import type { Id } from "../../domain/ids.ts";
import { type Owner, ownerOf } from "../../domain/settings.ts";

/** The fields whose meaning depends on the owner's settings. Priority: quiet hours do not hold the highest. */
const timed = ["due", "deadline", "recurrence", "reminders", "priority"] as const;

/** A task that was over did not hear of changed settings. */
const revived = new Set<TaskCommand["type"]>([
  "task.retime",
  "task.reopen",
  "task.restore",
  "task.return",
]);

const needsOwner = (command: TaskCommand): boolean => {
  if (command.type.startsWith("reminder.") || revived.has(command.type)) return true;
  if (command.type === "task.create") return timed.some((field) => command.fields[field] != null);
  if (command.type !== "task.patch") return false;
  // A status may bring back a task that was over.
  const { changes } = command;
  return changes.status !== undefined || timed.some((field) => changes[field] !== undefined);
};

/** The person's settings as tasks keep them, or undefined when none of the commands needs them. Throws a database error. */
export const ownerFor = async (
  db: Queryable,
  userId: Id,
  commands: TaskCommand[],
): Promise<Owner | undefined> => {
  return commands.some(needsOwner) ? ownerOf(await readPerson(db, userId)) : undefined;
};

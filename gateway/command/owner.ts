// Whose settings a command is read with: those of the person, asked of their actor only when a time may be set. Called by execute.ts.
import type { ActorClient } from "../../actors/client.ts";
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
  return (
    command.type === "task.patch" && timed.some((field) => command.changes[field] !== undefined)
  );
};

/** The person's settings as tasks keep them, or undefined when none of the commands needs them. Throws ActorUnavailable. */
export const ownerFor = async (
  actors: Pick<ActorClient, "readUser">,
  userId: Id,
  commands: TaskCommand[],
): Promise<Owner | undefined> => {
  if (!commands.some(needsOwner)) return undefined;
  const reply = await actors.readUser(userId);
  return reply.ok ? ownerOf(reply.user) : undefined;
};

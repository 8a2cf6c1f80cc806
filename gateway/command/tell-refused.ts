// The repeater's last word to a person: what was promised and not done. Called by repeater.ts.
import type { ActorClient } from "../../actors/client.ts";
import type { Database } from "../../database/pool.ts";
import { readDirectory } from "../../database/directories/read-directory.ts";
import { readTask } from "../../database/tasks/read-task.ts";
import {
  type CommandEnvelope,
  type DirectoryEnvelope,
  isDirectoryCommand,
  type TaskCommand,
} from "../../domain/command.ts";
import type { DirectoryCommand } from "../../domain/directory/command.ts";
import { derivedId, type Id } from "../../domain/ids.ts";
import type { RefusedChange } from "../../domain/reminder-event.ts";
import { nameOf } from "../directory/name-of.ts";

/** What was ordered of a task, or of the directory. */
export type Refusal = { envelope: CommandEnvelope | DirectoryEnvelope; reason: string };

type TellDeps = { db: Database; actors: Pick<ActorClient, "tellRefused"> };

/** One notice for each plan, on all devices and in the log; telling it twice is telling it once. Of what age asked for nobody is told. Throws ActorUnavailable. */
export const tellRefused = async ({ db, actors }: TellDeps, refusals: Refusal[]): Promise<void> => {
  const [first] = refusals;
  if (first === undefined) return;
  const { origin } = first.envelope;
  if (origin.source === "age") return;
  const refused = await Promise.all(
    refusals.slice(0, most).map(async ({ envelope, reason }): Promise<RefusedChange> => {
      const { command, origin: by } = envelope;
      if (isDirectoryCommand(command))
        return { taskId: null, title: await nameFor(db, by.actorId, command), reason };
      return { taskId: command.taskId, title: await titleOf(db, by.actorId, command), reason };
    }),
  );
  const noticeId = derivedId(origin.commandId, "refused");
  await actors.tellRefused(origin.actorId, { noticeId, refused, origin });
};

/** One notice names so many. */
const most = 20;

const titleOf = async (db: Database, ownerId: Id, command: TaskCommand): Promise<string> => {
  if (command.type === "task.create") return command.fields.title;
  const task = await readTask(db, { ownerId, taskId: command.taskId });
  return task?.title ?? "a task";
};

const nameFor = async (db: Database, userId: Id, command: DirectoryCommand): Promise<string> =>
  nameOf(await readDirectory(db, userId), command) ?? `a ${aboutOf(command)}`;

const aboutOf = (command: DirectoryCommand): string =>
  command.type === "directory.back" ? command.kind : (command.type.split(".")[0] ?? "");

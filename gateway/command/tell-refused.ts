// The repeater's last word to a person: what was promised and not done. Called by repeater.ts.
import type { ActorClient } from "../../actors/client.ts";
import type { Database } from "../../database/pool.ts";
import { readTask } from "../../database/tasks/read-task.ts";
import type { CommandEnvelope } from "../../domain/command.ts";
import { derivedId } from "../../domain/ids.ts";
import type { RefusedChange } from "../../domain/reminder-event.ts";

export type Refusal = { envelope: CommandEnvelope; reason: string };

type TellDeps = { db: Database; actors: Pick<ActorClient, "tellRefused"> };

/** One notice for each plan, on all devices and in the log; telling it twice is telling it once. Throws ActorUnavailable. */
export const tellRefused = async ({ db, actors }: TellDeps, refusals: Refusal[]): Promise<void> => {
  const [first] = refusals;
  if (first === undefined) return;
  const { origin } = first.envelope;
  const refused = await Promise.all(
    refusals.slice(0, most).map(async ({ envelope, reason }): Promise<RefusedChange> => {
      const { taskId } = envelope.command;
      return { taskId, title: await titleOf(db, envelope), reason };
    }),
  );
  const noticeId = derivedId(origin.commandId, "refused");
  await actors.tellRefused(origin.actorId, { noticeId, refused, origin });
};

/** One notice names so many tasks. */
const most = 20;

const titleOf = async (db: Database, { command, origin }: CommandEnvelope): Promise<string> => {
  if (command.type === "task.create") return command.fields.title;
  const task = await readTask(db, { ownerId: origin.actorId, taskId: command.taskId });
  return task?.title ?? "a task";
};

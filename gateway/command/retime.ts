// Orders a person's tasks to look at their clocks again. Called where new time zone data have moved some of them.
import { ActorUnreadable } from "../../actors/client.ts";
import type { Origin } from "../../domain/command.ts";
import type { Id } from "../../domain/ids.ts";
import type { Owner } from "../../domain/settings.ts";
import { unwrap } from "../http/refused.ts";
import { execute, type ExecuteDeps } from "./execute.ts";

export type Retime = {
  userId: Id;
  owner: Owner;
  /** A repetition under the same key changes nothing. */
  key: string;
  origin: Omit<Origin, "commandId">;
};

/**
 * Orders `task.retime` for the tasks. Which plan a task is in follows from its id alone, so that a repetition whose list is another by then still
 * reaches those that the first time did not. Throws ActorUnavailable, a database error, or, where all else was done, ActorUnreadable.
 */
export const retimeThese = async (
  deps: ExecuteDeps,
  { key, ...retime }: Retime,
  tasks: Id[],
): Promise<void> => {
  const plans = Map.groupBy(tasks, (taskId) => taskId.slice(-1).toLowerCase());
  const errors: unknown[] = [];
  for (const [digit, taskIds] of plans) {
    const commands = taskIds.map((taskId) => ({ type: "task.retime" as const, taskId }));
    const asked = { ...retime, key: `retime those in ${digit} of ${key}`, bodyHash: "", commands };
    await execute(deps, asked).then(unwrap, (error: unknown) => errors.push(error));
  }
  // Rather what may be repeated: an unreadable task is no reason to.
  if (errors.length > 0) throw errors.find((one) => !(one instanceof ActorUnreadable)) ?? errors[0];
};

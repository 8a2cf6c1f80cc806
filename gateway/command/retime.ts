// A person's time zone, day hour, quiet hours or channels changed: their tasks are told. Called by PATCH /settings.
import { ActorUnreadable } from "../../actors/client.ts";
import { listTimedTasks } from "../../database/tasks/list-timed-tasks.ts";
import type { Origin, UserPatch } from "../../domain/command.ts";
import type { Id } from "../../domain/ids.ts";
import { ok, type Result } from "../../domain/result.ts";
import type { Owner } from "../../domain/settings.ts";
import { execute, type ExecuteDeps } from "./execute.ts";

/** The settings that say when and how reminders are told. */
const timed = ["timeZone", "dayTime", "quietHours", "channels"] as const;

/** Whether a change of the settings names one that tasks have to know. */
export const concernsTasks = (changes: UserPatch["changes"]): boolean =>
  timed.some((name) => changes[name] !== undefined);

export type Retime = {
  userId: Id;
  owner: Owner;
  /** The request's key: a repetition gives the same count. */
  key: string;
  bodyHash: string;
  origin: Omit<Origin, "commandId">;
};

/**
 * Orders `task.retime` for every task of the person whose times depend on their settings, and counts the reminders that
 * are told at another instant now. All plans are promised at once, so that what this process cannot finish the repeater
 * does. Throws ActorUnavailable, a database error, or, where all else was done, ActorUnreadable.
 */
export const retimeTasks = async (deps: ExecuteDeps, retime: Retime): Promise<Result<number>> =>
  retimeThese(deps, retime, await listTimedTasks(deps.db, retime.userId));

/**
 * The same for the tasks that are named. Which plan a task is in follows from its id alone, so that a repetition whose list is another by then still
 * reaches those that the first time did not.
 */
export const retimeThese = async (
  deps: ExecuteDeps,
  retime: Retime,
  tasks: Id[],
): Promise<Result<number>> => {
  const { userId, owner, key, bodyHash, origin } = retime;
  const plans = Map.groupBy(tasks, (taskId) => taskId.slice(-1).toLowerCase());
  const all = await allOf(
    [...plans].map(([digit, taskIds]) =>
      execute(deps, {
        userId,
        key: `retime those in ${digit} of ${key}`,
        bodyHash,
        commands: taskIds.map((taskId) => ({ type: "task.retime", taskId })),
        origin,
        owner,
      }),
    ),
  );
  let moved = 0;
  for (const one of all) {
    if (!one.ok) return one;
    for (const reply of one.value.replies) if (reply.ok) moved += reply.moved ?? 0;
  }
  return ok(moved);
};

/** Throws when all is settled, and rather what may be repeated: an unreadable task is no reason to. */
const allOf = async <T>(work: Promise<T>[]): Promise<T[]> => {
  const settled = await Promise.allSettled(work);
  const errors = settled.flatMap((one) => (one.status === "rejected" ? [one.reason] : []));
  if (errors.length > 0) throw errors.find((one) => !(one instanceof ActorUnreadable)) ?? errors[0];
  return settled.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
};

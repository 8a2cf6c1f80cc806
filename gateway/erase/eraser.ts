// Erases what deleted accounts had, behind the answer, whichever gateway promised it. Started by main.ts.
import pLimit from "p-limit";
import type { Logger } from "pino";
import { type ActorClient, ActorUnavailable } from "../../actors/client.ts";
import {
  claimDeletion,
  type Deletion,
  finishDeletion,
  forgetDeletions,
  touchDeletion,
} from "../../database/deletions/claim-deletion.ts";
import { eraseLog, erasePerson } from "../../database/deletions/erase-person.ts";
import { eraseTasks, listTasksToErase } from "../../database/deletions/erase-tasks.ts";
import { isDatabaseDown } from "../../database/is-database-down.ts";
import type { Database } from "../../database/pool.ts";
import type { Id } from "../../domain/ids.ts";
import type { Outages } from "../../domain/outages.ts";
import { type Loop, startLoop } from "../../process/loop.ts";

const everyMs = 10_000;
const slice = 100;
const atOnce = 8;
const logSlice = 2_000;

export type EraserDeps = {
  db: Database;
  actors: Pick<ActorClient, "eraseTask" | "eraseUser">;
  log: Logger;
  outages: Outages;
};

/** Of a slice those whose actors hold nothing any more, and what went wrong with others. Throws when actors cannot be reached. */
const eraseSlice = async ({ actors }: EraserDeps, userId: Id, ids: Id[]) => {
  const limit = pLimit(atOnce);
  const failures: unknown[] = [];
  const eraseOne = async (taskId: Id): Promise<Id[]> => {
    try {
      await actors.eraseTask({ taskId, userId });
      return [taskId];
    } catch (error) {
      if (error instanceof ActorUnavailable) {
        limit.clearQueue();
        throw error;
      }
      failures.push(error);
      return [];
    }
  };
  const erased = await Promise.all(ids.map((taskId) => limit(eraseOne, taskId)));
  return { erased: erased.flat(), failures };
};

/**
 * Actors first, then the copies, the log last: whoever dies on the way leaves what says which actors are left. Each step does nothing
 * the second time. One task that cannot be erased holds up none behind it, but keeps what says that it is left.
 */
const erase = async (deps: EraserDeps, userId: Id): Promise<void> => {
  const { db, actors } = deps;
  const failures: unknown[] = [];
  let after: Id | null = null;
  for (;;) {
    const ids: Id[] = await listTasksToErase(db, { userId, after, limit: slice });
    const done = await eraseSlice(deps, userId, ids);
    failures.push(...done.failures);
    await eraseTasks(db, { userId, ids: done.erased });
    await touchDeletion(db, userId);
    after = ids.at(-1) ?? null;
    if (ids.length < slice) break;
  }
  await actors.eraseUser(userId);
  if (failures.length > 0)
    throw new AggregateError(failures.slice(0, 3), `${failures.length} tasks could not be erased`);
  await erasePerson(db, userId);
  while ((await eraseLog(db, userId, logSlice)) >= logSlice) await touchDeletion(db, userId);
  await finishDeletion(db, userId);
};

/** Takes one up and erases it; false when there was none. Throws a database error. */
export const eraseNext = async (deps: EraserDeps): Promise<boolean> => {
  const deletion: Deletion | null = await claimDeletion(deps.db);
  if (deletion === null) return false;
  const { userId, isErased } = deletion;
  try {
    await erase(deps, userId);
    if (!isErased) deps.log.info({ userId }, "what a deleted account had is erased");
  } catch (err) {
    if (isDatabaseDown(err)) throw err;
    if (err instanceof ActorUnavailable) deps.outages.failed("the actors", { err });
    else deps.log.warn({ err, userId }, "a deleted account is not erased yet; tried again soon");
  }
  return true;
};

/** Looks every 10 s for what is left, and at once when woken. */
export const startEraser = (deps: EraserDeps): Loop & { wake: () => void } => {
  const stopped = new AbortController();
  const round = async (signal: AbortSignal): Promise<void> => {
    while (!signal.aborted && (await eraseNext(deps)));
    if (!signal.aborted) await forgetDeletions(deps.db);
  };
  const onFailure = (err: unknown): void => {
    if (isDatabaseDown(err)) deps.outages.failed("the database", { err });
    else deps.log.error({ err }, "deleted accounts could not be looked for; tried again soon");
  };
  const loop = startLoop(round, { everyMs, onFailure, waitsFirst: true });
  let woken: Promise<void> = Promise.resolve();
  return {
    wake: () => {
      woken = woken.then(() => round(stopped.signal)).catch(onFailure);
    },
    stop: async () => {
      stopped.abort();
      await Promise.all([loop.stop(), woken]);
    },
  };
};

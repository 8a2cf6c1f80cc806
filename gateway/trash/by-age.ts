// What has been in the trash for 30 days leaves it for good, whichever gateway looks first. Started by main.ts.
import type { Logger } from "pino";
import { ActorUnavailable } from "../../actors/client.ts";
import { isDatabaseDown } from "../../database/is-database-down.ts";
import { listOldTrash } from "../../database/tasks/list-trash.ts";
import { type Id, newId } from "../../domain/ids.ts";
import type { Outages } from "../../domain/outages.ts";
import { trashDays } from "../../domain/trash.ts";
import { type Loop, startLoop } from "../../process/loop.ts";
import type { ExecuteDeps } from "../command/execute.ts";
import { emptyTrash } from "./purge.ts";

const everyMs = 10 * 60_000;
/** Of one person in one go: between two of them others have their turn. */
const slice = 50;
/** Looked for at once. */
const page = 500;

type ByAgeDeps = ExecuteDeps & { now: () => Date };

/**
 * Deletes for good what was put into anybody's trash more than 30 days ago; returns how much that was. What cannot be deleted now is left for the
 * next round and holds up nothing. Throws ActorUnavailable or a database error.
 */
export const purgeByAge = async (deps: ByAgeDeps, signal?: AbortSignal): Promise<number> => {
  const before = new Date(deps.now().getTime() - trashDays * 86_400_000);
  const isOver = (): boolean => signal?.aborted === true;
  let deleted = 0;
  while (!isOver()) {
    const old = await listOldTrash(deps.db, { before, limit: page });
    let went = 0;
    for (const userId of new Set(old.map(({ ownerId }) => ownerId))) {
      if (isOver()) break;
      const emptied = await emptyTrash(deps, asked(userId), { before, limit: slice });
      went += emptied.ok ? emptied.value.deleted : 0;
    }
    deleted += went;
    if (went === 0) break;
  }
  return deleted;
};

/** Nobody's order: the clock's. */
const asked = (userId: Id) => {
  const id = newId();
  return {
    userId,
    origin: {
      correlationId: id,
      causationId: id,
      actorId: userId,
      source: "age" as const,
      device: null,
      traceparent: null,
    },
  };
};

/** Looks every ten minutes. */
export const startPurger = ({
  log,
  outages,
  ...deps
}: ByAgeDeps & { log: Logger; outages: Outages }): Loop => {
  const onFailure = (err: unknown): void => {
    if (isDatabaseDown(err)) outages.failed("the database", { err });
    else if (err instanceof ActorUnavailable) outages.failed("the actors", { err });
    else log.error({ err }, "what is old in the trash could not be deleted; tried again soon");
  };
  const round = async (signal: AbortSignal): Promise<void> => {
    const deleted = await purgeByAge(deps, signal);
    if (deleted > 0) log.info({ deleted }, "what was in the trash for 30 days is deleted for good");
  };
  return startLoop(round, { everyMs, onFailure, waitsFirst: true });
};

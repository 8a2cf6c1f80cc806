// What has been in the trash for 30 days leaves it for good, whichever gateway looks first. Started by main.ts.
import type { Logger } from "pino";
import { ActorUnavailable } from "../../actors/client.ts";
import { isDatabaseDown } from "../../database/is-database-down.ts";
import { listOldTrash, type OldTrash } from "../../database/tasks/list-trash.ts";
import { type Id, newId } from "../../domain/ids.ts";
import type { Outages } from "../../domain/outages.ts";
import { trashDays } from "../../domain/trash.ts";
import { type Loop, startLoop } from "../../process/loop.ts";
import type { ExecuteDeps } from "../command/execute.ts";
import { purgeAll } from "./purge.ts";

const everyMs = 10 * 60_000;
/** Of one person in one go: between two of them others have their turn. */
const slice = 50;
/** Looked for at once. */
const page = 500;

type ByAgeDeps = ExecuteDeps & { log: Pick<Logger, "warn">; now: () => Date };

/**
 * Deletes for good what was put into anybody's trash more than 30 days ago; returns how much that was. Each is asked for once: what cannot be deleted now is left
 * for the next round and holds up nothing. Throws ActorUnavailable or that the database is away.
 */
export const purgeByAge = async (deps: ByAgeDeps, signal?: AbortSignal): Promise<number> => {
  const before = new Date(deps.now().getTime() - trashDays * 86_400_000);
  let deleted = 0;
  let after: OldTrash | undefined;
  while (signal?.aborted !== true) {
    const old = await listOldTrash(deps.db, { before, after, limit: page });
    after = old.at(-1);
    if (after === undefined) break;
    for (const part of slicesOf(old)) {
      if (signal?.aborted) break;
      deleted += await purgeSlice(deps, part, before);
    }
  }
  return deleted;
};

type Slice = { userId: Id; ids: Id[] };

/** Everybody's first slice comes before anybody's second. */
const slicesOf = (old: OldTrash[]): Slice[] => {
  const turns: Slice[][] = [];
  for (const [userId, tasks] of Map.groupBy(old, ({ ownerId }) => ownerId)) {
    const ids = tasks.map(({ id }) => id);
    for (let n = 0; n * slice < ids.length; n += 1)
      (turns[n] ??= []).push({ userId, ids: ids.slice(n * slice, (n + 1) * slice) });
  }
  return turns.flat();
};

/** How many of one person's tasks went. Whatever is wrong with one of them is said in the log, and the others' turn comes. */
const purgeSlice = async (
  deps: ByAgeDeps,
  { userId, ids }: Slice,
  before: Date,
): Promise<number> => {
  try {
    const purged = await purgeAll(deps, asked(userId), { ids, before });
    if (!purged.ok) throw new Error(purged.error.message);
    const { deleted, unreadable } = purged.value;
    if (unreadable > 0)
      deps.log.warn({ userId, unreadable }, "what is old in the trash cannot be read, and is left");
    return deleted;
  } catch (err) {
    if (err instanceof ActorUnavailable || isDatabaseDown(err)) throw err;
    deps.log.warn({ err, userId }, "what is old in one person's trash could not be deleted");
    return 0;
  }
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
  outages,
  ...deps
}: ByAgeDeps & { log: Logger; outages: Outages }): Loop => {
  const { log } = deps;
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

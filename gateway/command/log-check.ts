// Holds what was answered against the log: an actor publishes behind its answer, and its host may die in between. Started by main.ts.
import type { Logger } from "pino";
import { type ActorClient, ActorUnreadable } from "../../actors/client.ts";
import {
  listUnlogged,
  readNewestIntent,
  type UnloggedTask,
} from "../../database/commands/list-unlogged.ts";
import type { Database } from "../../database/pool.ts";
import { type Loop, startLoop } from "../../process/loop.ts";

export type LogCheckDeps = { db: Database; actors: Pick<ActorClient, "readTask">; log: Logger };

const everyMs = 30_000;
/** By then an event is in the log, unless its way is blocked. */
const logWithinMs = 60_000;
/** Looked at again each time, so that the clocks of gateways and database need not agree. */
const overlapMs = 60_000;
/** How far before the last request of an earlier life the first look begins. */
const firstLookMs = 10 * 60_000;
const limit = 200; // tasks a page

/**
 * Wakes the actors whose accepted changes from between two instants are not in the log: an actor that is called publishes
 * first what is left in its outbox. Those that changed nothing are woken in vain, for they look the same from here. Returns how many there were.
 */
export const checkLog = async (
  deps: LogCheckDeps,
  which: { after: Date; until: Date },
): Promise<number> => {
  let woken = 0;
  let afterTaskId = "";
  for (;;) {
    const page = await listUnlogged(deps.db, { ...which, afterTaskId, limit });
    for (const task of page) await wake(deps, task);
    woken += page.length;
    const last = page.at(-1);
    if (last === undefined || page.length < limit) break;
    afterTaskId = last.taskId;
  }
  if (woken > 0)
    deps.log.info(
      { tasks: woken },
      "changes that the log does not know yet: their tasks were woken",
    );
  return woken;
};

const wake = async ({ actors }: LogCheckDeps, { taskId, userId }: UnloggedTask): Promise<void> => {
  await actors.readTask({ taskId, userId }).catch((error: unknown) => {
    // One that cannot be read has to be mended first, and must not keep the others asleep.
    if (!(error instanceof ActorUnreadable)) throw error;
  });
};

/** Checks every 30 s what is older than a minute, from ten minutes before the last life's end on, until stopped. */
export const startLogCheck = (deps: LogCheckDeps): Loop => {
  let after: Date | null = null;

  const look = async (): Promise<void> => {
    if (after === null) {
      const newest = await readNewestIntent(deps.db);
      after = new Date((newest?.getTime() ?? Date.now()) - firstLookMs);
    }
    const until = new Date(Date.now() - logWithinMs);
    if (until <= after) return;
    await checkLog(deps, { after, until });
    // Being woken once is enough: what cannot go out then, its actor's relay brings out.
    after = new Date(until.getTime() - overlapMs);
  };

  const onFailure = (err: unknown): void =>
    deps.log.warn({ err }, "the log could not be checked; the next look comes");
  return startLoop(look, { everyMs, onFailure });
};

// Holds what was answered against the log: an actor publishes behind its answer, and its host may die in between. Started by main.ts.
import pLimit from "p-limit";
import type { Logger } from "pino";
import { type ActorClient, ActorUnreadable } from "../../actors/client.ts";
import {
  type IntentPlace,
  listUnlogged,
  readNewestIntent,
  type UnloggedTask,
} from "../../database/commands/list-unlogged.ts";
import type { Database } from "../../database/pool.ts";
import { type Loop, startLoop } from "../../process/loop.ts";
import type { FeedState } from "../deps.ts";

export type LogCheckDeps = { db: Database; actors: Pick<ActorClient, "readTask">; log: Logger };

const everyMs = 30_000;
/** By then an event is in the log, unless its way is blocked. */
const logWithinMs = 60_000;
/** Looked at again each time, so that the clocks of gateways and database need not agree. */
const overlapMs = 60_000;
/** How far before the last request of an earlier life the first look begins. */
const firstLookMs = 10 * 60_000;
const limit = 1_000; // intents a page
const wokenAtOnce = 16;

/**
 * Wakes the actors whose accepted changes from between two instants are not in the log: an actor that is called publishes
 * first what is left in its outbox. Those that changed nothing are woken in vain, for they look the same from here. Returns how many there were.
 */
export const checkLog = async (
  deps: LogCheckDeps,
  which: { after: Date; until: Date },
): Promise<number> => {
  const inTurn = pLimit(wokenAtOnce);
  let woken = 0;
  for (let after: Date | IntentPlace | null = which.after; after !== null;) {
    const { tasks, next } = await listUnlogged(deps.db, { after, until: which.until, limit });
    await Promise.all(tasks.map((task) => inTurn(wake, deps, task))).catch((error: unknown) => {
      inTurn.clearQueue(); // the next look wakes them all again
      throw error;
    });
    woken += tasks.length;
    if (tasks.length > 0) deps.log.info({ tasks: woken }, unlogged);
    after = next;
  }
  return woken;
};

const unlogged = "changes that the log does not know yet: their tasks were woken";

const wake = async ({ actors }: LogCheckDeps, { taskId, userId }: UnloggedTask): Promise<void> => {
  await actors.readTask({ taskId, userId }).catch((error: unknown) => {
    // One that cannot be read has to be mended first, and must not keep the others asleep.
    if (!(error instanceof ActorUnreadable)) throw error;
  });
};

type LookDeps = LogCheckDeps & { feedState: () => FeedState; now?: () => number };

/**
 * One look after the other: each checks what is older than a minute and was not looked at, from ten minutes before the last life's
 * end on. While Kafka is away, and for a minute after that, nothing could be in the log that is not: it waits, and then checks all of it.
 */
export const createLook = (deps: LookDeps): (() => Promise<void>) => {
  const now = deps.now ?? Date.now;
  let after: Date | null = null;
  let awayAt = Number.NEGATIVE_INFINITY;

  return async () => {
    if (deps.feedState() === "down") awayAt = now();
    if (after === null) {
      const newest = await readNewestIntent(deps.db);
      after = new Date((newest?.getTime() ?? now()) - firstLookMs);
    }
    const until = new Date(now() - logWithinMs);
    if (until <= after || now() - awayAt < logWithinMs) return;
    await checkLog(deps, { after, until });
    // Being woken once is enough: what cannot go out then, the relay of the actor's host brings out.
    after = new Date(until.getTime() - overlapMs);
  };
};

/** Looks every 30 s until stopped. */
export const startLogCheck = (deps: LookDeps): Loop => {
  const onFailure = (err: unknown): void =>
    deps.log.warn({ err }, "the log could not be checked; the next look comes");
  return startLoop(createLook(deps), { everyMs, onFailure });
};

// Keeps step 2's promise: repeats intents whose gateway died or gave up before the outcome. Started by main.ts.
import { setTimeout as sleep } from "node:timers/promises";
import type { Logger } from "pino";
import { ActorUnavailable } from "../../actors/client.ts";
import { forgetExpiredSessions } from "../../database/accounts/forget-expired-sessions.ts";
import { claimStaleIntents } from "../../database/commands/claim-stale-intents.ts";
import { forgetOldIntents } from "../../database/commands/forget-old-intents.ts";
import { isDatabaseDown } from "../../database/is-database-down.ts";
import type { Outages } from "../../domain/outages.ts";
import { carryOut, type ExecuteDeps, StoredPlan } from "./execute.ts";

export type SweepDeps = ExecuteDeps & { log: Logger; outages: Outages };

const everyMs = 5_000;
const olderThanMs = 30_000;
const forgetEveryMs = 60 * 60_000;

/** Claims and carries out what is older than `olderThanMs` without an outcome. Returns how many were finished. */
export const sweep = async (deps: SweepDeps, age = olderThanMs): Promise<number> => {
  const intents = await claimStaleIntents(deps.db, { olderThanMs: age, limit: 20 });
  let finished = 0;
  for (const intent of intents) {
    const log = deps.log.child({ userId: intent.userId, commands: intent.plan.length });
    try {
      await carryOut(deps, { ...intent, plan: StoredPlan.parse(intent.plan) });
      finished += 1;
      log.info("an unfinished request was carried out");
    } catch (error) {
      if (error instanceof ActorUnavailable) deps.outages.failed("the actors", { err: error });
      else log.warn({ err: error }, "an unfinished request could not be carried out yet");
    }
  }
  return finished;
};

/** Sweeps every 5 s and forgets what is over once an hour, until stopped. */
export const startSweeper = (deps: SweepDeps): { stop(): Promise<void> } => {
  const stopped = new AbortController();
  let forgetAt = Date.now() + forgetEveryMs;

  const run = async (): Promise<void> => {
    while (!stopped.signal.aborted) {
      await sleep(everyMs, undefined, { signal: stopped.signal }).catch(() => undefined);
      if (stopped.signal.aborted) return;
      try {
        await sweep(deps);
        deps.outages.worked("the database");
        if (Date.now() < forgetAt) continue;
        forgetAt = Date.now() + forgetEveryMs;
        await forgetOldIntents(deps.db);
        await forgetExpiredSessions(deps.db, 1_000);
      } catch (error) {
        if (isDatabaseDown(error)) deps.outages.failed("the database", { err: error });
        else deps.log.warn({ err: error }, "the sweep failed and will be repeated");
      }
    }
  };

  const running = run();
  return {
    stop: () => {
      stopped.abort();
      return running;
    },
  };
};

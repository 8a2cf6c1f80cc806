// Carries out what changes of settings mean for tasks, behind their answers, whichever gateway promised it. Started by main.ts.
import { setTimeout as sleep } from "node:timers/promises";
import type { Logger } from "pino";
import { ActorUnavailable } from "../../actors/client.ts";
import { claimRetime, postponeRetime } from "../../database/retimes/claim-retime.ts";
import { isDatabaseDown } from "../../database/is-database-down.ts";
import type { Outages } from "../../domain/outages.ts";
import { goOn, type WalkDeps } from "./walk.ts";

const everyMs = 5_000;
const retryMs = 5_000;

export type RetimerDeps = WalkDeps & { log: Logger; outages: Outages };

/** Takes one up and tells one slice; false when there was nothing to do. Throws a database error. */
export const tellNext = async (deps: RetimerDeps): Promise<boolean> => {
  const retime = await claimRetime(deps.db);
  if (retime === null) return false;
  try {
    await goOn(deps, retime);
  } catch (err) {
    if (isDatabaseDown(err)) throw err;
    if (err instanceof ActorUnavailable) deps.outages.failed("the actors", { err });
    else deps.log.warn({ err, userId: retime.userId }, "tasks could not be told of settings yet");
    await postponeRetime(deps.db, retime.id, retryMs);
  }
  return true;
};

/** Looks every 5 s for what another gateway has left, and at once when woken. */
export const startRetimer = (deps: RetimerDeps): { wake: () => void; stop(): Promise<void> } => {
  const stopped = new AbortController();
  let woken = new AbortController();

  const rest = async (): Promise<void> => {
    const signal = AbortSignal.any([stopped.signal, woken.signal]);
    await sleep(everyMs, undefined, { signal }).catch(() => undefined);
  };
  const run = async (): Promise<void> => {
    while (!stopped.signal.aborted) {
      woken = new AbortController();
      try {
        while (!stopped.signal.aborted && (await tellNext(deps)));
        await rest();
      } catch (err) {
        if (isDatabaseDown(err)) deps.outages.failed("the database", { err });
        else deps.log.error({ err }, "changed settings could not be looked for; tried again soon");
        await sleep(retryMs, undefined, { signal: stopped.signal }).catch(() => undefined);
      }
    }
  };
  const running = run();
  return {
    wake: () => woken.abort(),
    stop: () => {
      stopped.abort();
      return running;
    },
  };
};

// Carries out what changes of settings mean for tasks, behind their answers, whichever gateway promised it. Started by main.ts.
import type { Logger } from "pino";
import { ActorUnavailable } from "../../actors/client.ts";
import { claimRetime, postponeRetime } from "../../database/retimes/claim-retime.ts";
import { isDatabaseDown } from "../../database/is-database-down.ts";
import type { Outages } from "../../domain/outages.ts";
import { type Loop, startLoop } from "../../process/loop.ts";
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
export const startRetimer = (deps: RetimerDeps): Loop & { wake: () => void } => {
  const stopped = new AbortController();
  const round = async (signal: AbortSignal): Promise<void> => {
    while (!signal.aborted && (await tellNext(deps)));
  };
  const onFailure = (err: unknown): void => {
    if (isDatabaseDown(err)) deps.outages.failed("the database", { err });
    else deps.log.error({ err }, "changed settings could not be looked for; tried again soon");
  };
  const loop = startLoop(round, { everyMs, onFailure });
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

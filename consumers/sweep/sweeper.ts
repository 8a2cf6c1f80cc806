// Keeps the Job that wakes the sweeper, and sweeps when it comes. Started by main.ts; the Job comes through app.ts.
import { setTimeout as sleep } from "node:timers/promises";
import type { Logger } from "pino";
import * as z from "zod";
import { Id, newId } from "../../domain/ids.ts";
import { createOutages } from "../../domain/outages.ts";
import type { SweepJob } from "../dapr.ts";
import { createSweeps } from "./sweeps.ts";
import type { SweepDeps } from "./sweep.ts";

const everyMs = 2_000;
/** A sidecar that restarts, or stops before us, is nothing to speak of. */
const sayAfterMs = 4_000;

const JobData = z.object({ epoch: Id });

export type Sweeper = {
  /** The Job came, with its data: begins a sweep, unless one is under way. */
  onJob(data: unknown): void;
  /** Null while the scheduler answers, else since when it does not, ms since 1970. */
  schedulerAwaySince(): number | null;
  /** No sweep begins any more; the one under way ends after the calls it waits for. */
  stop(): Promise<void>;
};

/**
 * Looks every `everyMs` (2 s) whether the scheduler still has our Job. When it has not, it has lost its data and with them
 * every Job of every reminder: a new epoch begins, in which all that waits is armed anew, at once. When it was away and answers
 * again, what it could not take meanwhile is armed at once, too. In each process one sweep runs at a time; several processes may
 * sweep at once, which is harmless.
 */
export const startSweeper = (
  deps: SweepDeps & { job: SweepJob; log: Logger; everyMs?: number },
): Sweeper => {
  const stopped = new AbortController();
  const { signal } = stopped;
  const log = deps.log.child({ part: "sweep" });
  const outages = createOutages(log);
  const sweeps = createSweeps({ ...deps, log }, signal);
  let awaySince: number | null = null;

  const keepJob = async (): Promise<void> => {
    const epoch = newId();
    const known = await deps.job.read();
    const wasAway = awaySince !== null;
    if (known !== null) {
      awaySince = null;
      if (wasAway) sweeps.afterOutage(known);
      return;
    }
    const isMade = await deps.job.make(epoch);
    awaySince = null;
    if (!isMade) return;
    log.warn({ epoch }, "the scheduler does not know the sweep: all that waits is armed anew");
    sweeps.begin(epoch);
  };

  const look = async (): Promise<void> => {
    try {
      await keepJob();
      outages.worked(scheduler);
    } catch (err) {
      awaySince ??= Date.now();
      if (Date.now() - awaySince >= sayAfterMs) outages.failed(scheduler, { err });
    }
  };

  const keeping = (async () => {
    while (!signal.aborted) {
      await look();
      await sleep(deps.everyMs ?? everyMs, undefined, { signal }).catch(() => undefined);
    }
  })();

  return {
    onJob: (data) => sweeps.begin(JobData.parse(data).epoch),
    schedulerAwaySince: () => awaySince,
    stop: async () => {
      stopped.abort();
      await Promise.all([keeping, sweeps.done()]);
    },
  };
};

const scheduler = "the scheduler, or the sidecar before it,";

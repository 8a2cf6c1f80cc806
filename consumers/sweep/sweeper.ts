// Keeps the Job that wakes the sweeper, and sweeps when it comes. Started by main.ts; the Job comes through app.ts.
import { setTimeout as sleep } from "node:timers/promises";
import type { Logger } from "pino";
import * as z from "zod";
import { Id, newId } from "../../domain/ids.ts";
import type { SweepJob } from "../dapr.ts";
import { sweep, type SweepDeps } from "./sweep.ts";

const everyMs = 15_000;

const JobData = z.object({ epoch: Id });

export type Sweeper = {
  /** The Job came, with its data: begins a sweep, unless one is under way. */
  onJob(data: unknown): void;
  /** No sweep begins any more; the one under way ends after the calls it waits for. */
  stop(): Promise<void>;
};

/**
 * Looks every `everyMs` (15 s) whether the scheduler still has our Job. When it has not, it has lost its data and with them
 * every Job of every reminder: a new epoch begins, in which all that waits is armed anew, at once. In each process one sweep
 * runs at a time; several processes may sweep at once, which is harmless.
 */
export const startSweeper = (
  deps: SweepDeps & { job: SweepJob; log: Logger; everyMs?: number },
): Sweeper => {
  const stopped = new AbortController();
  const { signal } = stopped;
  const log = deps.log.child({ part: "sweep" });
  let running: { epoch: Id; done: Promise<void> } | null = null;
  let next: Id | null = null;

  const run = async (epoch: Id): Promise<void> => {
    try {
      const swept = await sweep(deps, epoch, signal);
      const found = Object.values(swept).some((count) => count > 0);
      log[found ? "info" : "debug"]({ epoch, ...swept }, "swept");
    } catch (err) {
      log.warn({ err, epoch }, "the sweep failed; the next one goes on");
    }
    running = null;
    if (next !== null) begin(next);
  };

  const begin = (epoch: Id): void => {
    if (signal.aborted) return;
    if (running !== null) {
      // What the one under way has armed may be lost again: a new epoch has its turn right after it.
      if (epoch !== running.epoch) next = epoch;
      return;
    }
    next = null;
    running = { epoch, done: Promise.resolve().then(() => run(epoch)) };
  };

  const keepJob = async (): Promise<void> => {
    const epoch = newId();
    if ((await deps.job.read()) !== null || !(await deps.job.make(epoch))) return;
    log.warn({ epoch }, "the scheduler does not know the sweep: all that waits is armed anew");
    begin(epoch);
  };

  const keeping = (async () => {
    while (!signal.aborted) {
      await keepJob().catch((err: unknown) =>
        log.warn({ err }, "the sweep's Job cannot be looked at now"),
      );
      await sleep(deps.everyMs ?? everyMs, undefined, { signal }).catch(() => undefined);
    }
  })();

  return {
    onJob: (data) => begin(JobData.parse(data).epoch),
    stop: async () => {
      stopped.abort();
      await Promise.all([keeping, running?.done]);
    },
  };
};

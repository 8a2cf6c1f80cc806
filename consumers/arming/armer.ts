// Keeps the Job that wakes the armer, and begins a round when it comes. Started by main.ts; the Job comes through app.ts.
import type { Logger } from "pino";
import * as z from "zod";
import { Id, newId } from "../../domain/ids.ts";
import { createOutages } from "../../domain/outages.ts";
import { startLoop } from "../../process/loop.ts";
import type { ArmingJob } from "../dapr.ts";
import { createRounds } from "./rounds.ts";
import type { ArmingDeps } from "./round.ts";

const everyMs = 2_000;
/** A sidecar that restarts, or stops before us, is nothing to speak of. */
const sayAfterMs = 4_000;

const JobData = z.object({ epoch: Id });

export type Armer = {
  /** The Job came, with its data: begins a round, unless one is under way. */
  onJob(data: unknown): void;
  /** Null while the scheduler answers, else since when it does not, ms since 1970. */
  schedulerAwaySince(): number | null;
  /** No round begins any more; the one under way ends after the calls it waits for. */
  stop(): Promise<void>;
};

/**
 * Looks every `everyMs` (2 s) whether the scheduler still has our Job. When it has not, it has lost its data and with them
 * every Job of every reminder: a new epoch begins, in which all that waits within the horizon is armed anew, at once. When it was
 * away and answers again, what it could not take meanwhile is armed at once, too, and at the start what came near while no armer
 * was there. In each process one round runs at a time; several processes may have one at once, which is harmless.
 */
export const startArmer = (
  deps: ArmingDeps & { job: ArmingJob; log: Logger; everyMs?: number },
): Armer => {
  const stopped = new AbortController();
  const { signal } = stopped;
  const log = deps.log.child({ part: "arming" });
  const outages = createOutages(log);
  const rounds = createRounds({ ...deps, log }, signal);
  let awaySince: number | null = null;
  let isFirstLook = true;

  const keepJob = async (): Promise<void> => {
    const epoch = newId();
    const known = await deps.job.read();
    const wasAway = awaySince !== null;
    if (known !== null) {
      awaySince = null;
      if (wasAway) rounds.afterOutage(known);
      else if (isFirstLook) rounds.begin(known);
      isFirstLook = false;
      return;
    }
    const isMade = await deps.job.make(epoch);
    awaySince = null;
    if (!isMade) return;
    log.warn({ epoch }, "the scheduler does not know our Job: all that waits is armed anew");
    rounds.begin(epoch);
  };

  const look = async (): Promise<void> => {
    await keepJob();
    outages.worked(scheduler);
  };
  const onFailure = (err: unknown): void => {
    awaySince ??= Date.now();
    if (Date.now() - awaySince >= sayAfterMs) outages.failed(scheduler, { err });
  };
  const keeping = startLoop(look, { everyMs: deps.everyMs ?? everyMs, onFailure });

  return {
    onJob: (data) => rounds.begin(JobData.parse(data).epoch),
    schedulerAwaySince: () => awaySince,
    stop: async () => {
      stopped.abort();
      await Promise.all([keeping.stop(), rounds.done()]);
    },
  };
};

const scheduler = "the scheduler, or the sidecar before it,";

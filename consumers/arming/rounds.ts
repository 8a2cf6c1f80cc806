// The rounds of this process, one at a time: when the next one begins, and what is repeated. Called by armer.ts.
import type { Logger } from "pino";
import { type Backoff, backoffMs } from "../../domain/backoff.ts";
import type { Id } from "../../domain/ids.ts";
import { countRound } from "../metrics.ts";
import { armWhatWaits, type ArmingDeps } from "./round.ts";

/**
 * After an outage rounds are repeated after so many ms. What the scheduler refused in the last moments is read from the log only
 * seconds later, and a scheduler that has just come back may not ring yet what it has taken.
 */
const againAfterMs = [5_000, 15_000, 30_000];
/** What could not be done is tried again so many times; after that the Job brings the next one. */
const mostRetries = 4;
const pauses: Backoff = { firstMs: 5_000, mostMs: 40_000 };

export type Rounds = {
  /** Begins a round, unless one of this epoch is under way. */
  begin(epoch: Id): void;
  /** The scheduler answers again: one at once (right after the one under way) and a few times more. */
  afterOutage(epoch: Id): void;
  /** Resolves when the round under way is over. */
  done(): Promise<unknown>;
};

export const createRounds = (deps: ArmingDeps & { log: Logger }, signal: AbortSignal): Rounds => {
  const { log } = deps;
  let running: { epoch: Id; done: Promise<void> } | null = null;
  let next: Id | null = null;
  let failedInARow = 0;
  let latest: Id | null = null;

  /** In the epoch that it is by then: in one that is over, all would seem to be unarmed. */
  const later = (ms: number): void => {
    const timer = setTimeout(() => latest !== null && begin(latest), ms);
    timer.unref();
    signal.addEventListener("abort", () => clearTimeout(timer), { once: true });
  };

  const retryAfterFailure = (hasFailed: boolean): void => {
    failedInARow = hasFailed ? failedInARow + 1 : 0;
    if (hasFailed && failedInARow <= mostRetries) later(backoffMs(failedInARow, pauses));
  };

  const run = async (epoch: Id): Promise<void> => {
    try {
      const beganAt = performance.now();
      const armed = await armWhatWaits(deps, epoch, signal);
      countRound(armed);
      const found = Object.values(armed).some((count) => count > 0);
      log[found ? "info" : "debug"](
        { epoch, ...armed, ms: Math.round(performance.now() - beganAt) },
        "armed",
      );
      retryAfterFailure(armed.failed > 0);
    } catch (err) {
      countRound(null);
      log.warn({ err, epoch }, "a round failed; the next one goes on");
      retryAfterFailure(true);
    }
    running = null;
    if (next !== null) begin(next);
  };

  const begin = (epoch: Id): void => {
    if (signal.aborted) return;
    latest = epoch;
    if (running !== null) {
      // What the one under way has armed may be lost again: a new epoch has its turn right after it.
      if (epoch !== running.epoch) next = epoch;
      return;
    }
    next = null;
    running = { epoch, done: Promise.resolve().then(() => run(epoch)) };
  };

  return {
    begin,
    afterOutage(epoch) {
      // One that is under way may have asked already for what the scheduler would only take now.
      if (running !== null) next ??= epoch;
      else begin(epoch);
      for (const ms of againAfterMs) later(ms);
    },
    done: () => Promise.resolve(running?.done),
  };
};

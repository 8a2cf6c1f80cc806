// Leaves an endpoint alone that fails again and again. Called by the interpreter.
import type { ModelFailed } from "./answer.ts";

export type Breaker = {
  /** False while the endpoint is left alone. */
  isClosed: () => boolean;
  succeeded: () => void;
  failed: (failure: ModelFailed) => void;
};

/** So many failures in a row are no accident. */
const maxFailures = 3;
const pauseMs = 30_000;
const longestPauseMs = 5 * 60_000;

/**
 * Makes a breaker. After a pause one message tries again: when that fails too, the next pause begins. What the model wrote is no
 * failure of the endpoint: else one person's tasks could switch it off for all.
 */
export const createBreaker = (now: () => Date): Breaker => {
  let failures = 0;
  let openUntil = 0;
  const pause = (ms: number) => {
    openUntil = Math.max(openUntil, now().getTime() + Math.min(ms, longestPauseMs));
  };
  return {
    isClosed: () => now().getTime() >= openUntil,
    succeeded: () => {
      failures = 0;
    },
    failed: ({ why, retryAfterMs }) => {
      if (why !== "late" && why !== "down" && why !== "limited") return;
      failures += 1;
      if (retryAfterMs !== undefined) pause(retryAfterMs);
      if (failures >= maxFailures) pause(pauseMs);
    },
  };
};

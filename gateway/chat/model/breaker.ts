// Leaves an endpoint alone that fails again and again. Called by the interpreter.
import type { ModelFailed } from "./answer.ts";

/** What came of a try: the endpoint answered, it failed, or nobody knows, for it was given up before. */
export type Outcome = "answered" | "unknown" | ModelFailed;

export type Breaker = {
  /** Null while the endpoint is left alone; else what has to be told, once, what came of the try. */
  enter: () => ((outcome: Outcome) => void) | null;
};

/** So many failures in a row are no accident. */
const maxFailures = 3;
const pauseMs = 30_000;
const longestPauseMs = 5 * 60_000;

/**
 * Makes a breaker. After a pause one message alone tries again, and until it is known what came of it all others are read without the model:
 * when it fails too, the next pause begins. What the model wrote is no failure of the endpoint: else one person's tasks could switch it off for all.
 */
export const createBreaker = (now: () => Date): Breaker => {
  let failures = 0;
  let openUntil: number | null = null;
  let isTrying = false;
  const pause = (ms: number): void => {
    openUntil = Math.max(openUntil ?? 0, now().getTime() + Math.min(ms, longestPauseMs));
  };
  const count = ({ why, retryAfterMs }: ModelFailed): void => {
    if (why !== "late" && why !== "down" && why !== "limited") return;
    failures += 1;
    if (retryAfterMs !== undefined) pause(retryAfterMs);
    if (failures >= maxFailures) pause(pauseMs);
  };
  const tell = (outcome: Outcome): void => {
    if (outcome === "unknown") return;
    if (outcome !== "answered") return count(outcome);
    failures = 0;
  };
  /** Only the one that tries alone opens the way for all: what was let in before the pause says nothing of now. */
  const tellOfTrial = (outcome: Outcome): void => {
    isTrying = false;
    if (outcome === "answered" || isNonsense(outcome)) openUntil = null;
    else failures = maxFailures - 1;
    tell(outcome);
  };
  return {
    enter: () => {
      if (openUntil === null) return tell;
      if (isTrying || now().getTime() < openUntil) return null;
      isTrying = true;
      return tellOfTrial;
    },
  };
};

/** Nonsense is an answer, too. */
const isNonsense = (outcome: Outcome): boolean =>
  typeof outcome !== "string" && outcome.why === "nonsense";

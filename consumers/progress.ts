// How the consumers get on: told by the reader of each, read by the heartbeat. One for the process, made by main.ts.
import type { ConsumersBeat } from "../domain/heartbeat.ts";

export type Progress = {
  /** A consumer had to give records back. */
  waits(name: string, reason: string): void;
  /** A consumer has taken care of records. */
  works(name: string): void;
  stuck(): ConsumersBeat["stuck"];
};

/** A consumer is stuck once it has had to give back all it got for this long, ms. A short wait is nothing to speak of. */
const stuckAfterMs = 4_000;

export const createProgress = (now: () => number = Date.now): Progress => {
  const waiting = new Map<string, { since: number; reason: string }>();
  return {
    waits(name, reason) {
      if (!waiting.has(name)) waiting.set(name, { since: now(), reason });
    },
    works: (name) => void waiting.delete(name),
    stuck: () =>
      [...waiting]
        .map(([name, { since, reason }]) => ({ name, forMs: now() - since, reason }))
        .filter(({ forMs }) => forMs >= stuckAfterMs),
  };
};

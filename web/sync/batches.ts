// Hands over what comes in a burst a few times and not one by one: each time costs a look through the whole list. Called by workspace.ts.

export type Batches<T> = { push: (one: T) => void; flush: () => void };

type Clock = { now: () => number; setTimer: (run: () => void, ms: number) => () => void };

/** As often as a screen shows something new. */
const pauseMs = 16;

const browserClock: Clock = {
  now: () => performance.now(),
  setTimer: (run, ms) => {
    const id = setTimeout(run, ms);
    return () => clearTimeout(id);
  },
};

/**
 * What comes after a pause is delivered at once; what follows is collected for 16 ms, or for as long as the delivery before
 * took, so that half the time is left for the person. `flush` delivers what waits.
 */
export const createBatches = <T>(
  deliver: (all: T[]) => void,
  clock: Clock = browserClock,
): Batches<T> => {
  let waiting: T[] = [];
  let cancel: (() => void) | null = null;

  const flush = (): void => {
    cancel?.();
    cancel = null;
    if (waiting.length === 0) return;
    const all = waiting;
    waiting = [];
    const startedAt = clock.now();
    deliver(all);
    cancel = clock.setTimer(flush, Math.max(pauseMs, clock.now() - startedAt));
  };

  return {
    push: (one) => {
      waiting.push(one);
      if (cancel === null) flush();
    },
    flush,
  };
};

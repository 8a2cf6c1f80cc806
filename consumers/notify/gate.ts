// How much of one channel happens at once: a channel that hangs fills its own gate and no other's. Used by runner.ts.

export type Gate = <T>(work: () => Promise<T>) => Promise<T | null>;

/**
 * At most `atOnce` works run; at most `waiting` wait for their turn, none longer than `waitMs`. A work that does not get
 * its turn is not run, and its answer is null.
 */
export const createGate = (size: { atOnce: number; waiting: number; waitMs: number }): Gate => {
  let running = 0;
  const queue = new Set<() => void>();

  const wait = (): Promise<boolean> =>
    new Promise((decided) => {
      const admit = () => {
        clearTimeout(timer);
        decided(true);
      };
      const timer = setTimeout(() => {
        queue.delete(admit);
        decided(false);
      }, size.waitMs);
      queue.add(admit);
    });

  const leave = (): void => {
    const [next] = queue;
    if (next) {
      queue.delete(next);
      next(); // takes over the place that became free
    } else running -= 1;
  };

  return async (work) => {
    if (running < size.atOnce) running += 1;
    else if (queue.size >= size.waiting || !(await wait())) return null;
    try {
      return await work();
    } finally {
      leave();
    }
  };
};

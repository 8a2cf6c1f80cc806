// How much happens at once: a channel that hangs, or a person whose webhook does, fills a gate of its own. Used by runner.ts.

export type Gate = <T>(work: () => Promise<T>) => Promise<T | null>;

export type GateSize = { atOnce: number; waiting: number; waitMs: number };

/**
 * At most `atOnce` works run; at most `waiting` wait for their turn, none longer than `waitMs`. A work that does not get
 * its turn is not run, and its answer is null.
 */
export const createGate = (size: GateSize): Gate => {
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

/** A gate of this size for every name; one that nobody uses is forgotten. */
export const createGates = (
  size: GateSize,
): (<T>(name: string, work: () => Promise<T>) => Promise<T | null>) => {
  const gates = new Map<string, { gate: Gate; users: number }>();
  return async (name, work) => {
    const known = gates.get(name) ?? { gate: createGate(size), users: 0 };
    gates.set(name, known);
    known.users += 1;
    try {
      return await known.gate(work);
    } finally {
      known.users -= 1;
      if (known.users === 0) gates.delete(name);
    }
  };
};

// How many open tasks fit a filter, without asking each of them with every change. Called by views/shell/use-filter-counts.ts.
import { isOpen } from "../../domain/is-over.ts";
import type { Task } from "../../domain/task.ts";

/** Counts for one filter at one minute. A task that was asked is remembered: as long as it is the same object it has not changed. */
export type Counter = {
  /**
   * The number of those that fit; null when `isTime` ran out before all were asked. Then it goes on where it stopped when it is called again.
   */
  count(tasks: readonly Task[], isTime: () => boolean): number | null;
};

/** Time is looked at once for so many tasks that have to be asked. */
const step = 32;

export const createCounter = (fits: (task: Task) => boolean): Counter => {
  const known = new WeakMap<Task, boolean>();
  return {
    count: (tasks, isTime) => {
      let [found, asked] = [0, 0];
      for (const task of tasks) {
        let isIn = known.get(task);
        if (isIn === undefined) {
          if (asked % step === 0 && asked > 0 && !isTime()) return null;
          asked += 1;
          isIn = isOpen(task) && fits(task);
          known.set(task, isIn);
        }
        if (isIn) found += 1;
      }
      return found;
    },
  };
};

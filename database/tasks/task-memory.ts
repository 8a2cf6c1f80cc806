// Tasks that were read before, the newest row of each, within bounds. Pure but for its own memory; used by task-of-row.ts.
import type { Id } from "../../domain/ids.ts";
import type { Task } from "../../domain/task.ts";

export type TaskMemory = {
  /** The task as it was kept under this very key; undefined when another row of it is known, or none. */
  get(id: Id, key: string): Task | undefined;
  /** Keeps a task in the place of what was known of it; those asked for longest ago make room. */
  keep(key: string, task: Task): void;
  /** How many tasks it holds, and their size in bytes, about. */
  size(): { count: number; bytes: number };
};

/** What an object of so many fields takes (measured: 1.6 kB without text), and a reminder or a tag of it. */
const [ofTask, ofPart] = [1_600, 200];

const bytesOf = (task: Task): number =>
  ofTask +
  2 * (task.title.length + task.description.length) +
  ofPart * (task.reminders.length + task.tags.length);

/** A memory of at most `maxBytes`, over all people. */
export const createTaskMemory = ({ maxBytes }: { maxBytes: number }): TaskMemory => {
  const kept = new Map<Id, { key: string; task: Task; bytes: number }>();
  let bytes = 0;

  const drop = (id: Id): void => {
    bytes -= kept.get(id)?.bytes ?? 0;
    kept.delete(id);
  };

  return {
    get: (id, key) => {
      const one = kept.get(id);
      if (one?.key !== key) return undefined;
      kept.delete(id); // so that it is the last one again
      kept.set(id, one);
      return one.task;
    },
    keep: (key, task) => {
      drop(task.id);
      const size = bytesOf(task);
      if (size > maxBytes) return;
      kept.set(task.id, { key, task, bytes: size });
      bytes += size;
      for (const id of kept.keys()) {
        if (bytes <= maxBytes) return;
        drop(id);
      }
    },
    size: () => ({ count: kept.size, bytes }),
  };
};

// What each change that waits was made on. What this person's own orders had granted since is nobody else's change. Pure; called by outbox.ts
// and wishes.ts.
import type { Task } from "../../../domain/task.ts";
import type { Entry, Patch } from "./entry.ts";

const withFields = (task: Task, fields: object, from: Task): Task => ({
  ...task,
  ...Object.fromEntries(Object.keys(fields).map((field) => [field, from[field as keyof Task]])),
});

const patchOf = ({ order }: Entry): Patch[] => (order.kind === "patch" ? [order] : []);

/** The base of a change to a task as shown. Under a wish that still waits stands what that one was made on. */
export const baseOf = (shown: Task, entries: readonly Entry[]): Task =>
  entries
    .filter(({ taskId }) => taskId === shown.id)
    .flatMap(patchOf)
    .reduce((so, { changes, base }) => withFields(so, changes, base), shown);

/** The fields an order of this person has set. */
const setBy = ({ order }: Entry): object => {
  if (order.kind === "patch") return order.changes;
  return order.kind === "create" ? order.fields : {};
};

/** The entries after `done` was granted with `task`: those of the same task that were made on it now stand on what was committed. */
export const rebased = (
  entries: readonly Entry[],
  done: Entry,
  task: Task,
): { entries: Entry[]; changed: Entry[] } => {
  const fields = setBy(done);
  const changed = new Map<Entry, Entry>();
  for (const entry of entries) {
    const { order } = entry;
    if (entry.taskId !== task.id || order.kind !== "patch") continue;
    changed.set(entry, {
      ...entry,
      order: { ...order, base: withFields(order.base, fields, task) },
    });
  }
  const next = entries.map((entry) => changed.get(entry) ?? entry);
  return { entries: next, changed: [...changed.values()] };
};

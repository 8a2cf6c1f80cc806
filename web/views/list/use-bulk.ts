// What can be done to all that is selected, each as one change with one way back. Called by the keys of the list and the bar.
import type { TaskPatch } from "../../../domain/task.ts";
import type { When } from "../../../domain/when.ts";
import { dated, ending, filed, headsOf, leftOf, tagged } from "../../lists/bulk.ts";
import { completeOrder, goesOn, patchOrder, removeOrder, reopenOrder } from "../../orders.ts";
import { scopeOf } from "../../together.ts";
import { visibleTasks, type VisibleTask } from "../../store/visible.ts";
import { listWords } from "../../words/list.ts";
import { useNow, useWorkspace } from "../context.ts";

export type Bulk = ReturnType<typeof useBulk>;

/** `tasksOf`: the tasks that are meant, as they are now. */
export const useBulk = (tasksOf: () => VisibleTask[]) => {
  const { wishes, outbox, store } = useWorkspace();
  const { wall } = useNow();

  /** As one sees it: a task that was moved out of another one without a network is none of its parts. */
  const parents = () => {
    const parentOf = new Map(visibleTasks(store.read()).map(({ id, parentId }) => [id, parentId]));
    return (id: string): string | null => parentOf.get(id) ?? null;
  };

  /** What is so already is left alone. */
  const patch = (change: (task: VisibleTask) => TaskPatch, said: (n: number) => string): void => {
    const waiting = outbox.entries();
    const shares = tasksOf().flatMap((task) => {
      const changes = leftOf(task, change(task));
      if (Object.keys(changes).length === 0) return [];
      const only = "due" in changes && !("recurrence" in changes) ? scopeOf(task) : {};
      return [{ order: patchOrder(task, changes, waiting, only) }];
    });
    void wishes.together(shares, said);
  };

  return {
    /** The open ones are completed; where all are over they are opened again. */
    end: (): void => {
      const { is, tasks } = ending(tasksOf());
      const shares =
        is === "reopen"
          ? tasks.map((task) => ({ order: reopenOrder(task) }))
          : headsOf(tasks, parents(), (task) => !goesOn(task)).map(({ task, standsFor }) => ({
              order: completeOrder(task),
              standsFor,
            }));
      void wishes.together(shares, listWords.done[is]);
    },
    remove: (): void => {
      const shares = headsOf(tasksOf(), parents()).map(({ task, standsFor }) => ({
        order: removeOrder(task),
        standsFor,
      }));
      void wishes.together(shares, listWords.done.remove);
    },
    /** `to` is the word for the day; a day alone leaves each task its time. */
    date: (due: When | null, to: string): void =>
      patch(dated(due, wall), (count) =>
        due === null ? listWords.done.undated(count) : listWords.done.move(count, to),
      ),
    priority: (priority: number): void =>
      patch(
        () => ({ priority }),
        (count) => listWords.done.priority(count, priority),
      ),
    project: (project: string | null): void =>
      patch(filed(project), (count) =>
        project === null ? listWords.done.unfile(count) : listWords.done.move(count, `#${project}`),
      ),
    tag: (tag: string, isOn: boolean): void =>
      patch(tagged(tag, isOn), (count) =>
        (isOn ? listWords.done.tag : listWords.done.untag)(count, tag),
      ),
  };
};

// What each change that is on its way was made on. What this page itself had granted since is nobody else's change. Made by wishes.ts.
import type { Task, TaskPatch } from "../domain/task.ts";
import { canRepeat, type Problem } from "./api/problem.ts";

/** `task` is as the person saw it, without what of theirs was not committed. */
type Base = { task: Task; changes: TaskPatch; underWay: boolean };

const withFields = (task: Task, fields: TaskPatch, from: Task): Task => ({
  ...task,
  ...Object.fromEntries(Object.keys(fields).map((field) => [field, from[field as keyof Task]])),
});

export const createBases = () => {
  const kept = new Set<Base>();
  const basesOf = (taskId: string): Base[] => [...kept].filter(({ task }) => task.id === taskId);

  return {
    /** The base of a change to a task as shown. Under a wish that still waits stands what that one was made on. */
    begin: (shown: Task, changes: TaskPatch): Base => {
      const earlier = basesOf(shown.id).filter(({ underWay }) => underWay);
      const task = earlier.reduce((so, base) => withFields(so, base.changes, base.task), shown);
      const base = { task, changes, underWay: true };
      kept.add(base);
      return base;
    },
    /** The change has its answer; it is kept in mind for as long as it can be sent again. */
    answered: (base: Base, problem: Problem | null): void => {
      base.underWay = false;
      if (problem === null || !canRepeat(problem)) kept.delete(base);
    },
    /** An order of this page changed these fields of the task. */
    granted: (task: Task, changes: TaskPatch): void => {
      for (const base of basesOf(task.id)) base.task = withFields(base.task, changes, task);
    },
  };
};

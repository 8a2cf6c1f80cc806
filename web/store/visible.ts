// What the person sees: the committed tasks with their unconfirmed wishes laid over. Called by the views.
import type { Id } from "../../domain/ids.ts";
import type { Task } from "../../domain/task.ts";
import type { Pending, State } from "./state.ts";

/**
 * A task as shown. `waiting`: something about it is not confirmed yet; a wished one has version 0. A committed task is
 * the same object until it changes, so that its row need not be drawn again.
 */
export type VisibleTask = Task & { waiting?: true };

/** All tasks to show, in no order. Wishes apply in the order they were made; a refused one simply is no longer there. */
export const visibleTasks = ({ tasks, pending }: Pick<State, "tasks" | "pending">) => {
  const shown = new Map<Id, VisibleTask>(tasks);
  for (const one of pending) overlay(shown, one);
  return [...shown.values()];
};

/** One task as it is shown; undefined where it is not, or is on its way to the trash. */
export const visibleTask = (
  { tasks, pending }: Pick<State, "tasks" | "pending">,
  id: Id,
): VisibleTask | undefined => {
  const task = tasks.get(id);
  const alone = { tasks: new Map(task === undefined ? [] : [[id, task]]) };
  const own = pending.filter(({ taskId }) => taskId === id);
  return visibleTasks({ ...alone, pending: own }).at(0);
};

const overlay = (shown: Map<Id, VisibleTask>, { taskId, wish }: Pending): void => {
  if (wish.kind === "create") {
    if (!shown.has(taskId)) shown.set(taskId, wishedTask(taskId, wish));
    return;
  }
  const task = shown.get(taskId);
  if (task === undefined) return;
  if (wish.kind === "trash") shown.delete(taskId);
  if (wish.kind !== "patch") return;
  const changes = Object.entries(wish.changes).filter(([, value]) => value !== undefined);
  shown.set(taskId, { ...task, ...Object.fromEntries(changes), waiting: true });
};

const wishedTask = (
  id: Id,
  { fields, at }: Extract<Pending["wish"], { kind: "create" }>,
): VisibleTask => ({
  description: "",
  status: "open",
  priority: 4,
  tags: [],
  project: null,
  section: null,
  assignee: null,
  due: null,
  deadline: null,
  durationMinutes: null,
  reminders: [],
  recurrence: null,
  onMissed: "keep",
  parentId: null,
  occurrence: null,
  position: Date.parse(at),
  ...fields,
  id,
  ownerId: id,
  version: 0,
  createdAt: at,
  updatedAt: at,
  completedAt: null,
  deletedAt: null,
  waiting: true,
});

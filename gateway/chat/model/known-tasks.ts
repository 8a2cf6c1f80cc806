// Which of a person's tasks the model is shown, and the short handles it names them by. Called by the interpreter and the read tools.
import { wallClock } from "../../../domain/language/clock.ts";
import type { Task } from "../../../domain/task.ts";
import { indexOf } from "../matching/title-index.ts";
import { contentWords, stem } from "../matching/words.ts";
import { sayRecurrence } from "../details.ts";
import { isOpen } from "../../../domain/is-over.ts";
import type { Scene } from "../scene.ts";
import { cleaned } from "./cleaned.ts";

/** The tasks the model knows, by handle (t1, t2 …). What it is shown later gets further handles. */
export type KnownTasks = {
  show: (tasks: Task[]) => string[];
  find: (handle: string) => Task | undefined;
};

/** Keeps who is who. A task keeps its handle. */
export const createKnownTasks = (): KnownTasks => {
  const byHandle = new Map<string, Task>();
  const handles = new Map<string, string>();
  const handleOf = (task: Task): string => {
    const handle = handles.get(task.id) ?? `t${handles.size + 1}`;
    handles.set(task.id, handle);
    byHandle.set(handle, task);
    return handle;
  };
  return { show: (tasks) => tasks.map(handleOf), find: (handle) => byHandle.get(handle) };
};

/** The most tasks shown before the model asks for more. */
const maxShown = 60;
const soonDays = 7;

/** Those shown last first, then those the words name, those due soon, the newest. Done and deleted ones only when named. */
export const relevantTasks = (message: string, scene: Scene): Task[] => {
  const said = new Set(contentWords(message.slice(0, 2_000)).map(stem));
  const place = new Map(scene.shown.map((task, index) => [task.id, index]));
  const soon = scene.clock.now.add({ days: soonDays });
  const pool = [...scene.open, ...scene.closed, ...scene.trash];
  const ranked = indexOf(pool).map(({ task, stems }) => {
    const shown = place.get(task.id);
    const named = stems.filter((one) => said.has(one)).length;
    const isSoon =
      isOpen(task) && task.due !== null && wallClock(task.due).toString() < soon.toString();
    const score =
      (shown === undefined ? 0 : 10_000 - shown) + Math.min(named, 9) * 100 + (isSoon ? 10 : 0);
    return { task, score: isOpen(task) && task.deletedAt === null ? score + 1 : score };
  });
  return ranked
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score || b.task.updatedAt.localeCompare(a.task.updatedAt))
    .slice(0, maxShown)
    .map(({ task }) => task);
};

const maxTitle = 120;
const cut = (text: string, length: number): string =>
  text.length > length ? `${text.slice(0, length - 1)}…` : text;
const label = (text: string): string => cut(cleaned(text), 40);

/** A task as data for the model: no description, no text longer than a line. */
export const rowOf = (handle: string, task: Task, scene: Scene): Record<string, unknown> => ({
  task: handle,
  title: cut(cleaned(task.title), maxTitle),
  ...(task.deletedAt === null ? {} : { inTrash: true }),
  ...(task.status === "open" ? {} : { status: task.status }),
  ...(task.due === null ? {} : { due: scene.say(task.due) }),
  ...(task.recurrence === null ? {} : { repeats: sayRecurrence(task.recurrence, scene, task.due) }),
  ...(task.deadline === null ? {} : { deadline: task.deadline }),
  ...(task.priority === 4 ? {} : { priority: task.priority }),
  ...(task.project === null ? {} : { project: label(task.project) }),
  ...(task.tags.length === 0 ? {} : { tags: task.tags.slice(0, 5).map(label) }),
  ...(task.assignee === null ? {} : { assignee: label(task.assignee) }),
  ...(task.reminders.length === 0 ? {} : { reminders: task.reminders.length }),
});

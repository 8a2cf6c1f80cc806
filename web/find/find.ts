// Finds among what the page has, at once: tasks by the beginnings of their words, names by theirs. Pure; called by views/palette/.
import { isOver } from "../../domain/is-over.ts";
import type { Task } from "../../domain/task.ts";
import { wordsIn } from "../../domain/words.ts";

/** The words of a task are asked with each key, and there may be thousands. */
const known = new WeakMap<Task, string[]>();

const wordsOf = (task: Task): string[] => {
  const before = known.get(task);
  if (before) return before;
  const { title, project, tags, assignee } = task;
  const words = wordsIn([title, project ?? "", assignee ?? "", ...tags].join(" "));
  known.set(task, words);
  return words;
};

const begins = (words: readonly string[], wanted: readonly string[]): boolean =>
  wanted.every((word) => words.some((one) => one.startsWith(word)));

/** Open before done, whose title begins with the text before others, then the one changed last. */
const better = (text: string) => {
  const start = text.trim().toLowerCase();
  const rank = (task: Task): number =>
    (isOver(task) ? 2 : 0) + (task.title.toLowerCase().startsWith(start) ? 0 : 1);
  return (a: Task, b: Task): number =>
    rank(a) - rank(b) || (a.updatedAt < b.updatedAt ? 1 : a.updatedAt > b.updatedAt ? -1 : 0);
};

/** The tasks that have every word of the text begun somewhere; at most `limit`, the best first. */
export const findTasks = <T extends Task>(
  tasks: readonly T[],
  text: string,
  limit: number,
): T[] => {
  const wanted = wordsIn(text);
  if (wanted.length === 0) return [];
  return tasks
    .filter((task) => begins(wordsOf(task), wanted))
    .toSorted(better(text))
    .slice(0, limit);
};

/** The names that have every word of the text begun somewhere, in their order. Without a text all of them. */
export const findNames = <T extends { name: string }>(names: readonly T[], text: string): T[] => {
  const wanted = wordsIn(text);
  return names.filter(({ name }) => begins(wordsIn(name), wanted));
};

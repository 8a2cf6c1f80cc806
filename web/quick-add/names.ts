// The names a person has given: projects, tags and people, the most used first. Pure; called by use-quick-add.ts.
import type { Task } from "../../domain/task.ts";

export type Names = { projects: string[]; tags: string[]; people: string[] };

export const noNames: Names = { projects: [], tags: [], people: [] };

/** The names in use among tasks. Two that differ only in case are one, as written in the newest task. */
export const namesIn = (tasks: Iterable<Task>): Names => {
  const newestFirst = [...tasks].toSorted((a, b) => b.createdAt.localeCompare(a.createdAt));
  return {
    projects: byUse(newestFirst.flatMap(({ project }) => project ?? [])),
    tags: byUse(newestFirst.flatMap(({ tags }) => tags)),
    people: byUse(newestFirst.flatMap(({ assignee }) => assignee ?? [])),
  };
};

const byUse = (names: string[]): string[] => {
  const uses = new Map<string, { name: string; count: number }>();
  for (const name of names) {
    const known = uses.get(name.toLowerCase());
    if (known) known.count += 1;
    else uses.set(name.toLowerCase(), { name, count: 1 });
  }
  return [...uses.values()].toSorted((a, b) => b.count - a.count).map(({ name }) => name);
};

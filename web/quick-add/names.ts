// The names a person has given: projects, tags and people, the most used first. Pure; called by use-quick-add.ts.
import type { Directory } from "../../domain/directory/directory.ts";
import { labelKey } from "../../domain/label-key.ts";
import type { Task } from "../../domain/task.ts";

export type Names = {
  projects: string[];
  tags: string[];
  people: string[];
  /** The headings of all projects. */
  sections?: SectionName[];
};

export type SectionName = { project: string; name: string };

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

/** The names in use, and those that are there before any task has them. */
export const namesOf = (tasks: readonly Task[], { projects, tags }: Directory): Names => {
  const names = namesIn(tasks);
  const fromDirectory = projects.flatMap(({ name: project, sections }) =>
    sections.map(({ name }) => ({ project, name })),
  );
  const fromTasks = tasks.flatMap(({ project, section }) =>
    project === null || section === null ? [] : [{ project, name: section }],
  );
  const all = [...fromDirectory, ...fromTasks];
  return {
    ...names,
    projects: distinct([...names.projects, ...projects.map(({ name }) => name)], labelKey),
    tags: distinct([...names.tags, ...tags.map(({ name }) => name)], labelKey),
    sections: distinct(all, ({ project, name }) => `${labelKey(project)}/${labelKey(name)}`),
  };
};

/** The headings that can be meant: those of the project, or of all where none is said. */
export const sectionsIn = ({ sections = [] }: Names, project: string | null): SectionName[] =>
  project === null
    ? sections
    : sections.filter((one) => labelKey(one.project) === labelKey(project));

/** Each once, the first of those with the same key. */
const distinct = <T>(all: readonly T[], keyOf: (one: T) => string): T[] =>
  [...new Map(all.toReversed().map((one) => [keyOf(one), one])).values()].toReversed();

const byUse = (names: string[]): string[] => {
  const uses = new Map<string, { name: string; count: number }>();
  for (const name of names) {
    const known = uses.get(name.toLowerCase());
    if (known) known.count += 1;
    else uses.set(name.toLowerCase(), { name, count: 1 });
  }
  return [...uses.values()].toSorted((a, b) => b.count - a.count).map(({ name }) => name);
};

// Projects and tags as a list shows them: those with a record, and those that only tasks speak of. Pure. Used by the API, the chat and the page.
import { isOpen } from "../is-over.ts";
import { labelKey } from "../label-key.ts";
import type { Task } from "../task.ts";
import type { Directory, NamedTag, Project } from "./directory.ts";

/** `open`: how many tasks that are not over have it. Without a record `id` is null, `version` 0, and it comes behind the others. */
export type ListedProject = Pick<Project, "name" | "colour" | "archived" | "sections"> & Listed;
export type ListedTag = Pick<NamedTag, "name" | "colour"> & Listed;
type Listed = { id: string | null; position: number | null; version: number; open: number };

/** How often a name is held, in one of its spellings. */
export type NameCount = { name: string; open: number };

type Held = Pick<Task, "project" | "tags" | "status" | "deletedAt">;

/** What the tasks that are not over speak of. */
export const countNames = (
  tasks: Iterable<Held>,
): { projects: Map<string, NameCount>; tags: Map<string, NameCount> } => {
  const [projects, tags] = [new Map<string, NameCount>(), new Map<string, NameCount>()];
  for (const task of tasks) {
    if (task.deletedAt !== null || !isOpen(task)) continue;
    if (task.project !== null) count(projects, task.project);
    for (const tag of task.tags) count(tags, tag);
  }
  return { projects, tags };
};

const count = (names: Map<string, NameCount>, name: string): void => {
  const key = labelKey(name);
  const known = names.get(key);
  // Of two spellings without a record the same one is shown whatever the order of the tasks.
  const shown = known && known.name < name ? known.name : name;
  names.set(key, { name: shown, open: (known?.open ?? 0) + 1 });
};

const bare = { id: null, colour: null, position: null, version: 0 };

/** The projects of a person: records in their order, then the names that only tasks hold. */
export const listProjects = (
  directory: Directory,
  names: ReadonlyMap<string, NameCount>,
): ListedProject[] =>
  listed(directory.projects, names, (name) => ({ ...bare, name, archived: false, sections: [] }));

/** The tags of a person, likewise. */
export const listTags = (
  directory: Directory,
  names: ReadonlyMap<string, NameCount>,
): ListedTag[] => listed(directory.tags, names, (name) => ({ ...bare, name }));

const listed = <R extends { name: string }, B extends { name: string }>(
  records: R[],
  names: ReadonlyMap<string, NameCount>,
  unrecorded: (name: string) => B,
): ((R | B) & { open: number })[] => {
  const known = new Set(records.map(({ name }) => labelKey(name)));
  const others = [...names].filter(([key]) => !known.has(key)).map(([, one]) => one);
  return [
    ...records.map((one) => ({ ...one, open: names.get(labelKey(one.name))?.open ?? 0 })),
    ...others
      .toSorted((a, b) => (labelKey(a.name) < labelKey(b.name) ? -1 : 1))
      .map(({ name, open }) => ({ ...unrecorded(name), open })),
  ];
};

// Which names change by an order to the directory, and what becomes of them on tasks. Pure. Called by take-along.ts.
import type { Held } from "../../database/directories/list-holders.ts";
import type { DirectoryCommand } from "../../domain/directory/command.ts";
import { type Directory, Section } from "../../domain/directory/directory.ts";
import { Id } from "../../domain/ids.ts";
import { isSameLabel } from "../../domain/label-key.ts";

/** A name, and what tasks that hold it have in its place. */
export type Renaming = {
  held: Held;
  becomes: { is: "name"; name: string | null } | { is: "trash" };
  keepsSection?: true;
};

type Order<T extends DirectoryCommand["type"]> = Extract<DirectoryCommand, { type: T }>;

/** Empty for an order that changes no name. `directory` is as it was before the order. */
export const renamingsOf = (directory: Directory, order: DirectoryCommand): Renaming[] => {
  switch (order.type) {
    case "project.change":
      return renamed("project", nameOf(directory.projects, order.project), order.changes.name);
    case "tag.change":
      return renamed("tag", nameOf(directory.tags, order.tag), order.changes.name);
    case "project.delete":
      return deletedProject(directory, order);
    case "tag.delete": {
      const name = nameOf(directory.tags, order.tag);
      const to = order.becomes === null ? null : spelled(directory.tags, order.becomes);
      return name === null
        ? []
        : [{ held: { of: "tag", name }, becomes: { is: "name", name: to } }];
    }
    case "section.change":
      return ofSection(directory, order, order.changes.name);
    case "section.delete":
      return ofSection(directory, order, null);
    case "directory.back":
      return backOf(directory, order);
    default:
      return [];
  }
};

type Named = { id: Id; name: string };

/** The name that is meant by an id or a name; null for an id that nothing has. */
const nameOf = (records: readonly Named[], ref: string): string | null => {
  const record = records.find(({ id }) => id === ref) ?? sameName(records, ref);
  return record?.name ?? (Id.safeParse(ref).success ? null : ref);
};

const sameName = (records: readonly Named[], ref: string): Named | undefined =>
  records.find(({ name }) => isSameLabel(name, ref));

/** As its record has it. */
const spelled = (records: readonly Named[], name: string): string =>
  sameName(records, name)?.name ?? name;

const renamed = (
  of: "project" | "tag",
  name: string | null,
  to: string | undefined,
): Renaming[] => {
  if (name === null || to === undefined || name === to) return [];
  const renaming: Renaming = { held: { of, name }, becomes: { is: "name", name: to } };
  return [of === "project" ? { ...renaming, keepsSection: true } : renaming];
};

const deletedProject = (
  { projects }: Directory,
  { project, becomes }: Order<"project.delete">,
): Renaming[] => {
  const name = nameOf(projects, project);
  if (name === null) return [];
  const held: Held = { of: "project", name };
  if (becomes.is === "trash") return [{ held, becomes }];
  const to = becomes.is === "project" ? spelled(projects, becomes.name) : null;
  return [{ held, becomes: { is: "name", name: to } }];
};

const ofSection = (
  { projects }: Directory,
  { project: ref, section }: Order<"section.change"> | Order<"section.delete">,
  to: string | null | undefined,
): Renaming[] => {
  const project = nameOf(projects, ref);
  if (project === null || to === undefined) return [];
  const sections = projects.find(({ name }) => name === project)?.sections ?? [];
  const name = nameOf(sections, section);
  if (name === null || name === to) return [];
  return [{ held: { of: "section", name, project }, becomes: { is: "name", name: to } }];
};

/** A name that goes back: also for the tasks that have come to it since. */
const backOf = (directory: Directory, { kind, id, was, changes }: Order<"directory.back">) => {
  if (kind === "filter" || was !== "changed") return [];
  const records = kind === "project" ? directory.projects : directory.tags;
  const record = records.find((one) => one.id === id);
  const { name, sections } = changes;
  if (record === undefined) return [];
  const present = directory.projects.find((one) => one.id === id)?.sections ?? [];
  const isStanding = name !== undefined && record.name === name.after;
  const back = isStanding ? renamed(kind, record.name, String(name.before)) : [];
  return [...back, ...(sections ? sectionsBack(record.name, present, sections) : [])];
};

/** Only those that are still called what the change called them. */
const sectionsBack = (
  project: string,
  present: readonly Section[],
  { before, after }: { before: unknown; after: unknown },
): Renaming[] => {
  const was = Section.array().safeParse(before).data ?? [];
  return (Section.array().safeParse(after).data ?? []).flatMap((section): Renaming[] => {
    const former = was.find(({ id }) => id === section.id);
    const isStanding = present.some(({ id, name }) => id === section.id && name === section.name);
    if (!former || former.name === section.name || !isStanding) return [];
    const held: Held = { of: "section", name: section.name, project };
    return [{ held, becomes: { is: "name", name: former.name } }];
  });
};

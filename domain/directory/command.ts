// Orders to a person's directory: projects with their sections, tags, saved filters. Parsed at the edge like all commands (domain/command.ts).
import * as z from "zod";
import { Changes } from "../changes.ts";
import { Id } from "../ids.ts";
import { Label } from "../label.ts";
import {
  DirectoryKind,
  FilterFields,
  ProjectFields,
  SectionFields,
  TagFields,
} from "./directory.ts";

const expectedVersion = z.int().min(1).optional();

/** Which one is meant: its id, or its name, which is the only way to name one that tasks hold and that has no record yet. */
export const Ref = Label("a name");
export type Ref = z.infer<typeof Ref>;

const order = <T extends string>(type: T) => z.strictObject({ type: z.literal(type) });

/** Makes a project. Refused with `conflict` when one has the name. */
export const ProjectCreate = order("project.create").extend({
  projectId: Id,
  fields: ProjectFields.partial().extend({ name: ProjectFields.shape.name }),
});
/** Changes the named fields. A new name goes to all tasks of the project. One without a record gets it. */
export const ProjectChange = order("project.change").extend({
  project: Ref,
  changes: ProjectFields.partial(),
  expectedVersion,
});
/** What becomes of the tasks of a project that goes: they lose it, go into another one, or into the trash. */
export const Becomes = z.discriminatedUnion("is", [
  z.strictObject({ is: z.literal("inbox") }),
  z.strictObject({ is: z.literal("trash") }),
  z.strictObject({ is: z.literal("project"), name: ProjectFields.shape.name }),
]);
export type Becomes = z.infer<typeof Becomes>;
/** Takes a project away, also from its tasks. With another project in its place it is a merge. */
export const ProjectDelete = order("project.delete").extend({
  project: Ref,
  becomes: Becomes,
  expectedVersion,
});

/** Makes a section, at the end unless a position is given. */
export const SectionCreate = order("section.create").extend({
  project: Ref,
  sectionId: Id,
  fields: SectionFields.partial().extend({ name: SectionFields.shape.name }),
});
/** Changes a section's name, with that of its tasks, or its place. */
export const SectionChange = order("section.change").extend({
  project: Ref,
  section: Ref,
  changes: SectionFields.partial(),
});
/** Takes a section away; its tasks stay in the project. */
export const SectionDelete = order("section.delete").extend({ project: Ref, section: Ref });

/** Makes a tag that no task has yet, or gives one a record. */
export const TagCreate = order("tag.create").extend({
  tagId: Id,
  fields: TagFields.partial().extend({ name: TagFields.shape.name }),
});
/** Changes the named fields. A new name goes to all tasks with the tag. One without a record gets it. */
export const TagChange = order("tag.change").extend({
  tag: Ref,
  changes: TagFields.partial(),
  expectedVersion,
});
/** Takes a tag off all tasks; `becomes` is the tag they have then in its place: a merge. */
export const TagDelete = order("tag.delete").extend({
  tag: Ref,
  becomes: TagFields.shape.name.nullable(),
  expectedVersion,
});

/** Keeps a filter under a name. Whether its query can be read was looked at at the edge. */
export const FilterCreate = order("filter.create").extend({
  filterId: Id,
  fields: FilterFields.partial().extend({
    name: FilterFields.shape.name,
    query: FilterFields.shape.query,
  }),
});
export const FilterChange = order("filter.change").extend({
  filter: Ref,
  changes: FilterFields.partial(),
  expectedVersion,
});
export const FilterDelete = order("filter.delete").extend({ filter: Ref, expectedVersion });

/**
 * Takes back what happened to one record: `changes` are those of the event. What was made goes, what went comes back, and of what was changed
 * goes back what still holds what was set. From an undo, not from people.
 */
export const DirectoryBack = order("directory.back").extend({
  kind: DirectoryKind,
  id: Id,
  was: z.enum(["created", "changed", "deleted"]),
  changes: Changes,
});

export const DirectoryCommand = z.discriminatedUnion("type", [
  ProjectCreate,
  ProjectChange,
  ProjectDelete,
  SectionCreate,
  SectionChange,
  SectionDelete,
  TagCreate,
  TagChange,
  TagDelete,
  FilterCreate,
  FilterChange,
  FilterDelete,
  DirectoryBack,
]);
export type DirectoryCommand = z.infer<typeof DirectoryCommand>;

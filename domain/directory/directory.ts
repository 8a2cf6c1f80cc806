// What a person's projects, tags and saved filters are beside their names, which tasks hold. The UserActor owns it, devices have all of it.
import * as z from "zod";
import { longestFilter } from "../filter/filter.ts";
import { Id, Instant } from "../ids.ts";
import { Label } from "../label.ts";

/** Names of colours, so that each theme may have its own. */
export const Colour = z.enum(
  ["red", "orange", "yellow", "green", "teal", "blue", "purple", "pink", "brown", "grey"],
  {
    error:
      "must be red, orange, yellow, green, teal, blue, purple, pink, brown or grey, or null for none",
  },
);
export type Colour = z.infer<typeof Colour>;

/** Sort key among its kind, ascending: between two neighbours there is always another number. */
const Position = z.number();

/** What a person may set of a section. */
export const SectionFields = z.strictObject({ name: Label("a section"), position: Position });
export type SectionFields = z.infer<typeof SectionFields>;

/** What a person may set of a project. One that is archived keeps its tasks and is offered no more. */
export const ProjectFields = z.strictObject({
  name: Label("a project"),
  colour: Colour.nullable(),
  position: Position,
  archived: z.boolean(),
});
export type ProjectFields = z.infer<typeof ProjectFields>;

/** What a person may set of a tag. */
export const TagFields = z.strictObject({
  name: Label("a tag"),
  colour: Colour.nullable(),
  position: Position,
});
export type TagFields = z.infer<typeof TagFields>;

/** What a person may set of a saved filter; its query is in the filter language (docs/filters.md). */
export const FilterFields = z.strictObject({
  name: Label("a filter"),
  query: z
    .string()
    .trim()
    .min(1, "must not be empty")
    .max(longestFilter, `must be at most ${longestFilter} characters long`),
  colour: Colour.nullable(),
  position: Position,
});
export type FilterFields = z.infer<typeof FilterFields>;

/** `version` is that of the directory after the record's last change, so it grows and is never used twice. */
const kept = { id: Id, version: z.int().min(1), createdAt: Instant, updatedAt: Instant };

/** A heading within a project. */
export const Section = z.object({ id: Id, ...SectionFields.shape });
export type Section = z.infer<typeof Section>;

export const Project = z.object({ ...ProjectFields.shape, sections: z.array(Section), ...kept });
export type Project = z.infer<typeof Project>;

export const NamedTag = z.object({ ...TagFields.shape, ...kept });
export type NamedTag = z.infer<typeof NamedTag>;

export const SavedFilter = z.object({ ...FilterFields.shape, ...kept });
export type SavedFilter = z.infer<typeof SavedFilter>;

/** All of them, each list in the order of its positions. `version` counts the changes. */
export const Directory = z.object({
  version: z.int().min(0),
  projects: z.array(Project),
  tags: z.array(NamedTag),
  filters: z.array(SavedFilter),
});
export type Directory = z.infer<typeof Directory>;

/** The three kinds of records. */
export const DirectoryKind = z.enum(["project", "tag", "filter"]);
export type DirectoryKind = z.infer<typeof DirectoryKind>;

/** Any record, as far as its kind does not matter. */
export type DirectoryRecord = Project | NamedTag | SavedFilter;

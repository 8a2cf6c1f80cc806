// What the routes of projects, tags and saved filters take and give, named and with examples for /openapi.json.
import { z } from "zod";
import {
  Directory,
  FilterFields,
  NamedTag,
  Project,
  ProjectFields,
  SavedFilter,
  SectionFields,
  TagFields,
} from "../../domain/directory/directory.ts";
import { Ref } from "../../domain/directory/command.ts";
import { Id } from "../../domain/ids.ts";
import { exampleId } from "./examples.ts";

const id = Id.optional().meta({ description: "A new UUID, chosen by you; made for you without." });

const listed = {
  id: Id.nullable().meta({
    description: "null: only tasks hold the name. Its first change gives it a record.",
  }),
  position: z.number().nullable(),
  version: z.int().min(0),
  open: z.int().min(0).meta({ description: "Tasks with it that are not over." }),
};

export const ListedProject = Project.pick({
  name: true,
  colour: true,
  archived: true,
  sections: true,
})
  .extend(listed)
  .meta({
    id: "Project",
    example: {
      id: exampleId,
      name: "Work",
      colour: "blue",
      archived: false,
      sections: [{ id: exampleId, name: "Waiting", position: 1 }],
      position: 1,
      version: 3,
      open: 12,
    },
  });

export const ListedTag = NamedTag.pick({ name: true, colour: true })
  .extend(listed)
  .meta({
    id: "Tag",
    example: { id: null, name: "errand", colour: null, position: null, version: 0, open: 2 },
  });

const exampleFilter = { name: "Soon", query: "(today | overdue) & !@waiting" };

export const FilterDoc = SavedFilter.meta({
  id: "SavedFilter",
  example: {
    ...exampleFilter,
    id: exampleId,
    colour: null,
    position: 1,
    version: 4,
    createdAt: "2026-11-30T09:00:00.000Z",
    updatedAt: "2026-11-30T09:00:00.000Z",
  },
});

export const ProjectList = z.object({ projects: z.array(ListedProject) }).meta({ id: "Projects" });
export const TagList = z.object({ tags: z.array(ListedTag) }).meta({ id: "Tags" });
export const FilterList = z.object({ filters: z.array(FilterDoc) }).meta({ id: "SavedFilters" });

export const NewProject = ProjectFields.partial()
  .extend({ name: ProjectFields.shape.name, id })
  .meta({ id: "NewProject", example: { name: "Work", colour: "blue" } });
export const ProjectChange = ProjectFields.partial().meta({
  id: "ProjectChange",
  example: { name: "Office" },
});
export const NewSection = SectionFields.partial()
  .extend({ name: SectionFields.shape.name, id })
  .meta({ id: "NewSection", example: { name: "Waiting" } });
export const SectionChange = SectionFields.partial().meta({
  id: "SectionChange",
  example: { position: 2 },
});
export const NewTag = TagFields.partial()
  .extend({ name: TagFields.shape.name, id })
  .meta({ id: "NewTag", example: { name: "errand", colour: "green" } });
export const TagChange = TagFields.partial().meta({
  id: "TagChange",
  example: { colour: "green" },
});
export const NewFilter = FilterFields.partial()
  .extend({ name: FilterFields.shape.name, query: FilterFields.shape.query, id })
  .meta({ id: "NewFilter", example: exampleFilter });
export const FilterChange = FilterFields.partial().meta({
  id: "FilterChange",
  example: { query: "today | overdue" },
});

/** Where a merge goes. */
export const Merge = z
  .strictObject({ into: Ref.meta({ description: "The id or the name of the one that stays." }) })
  .meta({ id: "Merge", example: { into: "Office" } });

/** What becomes of the tasks of a deleted project. */
export const DeleteQuery = z.strictObject({
  tasks: z.enum(["inbox", "trash"], "must be inbox or trash").meta({
    example: "inbox",
    description:
      "What becomes of its tasks: inbox, they stay without a project; trash, they go with it, those that are over too.",
  }),
});

export const DirectoryAnswer = z
  .object({
    id: Id.nullable().meta({
      description: "Of the record that was changed; null where there is none.",
    }),
    tasksChanged: z.int().min(0).meta({ description: "Tasks that went along." }),
    directory: Directory,
  })
  .meta({ id: "DirectoryAnswer" });

const ref = (name: string) =>
  Ref.meta({
    param: { name, in: "path" },
    description: "Its id, or its name (URL-encoded).",
    example: "Work",
  });

export const ProjectPath = z.object({ project: ref("project") });
export const SectionPath = z.object({ project: ref("project"), section: ref("section") });
export const TagPath = z.object({ tag: ref("tag") });
export const FilterPath = z.object({ filter: ref("filter") });

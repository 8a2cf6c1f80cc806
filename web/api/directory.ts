// The routes of projects, tags and saved filters as functions. Made by punctual.ts, called by the views.
// A project or tag is named by its id, or by its name where only tasks hold it: a change gives it a record on the way.
import type {
  Directory,
  FilterFields,
  ProjectFields,
  SectionFields,
  TagFields,
} from "../../domain/directory/directory.ts";
import type { Id } from "../../domain/ids.ts";
import type { Answer, Ticket } from "./request.ts";

/** The directory after a change, and how many tasks it took along. */
export type DirectoryAnswer = { directory: Directory; tasksChanged: number };

type Write = (
  method: "POST" | "PATCH" | "DELETE",
  path: string,
  ticket: Ticket,
  body?: unknown,
  ifVersion?: number,
) => Promise<Answer<DirectoryAnswer>>;

type New<T extends { name: string }> = Partial<T> & { name: string; id?: Id };

const at = (kind: string, ref: string, part = ""): string =>
  `/api/v1/${kind}/${encodeURIComponent(ref)}${part}`;

/** What can be done to the directory. An undo is `punctual.rewind` with the ticket's correlation id. */
export const createDirectoryApi = (write: Write) => ({
  createProject: (fields: New<ProjectFields>, ticket: Ticket) =>
    write("POST", "/api/v1/projects", ticket, fields),
  /** A new name goes to all its tasks; refused with `conflict` when another project has it. */
  changeProject: (ref: string, changes: Partial<ProjectFields>, ticket: Ticket, version?: number) =>
    write("PATCH", at("projects", ref), ticket, changes, version),
  /** `tasks` says what becomes of its tasks. */
  deleteProject: (ref: string, tasks: "inbox" | "trash", ticket: Ticket) =>
    write("DELETE", at("projects", ref, `?tasks=${tasks}`), ticket),
  mergeProject: (ref: string, into: string, ticket: Ticket) =>
    write("POST", at("projects", ref, "/merge"), ticket, { into }),
  createSection: (project: string, fields: New<SectionFields>, ticket: Ticket) =>
    write("POST", at("projects", project, "/sections"), ticket, fields),
  changeSection: (
    project: string,
    section: string,
    changes: Partial<SectionFields>,
    ticket: Ticket,
  ) =>
    write(
      "PATCH",
      at("projects", project, `/sections/${encodeURIComponent(section)}`),
      ticket,
      changes,
    ),
  /** Its tasks stay in the project. */
  deleteSection: (project: string, section: string, ticket: Ticket) =>
    write("DELETE", at("projects", project, `/sections/${encodeURIComponent(section)}`), ticket),
  createTag: (fields: New<TagFields>, ticket: Ticket) =>
    write("POST", "/api/v1/tags", ticket, fields),
  changeTag: (ref: string, changes: Partial<TagFields>, ticket: Ticket, version?: number) =>
    write("PATCH", at("tags", ref), ticket, changes, version),
  deleteTag: (ref: string, ticket: Ticket) => write("DELETE", at("tags", ref), ticket),
  mergeTag: (ref: string, into: string, ticket: Ticket) =>
    write("POST", at("tags", ref, "/merge"), ticket, { into }),
  /** A query that cannot be read is refused; the field's message says where (characters from 1). */
  createFilter: (fields: New<FilterFields> & { query: string }, ticket: Ticket) =>
    write("POST", "/api/v1/filters", ticket, fields),
  changeFilter: (ref: string, changes: Partial<FilterFields>, ticket: Ticket, version?: number) =>
    write("PATCH", at("filters", ref), ticket, changes, version),
  deleteFilter: (ref: string, ticket: Ticket) => write("DELETE", at("filters", ref), ticket),
});

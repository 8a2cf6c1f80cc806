// The routes for one of the three kinds: what its form makes of it, and how it goes. Called by edit.tsx.
import type { Colour } from "../../../domain/directory/directory.ts";
import type { DirectoryAnswer } from "../../api/directory.ts";
import type { Punctual } from "../../api/punctual.ts";
import type { Answer, Ticket } from "../../api/request.ts";

export type Kind = "project" | "tag" | "filter";

/** One as it stands. `ref` is its id, its name where only tasks hold it, null for a new one. */
export type Edited = {
  kind: Kind;
  ref: string | null;
  version: number;
  name: string;
  colour: Colour | null;
  archived: boolean;
  query: string;
};

export type Form = Pick<Edited, "name" | "colour" | "archived" | "query">;

type Sent = (ticket: Ticket) => Promise<Answer<DirectoryAnswer>>;

/** The fields a kind has. */
const fieldsOf = (kind: Kind, { name, colour, archived, query }: Form) => ({
  name,
  colour,
  ...(kind === "project" && { archived }),
  ...(kind === "filter" && { query }),
});

/** Makes it, or changes what is there. */
export const save = ({ directory }: Punctual, { kind, ref, version }: Edited, form: Form): Sent => {
  const fields = fieldsOf(kind, form);
  const known = version > 0 ? version : undefined;
  return (ticket) => {
    if (kind === "project")
      return ref === null
        ? directory.createProject(fields, ticket)
        : directory.changeProject(ref, fields, ticket, known);
    if (kind === "tag")
      return ref === null
        ? directory.createTag(fields, ticket)
        : directory.changeTag(ref, fields, ticket, known);
    return ref === null
      ? directory.createFilter({ ...fields, query: form.query }, ticket)
      : directory.changeFilter(ref, fields, ticket, known);
  };
};

/** Takes it away; `tasks` says what becomes of a project's. */
export const remove = (
  { directory }: Punctual,
  kind: Kind,
  ref: string,
  tasks: "inbox" | "trash",
): Sent => {
  if (kind === "project") return (ticket) => directory.deleteProject(ref, tasks, ticket);
  if (kind === "tag") return (ticket) => directory.deleteTag(ref, ticket);
  return (ticket) => directory.deleteFilter(ref, ticket);
};

/** Puts all its tasks into another one of its kind, which stays alone. */
export const merge = ({ directory }: Punctual, kind: Kind, ref: string, into: string): Sent =>
  kind === "project"
    ? (ticket) => directory.mergeProject(ref, into, ticket)
    : (ticket) => directory.mergeTag(ref, into, ticket);

// What a person calls the record that an order to the directory is about. Pure. Called where the order's outcome is told.
import type { DirectoryCommand } from "../../domain/directory/command.ts";
import type { Directory } from "../../domain/directory/directory.ts";
import { Id } from "../../domain/ids.ts";
import { recordOf } from "./by-id.ts";

/** As the directory has it, else as the order says it; null where only an id is left of it. */
export const nameOf = (directory: Directory, command: DirectoryCommand): string | null => {
  if ("fields" in command && command.type !== "section.create") return command.fields.name;
  if (command.type === "directory.back") return nameOfBack(directory, command);
  if ("project" in command) return nameIn(directory.projects, command.project);
  return "tag" in command
    ? nameIn(directory.tags, command.tag)
    : nameIn(directory.filters, command.filter);
};

const nameIn = (records: readonly { id: Id; name: string }[], ref: string): string | null =>
  recordOf(records, ref)?.name ?? (Id.safeParse(ref).success ? null : ref);

const lists = { project: "projects", tag: "tags", filter: "filters" } as const;

const nameOfBack = (
  directory: Directory,
  { kind, id, changes }: Extract<DirectoryCommand, { type: "directory.back" }>,
): string | null => {
  const { before, after } = changes["name"] ?? {};
  const [said] = [after, before].filter((name) => typeof name === "string");
  return nameIn(directory[lists[kind]], id) ?? said ?? null;
};

// The rules of a person's projects, tags and saved filters. Pure. Called by UserActor.
import type { DirectoryCommand } from "../../../domain/directory/command.ts";
import type { Directory, DirectoryKind, Section } from "../../../domain/directory/directory.ts";
import { derivedId, Id } from "../../../domain/ids.ts";
import { isSameLabel } from "../../../domain/label-key.ts";
import { refuse, type Refused, type Result } from "../../../domain/result.ts";
import { withoutUndefined } from "../../task/decide/apply.ts";
import { back } from "./back.ts";
import {
  type DirectoryDecision,
  drop,
  find,
  lastPosition,
  listOf,
  put,
  refuseOutdated,
  unchanged,
  unknown,
} from "./records.ts";
import { changeSection, createSection, deleteSection } from "./sections.ts";

type Order<T extends DirectoryCommand["type"]> = Extract<DirectoryCommand, { type: T }>;
type Made = { commandId: Id; now: Date };

/**
 * The directory after an order. A project or tag without a record gets one with its first change; one that only tasks hold is deleted without
 * a trace here. Refused: `not_found`, a name that is taken or one too many (`conflict`), another version than expected.
 */
export const decideDirectory = (
  directory: Directory,
  command: DirectoryCommand,
  made: Made,
): Result<DirectoryDecision> => {
  switch (command.type) {
    case "project.create":
      return create(directory, "project", { id: command.projectId, ...command.fields }, made.now);
    case "project.change":
      return change(directory, "project", { ref: command.project, ...command }, made);
    case "project.delete":
      return command.becomes.is === "project" &&
        isItself(directory, "project", command.project, command.becomes.name)
        ? intoItself("project")
        : remove(directory, "project", command.project, command, becomesOf(command));
    case "section.create":
      return inProject(directory, command, made, createSection);
    case "section.change":
      return inProject(directory, command, made, changeSection);
    case "section.delete":
      return inProject(directory, command, made, deleteSection);
    case "tag.create":
      return create(directory, "tag", { id: command.tagId, ...command.fields }, made.now);
    case "tag.change":
      return change(directory, "tag", { ref: command.tag, ...command }, made);
    case "tag.delete":
      return command.becomes !== null && isItself(directory, "tag", command.tag, command.becomes)
        ? intoItself("tag")
        : remove(directory, "tag", command.tag, command, command.becomes);
    case "filter.create":
      return create(directory, "filter", { id: command.filterId, ...command.fields }, made.now);
    case "filter.change":
      return change(directory, "filter", { ref: command.filter, ...command }, made);
    case "filter.delete":
      return remove(directory, "filter", command.filter, command);
    case "directory.back":
      return back(directory, command, made.now);
  }
};

const isItself = (
  directory: Directory,
  kind: DirectoryKind,
  ref: string,
  becomes: string,
): boolean => isSameLabel(find(directory, kind, ref)?.name ?? ref, becomes);

const intoItself = (kind: DirectoryKind): Refused => {
  const message = `must be another ${kind}`;
  return refuse("invalid", `into: ${message}`, { fields: [{ path: "into", message }] });
};

const becomesOf = ({ becomes }: Order<"project.delete">): string | null => {
  if (becomes.is === "project") return becomes.name;
  return becomes.is === "trash" ? "trash" : null;
};

const defaults = {
  project: { colour: null, archived: false, sections: [] },
  tag: { colour: null },
  filter: { colour: null, query: "" },
};

const create = (
  directory: Directory,
  kind: DirectoryKind,
  fields: { id: Id; name: string },
  now: Date,
): Result<DirectoryDecision> => {
  const all = listOf(directory, kind);
  if (all.some(({ id }) => id === fields.id)) return unchanged(directory);
  const position = lastPosition(all);
  const record = { ...defaults[kind], position, ...withoutUndefined(fields) };
  return put(directory, kind, record, now);
};

const change = (
  directory: Directory,
  kind: DirectoryKind,
  asked: { ref: string; changes: object; expectedVersion?: number | undefined },
  { commandId, now }: Made,
): Result<DirectoryDecision> => {
  const record = find(directory, kind, asked.ref);
  const changes = withoutUndefined(asked.changes);
  if (record) {
    const outdated = refuseOutdated(kind, record, asked.expectedVersion);
    return outdated ?? put(directory, kind, { ...record, ...changes }, now);
  }
  // Only tasks hold the name: its first change makes the record.
  if (kind === "filter" || Id.safeParse(asked.ref).success) return unknown(kind);
  const id = derivedId(commandId, "record");
  return create(directory, kind, { id, name: asked.ref, ...changes }, now);
};

const remove = (
  directory: Directory,
  kind: DirectoryKind,
  ref: string,
  { expectedVersion }: { expectedVersion?: number | undefined },
  becomes?: string | null,
): Result<DirectoryDecision> => {
  const record = find(directory, kind, ref);
  if (!record) {
    const isOnTasks = kind !== "filter" && !Id.safeParse(ref).success;
    return isOnTasks ? unchanged(directory) : unknown(kind);
  }
  return refuseOutdated(kind, record, expectedVersion) ?? drop(directory, kind, record, becomes);
};

/** A project that only tasks hold gets its record with its first section. */
const inProject = <C extends { project: string }>(
  directory: Directory,
  command: C,
  made: Made,
  edit: (sections: Section[], command: C) => Result<Section[]>,
): Result<DirectoryDecision> => {
  const project = find(directory, "project", command.project);
  const edited = edit(project && "sections" in project ? project.sections : [], command);
  if (!edited.ok) return edited;
  const asked = { ref: command.project, changes: { sections: edited.value } };
  return change(directory, "project", asked, made);
};

/** Says which record an order is about, as far as there is one. Used by UserActor to tell what is out of date. */
export const aboutOf = (command: DirectoryCommand): { kind: DirectoryKind; ref: string } => {
  if ("project" in command) return { kind: "project", ref: command.project };
  if ("tag" in command) return { kind: "tag", ref: command.tag };
  if ("filter" in command) return { kind: "filter", ref: command.filter };
  if ("projectId" in command) return { kind: "project", ref: command.projectId };
  if ("tagId" in command) return { kind: "tag", ref: command.tagId };
  if ("filterId" in command) return { kind: "filter", ref: command.filterId };
  return { kind: command.kind, ref: command.id };
};

// What happened to a record is taken back, as far as it still stands as that left it. Pure. Called by decide.ts.
import { isDeepStrictEqual } from "node:util";
import type { DirectoryCommand } from "../../../domain/directory/command.ts";
import {
  type Directory,
  type DirectoryKind,
  NamedTag,
  Project,
  SavedFilter,
} from "../../../domain/directory/directory.ts";
import { refuse, type Result } from "../../../domain/result.ts";
import { type DirectoryDecision, drop, find, put, unchanged } from "./records.ts";
import { sectionsBack } from "./sections-back.ts";

type Order = Extract<DirectoryCommand, { type: "directory.back" }>;

/** Repeating it changes nothing. Refused with `conflict` when the name that would come back is another one's by now. */
export const back = (directory: Directory, order: Order, now: Date): Result<DirectoryDecision> => {
  const { kind, id, was, changes } = order;
  const record = find(directory, kind, id);
  if (was === "created") return record ? drop(directory, kind, record) : unchanged(directory);
  const before = Object.fromEntries(
    Object.entries(changes).map(([field, one]) => [field, one.before]),
  );
  if (was === "deleted") {
    if (record) return unchanged(directory);
    const at = now.toISOString();
    const kept = { id, version: 1, createdAt: at, updatedAt: at };
    return taken(directory, kind, { ...defaults, ...before, ...kept }, now);
  }
  if (!record) return unchanged(directory);
  const { sections, ...others } = changes;
  const standing = Object.entries(others).filter(([field, { after }]) =>
    isDeepStrictEqual((record as Record<string, unknown>)[field] ?? null, after ?? null),
  );
  const fields = Object.fromEntries(standing.map(([field, one]) => [field, one.before ?? null]));
  if (sections === undefined || !("sections" in record))
    return taken(directory, kind, { ...record, ...fields }, now);
  const merged = sectionsBack(record.sections, sections);
  if (!merged.ok) return merged;
  return taken(directory, kind, { ...record, ...fields, sections: merged.value }, now);
};

/** What the log leaves out because it was null or empty. */
const defaults = { colour: null, archived: false, sections: [] };

const schemas = { project: Project, tag: NamedTag, filter: SavedFilter };

const taken = (
  directory: Directory,
  kind: DirectoryKind,
  value: object,
  now: Date,
): Result<DirectoryDecision> => {
  const record = schemas[kind].safeParse(value);
  if (!record.success) return refuse("conflict", `the ${kind} cannot be brought back as it was`);
  return put(directory, kind, record.data, now);
};

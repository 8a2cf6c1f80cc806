// Finding, putting in place and taking away a record of any kind: what all orders to the directory come down to. Pure. Called by decide.ts.
import { diff } from "../../../domain/event.ts";
import type {
  Directory,
  DirectoryKind,
  DirectoryRecord,
} from "../../../domain/directory/directory.ts";
import type { DirectoryStep } from "../../../domain/directory/reply.ts";
import type { Id } from "../../../domain/ids.ts";
import { isSameLabel } from "../../../domain/label-key.ts";
import { ok, refuse, type Refused, type Result } from "../../../domain/result.ts";

/** The directory after an order, and what was changed; null when nothing was. */
export type DirectoryDecision = { directory: Directory; step: DirectoryStep | null };

const lists = { project: "projects", tag: "tags", filter: "filters" } as const;

/** More than anybody has names for: every change goes out to all devices whole. */
const most = { project: 300, tag: 500, filter: 200 };
/** Characters of the directory as JSON: it has to fit a record of the log. */
const mostText = 250_000;

export const listOf = (directory: Directory, kind: DirectoryKind): DirectoryRecord[] =>
  directory[lists[kind]];

/** The record that is meant, by its id or its name. */
export const find = (
  directory: Directory,
  kind: DirectoryKind,
  ref: string,
): DirectoryRecord | undefined => {
  const all = listOf(directory, kind);
  return all.find(({ id }) => id === ref) ?? all.find(({ name }) => isSameLabel(name, ref));
};

export const unchanged = (directory: Directory): Result<DirectoryDecision> =>
  ok({ directory, step: null });

/** Behind all others of its kind. */
export const lastPosition = (list: readonly { position: number }[]): number =>
  Math.max(0, ...list.map(({ position }) => position)) + 1;

/** A record with all the fields of its kind, but for what is kept of its changes. */
type Unkept = Pick<DirectoryRecord, "id" | "name" | "position">;

/**
 * The directory with a record in its place, new or changed. Refused with `conflict` when another one of its kind has the name, or when there
 * are too many.
 */
export const put = (
  directory: Directory,
  kind: DirectoryKind,
  record: Unkept,
  now: Date,
): Result<DirectoryDecision> => {
  const all = listOf(directory, kind);
  const before = all.find(({ id }) => id === record.id);
  const others = all.filter(({ id }) => id !== record.id);
  const taken = others.find(({ name }) => isSameLabel(name, record.name));
  if (taken) return isTaken(kind, taken.name);
  const at = now.toISOString();
  const version = directory.version + 1;
  const kept = { createdAt: before?.createdAt ?? at, updatedAt: at, version };
  const after = { ...record, ...kept } as DirectoryRecord;
  const changes = diff(before ?? null, after);
  if (before && Object.keys(changes).length === 0) return unchanged(directory);
  const next = withList(directory, kind, [...others, after]);
  if (others.length >= most[kind] || JSON.stringify(next).length > mostText) return isFull(kind);
  const was = before ? ("changed" as const) : ("created" as const);
  const { id, name } = record;
  return ok({ directory: next, step: { kind, id, name, was, version, changes } });
};

/** The directory without a record; `becomes` is what its tasks have in its place, for the log. */
export const drop = (
  directory: Directory,
  kind: DirectoryKind,
  record: DirectoryRecord,
  becomes?: string | null,
): Result<DirectoryDecision> => {
  const others = listOf(directory, kind).filter(({ id }) => id !== record.id);
  const changes = {
    ...flipped(diff(null, record)),
    ...(becomes === undefined ? {} : { becomes: { before: null, after: becomes } }),
  };
  const { id, name } = record;
  const next = withList(directory, kind, others);
  const { version } = next;
  return ok({ directory: next, step: { kind, id, name, was: "deleted", version, changes } });
};

const flipped = (changes: DirectoryStep["changes"]): DirectoryStep["changes"] =>
  Object.fromEntries(
    Object.entries(changes).map(([field, { before, after }]) => [
      field,
      { before: after, after: before },
    ]),
  );

const withList = (
  directory: Directory,
  kind: DirectoryKind,
  list: DirectoryRecord[],
): Directory => ({
  ...directory,
  version: directory.version + 1,
  [lists[kind]]: inOrder(list),
});

/** By position; of two at one place the older one first. */
export const inOrder = <T extends { id: Id; position: number }>(list: T[]): T[] =>
  list.toSorted((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1));

export const isTaken = (kind: DirectoryKind | "section", name: string): Refused => {
  const merge = kind === "project" || kind === "tag" ? "; merge the two, or choose another" : "";
  const message = `there is a ${kind} named “${name}” already${merge}`;
  return refuse("conflict", message, { fields: [{ path: "name", message }] });
};

const isFull = (kind: DirectoryKind): Refused =>
  refuse("conflict", `there are too many of them: delete a ${kind} first (at most ${most[kind]})`);

export const unknown = (kind: DirectoryKind | "section"): Refused =>
  refuse("not_found", `there is no such ${kind}`);

/** The refusal of an order that was meant for another version of the record; null when it fits. */
export const refuseOutdated = (
  kind: DirectoryKind,
  { name, version }: { name: string; version: number },
  expected: number | undefined,
): Refused | null =>
  expected === undefined || expected === version
    ? null
    : refuse(
        "version_mismatch",
        `the ${kind} “${name}” has changed: its version is ${version}, not ${expected}`,
        { currentVersion: version },
      );

// Which tasks a change of the directory takes along: they hold names, and a name changes or goes. Called by execute.ts.
import { type Held, type Holder, listHolders } from "../../database/directories/list-holders.ts";
import { readDirectory } from "../../database/directories/read-directory.ts";
import type { Queryable } from "../../database/pool.ts";
import type { TaskCommand } from "../../domain/command.ts";
import type { DirectoryCommand } from "../../domain/directory/command.ts";
import type { Directory } from "../../domain/directory/directory.ts";
import type { Id } from "../../domain/ids.ts";
import { isSameLabel } from "../../domain/label-key.ts";
import { ok, refuse, type Refused, type Result } from "../../domain/result.ts";
import { type Renaming, renamingsOf } from "./renamings.ts";

/** The most tasks that one request takes along. */
export const maxTaken = 5_000;

/** A task's order, and the place of the directory's one among those of the request that it follows from. */
export type Taken = { command: TaskCommand; from: number };

/** Where names are looked for. */
export type NamePorts = {
  readDirectory: (userId: Id) => Promise<Directory>;
  listHolders: (which: { ownerId: Id; held: Held; limit: number }) => Promise<Holder[]>;
};

/** In the read model. */
export const namesIn = (db: Queryable): NamePorts => ({
  readDirectory: (userId) => readDirectory(db, userId),
  listHolders: (which) => listHolders(db, which),
});

/**
 * The orders to the tasks that hold the names, wherever they are, those of `apart` left out: they have orders of their own. Refused with `conflict`
 * when there are too many, or when tasks have the new name already. Throws a database error.
 */
export const takeAlong = async (
  ports: NamePorts,
  asked: { userId: Id; directory: DirectoryCommand[]; apart: ReadonlySet<Id> },
): Promise<Result<Taken[]>> => {
  const { userId: ownerId, directory: orders, apart } = asked;
  if (orders.length === 0) return ok([]);
  const directory = await ports.readDirectory(ownerId);
  const taken: Taken[] = [];
  for (const [from, order] of orders.entries()) {
    for (const renaming of renamingsOf(directory, order)) {
      const refused = await refuseSecond(ports, ownerId, order, renaming, directory);
      if (refused) return refused;
      const { held } = renaming;
      const holders = await ports.listHolders({ ownerId, held, limit: maxTaken + 1 });
      for (const { id, shelf } of holders) {
        const command = apart.has(id) ? null : orderFor(id, shelf, renaming);
        if (command) taken.push({ command, from });
      }
    }
  }
  if (taken.length > maxTaken)
    return refuse("conflict", `more than ${maxTaken} tasks would change; make it in smaller steps`);
  return ok(taken);
};

const orderFor = (
  taskId: Id,
  shelf: 0 | 1 | 2,
  { held, becomes, keepsSection }: Renaming,
): TaskCommand | null => {
  if (becomes.is === "trash") return shelf === 2 ? null : { type: "task.delete", taskId };
  return {
    type: "task.relabel",
    taskId,
    of: held.of,
    from: held.name,
    to: becomes.name,
    ...(held.of === "section" && { project: held.project }),
    ...(keepsSection && { keepsSection }),
  };
};

/** A new name that tasks have by themselves would make two of one: that is a merge, which has to be asked for. */
const refuseSecond = async (
  ports: NamePorts,
  ownerId: Id,
  { type }: DirectoryCommand,
  { held, becomes }: Renaming,
  directory: Directory,
): Promise<Refused | null> => {
  if (type !== "project.change" && type !== "tag.change") return null;
  if (becomes.is === "trash" || becomes.name === null || held.of === "section") return null;
  if (isSameLabel(held.name, becomes.name) || isKnown(directory, held.of, becomes.name))
    return null;
  const other: Held = { of: held.of, name: becomes.name };
  const holders = await ports.listHolders({ ownerId, held: other, limit: maxTaken });
  if (!holders.some(({ shelf }) => shelf === 0)) return null;
  const message = `there is a ${held.of} named “${becomes.name}” already; merge the two, or choose another`;
  return refuse("conflict", message, { fields: [{ path: "name", message }] });
};

/** Then its owner says so, unless it is the same one. */
const isKnown = (directory: Directory, of: "project" | "tag", name: string): boolean =>
  directory[of === "project" ? "projects" : "tags"].some((one) => isSameLabel(one.name, name));

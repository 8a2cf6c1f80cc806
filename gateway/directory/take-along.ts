// Which tasks a change of the directory takes along: they hold names, and a name changes or goes. Called by execute.ts.
import { isTakingAlong } from "../../database/commands/is-taking-along.ts";
import { type Held, type Holder, listHolders } from "../../database/directories/list-holders.ts";
import { readDirectory } from "../../database/directories/read-directory.ts";
import type { Queryable } from "../../database/pool.ts";
import type { TaskCommand } from "../../domain/command.ts";
import type { DirectoryCommand } from "../../domain/directory/command.ts";
import type { Directory } from "../../domain/directory/directory.ts";
import type { Id } from "../../domain/ids.ts";
import { isSameLabel } from "../../domain/label-key.ts";
import { ok, refuse, type Refused, type Result } from "../../domain/result.ts";
import { byId } from "./by-id.ts";
import { type Renaming, renamingsOf } from "./renamings.ts";

/** The most tasks that one request takes along. */
export const maxTaken = 5_000;

/** A task's order, and the place of the directory's one among those of the request that it follows from. */
export type Taken = { command: TaskCommand; from: number };

/**
 * What goes along, and the orders with ids in place of names (by-id.ts). `on` is the version of the directory that this holds for, where it matters.
 */
export type TakenAlong = { orders: DirectoryCommand[]; taken: Taken[]; on?: number };

/** Where names are looked for, and whether an earlier change is still on its way to the tasks. */
export type NamePorts = {
  readDirectory: (userId: Id) => Promise<Directory>;
  isTakingAlong: (of: { userId: Id; key: string }) => Promise<boolean>;
  listHolders: (which: { ownerId: Id; held: Held; limit: number }) => Promise<Holder[]>;
};

/** In the read model. */
export const namesIn = (db: Queryable): NamePorts => ({
  readDirectory: (userId) => readDirectory(db, userId),
  isTakingAlong: (of) => isTakingAlong(db, of),
  listHolders: (which) => listHolders(db, which),
});

/**
 * The orders to the tasks that hold the names, wherever they are, those of `apart` left out: they have orders of their own. Refused with `conflict`
 * when there are too many, when tasks have the new name already, and while another request (`key` is this one's) still takes tasks along: of those
 * some hold the former name, some the new one. Throws a database error.
 */
export const takeAlong = async (
  ports: NamePorts,
  asked: { userId: Id; key: string; directory: DirectoryCommand[]; apart: ReadonlySet<Id> },
): Promise<Result<TakenAlong>> => {
  const { userId: ownerId, key, apart } = asked;
  if (asked.directory.length === 0) return ok({ orders: [], taken: [] });
  // Read after it: what was still under way then is not missed.
  const isBusy = await ports.isTakingAlong({ userId: ownerId, key });
  const directory = await ports.readDirectory(ownerId);
  const orders = byId(directory, asked.directory);
  const renamings = orders.map((order) => renamingsOf(directory, order));
  const movesTasks =
    renamings.some((those) => those.length > 0) ||
    orders.some(({ type }) => type === "directory.back");
  if (!movesTasks) return ok({ orders, taken: [] });
  if (isBusy)
    return refuse("conflict", "another change of your projects is still being carried out");
  const taken: Taken[] = [];
  for (const [from, order] of orders.entries()) {
    for (const renaming of renamings[from] ?? []) {
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
  return ok({ orders, taken, on: directory.version });
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

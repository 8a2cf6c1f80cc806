// Which parts go with a task that ends, or come back with it: a plan holds them beside the order that moves it. Called by execute.ts.
import type { ActorClient } from "../../actors/client.ts";
import { listParts, type Part } from "../../database/tasks/list-parts.ts";
import type { Queryable } from "../../database/pool.ts";
import type { TaskCommand } from "../../domain/command.ts";
import type { Id } from "../../domain/ids.ts";
import type { TaskReply } from "../../domain/reply.ts";
import { ok, refuse, type Result } from "../../domain/result.ts";
import { isOver } from "../../domain/is-over.ts";

/** The most parts that one request takes along. */
export const maxParts = 1_000;

type PartsDeps = { db: Queryable; actors: Pick<ActorClient, "readTask"> };

/** An order with those for the parts that follow from it. */
export type WithParts = { command: TaskCommand; parts: PartCommand[] };
export type PartCommand = Extract<
  TaskCommand,
  { type: "task.follow" | "task.return" | "task.purge" }
>;

type Move =
  | { is: "ends"; into: "done" | "cancelled" | "trash" }
  | { is: "returns"; from: "over" | "trash" }
  | { is: "purged"; deletedBefore: string | undefined };

/** What an order may do to its task that concerns the parts; whether it does, the actor's answer tells (`moved`). */
const moveOf = (command: TaskCommand): Move | null => {
  switch (command.type) {
    case "task.complete":
    case "task.skip":
      return { is: "ends", into: "done" };
    case "task.delete":
      return { is: "ends", into: "trash" };
    case "task.reopen":
      return { is: "returns", from: "over" };
    case "task.restore":
      return { is: "returns", from: "trash" };
    case "task.purge":
      return { is: "purged", deletedBefore: command.deletedBefore };
    case "task.patch": {
      const { status } = command.changes;
      if (status === undefined) return null;
      return status === "done" || status === "cancelled"
        ? { is: "ends", into: status }
        : { is: "returns", from: "over" };
    }
    default:
      return null;
  }
};

/**
 * The orders, each with those for its parts, as far as the read model knows them and the plan makes them itself. A task that the plan itself
 * ends or brings back does what it is told there. An undo says of all that its request touched what becomes of it; only what was put into a task since has to
 * follow it into the trash, where it would be out of reach. Refused with `conflict` when there are too many parts, but for those of tasks that leave the trash for good: the rest of them stays there. Throws ActorUnavailable or a database error.
 */
export const withParts = async (
  deps: PartsDeps,
  { userId, commands, isUndo }: { userId: Id; commands: TaskCommand[]; isUndo: boolean },
): Promise<Result<WithParts[]>> => {
  const named = new Set(
    commands.filter((command) => moveOf(command) !== null).map(({ taskId }) => taskId),
  );
  const takesAlong = (command: TaskCommand): Move | null =>
    isUndo && command.type !== "task.delete" ? null : moveOf(command);
  const moving = commands.filter((command) => takesAlong(command) !== null);
  // What the plan names itself comes on top; a part of a part is found once for each of the two.
  const limit = 2 * (maxParts + named.size);
  const found = moving.length === 0 ? [] : await partsOf(deps.db, userId, moving, limit + 1);
  const along = found.filter(({ id }) => !named.has(id));
  const isTooMuch = along.length > maxParts || found.length > limit;
  if (isTooMuch && moving.some(({ type }) => type !== "task.purge"))
    return refuse("conflict", `more than ${maxParts} parts would go along; end some of them first`);
  // What is purged leaves the rest of its parts in the trash, each for itself, where the next request finds them.
  const going = isTooMuch ? along.filter(({ deleted }) => deleted).slice(0, maxParts) : found;
  const parts = [...going, ...madeHere(commands, found)];
  const planned = commands.map(async (command): Promise<WithParts> => {
    const move = takesAlong(command);
    const below = parts.filter((part) => part.of === command.taskId && !named.has(part.id));
    if (move === null || below.length === 0) return { command, parts: [] };
    if (move.is === "ends") return { command, parts: ending(move, below) };
    if (move.is === "purged") return { command, parts: purging(move, below) };
    return { command, parts: await returning(deps, move, command.taskId, userId, below) };
  });
  return ok(await Promise.all(planned));
};

const partsOf = (
  db: Queryable,
  ownerId: Id,
  moving: TaskCommand[],
  limit: number,
): Promise<Part[]> => {
  const taskIds = [...new Set(moving.map(({ taskId }) => taskId))];
  return listParts(db, { ownerId, taskIds, limit });
};

/** The parts that the plan itself makes before: the read model knows nothing of them yet. */
const madeHere = (commands: TaskCommand[], found: Part[]): Part[] => {
  const parts: Part[] = [];
  for (const command of commands) {
    if (command.type !== "task.create") continue;
    const { parentId, status = "open" } = command.fields;
    if (!parentId) continue;
    const above = [...found, ...parts].filter(({ id }) => id === parentId);
    const tops = new Set([parentId, ...above.map(({ of }) => of)]);
    const one = { id: command.taskId, parentId, status, deleted: false, inTrash: false };
    for (const of of tops) parts.push({ ...one, of });
  }
  return parts;
};

const ending = ({ into }: Extract<Move, { is: "ends" }>, below: Part[]): PartCommand[] =>
  below.flatMap(({ id, parentId, status, inTrash }) =>
    inTrash || (into !== "trash" && isOver({ status }))
      ? []
      : [{ type: "task.follow" as const, taskId: id, partOf: parentId, into }],
  );

/** What is in the trash with it; a part that is in use stays, and one that was put there later than is meant. */
const purging = (
  { deletedBefore }: Extract<Move, { is: "purged" }>,
  below: Part[],
): PartCommand[] =>
  below.flatMap(({ id, deleted }) =>
    deleted ? [{ type: "task.purge" as const, taskId: id, deletedBefore }] : [],
  );

/** Only the task's actor knows by which request it ended; it is asked when there is something that could come back with it. */
const returning = async (
  { actors }: PartsDeps,
  { from }: Extract<Move, { is: "returns" }>,
  taskId: Id,
  userId: Id,
  below: Part[],
): Promise<PartCommand[]> => {
  const could = below.filter((part) =>
    from === "trash" ? part.deleted : !part.inTrash && isOver(part),
  );
  if (could.length === 0) return [];
  const reply = await actors.readTask({ taskId, userId });
  const endedBy = reply.ok ? (reply.endedBy?.[from] ?? null) : null;
  if (endedBy === null) return [];
  return could.map(({ id }) => ({ type: "task.return", taskId: id, from, endedBy }));
};

/** Whether an order did to its task what its parts wait for. A repeated one did when the task is as it would have left it. */
export const moved = (part: PartCommand, reply: TaskReply): boolean => {
  if (!reply.ok) return false;
  const { task, changes, repeated } = reply;
  if (part.type === "task.purge") return task.purgedAt !== undefined;
  const byTrash = part.type === "task.follow" ? part.into === "trash" : part.from === "trash";
  if (!repeated && changes[byTrash ? "deletedAt" : "status"] === undefined) return false;
  const isAway = byTrash ? task.deletedAt !== null : isOver(task);
  if (part.type === "task.return") return !isAway;
  return byTrash ? isAway : task.status === part.into;
};

/** What stands in the place of an answer where a part was not asked. */
export const stayed = refuse("conflict", "the task it is a part of stayed as it was");

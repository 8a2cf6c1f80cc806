// Which turns of the conversation still stand, and which tasks the last ones made or touched. Called by the undo rule and by references.ts.
import type { Conversation, Turn } from "../../../domain/conversation.ts";
import type { Id } from "../../../domain/ids.ts";

/** The turns that nothing later has taken back, newest first. */
const standing = (recent: readonly Turn[]): Turn[] => {
  const undone = new Set<Id>();
  return recent.toReversed().filter((turn) => {
    if (undone.has(turn.correlationId)) return false;
    if (turn.undoes !== null) undone.add(turn.undoes);
    return true;
  });
};

/** Whether a turn changed something: tasks, or projects, tags and saved filters. */
const didChange = ({ changes, directory = [] }: Turn): boolean =>
  changes.length > 0 || directory.length > 0;

/** The turns whose changes can be taken back, newest first. */
export const undoable = (recent: readonly Turn[]): Turn[] =>
  standing(recent).filter((turn) => turn.undoes === null && didChange(turn));

/** The undos that can be taken back themselves, newest first: none once something else was changed after them. */
export const redoable = (recent: readonly Turn[]): Turn[] => {
  const byId = new Map(recent.map((turn) => [turn.correlationId, turn]));
  const isUndo = ({ undoes }: Turn) =>
    undoes !== null && (byId.get(undoes)?.undoes ?? null) === null;
  const all = standing(recent).filter((turn) => didChange(turn) || turn.undoes !== null);
  const end = all.findIndex((turn) => turn.undoes === null && didChange(turn));
  const isNewer = new Set(end < 0 ? all : all.slice(0, end));
  const lastChange = recent.findLastIndex((turn) => turn.undoes === null && didChange(turn));
  return all.filter(
    (turn) => isUndo(turn) && isNewer.has(turn) && recent.indexOf(turn) > lastChange,
  );
};

/**
 * The tasks that places are counted in: those shown last, or the list before, when since then only one task of it was spoken of
 * ("the first one is p1", "and the second one").
 */
export const countedIn = ({ recent, shownTaskIds }: Conversation): readonly Id[] => {
  const [only, more] = shownTaskIds;
  if (only === undefined || more !== undefined) return shownTaskIds;
  const list = recent.findLast(({ taskIds }) => taskIds.length > 1)?.taskIds ?? [];
  const since = recent.slice(recent.findLastIndex(({ taskIds }) => taskIds.length > 1) + 1);
  const isOfList = since.every(({ taskIds }) => taskIds.every((id) => list.includes(id)));
  return list.includes(only) && isOfList ? list : shownTaskIds;
};

/** Tasks the last turns changed, the latest first; only those they made when `made`. */
export const touched = (recent: readonly Turn[], made: boolean): Id[] => {
  const ids = undoable(recent).flatMap(({ changes }) =>
    changes
      .filter(({ what }) => !made || what === "created")
      .map(({ taskId }) => taskId)
      .toReversed(),
  );
  return [...new Set(ids)];
};

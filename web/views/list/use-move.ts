// Puts tasks elsewhere, by pointer or by keys: one change with one way back, said to who does not see it. Called by rows.tsx.
import { useEffect, useMemo, useRef } from "react";
import { dated, filed, headsOf, leftOf, tagged } from "../../lists/bulk.ts";
import { chosenOf, indexOfTask } from "../../lists/items.ts";
import { type Move, type Moved, moveTo, type MoveWorld } from "../../lists/move.ts";
import { type Order, readArrangement } from "../../lists/arrangement.ts";
import type { Spot } from "../../lists/spot.ts";
import { type Direction, stepSpot } from "../../lists/step.ts";
import type { TaskPatch } from "../../../domain/task.ts";
import { newId } from "../../api/punctual.ts";
import { patchOrder } from "../../orders.ts";
import { projectsAmong } from "../../places/belongs.ts";
import type { Beside } from "../../rewind.ts";
import { listName, readKept } from "../../look/kept.ts";
import { keyOf, type Place, titleOf } from "../../places/place.ts";
import { scopeOf } from "../../together.ts";
import type { VisibleTask } from "../../store/visible.ts";
import { listWords } from "../../words/list.ts";
import { useWorkspace } from "../context.ts";
import { useSayName } from "./section-head.tsx";
import { useSelecting } from "../selecting/selecting.ts";
import type { List } from "./use-list.ts";
import { focusRow } from "../focus.ts";

/** What a task gets by being put on a list of the sidebar; null: nothing can be put there. */
const givenBy = (place: Place, today: string, wall: string) => {
  if (place.is === "today") return dated({ kind: "day", at: today }, wall);
  if (place.is === "project") return filed(place.name);
  if (place.is === "inbox") return filed(null);
  return place.is === "tag" ? tagged(place.name, true) : null;
};

/** Made when it is first asked for: a list is looked at more often than its tasks are moved. */
const once = <T>(make: () => T): (() => T) => {
  let made: { it: T } | null = null;
  return () => (made ??= { it: make() }).it;
};

const canBe = (move: Moved): boolean => move !== null && move !== "too many";

const isSameSpot = (a: Spot, b: Spot): boolean =>
  a.section === b.section && a.parentId === b.parentId && a.after === b.after;

type MoveOf = (ids: readonly string[], spot: Spot) => Moved;

/** Remembers the last answer: it is asked for at every move of a pointer that stays over one spot. */
const remembered = (moveOf: MoveOf): MoveOf => {
  let last: { ids: readonly string[]; spot: Spot; move: Moved } | null = null;
  return (ids, spot) => {
    if (last?.ids !== ids || !isSameSpot(last.spot, spot))
      last = { ids, spot, move: moveOf(ids, spot) };
    return last.move;
  };
};

export const useMove = (list: List, scrollTo: (index: number) => void) => {
  const { items, sections, tree, isFlat, shown, place, arrangement, setArrangement, now } = list;
  const { wishes, outbox, store } = useWorkspace();
  const selecting = useSelecting();
  const sayName = useSayName(now);
  const follow = useRef<string | null>(null);
  // A row that has moved into another section is drawn anew there: the focus goes along.
  useEffect(() => {
    const taskId = follow.current;
    const index = indexOfTask(items, taskId);
    if (taskId === null || index < 0) return;
    follow.current = null;
    scrollTo(index);
    focusRow(taskId);
  }, [items, scrollTo]);

  const worldOf = useMemo(
    () =>
      once((): MoveWorld => ({
        place,
        arrangement,
        now,
        tree: isFlat ? null : tree,
        top: new Set(sections.flatMap(({ tasks }) => tasks.map(({ id }) => id))),
        byId: new Map(shown.map((task) => [task.id, task])),
        projectOf: projectsAmong(shown),
      })),
    [place, arrangement, now, isFlat, tree, sections, shown],
  );

  const moveOf = useMemo(
    () => remembered((ids, spot) => moveTo(chosenOf(items, new Set(ids)), spot, worldOf())),
    [items, worldOf],
  );

  const tasksOf = (ids: readonly string[]): VisibleTask[] => chosenOf(items, new Set(ids));

  /** What is moved with a row: all that is selected, if it is. Parts go along with their tasks. */
  const idsWith = (taskId: string): string[] => {
    const ids = selecting.has(taskId) ? selecting.ids() : new Set([taskId]);
    const { byId } = worldOf();
    const parentOf = (id: string): string | null => byId.get(id)?.parentId ?? null;
    const tasks = chosenOf(items, ids);
    return isFlat ? tasks.map(({ id }) => id) : headsOf(tasks, parentOf).map(({ task }) => task.id);
  };

  const send = (
    changes: ReadonlyMap<string, TaskPatch>,
    said: (count: number) => string,
    beside?: Beside,
  ): void => {
    const [waiting, { byId }] = [outbox.entries(), worldOf()];
    const shares = [...changes].flatMap(([id, patch]) => {
      const task = byId.get(id);
      if (task === undefined) return [];
      const only = "due" in patch ? scopeOf(task) : {};
      return [
        { order: patchOrder(task, patch, waiting, { ...only, sayUnless: listWords.unless.moved }) },
      ];
    });
    void wishes.together(shares, said, beside);
  };

  const name = listName(keyOf(place));
  const arranged = () => readArrangement(readKept(name), place);
  const sortBy = (order: Order): void => setArrangement({ ...arranged(), order });

  const putAt = (ids: readonly string[], spot: Spot, { changes, byHand }: Move): void => {
    const tasks = tasksOf(ids);
    const [first] = tasks;
    if (first === undefined || changes.size === 0) return;
    const { byId } = worldOf();
    const fields = new Set(ids.flatMap((id) => Object.keys(changes.get(id) ?? {})));
    const parent = spot.parentId === null ? undefined : byId.get(spot.parentId);
    const after = spot.after === null ? undefined : byId.get(spot.after);
    if (fields.has("parentId") && parent !== undefined)
      return send(changes, () => listWords.move.under(tasks.length, first.title, parent.title));
    if (fields.has("parentId"))
      return send(changes, () => listWords.move.out(tasks.length, first.title));
    fields.delete("position");
    if (fields.size > 0)
      return send(changes, () => listWords.done.move(tasks.length, sayName(spot.section)));
    const placed = listWords.move.placed(tasks.length, first.title, after?.title ?? null);
    if (!byHand) return send(changes, () => placed);
    const { order } = arrangement;
    sortBy("hand");
    const resort = (from: Order, to: Order) => (): void => {
      // Another order that was chosen meanwhile is left alone.
      if (arranged().order === from) sortBy(to);
    };
    send(changes, () => `${placed} ${listWords.move.byHand}`, {
      undo: resort("hand", order),
      redo: resort(order, "hand"),
    });
  };

  const giveTo = (ids: readonly string[], to: Place): void => {
    const change = givenBy(to, now.wall.slice(0, 10), now.wall);
    if (change === null) return;
    const changes = tasksOf(ids).map((task) => [task.id, leftOf(task, change(task))] as const);
    const left = new Map(changes.filter(([, one]) => Object.keys(one).length > 0));
    const toName = to.is === "project" ? `#${to.name}` : titleOf(to);
    send(left, (count) =>
      to.is === "tag" ? listWords.done.tag(count, to.name) : listWords.done.move(count, toName),
    );
  };

  const sayTooMany = (): void =>
    store.dispatch({
      type: "noticed",
      notice: {
        id: newId(),
        tone: "info",
        ...(arrangement.order === "hand"
          ? { text: listWords.move.noRoom }
          : {
              text: listWords.move.tooMany,
              action: { label: listWords.move.sortByHand, run: () => sortBy("hand") },
            }),
      },
    });

  return {
    idsWith,
    can: (ids: readonly string[], to: Spot | Place): boolean =>
      "is" in to ? givenBy(to, "", "") !== null : canBe(moveOf(ids, to)),
    put: (ids: readonly string[], to: Spot | Place): void => {
      if ("is" in to) return giveTo(ids, to);
      const move = moveOf(ids, to);
      if (move === "too many") sayTooMany();
      else if (move !== null) putAt(ids, to, move);
    },
    /** One step by keys; the focus stays on the row. */
    step: (taskId: string, direction: Direction): void => {
      const ids = idsWith(taskId);
      const spot = stepSpot(items, ids[0] ?? taskId, direction, { ids: new Set(ids), isFlat });
      const move = spot && moveOf(ids, spot);
      if (move === "too many") return sayTooMany();
      if (spot === null || move === null || move.changes.size === 0)
        return selecting.say(listWords.move.stays);
      follow.current = taskId;
      putAt(ids, spot, move);
    },
  };
};

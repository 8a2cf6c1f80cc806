// The keys of a list: j, k and the arrows go from task to task, with Shift they select them, x selects one; Enter opens it. e or Space completes it or
// all that is selected, t gives a date, 1–4 say how urgent it is, Del puts it in the trash. Called by rows.tsx.
import { useEffect, useEffectEvent, useRef } from "react";
import { isOver } from "../../../domain/is-over.ts";
import type { VisibleTask } from "../../store/visible.ts";
import { indexOfTask, type Item, stepFrom } from "../../lists/items.ts";
import { useWorkspace } from "../context.ts";
import { focusList, focusRow } from "../focus.ts";
import { isTaken } from "../use-keys.ts";
import type { Direction } from "../../lists/step.ts";
import { useSelecting } from "../selecting/selecting.ts";
import type { Bulk } from "./use-bulk.ts";

type Ways = {
  scrollTo: (index: number) => void;
  onOpen: (taskId: string) => void;
  /** What is done to all that is selected. */
  bulk: Bulk;
  /** A row, and all that is selected with it, goes one step. */
  onStep: (taskId: string, direction: Direction) => void;
  /** A date is to be picked for what is selected. */
  onDate: () => void;
};

const moves: Record<string, Direction> = {
  ArrowUp: "up",
  ArrowDown: "down",
  ArrowRight: "in",
  ArrowLeft: "out",
};

const steps: Record<string, 1 | -1> = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1, J: 1, K: -1 };

/** Arrows and Ctrl+A are the list's where the focus is in it, or nowhere. */
const isElsewhere = ({ target }: KeyboardEvent): boolean =>
  target !== document.body &&
  !(target instanceof Element && target.closest("[data-task], #list") !== null);

/** Space means what is selected where it presses nothing itself. */
const isPressing = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest("button, a, input, summary") !== null;

export const useRowKeys = (items: readonly Item[], ways: Ways) => {
  const { scrollTo, onOpen, bulk, onStep, onDate } = ways;
  const { wishes } = useWorkspace();
  const selecting = useSelecting();
  /** Where the focus was last: a row that goes takes it along, and the next key goes on from there. */
  const last = useRef<{ taskId: string | null; index: number }>({ taskId: null, index: -1 });

  const goTo = (index: number): void => {
    const item = items[index];
    if (item?.is !== "row") return;
    last.current = { taskId: item.task.id, index };
    scrollTo(index);
    focusRow(item.task.id);
  };
  const step = (by: 1 | -1, isRange = false): void => {
    const begin = last.current.taskId;
    const known = indexOfTask(items, last.current.taskId);
    const from = known >= 0 ? known : last.current.index - (by === 1 ? 1 : 0);
    const next = stepFrom(items, Math.max(-1, from), by);
    if (next === null) return;
    goTo(next);
    const to = last.current.taskId;
    if (isRange && to !== null) selecting.extend(to, begin ?? to);
  };
  /** What is done to a task takes it away from here: the focus goes to the one after it, or before. */
  const leave = (taskId: string): void => {
    const from = indexOfTask(items, taskId);
    const next = stepFrom(items, from, 1) ?? stepFrom(items, from, -1);
    if (next !== null) goTo(next);
  };

  /** The same for all that is selected. */
  const leaveAll = (): void => {
    const ids = selecting.ids();
    const stays = items.flatMap((item, at) =>
      item.is === "row" && !ids.has(item.task.id) ? [at] : [],
    );
    const from = last.current.index;
    const next = stays.find((at) => at >= from) ?? stays.at(-1);
    if (next === undefined) focusList();
    else goTo(next);
  };
  const endAll = (is: "end" | "remove"): void => {
    leaveAll();
    bulk[is]();
    selecting.clear();
  };

  /** A key for all that is selected; false: it is none. */
  const actOnAll = (key: string, target: EventTarget | null): boolean => {
    if (key === "e" || (key === " " && !isPressing(target))) endAll("end");
    else if (key === "Delete") endAll("remove");
    else if (key === "t") onDate();
    else if (/^[1-4]$/.test(key)) bulk.priority(Number(key));
    else return false;
    return true;
  };

  const act = (key: string, task: VisibleTask, isOnRow: boolean): boolean => {
    const isDone = key === "e" || (key === " " && isOnRow);
    if (key === "Enter" && isOnRow) onOpen(task.id);
    else if (isDone && isOver(task)) void wishes.reopen(task);
    else if (isDone) {
      leave(task.id);
      void wishes.complete(task);
    } else if (key === "Delete") {
      leave(task.id);
      void wishes.remove(task);
    } else if (/^[1-4]$/.test(key)) void wishes.patch(task, { priority: Number(key) });
    else return false; // t is the page's (pick/asked.ts): after g it means something else
    return true;
  };

  const onMove = (event: KeyboardEvent): void => {
    const direction = moves[event.key];
    const { taskId } = last.current;
    if (direction === undefined || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (taskId === null || isElsewhere(event) || indexOfTask(items, taskId) < 0) return;
    event.preventDefault(); // in a browser it leads back
    onStep(taskId, direction);
  };

  const onKey = useEffectEvent((event: KeyboardEvent): void => {
    if (isTaken(event)) return;
    if (event.altKey) return onMove(event);
    if (event.ctrlKey || event.metaKey) {
      const isAll = event.key.toLowerCase() === "a" && !event.shiftKey && !isElsewhere(event);
      if (!isAll) return;
      event.preventDefault();
      return selecting.all();
    }
    const by = steps[event.key];
    if (by !== undefined) {
      if (event.key.startsWith("Arrow") && isElsewhere(event)) return;
      event.preventDefault();
      return step(by, event.shiftKey);
    }
    const row = event.target instanceof Element ? event.target.closest("li[data-task]") : null;
    const taskId = row?.getAttribute("data-task") ?? null;
    if (event.key === "x" && !isElsewhere(event) && (taskId ?? last.current.taskId) !== null) {
      event.preventDefault();
      return selecting.toggle(taskId ?? last.current.taskId ?? "");
    }
    if (selecting.ids().size > 0 && actOnAll(event.key, event.target))
      return event.preventDefault();
    const item = items[indexOfTask(items, taskId)];
    if (item?.is !== "row" || item.task.version === 0) return;
    if (act(event.key, item.task, event.target === row)) event.preventDefault();
  });
  const onFocus = useEffectEvent((event: FocusEvent): void => {
    const row = event.target instanceof Element ? event.target.closest("li[data-task]") : null;
    const taskId = row?.getAttribute("data-task");
    if (taskId) last.current = { taskId, index: indexOfTask(items, taskId) };
  });
  useEffect(() => {
    const key = (event: KeyboardEvent): void => onKey(event);
    const focus = (event: FocusEvent): void => onFocus(event);
    addEventListener("keydown", key);
    addEventListener("focusin", focus);
    return () => {
      removeEventListener("keydown", key);
      removeEventListener("focusin", focus);
    };
  }, []);

  return {
    endAll,
    /** Back to where the keys were last; to the list, where that is gone. */
    goBack: (): void => {
      const { taskId } = last.current;
      if (taskId === null || indexOfTask(items, taskId) < 0) focusList();
      else focusRow(taskId);
    },
  };
};

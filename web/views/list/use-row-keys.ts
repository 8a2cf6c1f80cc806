// The keys of a list: j, k and the arrows go from task to task, Enter opens one, e or Space completes it, 1–4 say how urgent it is, Del puts it in the
// trash. Called by rows.tsx.
import { useEffect, useEffectEvent, useRef } from "react";
import { isOver } from "../../../domain/is-over.ts";
import type { VisibleTask } from "../../store/visible.ts";
import { indexOfTask, type Item, stepFrom } from "../../lists/items.ts";
import { useWorkspace } from "../context.ts";
import { isTaken } from "../use-keys.ts";

const rowOf = (taskId: string): HTMLElement | null =>
  document.querySelector<HTMLElement>(`li[data-task="${CSS.escape(taskId)}"]`);

/** A row that is far away is drawn a moment after the list has been moved to it. */
const patienceFrames = 12;

/** Puts the focus on a task's row. */
export const focusRow = (taskId: string, frames = patienceFrames): void => {
  const row = rowOf(taskId);
  if (row) row.focus({ preventScroll: true });
  else if (frames > 0) requestAnimationFrame(() => focusRow(taskId, frames - 1));
};

/** Puts the focus on the list: what had it is gone. On a phone the list is shown a moment later. */
export const focusList = (frames = patienceFrames): void => {
  const list = document.getElementById("list");
  list?.focus({ preventScroll: true });
  if (list !== document.activeElement && frames > 0)
    requestAnimationFrame(() => focusList(frames - 1));
};

type Ways = { scrollTo: (index: number) => void; onOpen: (taskId: string) => void };

const steps: Record<string, 1 | -1> = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 };

/** Arrows are the list's where the focus is in it, or nowhere. */
const isArrowElsewhere = ({ key, target }: KeyboardEvent): boolean =>
  key.startsWith("Arrow") &&
  target !== document.body &&
  !(target instanceof Element && target.closest("[data-task], #list") !== null);

export const useRowKeys = (items: readonly Item[], { scrollTo, onOpen }: Ways): void => {
  const { wishes } = useWorkspace();
  /** Where the focus was last: a row that goes takes it along, and the next key goes on from there. */
  const last = useRef<{ taskId: string | null; index: number }>({ taskId: null, index: -1 });

  const goTo = (index: number): void => {
    const item = items[index];
    if (item?.is !== "row") return;
    last.current = { taskId: item.task.id, index };
    scrollTo(index);
    focusRow(item.task.id);
  };
  const step = (by: 1 | -1): void => {
    const known = indexOfTask(items, last.current.taskId);
    const from = known >= 0 ? known : last.current.index - (by === 1 ? 1 : 0);
    const next = stepFrom(items, Math.max(-1, from), by);
    if (next !== null) goTo(next);
  };
  /** What is done to a task takes it away from here: the focus goes to the one after it, or before. */
  const leave = (taskId: string): void => {
    const from = indexOfTask(items, taskId);
    const next = stepFrom(items, from, 1) ?? stepFrom(items, from, -1);
    if (next !== null) goTo(next);
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
    else return false;
    return true;
  };

  const onKey = useEffectEvent((event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTaken(event)) return;
    const by = steps[event.key];
    if (by !== undefined) {
      if (isArrowElsewhere(event)) return;
      event.preventDefault();
      return step(by);
    }
    const row = event.target instanceof Element ? event.target.closest("li[data-task]") : null;
    const item = items[indexOfTask(items, row?.getAttribute("data-task") ?? null)];
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
};

// Selects a row by pointer: Ctrl/Cmd+click, Shift+click, a long press of a finger, and any click while rows are being selected. Called by tasks/row.tsx.
import { type MouseEvent, type PointerEvent, useRef, useSyncExternalStore } from "react";
import { useIsSelecting, useSelecting } from "./selecting.ts";

/** How long a finger rests on a row to select it, ms; and how far it may slip, px. */
const longPressMs = 500;
const slipPx = 10;

/** What keeps a click to itself: ticking and typing are no selecting. */
const own = "input, textarea, .unsaved, [data-own]";

export const useRowSelect = (taskId: string) => {
  const selecting = useSelecting();
  const isSelected = useSyncExternalStore(selecting.subscribe, () => selecting.has(taskId));
  const isSelecting = useIsSelecting();
  const press = useRef<{ timer: ReturnType<typeof setTimeout>; x: number; y: number } | null>(null);
  /** The finger that pressed long is still down: its click is none. */
  const isSpent = useRef(false);

  const release = (): void => {
    if (press.current !== null) clearTimeout(press.current.timer);
    press.current = null;
  };
  const isOwn = ({ target }: { target: EventTarget }): boolean =>
    target instanceof Element && target.closest(own) !== null;

  return {
    isSelected,
    isSelecting,
    onToggle: () => selecting.toggle(taskId),
    handlers: {
      onClickCapture: (event: MouseEvent): void => {
        const isMine = isSpent.current || event.ctrlKey || event.metaKey || event.shiftKey;
        if (isOwn(event) || !(isMine || isSelecting)) return;
        event.preventDefault();
        event.stopPropagation();
        if (isSpent.current) isSpent.current = false;
        else if (event.shiftKey) selecting.extend(taskId);
        else selecting.toggle(taskId);
      },
      // Text between two Shift+clicks would be marked.
      onMouseDown: (event: MouseEvent): void => {
        if (event.shiftKey && !isOwn(event)) event.preventDefault();
      },
      onPointerDown: (event: PointerEvent): void => {
        release();
        isSpent.current = false;
        if (event.pointerType !== "touch" || isOwn(event)) return;
        const timer = setTimeout(() => {
          isSpent.current = true;
          selecting.toggle(taskId);
        }, longPressMs);
        press.current = { timer, x: event.clientX, y: event.clientY };
      },
      onPointerMove: ({ clientX, clientY }: PointerEvent): void => {
        const { x = clientX, y = clientY } = press.current ?? {};
        if (Math.hypot(clientX - x, clientY - y) > slipPx) release();
      },
      onPointerUp: release,
      onPointerCancel: release,
      onContextMenu: (event: MouseEvent): void => {
        if (press.current !== null || isSpent.current) event.preventDefault();
      },
    },
  };
};

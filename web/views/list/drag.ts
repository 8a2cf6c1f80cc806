// Dragging rows with a pointer: to another place in the list, or to a list of the sidebar. Fetched when the page has nothing better to do; made by
// use-drag.ts. What a drop means is decided elsewhere (web/lists); here is only where the pointer is.
import {
  draggable,
  dropTargetForElements,
  monitorForElements,
} from "@atlaskit/pragmatic-drag-and-drop/adapter/element-adapter";
import { setCustomNativeDragPreview } from "@atlaskit/pragmatic-drag-and-drop/element/set-custom-native-drag-preview";
import { getElementFromPointWithoutHoneypot } from "@atlaskit/pragmatic-drag-and-drop/get-element-from-point-without-honey-pot";
import { autoScrollForElements } from "@atlaskit/pragmatic-drag-and-drop-auto-scroll/element";
import type { Spot } from "../../lists/spot.ts";
import type { Place } from "../../places/place.ts";
import { listWords } from "../../words/list.ts";
import {
  type Aim,
  type Dragged,
  type DragPorts,
  indentPx,
  linkAt,
  type Point,
  spotUnder,
} from "./drag-aim.ts";

/** Draws where it would go. */
const createMark = (space: HTMLElement) => {
  const line = document.createElement("div");
  line.className = "drop-line";
  let link: Element | null = null;
  const clear = (): void => {
    line.remove();
    link?.classList.remove("is-target");
    link = null;
  };
  return {
    clear,
    show: (aim: Aim | null): void => {
      clear();
      if (aim?.at === "place") {
        link = aim.link;
        link.classList.add("is-target");
      } else if (aim?.at === "spot") {
        line.style.top = `${aim.y}px`;
        line.style.left = `${Math.min(aim.depth, 3) * indentPx}px`;
        space.append(line);
      }
    },
  };
};

const isDragged = (data: Record<string, unknown>): data is Dragged => Array.isArray(data["ids"]);

/** Several at once are shown as their number. */
const showCount = (count: number, nativeSetDragImage: DataTransfer["setDragImage"] | null): void =>
  setCustomNativeDragPreview({
    nativeSetDragImage,
    render: ({ container }) => {
      const sign = document.createElement("div");
      sign.className = "drag-count";
      sign.textContent = listWords.move.several(count);
      container.append(sign);
    },
  });

/** Fingers drag by the grip: the row is what they scroll and press. */
const mayDrag = ({ input, element }: { input: Point; element: HTMLElement }): boolean => {
  const from = document.elementFromPoint(input.clientX, input.clientY);
  if (element.querySelector(".task__rename") !== null || from?.closest("input, textarea"))
    return false;
  return matchMedia("(hover: hover)").matches || from?.closest(".grip") != null;
};

/** Makes the rows of a list draggable. `attach` is called when other rows may stand there. */
export const createDrag = (ports: DragPorts) => {
  const { space, scroller } = ports;
  const rows = new Map<HTMLElement, () => void>();
  const mark = createMark(space);
  const page = space.closest<HTMLElement>(".body") ?? space;

  const aimAt = (dragged: Dragged, point: Point, from: Point): Aim | null => {
    const element = getElementFromPointWithoutHoneypot({ x: point.clientX, y: point.clientY });
    return linkAt(element) ?? spotUnder(ports, dragged, element, { point, from });
  };
  const toOf = (aim: Aim): Spot | Place => (aim.at === "place" ? aim.place : aim.spot);

  const makeDraggable = (element: HTMLElement): (() => void) =>
    draggable({
      element,
      canDrag: ({ input }) => mayDrag({ input, element }),
      getInitialData: () => ({
        ids: ports.idsWith(element.dataset["task"] ?? ""),
        depth: Number(element.dataset["depth"] ?? 0),
      }),
      onGenerateDragPreview: ({ source, nativeSetDragImage }) => {
        if (isDragged(source.data) && source.data.ids.length > 1)
          showCount(source.data.ids.length, nativeSetDragImage);
      },
    });

  const stops = [
    dropTargetForElements({
      element: page,
      canDrop: ({ source }) => isDragged(source.data),
      getDropEffect: () => "move",
    }),
    monitorForElements({
      canMonitor: ({ source }) => isDragged(source.data),
      onDragStart: () => page.classList.add("is-dragging"),
      onDrag: ({ source: { data }, location: { initial, current } }) => {
        if (!isDragged(data)) return;
        const aim = aimAt(data, current.input, initial.input);
        mark.show(aim !== null && ports.can(data.ids, toOf(aim)) ? aim : null);
      },
      onDrop: ({ source: { data }, location: { initial, current } }) => {
        page.classList.remove("is-dragging");
        mark.clear();
        // Cancelled, or let go over something else.
        if (!isDragged(data) || current.dropTargets.length === 0) return;
        const aim = aimAt(data, current.input, initial.input);
        // Where they cannot be put it is said why.
        if (aim !== null) ports.put(data.ids, toOf(aim));
      },
    }),
    autoScrollForElements({ element: scroller }),
  ];

  return {
    attach: (): void => {
      for (const [row, stop] of rows)
        if (!row.isConnected) {
          stop();
          rows.delete(row);
        }
      for (const row of space.querySelectorAll<HTMLElement>("li[data-task]"))
        if (!rows.has(row)) rows.set(row, makeDraggable(row));
    },
    stop: (): void => {
      for (const stop of [...rows.values(), ...stops]) stop();
      rows.clear();
      mark.clear();
    },
  };
};

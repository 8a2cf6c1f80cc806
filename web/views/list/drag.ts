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
import type { Item } from "../../lists/items.ts";
import { depthsAt, restOf, type Spot, spotAt } from "../../lists/spot.ts";
import { type Place, readAddress } from "../../places/place.ts";
import { listWords } from "../../words/list.ts";

export type DragPorts = {
  /** Around the lines, and what scrolls them. */
  space: HTMLElement;
  scroller: HTMLElement;
  items: () => readonly Item[];
  isFlat: () => boolean;
  /** What is dragged with a row, in the order of the list. */
  idsWith: (taskId: string) => string[];
  can: (ids: readonly string[], to: Spot | Place) => boolean;
  put: (ids: readonly string[], to: Spot | Place) => void;
};

/** How far in parts stand, px (style.css). */
const indentPx = 28;

/** `y` and `depth`: where the line is drawn that says so. */
type Aim =
  | { at: "spot"; spot: Spot; y: number; depth: number }
  | { at: "place"; place: Place; link: Element };
type Point = { clientX: number; clientY: number };
type Dragged = { ids: string[]; depth: number };

const linkAt = (element: Element | null): Aim | null => {
  const link = element?.closest<HTMLAnchorElement>(".side a[href]") ?? null;
  if (link === null) return null;
  const { pathname, search } = new URL(link.href);
  const address = readAddress(pathname, search);
  return address !== null && "place" in address
    ? { at: "place", place: address.place, link }
    : null;
};

/** The line of the list under the pointer. */
const lineAt = (element: Element | null, { space, items }: DragPorts) => {
  const line = element?.closest<HTMLElement>("[data-index]") ?? null;
  const item = items()[Number(line?.dataset["index"] ?? -1)];
  return line === null || item === undefined || !space.contains(line) ? null : { line, item };
};

const spotUnder = (
  ports: DragPorts,
  { ids, depth }: Dragged,
  element: Element | null,
  { point, from }: { point: Point; from: Point },
): Aim | null => {
  const found = lineAt(element, ports);
  if (found === null) return null;
  const { line, item } = found;
  const [box, top] = [line.getBoundingClientRect(), ports.space.getBoundingClientRect().top];
  const rows = restOf(ports.items(), item.section.key, new Set(ids));
  const isLower = item.is !== "row" || point.clientY > box.top + box.height / 2;
  const gap = gapAt(ports.items(), item, rows, isLower);
  const wanted = depth + Math.trunc((point.clientX - from.clientX) / indentPx);
  const { least, most } = depthsAt(rows, gap);
  const isFlat = ports.isFlat();
  const spot = spotAt(item.section, rows, { gap, depth: wanted, isFlat });
  const shown = isFlat ? 0 : Math.max(least, Math.min(wanted, most));
  return { at: "spot", spot, y: (isLower ? box.bottom : box.top) - top, depth: shown };
};

/** Before which of the rows that are left a line stands. */
const gapAt = (
  items: readonly Item[],
  item: Item,
  rows: ReturnType<typeof restOf>,
  isLower: boolean,
): number => {
  if (item.is === "head") return 0;
  if (item.is !== "row") return rows.length;
  const at = items.indexOf(item);
  const before = new Set(items.slice(0, isLower ? at + 1 : at).map(({ key }) => key));
  return rows.filter(({ key }) => before.has(key)).length;
};

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
    const aim = linkAt(element) ?? spotUnder(ports, dragged, element, { point, from });
    const to = aim === null ? null : aim.at === "place" ? aim.place : aim.spot;
    return to !== null && ports.can(dragged.ids, to) ? aim : null;
  };

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
        if (isDragged(data)) mark.show(aimAt(data, current.input, initial.input));
      },
      onDrop: ({ source: { data }, location: { initial, current } }) => {
        page.classList.remove("is-dragging");
        mark.clear();
        // Cancelled, or let go over something else.
        if (!isDragged(data) || current.dropTargets.length === 0) return;
        const aim = aimAt(data, current.input, initial.input);
        if (aim !== null) ports.put(data.ids, aim.at === "place" ? aim.place : aim.spot);
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

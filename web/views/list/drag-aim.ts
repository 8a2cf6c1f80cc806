// What the pointer is over while rows are dragged: a spot in the list, or a list of the sidebar. Called by drag.ts.
import type { Item } from "../../lists/items.ts";
import { depthsAt, restOf, type Spot, spotAt } from "../../lists/spot.ts";
import { type Place, readAddress } from "../../places/place.ts";

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
export const indentPx = 28;

/** `y` and `depth`: where the line is drawn that says so. */
export type Aim =
  | { at: "spot"; spot: Spot; y: number; depth: number }
  | { at: "place"; place: Place; link: Element };
export type Point = { clientX: number; clientY: number };
export type Dragged = { ids: string[]; depth: number };

export const linkAt = (element: Element | null): Aim | null => {
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

export const spotUnder = (
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

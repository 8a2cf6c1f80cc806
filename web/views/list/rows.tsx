// The lines of a list. Only those in view, and some around them, are on the page: a list of 10,000 costs what one of 50 does. Called by list.tsx.
import { useVirtualizer } from "@tanstack/react-virtual";
import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { Task } from "../../../domain/task.ts";
import { chosenOf, type Item, rowIdsOf } from "../../lists/items.ts";
import type { Section } from "../../lists/sections.ts";
import type { Tree } from "../../store/tree.ts";
import { useAppState } from "../context.ts";
import { TaskRow } from "../tasks/row.tsx";
import type { OlderTasks } from "../tasks/use-older.ts";
import { useChoice } from "../use-kept.ts";
import { useWhere } from "../where.ts";
import { SectionFoot } from "./section-foot.tsx";
import { SectionHead, useSayName } from "./section-head.tsx";
import type { List } from "./use-list.ts";
import { BulkPart } from "./bulk-part.tsx";
import type { Menu } from "./bulk-bar.tsx";
import { useSelecting } from "../selecting/selecting.ts";
import { useBulk } from "./use-bulk.ts";
import { useDrag } from "./use-drag.ts";
import { useMove } from "./use-move.ts";
import { useRowKeys } from "./use-row-keys.ts";

/** Lines drawn beyond each edge of what is in view. */
const overscan = 12;

/** So much at the top is covered by the line that adds a task, px. */
const coveredPx = 72;

/** How high a line is thought to be until it has been measured, px. */
const guess = {
  head: 44,
  row: { comfortable: 60, compact: 36 },
  free: 36,
  older: 40,
  add: 40,
  "add section": 52,
};

type Props = {
  list: List;
  /** The line for a new task is to be one for a section. */
  onAdd: (section: string) => void;
  older: OlderTasks;
  scroller: HTMLElement | null;
  onHistory: (task: Task) => void;
};

const sayProgress = ({ progress }: Tree, taskId: string): string | null => {
  const parts = progress.get(taskId);
  return parts === undefined ? null : `${parts.done}/${parts.of}`;
};

/** Lines that stand next to each other, by the section they are of. */
const chunksOf = (lines: { item: Item; index: number }[]) => {
  const chunks: { section: Section; lines: typeof lines }[] = [];
  for (const line of lines) {
    const last = chunks.at(-1);
    if (last?.section.key === line.item.section.key) last.lines.push(line);
    else chunks.push({ section: line.item.section, lines: [line] });
  }
  return chunks;
};

/** Where the lines begin within what scrolls, px: looked at again when they or what stands above them changes its height. */
const useMargin = (space: RefObject<HTMLElement | null>): number => {
  const [margin, setMargin] = useState(0);
  useEffect(() => {
    const look = new ResizeObserver(() => setMargin(space.current?.offsetTop ?? 0));
    for (let at: Element | null = space.current; at !== null; at = at.previousElementSibling)
      look.observe(at);
    return () => look.disconnect();
  }, [space]);
  return margin;
};

export const Rows = ({ list, onAdd, older, scroller, onHistory }: Props) => {
  const { items, tree, now, folded, fold } = list;
  const project = list.place.is === "project" ? list.place.name : null;
  const { arrivals } = useAppState();
  const { over, open, close, go } = useWhere();
  const [density] = useChoice("density");
  const sayName = useSayName(now);
  const space = useRef<HTMLDivElement>(null);
  const margin = useMargin(space);
  // oxlint-disable-next-line react/incompatible-library -- nothing here is memoized by a compiler
  const virtualizer = useVirtualizer<HTMLElement, HTMLElement>({
    count: items.length,
    getScrollElement: () => scroller,
    estimateSize: (index) => {
      const is = items[index]?.is ?? "row";
      return is === "row" ? guess.row[density] : guess[is];
    },
    getItemKey: (index) => items[index]?.key ?? index,
    overscan,
    scrollMargin: margin,
    scrollPaddingStart: coveredPx,
    // React 19 refuses to be flushed in the middle of its own work, which a measured row is.
    useFlushSync: false,
  });
  const openId = over?.is === "task" ? over.id : null;
  const onOpen = useMemo(
    () => (taskId: string) => (taskId === openId ? close() : open({ is: "task", id: taskId })),
    [openId, open, close],
  );
  const [menu, setMenu] = useState<Menu | null>(null);
  const selecting = useSelecting();
  useEffect(() => selecting.setRows(rowIdsOf(items)), [selecting, items]);
  const bulk = useBulk(() => chosenOf(items, selecting.ids()));
  const scrollTo = useCallback((index: number) => virtualizer.scrollToIndex(index), [virtualizer]);
  const { idsWith, can, put, step } = useMove(list, scrollTo);
  useDrag(space, scroller, { items: () => items, isFlat: () => list.isFlat, idsWith, can, put });
  const { endAll, goBack } = useRowKeys(items, {
    scrollTo,
    onStep: step,
    onOpen,
    bulk,
    onDate: () => setMenu("date"),
  });
  const arrivalOf = useMemo(
    () => new Map(arrivals.map(({ taskId, eventId }) => [taskId, eventId])),
    [arrivals],
  );

  const lines = virtualizer.getVirtualItems().flatMap(({ index }) => {
    const item = items[index];
    return item === undefined ? [] : [{ item, index }];
  });
  const first = virtualizer.getVirtualItems()[0]?.start ?? margin;
  const measure = virtualizer.measureElement;

  const rowOf = (item: Item, index: number) =>
    item.is === "row" && (
      <TaskRow
        key={item.key}
        task={item.task}
        now={now}
        isDaySaid={item.section.tone === "today" || item.section.day !== undefined}
        arrival={arrivalOf.get(item.task.id) ?? null}
        progress={sayProgress(tree, item.task.id)}
        depth={item.depth}
        at={item.at}
        of={item.of}
        index={index}
        measure={measure}
        isOpen={item.task.id === openId}
        onOpen={onOpen}
        onHistory={onHistory}
        onPick={go}
      />
    );

  return (
    <>
      <div ref={space} className="lines" style={{ height: virtualizer.getTotalSize() }}>
        <div style={{ transform: `translateY(${first - margin}px)` }}>
          {chunksOf(lines).map(({ section, lines: some }) => {
            const rows = some.filter(({ item }) => item.is === "row");
            return (
              <div key={section.key} className={`group group--${section.tone}`}>
                {some.map(
                  ({ item, index }) =>
                    item.is === "head" && (
                      <div key={item.key} ref={measure} data-index={index}>
                        <SectionHead
                          project={project}
                          section={section}
                          name={sayName(section)}
                          isOpen={!folded.has(section.key)}
                          hasMore={older.isThere}
                          onFold={fold}
                        />
                      </div>
                    ),
                )}
                {rows.length > 0 && (
                  <ul className="rows" aria-label={sayName(section)}>
                    {rows.map(({ item, index }) => rowOf(item, index))}
                  </ul>
                )}
                {some.map(({ item, index }) => (
                  <SectionFoot
                    project={project}
                    onAdd={onAdd}
                    key={item.key}
                    item={item}
                    index={index}
                    measure={measure}
                    older={older}
                  />
                ))}
              </div>
            );
          })}
        </div>
      </div>
      <BulkPart
        items={items}
        bulk={bulk}
        asked={menu}
        onAsked={setMenu}
        onEnd={() => endAll("end")}
        onRemove={() => endAll("remove")}
        onLeft={goBack}
      />
    </>
  );
};

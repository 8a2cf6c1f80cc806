// How much is open in each saved filter. The language comes when the page is idle, and what has to be asked is asked in small pieces. Called by
// sidebar.tsx.
import { useEffect, useMemo, useState } from "react";
import { type Counter, createCounter } from "../../filters/counter.ts";
import type { VisibleTask } from "../../store/visible.ts";
import { useNow, useWorkspace } from "../context.ts";
import { whenIdle } from "../when-idle.ts";
import type { Name } from "./names.tsx";

type Reader = typeof import("../../filters/reader.ts");

/** As long as one piece of counting may take, ms. */
const pieceMs = 6;

/** Between two pieces the page does what else it has to. */
const pauseMs = 20;

/** The language, once there is a filter to read with it and the page has time. */
const useReader = (isWanted: boolean): Reader | null => {
  const [reader, setReader] = useState<Reader | null>(null);
  useEffect(() => {
    if (!isWanted || reader !== null) return undefined;
    return whenIdle(() => void import("../../filters/reader.ts").then(setReader, () => undefined));
  }, [isWanted, reader]);
  return reader;
};

/** For each filter that can be read a counter of this minute, by its id. */
const useCounters = (filters: readonly Name[]): ReadonlyMap<string, Counter> => {
  const { settings } = useWorkspace();
  const { at } = useNow();
  const reader = useReader(filters.length > 0);
  const lines = filters.map(({ ref, query = "" }) => [ref, query]);
  const said = JSON.stringify(lines);
  return useMemo(() => {
    const counters = new Map<string, Counter>();
    for (const [ref = "", line = ""] of JSON.parse(said) as string[][]) {
      const fits = reader?.readLine(line, { at, settings }).fits;
      if (fits) counters.set(ref, createCounter(fits));
    }
    return counters;
  }, [reader, said, at, settings]);
};

/** The filters with their counts; while one is being counted anew it has the number of before. */
export const useFilterCounts = (tasks: readonly VisibleTask[], filters: Name[]): Name[] => {
  const counters = useCounters(filters);
  const [counts, setCounts] = useState<ReadonlyMap<string, number>>(new Map());

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const count = (): void => {
      const end = performance.now() + pieceMs;
      const counted = new Map<string, number>();
      for (const [ref, counter] of counters) {
        const found = counter.count(tasks, () => performance.now() < end);
        if (found === null) {
          timer = setTimeout(count, pauseMs);
          return;
        }
        counted.set(ref, found);
      }
      setCounts((before) => (isSame(before, counted) ? before : counted));
    };
    count();
    return () => clearTimeout(timer);
  }, [tasks, counters]);

  return filters.map((one) => ({ ...one, count: counts.get(one.ref) ?? 0 }));
};

const isSame = (a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): boolean =>
  a.size === b.size && [...b].every(([ref, count]) => a.get(ref) === count);

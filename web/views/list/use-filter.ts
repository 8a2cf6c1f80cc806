// The filter of the address, read when the language is there. Called by use-list.ts.
import { useEffect, useMemo, useState } from "react";
import type { FilterProblem } from "../../filters/reader.ts";
import type { Place } from "../../places/place.ts";
import type { VisibleTask } from "../../store/visible.ts";
import type { Directory } from "../../../domain/directory/directory.ts";
import { useAppState, useNow, useWorkspace } from "../context.ts";

type Reader = typeof import("../../filters/reader.ts");

export type FilterState = {
  /** The line as it stands; null where the list is no filter. */
  line: string | null;
  fits: ((task: VisibleTask) => boolean) | null;
  problem: FilterProblem | null;
  /** The language is on its way. */
  isComing: boolean;
};

const none: FilterState = { line: null, fits: null, problem: null, isComing: false };

/** The line of a place that is a filter; one that is kept under a name has it from there. */
const lineOf = (place: Place, { filters }: Directory): string | null => {
  if (place.is === "filter") return place.line;
  if (place.is !== "saved") return null;
  return filters.find(({ id }) => id === place.id)?.query ?? null;
};

export const useFilter = (place: Place): FilterState => {
  const { settings } = useWorkspace();
  const { directory } = useAppState();
  const { at } = useNow();
  const line = lineOf(place, directory);
  const [reader, setReader] = useState<Reader | null>(null);
  const isWanted = line !== null && reader === null;

  useEffect(() => {
    if (isWanted) void import("../../filters/reader.ts").then(setReader, () => undefined);
  }, [isWanted]);

  return useMemo(() => {
    if (line === null || line.trim() === "") return { ...none, line };
    if (reader === null) return { ...none, line, isComing: true };
    return { line, isComing: false, ...reader.readLine(line, { at, settings }) };
  }, [line, reader, at, settings]);
};

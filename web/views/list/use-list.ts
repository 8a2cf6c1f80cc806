// The list of the address, ready to be drawn: its tasks in sections, and those as lines. Called by list.tsx.
import { useMemo, useState } from "react";
import type { Directory } from "../../../domain/directory/directory.ts";
import { itemsOf, topOf } from "../../lists/items.ts";
import { readArrangement } from "../../lists/arrangement.ts";
import { isSectioned, type Section, sectionsOf } from "../../lists/sections.ts";
import { listName } from "../../look/kept.ts";
import { belongs, projectsAmong, same } from "../../places/belongs.ts";
import { keyOf, type Place } from "../../places/place.ts";
import { treeOf } from "../../store/tree.ts";
import { visibleTasks } from "../../store/visible.ts";
import { useAppState, useNow } from "../context.ts";
import { useKept } from "../use-kept.ts";
import { useFilter } from "./use-filter.ts";

/** Lists where a task stands for itself, whatever it is a part of. */
const flat = new Set<Place["is"]>(["today", "upcoming", "done", "filter", "saved"]);

/** Sections that show their heading alone until someone opens them. Who filters for what is done wants to see it. */
const foldedAtFirst = ({ is }: Place): ReadonlySet<string> =>
  new Set(is === "filter" || is === "saved" ? [] : ["done"]);

/** The sections of the project a list is of. */
const headingsOf = (place: Place, { projects }: Directory) =>
  place.is === "project"
    ? (projects.find(({ name }) => same(name, place.name))?.sections ?? [])
    : [];

export const useList = (place: Place, hasOlder: boolean) => {
  const { tasks, pending, directory } = useAppState();
  const { wall, zone, clock } = useNow();
  const filter = useFilter(place);
  const { fits } = filter;
  const [kept, setArrangement] = useKept(listName(keyOf(place)));
  const [folded, setFolded] = useState(() => foldedAtFirst(place));
  const now = useMemo(() => ({ wall, zone, clock }), [wall, zone, clock]);
  const arrangement = useMemo(() => readArrangement(kept, place), [kept, place]);

  const shown = useMemo(() => visibleTasks({ tasks, pending }), [tasks, pending]);
  const byDate = arrangement.group === "date" || arrangement.group === "day";
  const tree = useMemo(() => treeOf(shown, now, byDate), [shown, now, byDate]);
  const listed = useMemo(() => {
    const asked = { now, fits, projectOf: projectsAmong(shown) };
    const all = shown.filter((task) => belongs(task, place, asked));
    return flat.has(place.is) ? all : topOf(all, tree);
  }, [shown, tree, place, now, fits]);
  const headings = useMemo(() => headingsOf(place, directory), [place, directory]);
  const sections = useMemo(
    () => sectionsOf(listed, { place, arrangement, now, headings }),
    [listed, place, arrangement, now, headings],
  );
  const addsSections = isSectioned(place, arrangement);
  const items = useMemo(
    () =>
      itemsOf(sections, { tree: flat.has(place.is) ? null : tree, folded, hasOlder, addsSections }),
    [sections, tree, place, folded, hasOlder, addsSections],
  );
  const fold = ({ key }: Section): void =>
    setFolded((before) => {
      const after = new Set(before);
      if (!after.delete(key)) after.add(key);
      return after;
    });

  const isFlat = flat.has(place.is);
  const parts = { now, tree, filter, sections, items, folded, fold, arrangement };
  return { ...parts, setArrangement, shown, place, isFlat };
};

export type List = ReturnType<typeof useList>;

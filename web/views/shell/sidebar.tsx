// The lists one can go to, with how much is open in each. Called by home.tsx, beside the list or over it.
import { useMemo } from "react";
import { type Counts, countsOf } from "../../places/belongs.ts";
import { visibleTasks } from "../../store/visible.ts";
import { useAppState, useNow } from "../context.ts";
import { Icon } from "../icon.tsx";
import { Names } from "./names.tsx";
import { PlaceLink } from "./place-link.tsx";
import { useFilterCounts } from "./use-filter-counts.ts";
import { useNames } from "./use-names.ts";
import { findWords } from "../../words/find.ts";
import { shellWords } from "../../words/shell.ts";

const Views = ({ counts }: { counts: Counts }) => (
  <ul aria-label={shellWords.lists}>
    <PlaceLink place={{ is: "all" }} sign={<Icon name="list" />} count={counts.all} />
    <PlaceLink place={{ is: "inbox" }} sign={<Icon name="inbox" />} count={counts.inbox} />
    <PlaceLink
      place={{ is: "today" }}
      sign={<Icon name="today" />}
      count={counts.today}
      late={counts.overdue}
    />
    <PlaceLink place={{ is: "upcoming" }} sign={<Icon name="calendar" />} />
    <PlaceLink place={{ is: "done" }} sign={<Icon name="check" />} />
    <PlaceLink place={{ is: "trash" }} sign={<Icon name="trash" />} />
    <PlaceLink
      place={{ is: "filter", line: "" }}
      sign={<Icon name="filter" />}
      name={findWords.filter}
    />
  </ul>
);

export const Sidebar = () => {
  const { tasks, pending } = useAppState();
  const { wall, zone, clock } = useNow();
  const shown = useMemo(() => visibleTasks({ tasks, pending }), [tasks, pending]);
  const counts = useMemo(() => countsOf(shown, { wall, zone, clock }), [shown, wall, zone, clock]);
  const { projects, tags, filters: named } = useNames(shown);
  const filters = useFilterCounts(shown, named);
  return (
    <nav className="side" aria-label={shellWords.listsAndNames}>
      <Views counts={counts} />
      <Names kind="project" all={projects} />
      <Names kind="tag" all={tags} />
      <Names kind="filter" all={filters} />
    </nav>
  );
};

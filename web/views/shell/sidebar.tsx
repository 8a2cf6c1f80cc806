// The lists one can go to, with how much is open in each. Called by home.tsx, beside the list or over it.
import { useMemo } from "react";
import { Link } from "wouter";
import { type Counts, countsOf, type Named } from "../../places/belongs.ts";
import { keyOf, pathOf, type Place, titleOf } from "../../places/place.ts";
import { visibleTasks } from "../../store/visible.ts";
import { useAppState, useNow } from "../context.ts";
import { Icon, type IconName } from "../icon.tsx";
import { useWhere } from "../where.ts";

type ItemProps = {
  place: Place;
  icon: IconName;
  name?: string;
  count?: number;
  /** The number that is late, said beside the count. */
  late?: number;
};

const Item = ({ place, icon, name = titleOf(place), count = 0, late = 0 }: ItemProps) => {
  const { place: here } = useWhere();
  const isHere = here.is === place.is && keyOf(here) === keyOf(place);
  return (
    <li>
      <Link className="side__item" href={pathOf(place)} aria-current={isHere ? "page" : undefined}>
        <Icon name={icon} />
        <span className="side__name" dir="auto">
          {name}
        </span>
        {late > 0 && <span className="side__late">{late} late</span>}
        {count > 0 && <span className="side__count">{count}</span>}
      </Link>
    </li>
  );
};

const Names = ({ is, all, icon }: { is: "project" | "tag"; all: Named[]; icon: IconName }) => (
  <>
    <h2 className="side__head" id={`side-${is}`}>
      {is === "project" ? "Projects" : "Tags"}
    </h2>
    {all.length === 0 ? (
      <p className="side__hint">
        Write {is === "project" ? "#name" : "@name"} in a task to make one.
      </p>
    ) : (
      <ul aria-labelledby={`side-${is}`}>
        {all.map(({ name, count }) => (
          <Item key={name} place={{ is, name }} icon={icon} name={name} count={count} />
        ))}
      </ul>
    )}
  </>
);

const Views = ({ counts }: { counts: Counts }) => (
  <ul aria-label="Lists">
    <Item place={{ is: "all" }} icon="list" count={counts.all} />
    <Item place={{ is: "inbox" }} icon="inbox" count={counts.inbox} />
    <Item place={{ is: "today" }} icon="today" count={counts.today} late={counts.overdue} />
    <Item place={{ is: "upcoming" }} icon="calendar" />
    <Item place={{ is: "done" }} icon="check" />
    <Item place={{ is: "trash" }} icon="trash" />
    <Item place={{ is: "filter", line: "" }} icon="filter" name="Filter" />
  </ul>
);

export const Sidebar = () => {
  const { tasks, pending } = useAppState();
  const { wall, zone, clock } = useNow();
  const counts = useMemo(
    () => countsOf(visibleTasks({ tasks, pending }), { wall, zone, clock }),
    [tasks, pending, wall, zone, clock],
  );
  return (
    <nav className="side" aria-label="Lists, projects and tags">
      <Views counts={counts} />
      <Names is="project" all={counts.projects} icon="folder" />
      <Names is="tag" all={counts.tags} icon="tag" />
    </nav>
  );
};

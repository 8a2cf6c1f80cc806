// One group of the list: overdue, today, upcoming, without a date, done. Called by list.tsx.
import { useState } from "react";
import type { GroupName } from "../../store/groups.ts";
import { branchOf, type Tree } from "../../store/tree.ts";
import type { VisibleTask } from "../../store/visible.ts";
import { Icon } from "../icon.tsx";
import { type RowProps, TaskRow } from "./row.tsx";
import type { OlderTasks } from "./use-older.ts";

const names: Record<GroupName, string> = {
  overdue: "Overdue",
  today: "Today",
  upcoming: "Upcoming",
  someday: "No date",
  done: "Done",
};

/** Rows drawn before someone asks for more. */
const pageSize = 100;

type Props = Omit<RowProps, "task" | "group" | "arrival" | "progress" | "depth"> & {
  name: GroupName;
  tasks: VisibleTask[];
  arrivals: ReadonlyMap<string, string>;
  tree: Tree;
  /** Whether parts are drawn under their tasks. */
  nested: boolean;
  /** Tasks of this group that are fetched when someone wants to see them. */
  older: OlderTasks | null;
};

const sayProgress = ({ progress }: Tree, taskId: string): string | null => {
  const parts = progress.get(taskId);
  return parts === undefined ? null : `${parts.done}/${parts.of}`;
};

/** How many there are: of the done ones at least so many. */
const sayCount = (tasks: VisibleTask[], older: OlderTasks | null): string =>
  older?.isThere ? `${tasks.length}+` : String(tasks.length);

export const TaskGroup = ({ name, tasks, arrivals, tree, nested, older, ...row }: Props) => {
  const [open, setOpen] = useState(name !== "done");
  const [limit, setLimit] = useState(pageSize);
  if (tasks.length === 0 && !older?.isThere) return null;
  const id = `group-${name}`;
  return (
    <section className={`group group--${name}`} aria-labelledby={id}>
      <h2 className="group__name" id={id}>
        {name === "done" ? (
          <button
            className="group__fold"
            type="button"
            aria-expanded={open}
            onClick={() => setOpen(!open)}
          >
            {names[name]} <span className="group__count">{sayCount(tasks, older)}</span>{" "}
            <Icon name="more" />
          </button>
        ) : (
          <>
            {names[name]} <span className="group__count">{tasks.length}</span>
          </>
        )}
      </h2>
      {open && (
        <ul className="rows">
          {tasks
            .slice(0, limit)
            .flatMap((task) => (nested ? branchOf(tree, task) : [{ task, depth: 0 }]))
            .map(({ task, depth }) => (
              <TaskRow
                key={task.id}
                task={task}
                group={name}
                arrival={arrivals.get(task.id) ?? null}
                progress={sayProgress(tree, task.id)}
                depth={depth}
                {...row}
              />
            ))}
        </ul>
      )}
      {open && tasks.length > limit && (
        <button className="link" type="button" onClick={() => setLimit(limit + pageSize)}>
          Show {Math.min(pageSize, tasks.length - limit)} more
        </button>
      )}
      {open && tasks.length <= limit && older?.isThere && (
        <button
          className="link"
          type="button"
          disabled={older.isComing}
          onClick={() => {
            older.show();
            setLimit(limit + pageSize);
          }}
        >
          {older.isComing ? "Fetching older ones…" : "Show older"}
        </button>
      )}
    </section>
  );
};

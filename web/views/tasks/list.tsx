// The task list: today's date, a line to add, and the groups. Called by home.tsx.
import { useMemo, useState } from "react";
import type { Task } from "../../../domain/task.ts";
import { type Focus, groupNames, groupTasks } from "../../store/groups.ts";
import { treeOf } from "../../store/tree.ts";
import { visibleTasks } from "../../store/visible.ts";
import { sayLongDay } from "../../time/say.ts";
import { useAppState, useNow, useWorkspace } from "../context.ts";
import { Icon } from "../icon.tsx";
import { TaskGroup } from "./group.tsx";
import { LostDrafts } from "./lost.tsx";
import { useOlder } from "./use-older.ts";
import { QuickAdd } from "../quick-add/quick-add.tsx";

type Props = { onHistory: (task: Task) => void; onChat: () => void };
type Groups = ReturnType<typeof groupTasks>;

const summary = ({ overdue, today, upcoming, someday }: Groups): string => {
  const late = overdue.length > 0 ? `${overdue.length} overdue` : null;
  const due = today.length > 0 ? `${today.length} left today` : null;
  const rest = upcoming.length + someday.length;
  if (late === null && due === null)
    return rest === 0 ? "Nothing on the list" : `Nothing left today, ${rest} later on`;
  return [late, due].filter((part) => part !== null).join(" · ");
};

const Empty = ({ onChat }: { onChat: () => void }) => (
  <div className="empty">
    <p className="empty__head">A clear list.</p>
    <p>
      Add a task above, or{" "}
      <button className="link" type="button" onClick={onChat}>
        say it in the chat
      </button>
      : “Create a task to buy groceries tomorrow 5pm #home p1”.
    </p>
  </div>
);

const FocusBar = ({ focus, onClear }: { focus: NonNullable<Focus>; onClear: () => void }) => (
  <p className="focus-bar">
    Only <strong>{"project" in focus ? `#${focus.project}` : `@${focus.tag}`}</strong>
    <button className="icon-button" type="button" aria-label="Show all tasks" onClick={onClear}>
      <Icon name="close" />
    </button>
  </p>
);

export const TaskList = ({ onHistory, onChat }: Props) => {
  const { settings } = useWorkspace();
  const state = useAppState();
  const { wall, zone, clock } = useNow();
  const [focus, setFocus] = useState<Focus>(null);
  const older = useOlder();
  const { tasks, pending } = state;
  const now = useMemo(() => ({ wall, zone, clock }), [wall, zone, clock]);
  const shown = useMemo(() => visibleTasks({ tasks, pending }), [tasks, pending]);
  const tree = useMemo(() => treeOf(shown, now), [shown, now]);
  // In focus every task that fits is shown by itself, whatever it is a part of.
  const listed = focus === null ? tree.top : shown;
  const groups = useMemo(() => groupTasks(listed, now, focus), [listed, now, focus]);
  const arrivals = useMemo(
    () => new Map(state.arrivals.map(({ taskId, eventId }) => [taskId, eventId])),
    [state.arrivals],
  );
  const isEmpty = groupNames.every((name) => groups[name].length === 0);

  return (
    <section className="tasks" aria-label="Tasks">
      <div className="tasks__head">
        <h1>{sayLongDay(now.wall.slice(0, 10), settings.locale)}</h1>
        <p className="tasks__summary">{state.loaded ? summary(groups) : "Fetching your tasks…"}</p>
      </div>
      <QuickAdd />
      <LostDrafts />
      {focus !== null && <FocusBar focus={focus} onClear={() => setFocus(null)} />}
      {groupNames.map((name) => (
        <TaskGroup
          key={name}
          name={name}
          tasks={groups[name]}
          now={now}
          arrivals={arrivals}
          tree={tree}
          nested={focus === null}
          older={name === "done" ? older : null}
          onHistory={onHistory}
          onFocus={setFocus}
        />
      ))}
      {isEmpty && state.loaded && focus === null && <Empty onChat={onChat} />}
      {isEmpty && focus !== null && <p className="empty">Nothing here any more.</p>}
    </section>
  );
};

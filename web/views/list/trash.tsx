// The trash: what was deleted in the last 30 days, by day, to be restored. Called by list.tsx.
import { useMemo } from "react";
import type { Task } from "../../../domain/task.ts";
import { endedSections } from "../../lists/sections.ts";
import { useNow } from "../context.ts";
import { Icon } from "../icon.tsx";
import { Chips, DueChip } from "../tasks/chips.tsx";
import { Empty } from "./empty.tsx";
import { ListHead } from "./head.tsx";
import { useSayName } from "./section-head.tsx";
import { useTrash } from "./use-trash.ts";

const trash = { is: "trash" } as const;

/** By the day they were put there: nothing changes a task after that. */
const byDeletion = (tasks: readonly Task[]): Task[] =>
  tasks.map((task) => ({ ...task, completedAt: task.deletedAt ?? task.updatedAt }));

const TrashRow = ({ task, onRestore }: { task: Task; onRestore: () => void }) => {
  const now = useNow();
  return (
    <li className="task task--gone">
      <div className="task__row">
        <Icon name="trash" />
        <div className="task__what">
          <span className="task__title" dir="auto">
            {task.title}
          </span>
          <div className="task__chips">
            <DueChip task={task} now={now} />
            <Chips task={task} now={now} />
          </div>
        </div>
        <button
          className="button button--small"
          type="button"
          aria-label={`Restore ${task.title}`}
          onClick={onRestore}
        >
          Restore
        </button>
      </div>
    </li>
  );
};

export const Trash = () => {
  const { wall, zone } = useNow();
  const sayName = useSayName({ wall, zone });
  const { tasks, next, problem, isRead, more, restore } = useTrash();
  const sections = useMemo(
    () => endedSections(byDeletion(tasks), { wall, zone }),
    [tasks, wall, zone],
  );
  return (
    <>
      <ListHead place={trash} list={null} />
      {problem !== null && (
        <p className="error" role="alert">
          {problem}
        </p>
      )}
      {!isRead && <output>Looking into the trash…</output>}
      {isRead && tasks.length === 0 && problem === null && (
        <Empty place={trash} onChat={() => undefined} />
      )}
      {sections.map((section) => (
        <div key={section.key} className="group">
          <h2 className="group__name">{sayName(section)}</h2>
          <ul className="rows" aria-label={`Deleted ${sayName(section)}`}>
            {section.tasks.map((task) => (
              <TrashRow key={task.id} task={task} onRestore={() => void restore(task)} />
            ))}
          </ul>
        </div>
      ))}
      {next !== null && (
        <button className="link" type="button" onClick={() => void more()}>
          Show older
        </button>
      )}
    </>
  );
};

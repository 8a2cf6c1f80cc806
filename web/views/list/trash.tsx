// The trash: what was deleted in the last 30 days, by day, to be restored or deleted for good. Called by list.tsx.
import { useMemo } from "react";
import type { Task } from "../../../domain/task.ts";
import { endedSections } from "../../lists/sections.ts";
import { trashWords } from "../../words/trash.ts";
import { useNow } from "../context.ts";
import { Empty } from "./empty.tsx";
import { EmptyTrash } from "./empty-trash.tsx";
import { ListHead } from "./head.tsx";
import { useSayName } from "./section-head.tsx";
import { TrashRow } from "./trash-row.tsx";
import { useTrash } from "./use-trash.ts";

const trash = { is: "trash" } as const;

/** By the day they were put there: nothing changes a task after that. */
const byDeletion = (tasks: readonly Task[]): Task[] =>
  tasks.map((task) => ({ ...task, completedAt: task.deletedAt ?? task.updatedAt }));

export const Trash = () => {
  const { wall, zone } = useNow();
  const sayName = useSayName({ wall, zone });
  const { tasks, next, problem, isRead, more, restore, purge, ...all } = useTrash();
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
      {!isRead && <output>{trashWords.looking}</output>}
      {isRead && tasks.length === 0 && problem === null && (
        <Empty place={trash} onChat={() => undefined} />
      )}
      {(tasks.length > 0 || all.left !== null) && <EmptyTrash {...all} />}
      {sections.map((section) => (
        <div key={section.key} className="group">
          <h2 className="group__name">{sayName(section)}</h2>
          <ul className="rows" aria-label={trashWords.deletedOn(sayName(section))}>
            {section.tasks.map((task) => (
              <TrashRow
                key={task.id}
                task={task}
                onRestore={() => void restore(task)}
                onPurge={() => purge(task)}
              />
            ))}
          </ul>
        </div>
      ))}
      {next !== null && (
        <button className="link" type="button" onClick={() => void more()}>
          {trashWords.older}
        </button>
      )}
    </>
  );
};

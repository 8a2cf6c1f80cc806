// One task: tick it, rename it, open its details, look at its history. Called by group.tsx.
import { memo, useState } from "react";
import { isOver } from "../../../domain/is-over.ts";
import type { Task } from "../../../domain/task.ts";
import type { Focus, GroupName } from "../../store/groups.ts";
import type { VisibleTask } from "../../store/visible.ts";
import type { Now } from "../../time/due.ts";
import { useWorkspace } from "../context.ts";
import { Icon } from "../icon.tsx";
import { Chips, DueChip } from "./chips.tsx";
import { ReminderChip, RepeatChip } from "./clock-chips.tsx";
import { TaskEditor } from "./editor.tsx";
import { TaskTitle } from "./title.tsx";
import { UnsavedBar } from "./unsaved.tsx";
import { useUnsaved } from "./use-unsaved.ts";

export type RowProps = {
  task: VisibleTask;
  group: GroupName;
  now: Now;
  /** The event to highlight, when the task has just been changed elsewhere. */
  arrival: string | null;
  /** How many of its parts are done: `2/3`; null when it has none. */
  progress: string | null;
  /** How far in it stands: 0 for a task of its own. */
  depth: number;
  onHistory: (task: Task) => void;
  onFocus: (focus: Focus) => void;
};

const Tick = ({ task }: { task: VisibleTask }) => {
  const { wishes } = useWorkspace();
  const done = isOver(task);
  return (
    <input
      className={`tick tick--p${task.priority}`}
      type="checkbox"
      checked={done}
      aria-label={`${done ? "Open again" : "Complete"} ${task.title}`}
      disabled={task.version === 0}
      onChange={() => void (done ? wishes.reopen(task) : wishes.complete(task))}
    />
  );
};

export const TaskRow = memo((props: RowProps) => {
  const { task, group, now, arrival, progress, depth, onHistory, onFocus } = props;
  const { wishes } = useWorkspace();
  const [open, setOpen] = useState(false);
  const [renamed, setRenamed] = useState<Task | null>(null);
  const unsaved = useUnsaved(task);
  const isNew = task.version === 0;
  return (
    <li
      className={`task ${task.waiting ? "is-waiting" : ""} ${arrival === null ? "" : "is-fresh"}`}
      data-depth={depth}
      data-task={task.id}
    >
      <div className="task__row">
        <Tick task={task} />
        <div className="task__what">
          <TaskTitle task={task} before={renamed} onRename={setRenamed} />
          <div className="task__chips">
            <DueChip task={task} now={now} bare={group === "today"} />
            <RepeatChip task={task} />
            <ReminderChip task={task} now={now} />
            {progress !== null && (
              <span className="chip" title="Subtasks done">
                <Icon name="subtask" />
                {progress}
              </span>
            )}
            <Chips task={task} now={now} onFocus={onFocus} />
          </div>
          {task.description !== "" && !open && <p className="task__notes">{task.description}</p>}
        </div>
        <div className="task__actions">
          <button
            className="icon-button task__extra"
            type="button"
            aria-label={`History of ${task.title}`}
            title="History"
            disabled={isNew}
            onClick={() => onHistory(task)}
          >
            <Icon name="history" />
          </button>
          <button
            className="icon-button task__extra"
            type="button"
            aria-label={`Delete ${task.title}`}
            title="Delete"
            disabled={isNew}
            onClick={() => void wishes.remove(task)}
          >
            <Icon name="trash" />
          </button>
          <button
            className="icon-button"
            type="button"
            aria-label={`Details of ${task.title}`}
            aria-expanded={open}
            title="Details"
            disabled={isNew}
            onClick={() => setOpen(!open)}
          >
            <Icon name="more" />
          </button>
        </div>
      </div>
      {!open && renamed === null && !task.waiting && (
        <UnsavedBar unsaved={unsaved} onOpen={() => setOpen(true)} />
      )}
      {open && (
        <TaskEditor
          task={task}
          unsaved={unsaved}
          onHistory={onHistory}
          onClose={() => setOpen(false)}
        />
      )}
    </li>
  );
});
TaskRow.displayName = "TaskRow";

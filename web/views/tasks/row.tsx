// One task of a list: tick it, rename it, open it, look at its history. Called by list/rows.tsx.
import { memo, useState } from "react";
import type { Task } from "../../../domain/task.ts";
import type { VisibleTask } from "../../store/visible.ts";
import type { Now } from "../../time/due.ts";
import { useWorkspace } from "../context.ts";
import { Icon } from "../icon.tsx";
import { useRowSelect } from "../selecting/use-row-select.ts";
import { listWords } from "../../words/list.ts";
import { Chips, DueChip, type OnPick } from "./chips.tsx";
import { ReminderChip, RepeatChip } from "./clock-chips.tsx";
import { Tick } from "./tick.tsx";
import { TaskTitle } from "./title.tsx";
import { UnsavedBar } from "./unsaved.tsx";
import { useUnsaved } from "./use-unsaved.ts";
import { taskWords } from "../../words/task.ts";
import { useLanguage } from "../use-language.ts";

export type RowProps = {
  task: VisibleTask;
  now: Now;
  /** The heading names the day already: a time alone will do. */
  isDaySaid: boolean;
  /** The event to highlight, when the task has just been changed elsewhere. */
  arrival: string | null;
  /** How many of its parts are done: `2/3`; null when it has none. */
  progress: string | null;
  /** How far in it stands: 0 for a task of its own. */
  depth: number;
  /** Its place in the section, from 1, and how many there are: not all of them are on the page. */
  at: number;
  of: number;
  /** Its place among the lines of the list, and what measures it. */
  index: number;
  measure: (row: HTMLLIElement | null) => void;
  isOpen: boolean;
  onOpen: (taskId: string) => void;
  onHistory: (task: Task) => void;
  onPick: OnPick;
};

/** Deeper than this parts are drawn no further in. */
const deepest = 3;

type Actions = Pick<RowProps, "task" | "isOpen" | "onOpen" | "onHistory">;

const RowActions = ({ task, isOpen, onOpen, onHistory }: Actions) => {
  const { wishes } = useWorkspace();
  const isNew = task.version === 0;
  return (
    <div className="task__actions">
      <button
        className="icon-button task__extra"
        type="button"
        aria-label={taskWords.historyOf(task.title)}
        title={taskWords.history}
        disabled={isNew}
        onClick={() => onHistory(task)}
      >
        <Icon name="history" />
      </button>
      <button
        className="icon-button task__extra"
        type="button"
        aria-label={taskWords.deleteOne(task.title)}
        title={taskWords.delete}
        onClick={() => void wishes.remove(task)}
      >
        <Icon name="trash" />
      </button>
      {/* Stretched over the row by its style: a click where nothing else is opens the task. */}
      <button
        className="icon-button task__open"
        type="button"
        aria-label={taskWords.detailsOf(task.title)}
        aria-expanded={isOpen}
        title={taskWords.details}
        onClick={() => onOpen(task.id)}
      >
        <Icon name="open" />
      </button>
    </div>
  );
};

const RowChips = ({ task, now, isDaySaid, progress, onPick }: RowProps) => (
  <div className="task__chips">
    <DueChip task={task} now={now} bare={isDaySaid} />
    <RepeatChip task={task} />
    <ReminderChip task={task} now={now} />
    {progress !== null && (
      <span className="chip" title={taskWords.subtasksDone}>
        <Icon name="subtask" />
        {progress}
      </span>
    )}
    <Chips task={task} now={now} onPick={onPick} />
  </div>
);

export const TaskRow = memo((props: RowProps) => {
  useLanguage();
  const { task, arrival, depth, isOpen, at, of, index, measure, onOpen } = props;
  const [renamed, setRenamed] = useState<Task | null>(null);
  const unsaved = useUnsaved(task);
  const { isSelected, isSelecting, onToggle, handlers } = useRowSelect(task.id);
  return (
    <li
      ref={measure}
      className={`task ${task.waiting ? "is-waiting" : ""} ${arrival === null ? "" : "is-fresh"} ${isOpen ? "is-open" : ""} ${isSelected ? "is-selected" : ""}`}
      {...handlers}
      data-depth={Math.min(depth, deepest)}
      data-task={task.id}
      data-index={index}
      aria-posinset={at}
      aria-setsize={of}
      tabIndex={-1}
    >
      <div className="task__row">
        <span className="grip" aria-hidden="true" />
        {isSelecting && (
          <input
            className="pick"
            type="checkbox"
            checked={isSelected}
            aria-label={listWords.select.one(task.title)}
            onChange={onToggle}
          />
        )}
        <Tick task={task} />
        <div className="task__what">
          <TaskTitle task={task} before={renamed} onRename={setRenamed} />
          <RowChips {...props} />
          {task.description !== "" && <p className="task__notes">{task.description}</p>}
        </div>
        <RowActions {...props} />
      </div>
      {!isOpen && renamed === null && !task.waiting && (
        <UnsavedBar unsaved={unsaved} onOpen={() => onOpen(task.id)} />
      )}
    </li>
  );
});
TaskRow.displayName = "TaskRow";

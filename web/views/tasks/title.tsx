// The title of a task, renamed in place: click, type, Enter; Esc leaves it as it was. Called by row.tsx.
import { useRef } from "react";
import type { Task } from "../../../domain/task.ts";
import type { VisibleTask } from "../../store/visible.ts";
import { useWorkspace } from "../context.ts";
import { useEdit } from "./use-edit.ts";
import { taskWords } from "../../words/task.ts";

type Props = {
  task: VisibleTask;
  /** The task as it was when its title was clicked; null while it only stands there. */
  before: Task | null;
  onRename: (before: Task | null) => void;
};

export const TaskTitle = ({ task, before, onRename }: Props) => {
  const { wishes } = useWorkspace();
  const { draft, set, discard, read, titleBefore } = useEdit(before ?? task, true);

  // Enter saves and then takes the focus away, which would save once more.
  const over = useRef(false);

  const start = (): void => {
    over.current = false;
    onRename(task);
  };
  const save = (): void => {
    if (over.current) return;
    over.current = true;
    const title = read().title.trim();
    onRename(null);
    if (before === null) return;
    const seen = titleBefore() ?? before.title;
    if (title === "" || title === seen) discard("title");
    else void wishes.patch({ ...before, title: seen }, { title });
  };
  if (before === null)
    return (
      <button
        className="task__title"
        type="button"
        dir="auto"
        title={taskWords.rename}
        onClick={start}
      >
        {task.title}
      </button>
    );
  return (
    <input
      className="task__rename"
      dir="auto"
      aria-label={taskWords.newTitle(task.title)}
      value={draft.title}
      maxLength={500}
      ref={(input) => input?.focus()}
      onFocus={(event) => event.target.select()}
      onChange={(event) => set({ ...draft, title: event.target.value })}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return; // the key belongs to the input method
        if (event.key === "Enter") save();
        if (event.key !== "Escape") return;
        event.preventDefault(); // taken: what is open stays
        over.current = true;
        discard("title");
        onRename(null);
      }}
    />
  );
};

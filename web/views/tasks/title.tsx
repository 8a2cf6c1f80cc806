// The title of a task, renamed in place: click, type, Enter; Esc leaves it as it was. Called by row.tsx.
import { useState } from "react";
import type { VisibleTask } from "../../store/visible.ts";
import { useWorkspace } from "../context.ts";

export const TaskTitle = ({ task }: { task: VisibleTask }) => {
  const { wishes } = useWorkspace();
  const [typed, setTyped] = useState<string | null>(null);

  const save = (): void => {
    const title = typed?.trim() ?? "";
    setTyped(null);
    if (title !== "" && title !== task.title) void wishes.patch(task, { title });
  };
  if (typed === null)
    return (
      <button
        className="task__title"
        type="button"
        title="Rename"
        disabled={task.version === 0}
        onClick={() => setTyped(task.title)}
      >
        {task.title}
      </button>
    );
  return (
    <input
      className="task__rename"
      aria-label={`New title of ${task.title}`}
      value={typed}
      maxLength={500}
      ref={(input) => input?.focus()}
      onFocus={(event) => event.target.select()}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.key === "Enter") save();
        if (event.key === "Escape") setTyped(null);
      }}
    />
  );
};

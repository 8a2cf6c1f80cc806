// The box that completes a task or opens it again. Called by row.tsx and the panel.
import { isOver } from "../../../domain/is-over.ts";
import type { VisibleTask } from "../../store/visible.ts";
import { useWorkspace } from "../context.ts";
import { taskWords } from "../../words/task.ts";

export const Tick = ({ task }: { task: VisibleTask }) => {
  const { wishes } = useWorkspace();
  const done = isOver(task);
  return (
    <input
      className={`tick tick--p${task.priority}`}
      type="checkbox"
      checked={done}
      aria-label={taskWords[done ? "reopen" : "complete"](task.title)}
      onChange={() => void (done ? wishes.reopen(task) : wishes.complete(task))}
    />
  );
};

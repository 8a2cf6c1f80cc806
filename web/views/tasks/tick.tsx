// The box that completes a task or opens it again. Called by row.tsx and the panel.
import { isOver } from "../../../domain/is-over.ts";
import type { VisibleTask } from "../../store/visible.ts";
import { useWorkspace } from "../context.ts";

export const Tick = ({ task }: { task: VisibleTask }) => {
  const { wishes } = useWorkspace();
  const done = isOver(task);
  return (
    <input
      className={`tick tick--p${task.priority}`}
      type="checkbox"
      checked={done}
      aria-label={`${done ? "Open again" : "Complete"} ${task.title}`}
      onChange={() => void (done ? wishes.reopen(task) : wishes.complete(task))}
    />
  );
};

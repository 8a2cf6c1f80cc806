// One task beside the list, wherever it stands: open, done long ago or in the trash. Called by home.tsx.
import { useEffect, useRef } from "react";
import type { Task } from "../../../domain/task.ts";
import type { VisibleTask } from "../../store/visible.ts";
import { panel } from "../../words/panel.ts";
import { Icon } from "../icon.tsx";
import { focusList, focusRow } from "../focus.ts";
import { TaskEditor } from "./editor.tsx";
import { SaveSign } from "./save-sign.tsx";
import { useUnsaved } from "../tasks/use-unsaved.ts";
import { useEscape } from "../use-keys.ts";
import { useWhere } from "../where.ts";
import { Gone } from "./gone.tsx";
import { PartOf } from "./part-of.tsx";
import { useTask } from "./use-task.ts";

type Props = { taskId: string; onHistory: (task: Task) => void };

const Body = ({
  task,
  onHistory,
  onClose,
}: {
  task: VisibleTask;
  onHistory: Props["onHistory"];
  onClose: () => void;
}) => {
  const unsaved = useUnsaved(task);
  return <TaskEditor task={task} unsaved={unsaved} onHistory={onHistory} onClose={onClose} />;
};

const TaskPanel = ({ taskId, onHistory }: Props) => {
  const { close } = useWhere();
  const found = useTask(taskId);
  const region = useRef<HTMLElement>(null);
  const leave = (): void => {
    close();
    focusRow(taskId);
  };
  useEscape(found.is !== "here", leave);
  useEffect(() => {
    // It may come a moment after it was asked for: a title that is typed in its row by then goes on being typed.
    const isRenaming = document.activeElement?.closest("li[data-task] input.task__rename");
    if (!isRenaming) region.current?.focus({ preventScroll: true });
  }, []);
  // Deleted, here or elsewhere, while one looks at it: there is nothing left to look at.
  const isLost = found.is === "gone" && found.wasHere;
  useEffect(() => {
    if (!isLost) return;
    const at = document.activeElement;
    const hadFocus = at === document.body || region.current?.contains(at) === true;
    close();
    if (hadFocus) focusList();
  }, [isLost, close]);
  return (
    <section className="panel" aria-label={panel.kind} ref={region} tabIndex={-1}>
      <div className="panel__head">
        {found.is === "here" && found.task.parentId !== null ? (
          <PartOf parentId={found.task.parentId} />
        ) : (
          <p className="drawer__kind">{panel.kind}</p>
        )}
        {found.is === "here" && <SaveSign task={found.task} />}
        <button className="icon-button" type="button" aria-label={panel.close} onClick={leave}>
          <Icon name="close" />
        </button>
      </div>
      {found.is === "here" ? (
        <Body task={found.task} onHistory={onHistory} onClose={leave} />
      ) : (
        !isLost && <Gone found={found} taskId={taskId} />
      )}
    </section>
  );
};

export default TaskPanel;

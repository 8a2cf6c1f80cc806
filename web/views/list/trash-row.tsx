// One task of the trash: back to the list, or gone for good. Called by trash.tsx.
import { useState } from "react";
import type { Task } from "../../../domain/task.ts";
import { trashWords } from "../../words/trash.ts";
import { useNow } from "../context.ts";
import { Icon } from "../icon.tsx";
import { Chips, DueChip } from "../tasks/chips.tsx";
import { ForGood } from "./for-good.tsx";

type Props = { task: Task; onRestore: () => void; onPurge: () => Promise<void> };

export const TrashRow = ({ task, onRestore, onPurge }: Props) => {
  const now = useNow();
  const [asks, setAsks] = useState<"no" | "yes" | "busy">("no");
  const purge = async (): Promise<void> => {
    setAsks("busy");
    await onPurge();
    setAsks("no");
  };
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
          aria-label={trashWords.restoreOf(task.title)}
          onClick={onRestore}
        >
          {trashWords.restore}
        </button>
        <button
          className="link"
          type="button"
          aria-label={trashWords.forGoodOf(task.title)}
          aria-expanded={asks !== "no"}
          onClick={() => setAsks("yes")}
        >
          {trashWords.forGood}
        </button>
      </div>
      {asks !== "no" && (
        <ForGood
          question={trashWords.askOne(task.title)}
          yes={trashWords.yesOne}
          no={trashWords.keepOne}
          isBusy={asks === "busy"}
          onYes={() => void purge()}
          onNo={() => setAsks("no")}
        />
      )}
    </li>
  );
};

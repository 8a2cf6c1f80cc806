// Adds a part to a task: a title and Enter. Called by editor.tsx.
import { useId } from "react";
import type { Task } from "../../../domain/task.ts";
import { useDraft } from "../use-draft.ts";
import { subtaskName } from "../../drafts/names.ts";
import { useUnsaved } from "./use-unsaved.ts";

export const AddSubtask = ({ task }: { task: Task }) => {
  const { addSubtask: add } = useUnsaved(task);
  const [title, setTitle] = useDraft(subtaskName(task.id), "");
  const id = useId();
  return (
    <div className="subtask-add">
      <label className="unseen" htmlFor={id}>
        New subtask of {task.title}
      </label>
      <input
        id={id}
        value={title}
        maxLength={500}
        autoComplete="off"
        placeholder="Add a subtask"
        onChange={(event) => setTitle(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
          event.preventDefault(); // Enter in the form around it would save and close
          add();
        }}
      />
      <button
        className="button button--small"
        type="button"
        disabled={title.trim() === ""}
        onClick={add}
      >
        Add
      </button>
    </div>
  );
};

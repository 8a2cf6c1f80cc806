// Adds a part to a task: a line of words and Enter, and the line is free for the next. Called by panel/parts.tsx.
import { useDeferredValue, useId } from "react";
import type { Task } from "../../../domain/task.ts";
import { subtaskName } from "../../drafts/names.ts";
import { parts } from "../../words/panel.ts";
import { useAppState, useNow, useWorkspace } from "../context.ts";
import { useReader } from "../quick-add/use-reader.ts";
import { useDraft } from "../use-draft.ts";
import { readPart } from "../tasks/read-part.ts";
import { useUnsaved } from "../tasks/use-unsaved.ts";

/** What Enter will add, where that is more than the words themselves. */
const useUnderstood = (text: string): string => {
  const { settings } = useWorkspace();
  const { tasks } = useAppState();
  const { at } = useNow();
  const reader = useReader(text !== "");
  if (reader === null || text.trim() === "") return "";
  const reading = readPart(reader, text, { at, settings, tasks: tasks.values() });
  return reading.tokens.length === 0 ? "" : parts.understood(reading.explanation);
};

export const AddSubtask = ({ task }: { task: Task }) => {
  const { addSubtask: add } = useUnsaved(task);
  const [text, setText] = useDraft(subtaskName(task.id), "");
  const understood = useUnderstood(useDeferredValue(text));
  const id = useId();
  return (
    <div className="subtask-add">
      <label className="unseen" htmlFor={id}>
        {parts.newOf(task.title)}
      </label>
      <input
        id={id}
        dir="auto"
        value={text}
        maxLength={500}
        autoComplete="off"
        enterKeyHint="done"
        placeholder={parts.hint}
        aria-describedby={`${id}-said`}
        onChange={({ target }) => setText(target.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
          event.preventDefault();
          add();
        }}
      />
      <button
        className="button button--small"
        type="button"
        disabled={text.trim() === ""}
        onClick={add}
      >
        {parts.add}
      </button>
      <output id={`${id}-said`} className="hint subtask-add__said" aria-live="polite">
        {understood}
      </output>
    </div>
  );
};

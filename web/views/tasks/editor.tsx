// Everything about a task that can be set by hand, opened below its row. Called by row.tsx.
import { type FormEvent, useState } from "react";
import type { Scope } from "../../../domain/command.ts";
import type { Task } from "../../../domain/task.ts";
import { useWorkspace } from "../context.ts";
import { Icon } from "../icon.tsx";
import { ReminderSection } from "../reminders/section.tsx";
import { ScopeField } from "../repeat/scope.tsx";
import { RepeatSection } from "../repeat/section.tsx";
import { useEscape } from "../use-keys.ts";
import { AddSubtask } from "./add-subtask.tsx";
import { asksScope, changesOf, draftOf, draftProblem } from "./draft.ts";
import { DraftFields } from "./fields.tsx";

type Props = { task: Task; onHistory: (task: Task) => void; onClose: () => void };

export const TaskEditor = ({ task, onHistory, onClose }: Props) => {
  const { wishes, settings } = useWorkspace();
  const [draft, setDraft] = useState(() => draftOf(task, settings.timeZone));
  const [problem, setProblem] = useState<ReturnType<typeof draftProblem>>(null);
  const [scope, setScope] = useState<Scope>("this");
  const saved = draftOf(task, settings.timeZone).repeat;
  const asks = asksScope(draft, task, settings.timeZone);
  const notesId = `notes-${task.id}`;

  useEscape(true, onClose);
  const save = (): void => {
    const wrong = draftProblem(draft);
    setProblem(wrong);
    if (wrong !== null) return;
    const changes = changesOf(draft, task, settings.timeZone);
    if (Object.keys(changes).length > 0) void wishes.patch(task, changes, asks ? scope : undefined);
    onClose();
  };
  return (
    <form
      className="editor"
      aria-label={`Details of ${task.title}`}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        save();
      }}
    >
      <DraftFields
        prefix={task.id}
        draft={draft}
        problem={problem}
        saved={saved}
        onDraft={setDraft}
      />
      {asks && <ScopeField scope={scope} onScope={setScope} />}
      <RepeatSection task={task} draft={draft} onDraft={setDraft} onClose={onClose} />
      <ReminderSection task={task} />
      <div className="field">
        <label htmlFor={notesId}>Notes</label>
        <textarea
          id={notesId}
          rows={3}
          maxLength={16_384}
          value={draft.description}
          onChange={(event) => setDraft({ ...draft, description: event.target.value })}
        />
      </div>
      <AddSubtask task={task} />
      <div className="editor__actions">
        <button className="button button--primary button--small" type="submit">
          Save
        </button>
        <button className="button button--small" type="button" onClick={onClose}>
          Cancel
        </button>
        <span className="editor__space" />
        <button className="link" type="button" onClick={() => onHistory(task)}>
          <Icon name="history" /> History
        </button>
        <button
          className="link link--danger"
          type="button"
          onClick={() => void wishes.remove(task)}
        >
          <Icon name="trash" /> Delete
        </button>
      </div>
    </form>
  );
};

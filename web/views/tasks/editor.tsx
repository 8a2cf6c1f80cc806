// Everything about a task that can be set by hand. What is typed here is kept until it is saved or discarded. Called by panel/panel.tsx.
import { type FormEvent, useState } from "react";
import type { Scope } from "../../../domain/command.ts";
import type { Task } from "../../../domain/task.ts";
import { useWorkspace } from "../context.ts";
import { Field } from "../field.tsx";
import { Icon } from "../icon.tsx";
import { ReminderSection } from "../reminders/section.tsx";
import { ScopeField } from "../repeat/scope.tsx";
import { RepeatSection } from "../repeat/section.tsx";
import { useEscape } from "../use-keys.ts";
import { AddSubtask } from "./add-subtask.tsx";
import { type Draft, draftOf, type draftProblem } from "../../drafts/draft.ts";
import { DraftFields } from "../draft-fields.tsx";
import { TaskConflicts } from "./unsaved.tsx";
import type { useUnsaved } from "./use-unsaved.ts";

type Unsaved = ReturnType<typeof useUnsaved>;
type Props = {
  task: Task;
  unsaved: Unsaved;
  onHistory: (task: Task) => void;
  onClose: () => void;
};

export const TaskEditor = ({ task, unsaved, onHistory, onClose }: Props) => {
  const { wishes } = useWorkspace();
  const [problem, setProblem] = useState<ReturnType<typeof draftProblem>>(null);
  const [scope, setScope] = useState<Scope>("this");
  const { draft, set, asksScope, collided, names } = unsaved;

  useEscape(true, onClose);
  const save = (): void => {
    const wrong = unsaved.problem();
    setProblem(wrong);
    if (wrong !== null || collided.length > 0) return;
    unsaved.save(asksScope ? scope : undefined);
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
      <TaskConflicts unsaved={unsaved} />
      <Field
        id={`${task.id}-title`}
        label="Title"
        value={draft.title}
        maxLength={500}
        error={problem?.field === "title" ? problem.message : null}
        onChange={(title) => set({ ...draft, title })}
      />
      <DraftFields
        prefix={task.id}
        draft={draft}
        problem={problem}
        saved={draftOf(task).repeat}
        zoned
        onDraft={set}
      />
      {asksScope && <ScopeField scope={scope} onScope={setScope} />}
      <RepeatSection task={task} draft={draft} onDraft={set} onClose={onClose} />
      <ReminderSection task={task} />
      <Notes task={task} draft={draft} onDraft={set} />
      <AddSubtask task={task} />
      <div className="editor__actions">
        <button
          className="button button--primary button--small"
          type="submit"
          disabled={collided.length > 0}
          title={collided.length > 0 ? "First choose what to keep" : undefined}
        >
          Save
        </button>
        <button
          className="button button--small"
          type="button"
          onClick={() => {
            unsaved.discard();
            onClose();
          }}
        >
          {names.length > 0 ? "Discard" : "Close"}
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

type NotesProps = { task: Task; draft: Draft; onDraft: (draft: Draft) => void };

const Notes = ({ task, draft, onDraft }: NotesProps) => {
  const id = `notes-${task.id}`;
  return (
    <div className="field">
      <label htmlFor={id}>Notes</label>
      <textarea
        id={id}
        rows={3}
        maxLength={16_384}
        value={draft.description}
        onChange={(event) => onDraft({ ...draft, description: event.target.value })}
      />
    </div>
  );
};

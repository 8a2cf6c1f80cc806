// Everything about a task that can be set by hand. Each field saves by itself; what cannot be saved stays as typed. Called by panel.tsx.
import type { FormEvent } from "react";
import type { Task } from "../../../domain/task.ts";
import type { VisibleTask } from "../../store/visible.ts";
import { panel } from "../../words/panel.ts";
import { useWorkspace } from "../context.ts";
import { Icon } from "../icon.tsx";
import { ReminderSection } from "../reminders/section.tsx";
import { ScopeField } from "../repeat/scope.tsx";
import { RepeatSection } from "../repeat/section.tsx";
import { Tick } from "../tasks/tick.tsx";
import { TaskConflicts } from "../tasks/unsaved.tsx";
import type { useUnsaved } from "../tasks/use-unsaved.ts";
import { useEscape } from "../use-keys.ts";
import { Held } from "./held.tsx";
import { NotesField } from "./notes.tsx";
import { Parts } from "./parts.tsx";
import { PlaceProps } from "./places.tsx";
import { DeadlineProp, DueProp, DurationProp, PriorityProp } from "./properties.tsx";
import { TitleField } from "./text-fields.tsx";
import { useSaving } from "./use-saving.ts";

type Props = {
  task: VisibleTask;
  unsaved: ReturnType<typeof useUnsaved>;
  onHistory: (task: Task) => void;
  onClose: () => void;
};

export const TaskEditor = ({ task, unsaved, onHistory, onClose }: Props) => {
  const saving = useSaving(unsaved);
  const { draft, typed } = unsaved;
  const props = { task, unsaved, saving };
  useEscape(true, onClose);
  return (
    <form
      className="editor"
      aria-label={panel.formOf(task.title)}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        saving.flush();
      }}
      {...saving.around}
    >
      <TaskConflicts unsaved={unsaved} onChosen={() => saving.flush()} />
      <div className="panel__task">
        <Tick task={task} />
        <h1 className="unseen">{task.title}</h1>
        <TitleField {...props} />
      </div>
      <NotesField {...props} />
      <Parts task={task} />
      <DueProp {...props} />
      {typed.asksScope && <ScopeField onScope={(scope) => saving.flush(scope)} />}
      <div className="section" data-steps>
        <RepeatSection task={task} draft={draft} onDraft={saving.type} onClose={onClose} />
        <Held field="recurrence" unsaved={unsaved} />
      </div>
      <PriorityProp {...props} />
      <PlaceProps {...props} />
      <DeadlineProp {...props} />
      <DurationProp {...props} />
      <ReminderSection task={task} />
      <Foot task={task} onHistory={onHistory} />
    </form>
  );
};

const Foot = ({ task, onHistory }: Pick<Props, "task" | "onHistory">) => {
  const { wishes } = useWorkspace();
  return (
    <div className="editor__actions editor__foot">
      <button className="link" type="button" onClick={() => onHistory(task)}>
        <Icon name="history" /> {panel.history}
      </button>
      <button className="link link--danger" type="button" onClick={() => void wishes.remove(task)}>
        <Icon name="trash" /> {panel.delete}
      </button>
    </div>
  );
};

// When a task is due and how much it is: a line for each, chosen or typed, saved by itself. Called by editor.tsx.
import { useId } from "react";
import { type DateChange, dated, draftOf } from "../../drafts/draft.ts";
import { dateName, deadlineName } from "../../drafts/names.ts";
import { sayDuration } from "../../pick/duration.ts";
import { dates, fields } from "../../words/panel.ts";
import { DateField } from "../pick/date-field.tsx";
import { PriorityField } from "../pick/priority.tsx";
import type { TextProps } from "./text-fields.tsx";
import { Prop } from "./prop.tsx";

export const DueProp = ({ task, unsaved, saving }: TextProps) => {
  const { draft, read } = unsaved;
  const change = (to: DateChange): void => saving.type(dated(read(), to, draftOf(task).repeat));
  return (
    <Prop icon="clock" name={fields.due} field="due" unsaved={unsaved}>
      <DateField
        id={`${task.id}-due`}
        name={fields.due}
        label={dates.dueOf(task.title)}
        none={fields.noDue}
        kept={dateName(task.id)}
        value={draft}
        onChange={change}
        onDone={() => saving.flush()}
      />
    </Prop>
  );
};

export const DeadlineProp = ({ task, unsaved, saving }: TextProps) => (
  <Prop icon="calendar" name={fields.deadline} field="deadline" unsaved={unsaved}>
    <DateField
      id={`${task.id}-deadline`}
      name={fields.deadline}
      label={dates.deadlineOf(task.title)}
      none={fields.noDeadline}
      kept={deadlineName(task.id)}
      value={{ date: unsaved.draft.deadline, time: "", zone: "" }}
      dayOnly
      onChange={({ date = "" }) => saving.type({ deadline: date })}
      onDone={() => saving.flush()}
    />
  </Prop>
);

export const PriorityProp = ({ unsaved, saving }: TextProps) => (
  <Prop icon="flag" name={fields.priority} field="priority" unsaved={unsaved}>
    <PriorityField
      value={unsaved.draft.priority}
      onPick={(priority) => saving.pick({ priority })}
    />
  </Prop>
);

export const DurationProp = ({ unsaved, saving }: TextProps) => {
  const id = useId();
  const { draft, typed } = unsaved;
  return (
    <Prop icon="length" name={fields.duration} field="durationMinutes" unsaved={unsaved}>
      <div className="duration">
        <input
          id={id}
          aria-label={fields.duration}
          aria-invalid={typed.wrong.durationMinutes !== undefined}
          value={draft.duration}
          placeholder={fields.durationHint}
          maxLength={40}
          autoComplete="off"
          enterKeyHint="done"
          onChange={({ target }) => saving.type({ duration: target.value })}
          onKeyDown={(event) => {
            if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
            event.preventDefault();
            saving.flush();
          }}
        />
        {fields.durations.map((minutes) => (
          <button
            key={minutes}
            className="chip chip--pick"
            type="button"
            // The input keeps the focus: without it these are gone.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => saving.pick({ duration: sayDuration(minutes) })}
          >
            {sayDuration(minutes)}
          </button>
        ))}
      </div>
    </Prop>
  );
};

// The inputs for what a task has beside its title. Called by quick-add.tsx.
import { Field } from "./field.tsx";
import { type Draft, type draftProblem, type TextField, withDate } from "../drafts/draft.ts";

type Props = {
  /** Makes the ids of the inputs unique on the page. */
  prefix: string;
  draft: Draft;
  problem: ReturnType<typeof draftProblem>;
  onDraft: (draft: Draft) => void;
};

const priorities = [
  ["1", "p1 · first"],
  ["2", "p2 · soon"],
  ["3", "p3 · later"],
  ["4", "none"],
] as const;

export const DraftFields = ({ prefix, draft, problem, onDraft }: Props) => {
  const set = (field: TextField) => (value: string) => onDraft({ ...draft, [field]: value });
  return (
    <div className="draft">
      <Field
        id={`${prefix}-date`}
        label="Day"
        type="date"
        value={draft.date}
        error={problem?.field === "date" ? problem.message : null}
        onChange={(date) => onDraft(withDate(draft, date, null))}
      />
      <Field
        id={`${prefix}-time`}
        label="Time"
        type="time"
        step={draft.time.length > 5 ? 1 : 60}
        value={draft.time}
        onChange={set("time")}
      />
      <div className="field">
        <label htmlFor={`${prefix}-priority`}>Priority</label>
        <select
          id={`${prefix}-priority`}
          value={draft.priority}
          onChange={({ target }) => onDraft({ ...draft, priority: target.value })}
        >
          {priorities.map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </div>
      <Field
        id={`${prefix}-project`}
        label="Project"
        value={draft.project}
        placeholder="home"
        maxLength={100}
        onChange={set("project")}
      />
      <Field
        id={`${prefix}-tags`}
        label="Tags"
        value={draft.tags}
        placeholder="errand, phone"
        onChange={set("tags")}
      />
      <Field
        id={`${prefix}-assignee`}
        label="Person"
        value={draft.assignee}
        placeholder="nobody"
        maxLength={100}
        onChange={set("assignee")}
      />
    </div>
  );
};

// The inputs for what a task has beside its title. Called by quick-add.tsx.
import { draftFields as words } from "../words/panel.ts";
import { Field } from "./field.tsx";
import { type Draft, type draftProblem, type TextField, withDate } from "../drafts/draft.ts";

type Props = {
  /** Makes the ids of the inputs unique on the page. */
  prefix: string;
  draft: Draft;
  problem: ReturnType<typeof draftProblem>;
  onDraft: (draft: Draft) => void;
};

const priorities = ["1", "2", "3", "4"] as const;

export const DraftFields = ({ prefix, draft, problem, onDraft }: Props) => {
  const set = (field: TextField) => (value: string) => onDraft({ ...draft, [field]: value });
  return (
    <div className="draft">
      <Field
        id={`${prefix}-date`}
        label={words.day}
        type="date"
        value={draft.date}
        error={problem?.field === "date" ? problem.message : null}
        onChange={(date) => onDraft(withDate(draft, date, null))}
      />
      <Field
        id={`${prefix}-time`}
        label={words.time}
        type="time"
        step={draft.time.length > 5 ? 1 : 60}
        value={draft.time}
        onChange={set("time")}
      />
      <div className="field">
        <label htmlFor={`${prefix}-priority`}>{words.priority}</label>
        <select
          id={`${prefix}-priority`}
          value={draft.priority}
          onChange={({ target }) => onDraft({ ...draft, priority: target.value })}
        >
          {priorities.map((value) => (
            <option key={value} value={value}>
              {words.priorities[value]}
            </option>
          ))}
        </select>
      </div>
      <Field
        id={`${prefix}-project`}
        label={words.project}
        value={draft.project}
        placeholder={words.projectHint}
        maxLength={100}
        onChange={set("project")}
      />
      <Field
        id={`${prefix}-tags`}
        label={words.tags}
        value={draft.tags}
        placeholder={words.tagsHint}
        onChange={set("tags")}
      />
      <Field
        id={`${prefix}-assignee`}
        label={words.person}
        value={draft.assignee}
        placeholder={words.personHint}
        maxLength={100}
        onChange={set("assignee")}
      />
    </div>
  );
};

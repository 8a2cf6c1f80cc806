// The inputs for what a task has beside its title. Called by quick-add.tsx and editor.tsx.
import type { Repeat } from "../repeat/rule.ts";
import { Field } from "./field.tsx";
import { SetZone, ZoneField } from "./zone-field.tsx";
import { type Draft, type draftProblem, type TextField, withDate } from "../drafts/draft.ts";

type Props = {
  /** Makes the ids of the inputs unique on the page. */
  prefix: string;
  draft: Draft;
  problem: ReturnType<typeof draftProblem>;
  /** How the task repeats as it is saved. */
  saved?: Repeat | null;
  /** Whether the clock of the time can be chosen. */
  zoned?: boolean;
  onDraft: (draft: Draft) => void;
};

const priorities = [
  ["1", "p1 · first"],
  ["2", "p2 · soon"],
  ["3", "p3 · later"],
  ["4", "none"],
] as const;

export const DraftFields = ({
  prefix,
  draft,
  problem,
  saved = null,
  zoned = false,
  onDraft,
}: Props) => {
  const set = (field: TextField) => (value: string) => onDraft({ ...draft, [field]: value });
  return (
    <div className="draft">
      <Field
        id={`${prefix}-date`}
        label="Day"
        type="date"
        value={draft.date}
        error={problem?.field === "date" ? problem.message : null}
        onChange={(date) => onDraft(withDate(draft, date, saved))}
      />
      <div>
        <Field
          id={`${prefix}-time`}
          label="Time"
          type="time"
          step={draft.time.length > 5 ? 1 : 60}
          value={draft.time}
          onChange={set("time")}
        />
        {zoned && <SetZone draft={draft} onDraft={onDraft} />}
      </div>
      {zoned && <ZoneField prefix={prefix} draft={draft} onDraft={onDraft} />}
      <div className="field">
        <label htmlFor={`${prefix}-priority`}>Priority</label>
        <select
          id={`${prefix}-priority`}
          value={draft.priority}
          onChange={(event) => set("priority")(event.target.value)}
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

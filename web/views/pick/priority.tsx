// Four buttons for how urgent a task is; the keys 1 to 4 press them. Called by panel/properties.tsx.
import { fields } from "../../words/panel.ts";
import { Icon } from "../icon.tsx";

const all = ["1", "2", "3", "4"] as const;

export const PriorityField = ({
  value,
  onPick,
}: {
  value: string;
  onPick: (value: string) => void;
}) => (
  <fieldset className="priority">
    <legend className="unseen">{fields.priority}</legend>
    {all.map((one) => (
      <button
        key={one}
        className={`priority__one priority__one--p${one}`}
        type="button"
        aria-pressed={value === one}
        aria-label={fields.priorityNames[one]}
        onClick={() => onPick(one)}
        onKeyDown={(event) => {
          const key = all.find((name) => name === event.key);
          if (key === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
          event.preventDefault();
          onPick(key);
        }}
      >
        {one !== "4" && <Icon name="flag" />}
        {fields.priorities[one]}
      </button>
    ))}
  </fieldset>
);

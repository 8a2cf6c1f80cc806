// That a task has changes which were typed and not saved, on its row; and where others have changed the same, both values to choose from. Called by
// row.tsx and editor.tsx.
import { sayValue } from "../../words/change.ts";
import { useNow, useWorkspace } from "../context.ts";
import { Icon } from "../icon.tsx";
import { type FieldName, fieldLabels } from "./edit.ts";
import type { useUnsaved } from "./use-unsaved.ts";

type Unsaved = ReturnType<typeof useUnsaved>;

/** Below the row while the details are closed. What is not clear is settled in the details. */
export const UnsavedBar = ({ unsaved, onOpen }: { unsaved: Unsaved; onOpen: () => void }) => {
  const { names, collided, asksScope, problem, save, discard } = unsaved;
  if (names.length === 0) return null;
  const isClear = collided.length === 0 && !asksScope && problem() === null;
  return (
    <div className="unsaved">
      <Icon name="pencil" />
      <span className="unsaved__what">
        Unsaved: {names.join(", ")}
        {collided.length > 0 && <strong> · changed elsewhere too</strong>}
      </span>
      <button
        className="button button--small"
        type="button"
        onClick={() => (isClear ? save() : onOpen())}
      >
        {collided.length > 0 ? "Choose" : isClear ? "Save" : "Look"}
      </button>
      <button className="button button--small" type="button" onClick={discard}>
        Discard
      </button>
    </div>
  );
};

const Conflict = ({ field, unsaved }: { field: FieldName; unsaved: Unsaved }) => {
  const { settings } = useWorkspace();
  const now = useNow();
  const { mine, theirs } = unsaved.values(field);
  const label = fieldLabels[field];
  const say = (value: unknown): string =>
    field === "description" && value !== ""
      ? String(value)
      : sayValue(field, value, { ...now, locale: settings.locale });
  return (
    <li className="conflict">
      <span className="conflict__field">{label}</span>
      {(
        [
          ["Mine", mine, "Keep mine", unsaved.keep],
          ["Theirs", theirs, "Take theirs", unsaved.take],
        ] as const
      ).map(([whose, value, verb, choose]) => (
        <div key={whose} className="conflict__side">
          <span className="conflict__whose">{whose}</span>
          <span className="conflict__value">{say(value)}</span>
          <button
            className="button button--small"
            type="button"
            aria-label={`${verb}: ${label}`}
            onClick={() => choose(field)}
          >
            {verb}
          </button>
        </div>
      ))}
    </li>
  );
};

/** The fields in conflict, each with both values. */
export const Conflicts = ({ unsaved }: { unsaved: Unsaved }) =>
  unsaved.collided.length === 0 ? null : (
    <fieldset className="conflicts">
      <legend>Changed elsewhere too</legend>
      <ul>
        {unsaved.collided.map((field) => (
          <Conflict key={field} field={field} unsaved={unsaved} />
        ))}
      </ul>
    </fieldset>
  );

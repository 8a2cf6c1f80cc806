// Below a field that cannot be saved as it stands: why, how it is kept, and the way back. Called by editor.tsx and the fields of the panel.
import { fieldLabels, type FieldName } from "../../drafts/edit.ts";
import { saving } from "../../words/panel.ts";
import type { useUnsaved } from "../tasks/use-unsaved.ts";

type Props = { id?: string; field: FieldName; unsaved: ReturnType<typeof useUnsaved> };

export const Held = ({ id, field, unsaved }: Props) => {
  const why = unsaved.typed.wrong[field];
  if (why === undefined) return null;
  return (
    <div className="held">
      <p className="error" id={id} role="alert">
        {why}
      </p>
      <p className="hint">
        {saving.staysTyped}{" "}
        <button
          className="link"
          type="button"
          aria-label={saving.putBack(fieldLabels[field])}
          onClick={() => unsaved.take(field)}
        >
          {saving.putBackShort}
        </button>
      </p>
    </div>
  );
};

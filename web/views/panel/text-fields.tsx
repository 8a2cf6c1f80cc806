// The title of a task, saved while it is typed. Called by editor.tsx.
import { type KeyboardEvent, useId, useState } from "react";
import type { VisibleTask } from "../../store/visible.ts";
import { panel } from "../../words/panel.ts";
import { Held } from "./held.tsx";
import type { Saving } from "./use-saving.ts";
import type { useUnsaved } from "../tasks/use-unsaved.ts";

export type TextProps = {
  task: VisibleTask;
  unsaved: ReturnType<typeof useUnsaved>;
  saving: Saving;
};

/** The title as it is being typed: a space at its end is none of the title, and still there for the next word. */
const useRaw = (value: string) => {
  const [raw, setRaw] = useState<string | null>(null);
  const isSame = raw !== null && raw.trim() === value.trim();
  return { shown: isSame ? raw : value, setRaw };
};

export const TitleField = ({ unsaved, saving }: TextProps) => {
  const id = useId();
  const { shown, setRaw } = useRaw(unsaved.draft.title);
  const why = unsaved.typed.wrong.title;
  return (
    <div className="title-field">
      <label className="unseen" htmlFor={id}>
        {panel.title}
      </label>
      <textarea
        id={id}
        dir="auto"
        rows={1}
        value={shown}
        maxLength={500}
        autoComplete="off"
        enterKeyHint="done"
        aria-invalid={why !== undefined}
        aria-describedby={why === undefined ? undefined : `${id}-why`}
        onChange={({ target }) => {
          const title = target.value.replaceAll(/\s*\n\s*/g, " "); // pasted: a title is one line
          setRaw(title);
          saving.type({ title });
        }}
        onBlur={() => setRaw(null)}
        onKeyDown={(event: KeyboardEvent) => {
          if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
          event.preventDefault();
          saving.flush();
        }}
      />
      <Held id={`${id}-why`} field="title" unsaved={unsaved} />
    </div>
  );
};

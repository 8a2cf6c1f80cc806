// Adds a task by a line of words, which are shown as they are understood. Called by list/list.tsx.
import { type FormEvent, useState } from "react";
import type { Place } from "../../places/place.ts";
import { Icon } from "../icon.tsx";
import { DraftFields } from "../draft-fields.tsx";
import { useEscape } from "../use-keys.ts";
import { QuickAddInput } from "./input.tsx";
import { PastedOffer } from "./pasted.tsx";
import { Understood } from "./understood.tsx";
import { useQuickAdd } from "./use-quick-add.ts";
import { quickAddWords } from "../../words/quick-add.ts";
import { sharedWords } from "../../words/shared.ts";

/** `place`: the list it adds to, which gives a new task what makes it stand there. */
export const QuickAdd = ({ place }: { place: Place }) => {
  const state = useQuickAdd(place);
  const [open, setOpen] = useState(false);
  const { line, draft, draftWrong, pasted } = state;
  useEscape(open, () => setOpen(false));
  return (
    <form
      className={`quick-add ${open ? "is-open" : ""}`}
      aria-label={quickAddWords.form}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void state.add();
      }}
    >
      <div className="quick-add__line">
        <Icon name="plus" />
        <QuickAddInput state={state} />
        <kbd aria-hidden="true">n</kbd>
        <button
          className="icon-button"
          type="button"
          aria-expanded={open}
          aria-label={quickAddWords.more}
          title={quickAddWords.more}
          onClick={() => setOpen(!open)}
        >
          <Icon name="more" />
        </button>
        <button className="button button--small" type="submit" disabled={line.text.trim() === ""}>
          {sharedWords.add}
        </button>
      </div>
      {pasted === null ? (
        <Understood state={state} />
      ) : (
        <PastedOffer lines={pasted} state={state} />
      )}
      {open && (
        <DraftFields prefix="new" draft={draft} problem={draftWrong} onDraft={state.setDraft} />
      )}
    </form>
  );
};

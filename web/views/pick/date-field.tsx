// A date of a task as a button that says it; pressed it can be chosen. Called by panel/properties.tsx.
import { lazy, useRef, useState } from "react";
import type { When } from "../../../domain/when.ts";
import { type DateChange, dueOf } from "../../drafts/draft.ts";
import { type Dated, sayOnClock } from "../../drafts/said.ts";
import { dates } from "../../words/panel.ts";
import { useNow, useWorkspace } from "../context.ts";
import { LatePart } from "../late-part.tsx";
import { useDraft } from "../use-draft.ts";

const DatePop = lazy(() => import("./date-pop.tsx"));

type Props = {
  id: string;
  name: string;
  /** The dialog's name. */
  label: string;
  none: string;
  kept: string;
  value: Dated;
  dayOnly?: boolean;
  describedBy?: string | undefined;
  onChange: (change: DateChange) => void;
  onDone: () => void;
};

const useSaid = (due: When | null, none: string): [string, string | null] => {
  const { settings } = useWorkspace();
  const now = useNow();
  return due === null ? [none, null] : sayOnClock(due, now, settings.locale);
};

export const DateField = (props: Props) => {
  const { id, name, label, none, kept, value, dayOnly = false, onChange, onDone } = props;
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const [left] = useDraft(kept, "");
  const [said, here] = useSaid(dueOf(value), none);
  const close = (): void => {
    setOpen(false);
    onDone();
  };
  return (
    <div>
      <button
        ref={button}
        className={`prop__button ${value.date === "" ? "is-empty" : ""}`}
        type="button"
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        aria-describedby={props.describedBy}
        onClick={() => setOpen(true)}
      >
        <span className="unseen">{name}: </span>
        {said}
      </button>
      {here !== null && <p className="hint">{here}</p>}
      {left !== "" && !isOpen && <p className="hint">{dates.left(left)}</p>}
      {isOpen && (
        <LatePart onClose={close}>
          <DatePop
            id={id}
            label={label}
            kept={kept}
            at={button}
            value={value}
            dayOnly={dayOnly}
            onChange={onChange}
            onClose={close}
          />
        </LatePart>
      )}
    </div>
  );
};

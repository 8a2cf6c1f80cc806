// The names that go on from what is typed, below an input. Called by combo.tsx and tags.tsx.
/* oxlint-disable jsx-a11y/prefer-tag-over-role -- a datalist is drawn by the browser and cannot say "new"; the roles are those of the ARIA combobox */
import type { KeyboardEvent } from "react";
import { useState } from "react";

/** `value` is taken, `label` is shown. */
export type Option = { value: string; label: string };

/** Which option is chosen, and the keys that choose; `take` takes one. */
export const useOptions = (all: readonly Option[], take: (value: string) => void) => {
  const [isOpen, setOpen] = useState(false);
  const [at, setAt] = useState(-1);
  const shown = isOpen ? all : [];
  const active = at < shown.length ? at : -1;
  const close = (): void => {
    setOpen(false);
    setAt(-1);
  };
  return {
    shown,
    active,
    open: (): void => setOpen(true),
    close,
    /** True when the key was for the options. */
    onKey: (event: KeyboardEvent): boolean => {
      if (event.nativeEvent.isComposing) return false;
      const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      const chosen = shown[active];
      if (by !== undefined) {
        if (!isOpen) setOpen(true);
        const places = all.length + 1; // the options, and the input itself before the first
        setAt(((active + 1 + by + places) % places) - 1);
      } else if (event.key === "Escape" && shown.length > 0) close();
      else if (event.key === "Enter" && chosen) {
        take(chosen.value);
        close();
      } else return false;
      event.preventDefault();
      event.stopPropagation();
      return true;
    },
  };
};

type Props = {
  id: string;
  label: string;
  all: readonly Option[];
  active: number;
  onTake: (value: string) => void;
};

export const optionId = (id: string, at: number): string | undefined =>
  at < 0 ? undefined : `${id}-${at}`;

export const Options = ({ id, label, all, active, onTake }: Props) =>
  all.length === 0 ? null : (
    <div className="suggestions options" id={id} role="listbox" aria-label={label}>
      {all.map((option, at) => (
        <button
          key={option.value}
          id={`${id}-${at}`}
          className="suggestion"
          type="button"
          role="option"
          tabIndex={-1}
          aria-selected={at === active}
          // The input keeps the focus.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onTake(option.value)}
        >
          {option.label}
        </button>
      ))}
    </div>
  );

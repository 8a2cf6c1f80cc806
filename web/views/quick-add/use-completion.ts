// Completing a name at the caret: what is offered, which one is chosen, and the keys that choose. Called by input.tsx.
import { type KeyboardEvent, useState } from "react";
import { completed, completingAt, suggest, type Suggestion } from "../../quick-add/complete.ts";
import type { Names } from "../../quick-add/names.ts";

type Props = { text: string; names: Names; onText: (text: string, caret: number) => void };

export const useCompletion = ({ text, names, onText }: Props) => {
  const [caret, setCaret] = useState<number | null>(null);
  const [active, setActive] = useState(-1);
  /** Where the name stands whose suggestions were waved away. */
  const [dismissed, setDismissed] = useState<number | null>(null);
  const at = caret === null ? null : completingAt(text, caret);
  const all = at === null || at.start === dismissed ? [] : suggest(at, names);

  const pick = (suggestion: Suggestion): void => {
    if (at === null) return;
    const after = completed(text, at, suggestion);
    setActive(-1);
    onText(after.text, after.caret);
  };
  /** True when the key was for the suggestions. */
  const onKey = (event: KeyboardEvent): boolean => {
    if (all.length === 0 || event.nativeEvent.isComposing) return false;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const chosen = all[active] ?? (event.key === "Tab" && !event.shiftKey ? all[0] : undefined);
    const places = all.length + 1; // the names, and the line itself before the first
    if (step !== undefined) setActive(((active + 1 + step + places) % places) - 1);
    else if (event.key === "Escape") setDismissed(at?.start ?? null);
    else if ((event.key === "Enter" || event.key === "Tab") && chosen) pick(chosen);
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  };
  return {
    all,
    active: active < all.length ? active : -1,
    pick,
    onKey,
    /** The caret is there now; null: the line has been left. */
    moveTo: (to: number | null): void => {
      setCaret(to);
      if (to !== caret) setActive(-1);
      if (to === null) setDismissed(null);
    },
  };
};

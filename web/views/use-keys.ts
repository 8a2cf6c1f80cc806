// The keys of the page: / for the chat, n for a new task, Esc to close what is open. Called by home.tsx and the task forms.
import { useEffect, useEffectEvent } from "react";

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName));

/** Runs `keys[key]` when that key is pressed outside of an input, without modifiers and with no dialog open. */
export const useKeys = (keys: Record<string, () => void>): void => {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const run = keys[event.key];
      if (run === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
      if (isTyping(event.target) || document.querySelector("dialog[open]")) return;
      event.preventDefault();
      run();
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, [keys]);
};

/** Runs `close` when Esc is pressed while `open`. A dialog closes by itself and first. */
export const useEscape = (open: boolean, close: () => void): void => {
  const onEscape = useEffectEvent(close);
  useEffect(() => {
    if (!open) return undefined;
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === "Escape" && !document.querySelector("dialog[open]")) onEscape();
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, [open]);
};

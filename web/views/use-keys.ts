// The keys of the page: / for the chat, n for a new task, Ctrl+Z to take back, Esc to close what is open. Called by home.tsx and the forms.
import { useEffect, useEffectEvent } from "react";

/** Inputs that take no letters: a key pressed on them means the page. */
const untyped = new Set(["checkbox", "radio", "button", "submit"]);

const isTyping = (target: EventTarget | null): boolean => {
  if (target instanceof HTMLInputElement) return !untyped.has(target.type);
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || ["TEXTAREA", "SELECT"].includes(target.tagName))
  );
};

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

/** Runs `undo` at Ctrl/Cmd+Z and `redo` at Ctrl/Cmd+Shift+Z or Ctrl+Y. Where one types, the keys are the input's own. */
export const useUndoKeys = (undo: () => void, redo: () => void): void => {
  const run = useEffectEvent((event: KeyboardEvent): void => {
    const key = event.key.toLowerCase();
    if ((!event.ctrlKey && !event.metaKey) || event.altKey || event.repeat) return;
    if (key !== "z" && !(key === "y" && event.ctrlKey)) return;
    if (isTyping(event.target) || document.querySelector("dialog[open]")) return;
    event.preventDefault();
    (key === "y" || event.shiftKey ? redo : undo)();
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => run(event);
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, []);
};

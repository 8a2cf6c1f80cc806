// The keys of the page: those of home.tsx and the list, Ctrl+Z to take back, Esc to close what is open. Called by home.tsx, the list and the forms.
import { useEffect, useEffectEvent, useRef } from "react";
import { createEscapes } from "./escapes.ts";

/** Inputs that take no letters: a key pressed on them means the page. */
const untyped = new Set(["checkbox", "radio", "button", "submit"]);

const isTyping = (target: EventTarget | null): boolean => {
  if (target instanceof HTMLInputElement) return !untyped.has(target.type);
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || ["TEXTAREA", "SELECT"].includes(target.tagName))
  );
};

/** A key that somebody else wants: it is typed, belongs to an input method or to the dialog that is open, or has been taken. */
export const isTaken = (event: KeyboardEvent): boolean =>
  event.isComposing ||
  event.defaultPrevented ||
  isTyping(event.target) ||
  document.querySelector("dialog[open]") !== null;

/** How long the second key of a pair such as `g t` is waited for, ms. */
const pairMs = 1_500;

/**
 * Runs `keys[key]` when that key is pressed outside of an input, without modifiers and with no dialog open. A name of two keys (`g t`) means
 * one after the other. One that gives back false has left the key to others.
 */
export const useKeys = (keys: Record<string, () => unknown>): void => {
  const first = useRef({ key: "", at: 0 });
  const onKey = useEffectEvent((event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTaken(event)) return;
    const { key, at } = first.current;
    const pair = event.timeStamp - at < pairMs ? keys[`${key} ${event.key}`] : undefined;
    first.current = { key: event.key, at: event.timeStamp };
    const run = pair ?? keys[event.key];
    if (run === undefined) return;
    first.current = { key: "", at: 0 };
    if (run() !== false) event.preventDefault();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => onKey(event);
    addEventListener("keydown", listener);
    return () => removeEventListener("keydown", listener);
  }, []);
};

/** Runs `close` when Esc is pressed while `open` and nothing was opened since. A dialog closes by itself and first, and an input takes its own. */
export const useEscape = (open: boolean, close: () => void): void => {
  const onEscape = useEffectEvent(close);
  useEffect(() => (open ? escapes.enter(() => onEscape()) : undefined), [open]);
};

const escapes = createEscapes(
  (press) => {
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  },
  () => document.querySelector("dialog[open]") !== null,
);

/** Runs `open` at Ctrl/Cmd+K, also where one types. */
export const useFindKey = (open: () => void): void => {
  const onFind = useEffectEvent(open);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const isFind = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
      if (!isFind || event.key.toLowerCase() !== "k" || event.isComposing) return;
      event.preventDefault();
      if (!document.querySelector("dialog[open]")) onFind();
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, []);
};

/** Runs `undo` at Ctrl/Cmd+Z and `redo` at Ctrl/Cmd+Shift+Z or Ctrl+Y. Where one types, the keys are the input's own. */
export const useUndoKeys = (undo: () => void, redo: () => void): void => {
  const run = useEffectEvent((event: KeyboardEvent): void => {
    const key = event.key.toLowerCase();
    if ((!event.ctrlKey && !event.metaKey) || event.altKey || event.repeat) return;
    if (key !== "z" && !(key === "y" && event.ctrlKey)) return;
    if (isTaken(event)) return;
    event.preventDefault();
    (key === "y" || event.shiftKey ? redo : undo)();
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => run(event);
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, []);
};

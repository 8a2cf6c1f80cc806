// How the page looks on this device, and to change it. Called by the shell and the lists.
import { useCallback, useSyncExternalStore } from "react";
import { type Choice, type ChoiceName, chosen } from "../look/choices.ts";
import { keep, onKept, readKept } from "../look/kept.ts";

/** One of the page's choices. */
export const useChoice = <Name extends ChoiceName>(
  name: Name,
): [Choice<Name>, (value: Choice<Name>) => void] => {
  const value = useSyncExternalStore(onKept, () => chosen(name));
  const set = useCallback((next: Choice<Name>) => keep(name, next), [name]);
  return [value, set];
};

/** Anything else that is kept by name; whoever reads it checks what it is. */
export const useKept = (name: string): [unknown, (value: unknown) => void] => {
  const value = useSyncExternalStore(onKept, () => readKept(name));
  const set = useCallback((next: unknown) => keep(name, next), [name]);
  return [value, set];
};

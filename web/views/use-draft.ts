// What a person types, kept by name until it is sent or discarded. Called by everything one can type into.
import { useCallback, useSyncExternalStore } from "react";
import { useWorkspace } from "./context.ts";

/** Like useState, but the value outlives the view and the page. Setting `empty` (by identity or as equal text) clears it. */
export const useDraft = <T>(name: string, empty: T): [T, (value: T) => void] => {
  const { drafts } = useWorkspace();
  const value = useSyncExternalStore(drafts.subscribe, () => drafts.read(name, empty));
  const set = useCallback(
    (next: T) => drafts.write(name, next === empty ? undefined : next),
    [drafts, name, empty],
  );
  return [value, set];
};

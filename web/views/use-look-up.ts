// Fetches what a view speaks of and the page does not have. Called by the views.
import { useEffect } from "react";
import { useAppState, useWorkspace } from "./context.ts";

/** Asks for the tasks of these ids, once the list is there. */
export const useLookUp = (ids: readonly string[]): void => {
  const { lookUp } = useWorkspace();
  const { loaded, older } = useAppState();
  const { snapshot } = older;
  const wanted = ids.join(" ");
  useEffect(() => {
    // A snapshot, whichever it is, does not have what was fetched before it.
    if (loaded && snapshot > 0 && wanted !== "") lookUp(wanted.split(" "));
  }, [lookUp, loaded, snapshot, wanted]);
};

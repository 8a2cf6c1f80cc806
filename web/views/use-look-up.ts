// Fetches what a view speaks of and the page does not have. Called by the views.
import { useEffect } from "react";
import { useAppState, useWorkspace } from "./context.ts";

/** Asks for the tasks of these ids, once the list is there. */
export const useLookUp = (ids: readonly string[]): void => {
  const { lookUp } = useWorkspace();
  const { loaded, older } = useAppState();
  const wanted = ids.join(" ");
  useEffect(() => {
    if (loaded && wanted !== "") lookUp(wanted.split(" "));
  }, [lookUp, loaded, older.snapshot, wanted]);
};

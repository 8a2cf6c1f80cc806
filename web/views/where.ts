// Gives the views where one is and the ways to go. Provided by home.tsx, used everywhere below it.
import { createContext, useContext } from "react";
import type { Where } from "./use-place.ts";

export const WhereContext = createContext<Where | null>(null);

/** Where one is, and `go`, `open` and `close`. */
export const useWhere = (): Where => {
  const where = useContext(WhereContext);
  if (where === null) throw new Error("a view outside of home.tsx asked for the address");
  return where;
};

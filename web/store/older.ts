// Tasks that ended long ago: they are not in a snapshot, and come page by page when someone wants to see them. Pure; called by reduce.ts.
import type { TaskPage } from "../api/punctual.ts";
import { applyTasks } from "./apply.ts";
import type { Older, State } from "./state.ts";

/** Another page is wanted; it came (asked for with `cursor`), or did not. */
export type OlderAction =
  | { type: "older_wanted" }
  | { type: "older_read"; cursor: string; page: TaskPage }
  | { type: "older_failed" };

/** The state after an action. A page that was asked for before the last snapshot, or twice, is no longer wanted. */
export const reduceOlder = (state: State, action: OlderAction): State => {
  const { older } = state;
  switch (action.type) {
    case "older_wanted":
      return { ...state, older: { ...older, wanted: older.read + 1 } };
    case "older_read": {
      if (action.cursor !== older.cursor) return state;
      const { tasks, next } = action.page;
      const read = { ...older, cursor: next, read: older.read + 1 };
      return { ...applyTasks(state, tasks), older: read };
    }
    case "older_failed":
      return { ...state, older: { ...older, wanted: older.read } };
  }
};

/** The cursor of the page to read next; null when nothing is wanted, or nothing is left. */
export const nextOlder = ({ cursor, wanted, read }: Older): string | null =>
  wanted > read ? cursor : null;

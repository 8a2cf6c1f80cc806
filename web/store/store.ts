// Holds the state of one signed-in page and tells the views when it changed. Made by workspace.ts.
import { type Action, reduce } from "./reduce.ts";
import { type Recalled, recalledState } from "./recall.ts";
import { emptyState, type State } from "./state.ts";

export type Store = ReturnType<typeof createStore>;

/** A store for `useSyncExternalStore`: `read` gives the same object until something changed. It begins with what was seen last, if that is kept. */
export const createStore = (device: string, recalled?: Recalled) => {
  let state: State = recalled ? recalledState(device, recalled) : emptyState(device);
  const listeners = new Set<() => void>();
  return {
    read: (): State => state,
    dispatch: (action: Action): void => {
      state = reduce(state, action);
      for (const listener of listeners) listener();
    },
    subscribe: (listener: () => void): (() => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};

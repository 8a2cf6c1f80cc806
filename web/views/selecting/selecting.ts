// What is selected in the list of the address, and what is said about it. A store beside React's: a row hears of itself alone, so 10,000 of them are
// not drawn again. Made by list.tsx, called by the rows, the keys and the bar.
import { createContext, useContext, useSyncExternalStore } from "react";
import {
  everything,
  extended,
  nothing,
  type Selection,
  still,
  toggled,
} from "../../lists/selection.ts";
import { listWords } from "../../words/list.ts";

export type Selecting = ReturnType<typeof createSelecting>;

export const createSelecting = () => {
  let selection: Selection = nothing;
  let rows: readonly string[] = [];
  let said = "";
  const listeners = new Set<() => void>();
  const tell = (): void => {
    for (const listener of listeners) listener();
  };
  const set = (next: Selection): void => {
    if (next === selection) return;
    if (next.ids.size !== selection.ids.size) said = listWords.select.said(next.ids.size);
    selection = next;
    tell();
  };
  return {
    subscribe: (listener: () => void): (() => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    ids: (): ReadonlySet<string> => selection.ids,
    has: (id: string): boolean => selection.ids.has(id),
    isOn: (): boolean => selection.isOn || selection.ids.size > 0,
    said: (): string => said,
    /** The rows as they stand now; what is none of them any more is selected no longer. */
    setRows: (ids: readonly string[]): void => {
      rows = ids;
      set(still(selection, ids));
    },
    toggle: (id: string): void => set(toggled(selection, id)),
    /** Up to a row, from where the selecting began, or `from` another row. */
    extend: (to: string, from?: string): void => set(extended(selection, rows, to, from)),
    all: (): void => set(everything(selection, rows)),
    /** Begins without any. */
    begin: (): void => set({ ...selection, isOn: true }),
    clear: (): void => set(nothing),
    /** Says something to who does not see it. */
    say: (text: string): void => {
      said = text;
      tell();
    },
  };
};

export const SelectingContext = createContext<Selecting | null>(null);

/** The selecting of the list around it. */
export const useSelecting = (): Selecting => {
  const selecting = useContext(SelectingContext);
  if (selecting === null) throw new Error("a view outside of list.tsx asked what is selected");
  return selecting;
};

/** Whether rows are being selected. */
export const useIsSelecting = (): boolean => {
  const { subscribe, isOn } = useSelecting();
  return useSyncExternalStore(subscribe, isOn);
};

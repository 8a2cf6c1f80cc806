// German for show-as-list.ts.
import type { Words } from "../language.ts";
import type * as english from "../show-as-list.ts";

export const showAsList: Words<typeof english.showAsList> = {
  label: "Als Liste zeigen",
  title: (line) => `Zeigt Aufgaben mit: ${line}`,
};

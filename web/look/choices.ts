// What can be chosen about the page's look on a device, and putting it on the page. Called by main.tsx and the views.
import { heardKept, onKept, readKept } from "./kept.ts";

const choices = {
  theme: ["system", "light", "dark"],
  density: ["comfortable", "compact"],
  chat: ["narrow", "wide", "gone"],
  sidebar: ["shown", "hidden"],
} as const;

export type Choices = typeof choices;
export type ChoiceName = keyof Choices;
export type Choice<Name extends ChoiceName> = Choices[Name][number];

/** What there is to choose; the first is the usual one. */
export const optionsOf = <Name extends ChoiceName>(name: Name): Choices[Name] => choices[name];

/** What was chosen, or the usual. */
export const chosen = <Name extends ChoiceName>(name: Name): Choice<Name> => {
  const kept = readKept(name);
  const all = choices[name] as readonly unknown[] as readonly Choice<Name>[];
  return all.find((one) => one === kept) ?? (all[0] as Choice<Name>);
};

const apply = (): void => {
  const { dataset } = document.documentElement;
  dataset["theme"] = chosen("theme");
  dataset["density"] = chosen("density");
};

/** Puts theme and density on the page, now and with each change, also one of another tab. */
export const followChoices = (): void => {
  apply();
  onKept(apply);
  addEventListener("storage", heardKept);
};

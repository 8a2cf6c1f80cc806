// How a list is grouped and sorted: what there is to choose, and what each list begins with. Pure; called by sections.ts and the views.
import type { Place } from "../places/place.ts";

export const groupings = ["date", "day", "project", "section", "priority", "none"] as const;
export type Grouping = (typeof groupings)[number];

export const orders = ["due", "priority", "title", "added", "hand"] as const;
export type Order = (typeof orders)[number];

export type Arrangement = { group: Grouping; order: Order };

/** What a list looks like until a person has chosen. Done and trash are by the day something ended, always. */
export const arrangementFor = ({ is }: Place): Arrangement =>
  is === "project"
    ? { group: "section", order: "hand" }
    : { group: is === "upcoming" ? "day" : "date", order: "due" };

/** Sections are those of one project. */
export const groupingsOf = ({ is }: Place): Grouping[] =>
  groupings.filter((one) => one !== "section" || is === "project");

export const isArrangeable = ({ is }: Place): boolean => is !== "done" && is !== "trash";

/** A choice as it was kept, by whichever version of the page. */
export const readArrangement = (kept: unknown, place: Place): Arrangement => {
  const { group, order } = (kept ?? {}) as Partial<Arrangement>;
  const usual = arrangementFor(place);
  return {
    group: groupingsOf(place).find((one) => one === group) ?? usual.group,
    order: orders.find((one) => one === order) ?? usual.order,
  };
};

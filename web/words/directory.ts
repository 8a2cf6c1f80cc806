// Making, changing and taking away projects, tags and saved filters. Called by views/directory.
import { area } from "./language.ts";

export const directoryWords = area("directory", {
  kinds: { project: "Project", tag: "Tag", filter: "Filter" },
  new: { project: "New project", tag: "New tag", filter: "New filter" },
  made: {
    project: (name: string) => `Project “${name}” made.`,
    tag: (name: string) => `Tag “${name}” made.`,
    filter: (name: string) => `Filter “${name}” made.`,
  },
  changed: {
    project: (name: string) => `Project “${name}” changed.`,
    tag: (name: string) => `Tag “${name}” changed.`,
    filter: (name: string) => `Filter “${name}” changed.`,
  },
  merged: (name: string) => `Now in “${name}”.`,
  deleted: (name: string) => `“${name}” deleted.`,
  tasksToo: (count: number) => ` ${count} ${count === 1 ? "task" : "tasks"} changed with it.`,
  ask: "What is it called?",
  query: "Shows tasks that are",
  queryExample: "overdue & p1",
  queryHint: "For example: overdue & p1, #home | @errand, due before: friday",
  archived: "Archived: out of the way, its tasks stay",
  merge: (name: string) => `Merge into “${name}”`,
  colour: "Colour",
  noColour: "None",
  colours: {
    red: "red",
    orange: "orange",
    yellow: "yellow",
    green: "green",
    teal: "teal",
    blue: "blue",
    purple: "purple",
    pink: "pink",
    brown: "brown",
    grey: "grey",
  },
  remove: {
    begin: (name: string) => `Delete ${name}`,
    sure: (name: string) => `Delete ${name}?`,
    project: "What becomes of its tasks?",
    tag: "The tag is taken off its tasks, which stay.",
    filter: "Its tasks stay.",
    toInbox: "Move them to the inbox",
    too: "Delete them too",
  },
});

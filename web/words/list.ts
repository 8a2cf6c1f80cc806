// The words of the lists: what is selected, what was done with it, where things were moved. Called by views/list and what stands beside it.
// Taken out where they are shown, never before: they may be those of another language by then.
import { area } from "./language.ts";

const tasks = (count: number): string => `${count} ${count === 1 ? "task" : "tasks"}`;

export const listWords = area("list", {
  select: {
    bar: "Selected tasks",
    begin: "Select tasks",
    one: (title: string): string => `Select ${title}`,
    count: (count: number): string => `${count} selected`,
    said: (count: number): string =>
      count === 0 ? "Nothing selected" : `${tasks(count)} selected`,
    all: "Select all",
    clear: "Clear",
  },
  act: {
    complete: "Complete",
    reopen: "Open again",
    date: "Date",
    priority: "Priority",
    project: "Project",
    tags: "Tags",
    remove: "Delete",
  },
  date: {
    today: "Today",
    tomorrow: "Tomorrow",
    "next week": "Next week",
    none: "No date",
    /** Behind "Moved 3 tasks to". */
    to: { today: "today", tomorrow: "tomorrow", "next week": "next week" },
    typed: "Another day",
    example: "friday 5pm",
    set: "Set",
    unread: "This is not read as a date. Try “friday”, “dec 15” or “tomorrow 5pm”.",
    repeats: "This repeats. One date is set here; open a task to make it repeat.",
  },
  priority: {
    1: "Priority 1",
    2: "Priority 2",
    3: "Priority 3",
    4: "No priority",
  },
  names: {
    noProject: "No project",
    findProject: "Find or name a project",
    findTag: "Find or name a tag",
    make: (name: string): string => `New: ${name}`,
  },
  section: {
    tasks: "Tasks",
    none: "No section",
    addTask: "Add task",
    addTaskTo: (name: string): string => `Add task to ${name}`,
    add: "Add section",
    name: "Name of the section",
    save: "Save",
    change: (name: string): string => `Change section ${name}`,
    up: "Move up",
    down: "Move down",
    remove: "Delete section",
    stay: "Its tasks stay in the project.",
    added: (name: string): string => `Added section ${name}.`,
    renamed: (from: string, to: string): string => `Renamed section ${from} to ${to}.`,
    moved: (name: string): string => `Moved section ${name}.`,
    removed: (name: string): string => `Deleted section ${name}.`,
  },
  done: {
    complete: (count: number): string => `Completed ${tasks(count)}.`,
    reopen: (count: number): string => `Opened ${tasks(count)} again.`,
    remove: (count: number): string => `Moved ${tasks(count)} to the trash.`,
    move: (count: number, to: string): string => `Moved ${tasks(count)} to ${to}.`,
    undated: (count: number): string => `Took the date off ${tasks(count)}.`,
    priority: (count: number, priority: number): string =>
      priority === 4
        ? `Took the priority off ${tasks(count)}.`
        : `Set priority ${priority} for ${tasks(count)}.`,
    tag: (count: number, tag: string): string => `Tagged ${tasks(count)} @${tag}.`,
    untag: (count: number, tag: string): string => `Took @${tag} off ${tasks(count)}.`,
    unfile: (count: number): string => `Took ${tasks(count)} out of their project.`,
    waits: " It is sent when the line is back.",
  },
  move: {
    several: tasks,
    under: (count: number, title: string, parent: string): string =>
      count === 1
        ? `Made “${title}” a part of “${parent}”.`
        : `Made ${tasks(count)} parts of “${parent}”.`,
    out: (count: number, title: string): string =>
      count === 1 ? `“${title}” stands further out now.` : `${tasks(count)} stand further out now.`,
    placed: (count: number, title: string, after: string | null): string => {
      const what = count === 1 ? `“${title}”` : tasks(count);
      return after === null ? `${what}: now first.` : `${what}: now after “${after}”.`;
    },
    stays: "No further.",
    tooMany:
      "Nothing was moved: this list is long and sorted by something else. Sort it by hand, then move tasks in it.",
    byHand: "Sorted by hand now.",
    sortByHand: "Sort by hand",
    noRoom: "Nothing was moved: too many other tasks would have to move along.",
  },
  tooMany: (count: number, most: number): string =>
    `Nothing was changed: these are ${count} tasks, and at most ${most} can be changed at once.`,
  unless: {
    moved: (title: string): string => `“${title}” was not moved`,
    changed: (title: string): string => `“${title}” was not changed`,
    completed: (title: string): string => `“${title}” was not completed`,
    reopened: (title: string): string => `“${title}” was not opened again`,
    removed: (title: string): string => `“${title}” was not deleted`,
  },
});

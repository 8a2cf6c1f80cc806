// The words of a task's panel: its fields, what is said of their saving, and what is wrong with one. Called by views/panel, views/pick and drafts/wrong.ts.
import { area } from "./language.ts";
export const panel = area("panel", {
  kind: "Task",
  close: "Close the task",
  formOf: (title: string): string => `Details of ${title}`,
  title: "Title",
  notes: "Notes",
  history: "History",
  delete: "Delete",
});

/** Whether what was typed has been saved. */
export const saving = area("saving", {
  saved: "Saved",
  saving: "Saving…",
  kept: "Kept on this device",
  unsaved: (names: readonly string[]): string => `Not saved: ${names.join(", ")}`,
  /** The hint beside what cannot be saved as it stands. */
  staysTyped: "It stays as you typed it, also if you close the task.",
  putBack: (name: string): string => `Put back: ${name}`,
  putBackShort: "Put back",
  choose: "Choose",
  save: "Save",
  look: "Look",
  discard: "Discard",
  changedToo: "changed on your other device",
  conflict: "Changed on your other device too",
});

/** What is wrong with a field as it stands in the form. */
export const wrong = area("wrong", {
  noTitle: "A task needs a title.",
  noDay: "Pick the day this time is on.",
  noFirstDay: "Pick the day it begins on.",
  tooManyTags: "A task has at most 50 tags.",
  duration: "Write how long it takes, such as 45 min or 1h30.",
});

/** Where a moved date of a series asks what is meant. */
export const scope = area("scope", {
  asks: "This task repeats. Move",
  this: "This one only",
  following: "This and all following",
});

/** The properties of a task, and what is offered for each. */
export const fields = area("fields", {
  due: "Due",
  noDue: "No date",
  deadline: "Deadline",
  noDeadline: "No deadline",
  duration: "Duration",
  durationHint: "45 min, 1h30",
  durations: [15, 30, 60, 120],
  priority: "Priority",
  /** By their number; 4 is none. */
  priorities: { 1: "p1", 2: "p2", 3: "p3", 4: "None" },
  priorityNames: { 1: "p1, first", 2: "p2, soon", 3: "p3, later", 4: "None, no priority" },
  project: "Project",
  noProject: "No project",
  newProject: (name: string): string => `New project “${name}”`,
  section: "Section",
  noSection: "No section",
  tags: "Tags",
  addTag: "Add a tag",
  removeTag: (tag: string): string => `Remove the tag ${tag}`,
  newTag: (name: string): string => `New tag “${name}”`,
  person: "Person",
  nobody: "Nobody",
  newPerson: (name: string): string => `“${name}”`,
  known: (label: string): string => `${label}: known names`,
  showAll: (label: string): string => `Show all: ${label}`,
});

/** Choosing a date. */
export const dates = area("dates", {
  dueOf: (title: string): string => `Due of ${title}`,
  deadlineOf: (title: string): string => `Deadline of ${title}`,
  typed: "Type a date",
  typedHint: "fri 9am, in 3 days, every monday",
  typedDayHint: "fri, in 3 days, 1 dec",
  days: {
    today: "Today",
    tomorrow: "Tomorrow",
    weekend: "Weekend",
    nextWeek: "Next week",
  },
  none: "No date",
  time: "Time",
  timeHint: "9:30",
  wrongTime: "Write a time such as 9:30 or 5pm.",
  noTime: "No time",
  done: "Done",
  notRead: "This is no date yet.",
  notAll: (rest: string): string => `“${rest}” is no part of a date.`,
  enter: (said: string): string => `Enter: ${said}`,
  left: (text: string): string => `Typed and not taken: “${text}”`,
  forYou: (said: string): string => `${said} for you`,
  monthBefore: "Month before",
  monthAfter: "Month after",
  coming: "Fetching the calendar…",
});

/** The notes, which are markdown. */
export const notes = area("notes", {
  edit: "Edit",
  hint: "Notes, in Markdown if you like",
  picture: "picture",
  box: "A box",
});

/** The parts of a task. */
export const parts = area("parts", {
  name: "Subtasks",
  partOf: (title: string): string => `Part of ${title}`,
  progress: (done: number, of: number): string => `${done} of ${of}`,
  newOf: (title: string): string => `New subtask of ${title}`,
  hint: "Add a subtask: call Bob friday",
  add: "Add",
  understood: (said: string): string => `Enter adds: ${said}`,
});

/** What can be done to a series. */
export const series = area("series", {
  skipMissed: "Skip a date that nobody did once the next one comes",
  skip: "Skip this one",
  stop: "Stop repeating",
  end: "Done for good",
});

/** The fields below the line for new tasks. */
export const draftFields = area("draftFields", {
  day: "Day",
  time: "Time",
  priority: "Priority",
  priorities: { 1: "p1 · first", 2: "p2 · soon", 3: "p3 · later", 4: "none" },
  project: "Project",
  projectHint: "home",
  tags: "Tags",
  tagsHint: "errand, phone",
  person: "Person",
  personHint: "nobody",
});

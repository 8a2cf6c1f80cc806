// Words that are said in many places. Called by the views.
import { area } from "./language.ts";

export const sharedWords = area("shared", {
  add: "Add",
  back: "Back",
  cancel: "Cancel",
  change: "Change",
  close: "Close",
  delete: "Delete",
  discard: "Discard",
  done: "Done",
  keepIt: "Keep it",
  name: "Name",
  oneMoment: "One moment…",
  redo: "Redo",
  remove: "Remove",
  save: "Save",
  showMore: "Show more",
  signIn: "Sign in",
  takeBack: "Take back",
  takenBack: "taken back",
  tryAgain: "Try again",
  undo: "Undo",
  tasks: (count: number) => (count === 1 ? "1 task" : `${count} tasks`),
  and: (all: readonly string[]) =>
    all.length < 2 ? (all[0] ?? "") : `${all.slice(0, -1).join(", ")} and ${all.at(-1)}`,
});

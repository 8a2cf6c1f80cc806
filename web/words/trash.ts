// What the trash says. Called by views/list/trash.tsx and its parts.
import { trashDays } from "../../domain/trash.ts";
import { area } from "./language.ts";

const tasks = (count: number): string => (count === 1 ? "1 task" : `${count} tasks`);

export const trashWords = area("trash", {
  looking: "Looking into the trash…",
  stays: `What you delete stays here for ${trashDays} days, then it is deleted for good.`,
  restore: "Restore",
  restoreOf: (title: string) => `Restore ${title}`,
  restored: (title: string) => `Restored “${title}”.`,
  notRestored: (title: string, why: string) => `“${title}” was not restored. ${why}`,
  deletedOn: (day: string) => `Deleted ${day}`,
  older: "Show older",
  undo: "Undo",
  forGood: "Delete for good",
  forGoodOf: (title: string) => `Delete for good: ${title}`,
  empty: "Empty trash",
  askOne: (title: string) => `Delete “${title}” for good?`,
  askAll: (count: number) => `Delete ${tasks(count)} for good?`,
  cannotUndo: "This cannot be undone: nothing brings it back.",
  yesOne: "Yes, delete it for good",
  yesAll: (count: number) => `Yes, delete ${tasks(count)} for good`,
  keepOne: "Keep it",
  keepAll: "Keep them",
  emptying: (left: number) => `Emptying the trash: ${tasks(left)} left…`,
  emptied: (count: number) => `Deleted ${tasks(count)} for good.`,
  goneForGood: (title: string) => `“${title}” is deleted for good.`,
  notEmptied: (why: string) => `The trash is not empty yet. ${why}`,
  notDeleted: (title: string, why: string) => `“${title}” was not deleted. ${why}`,
  stuck: "Some tasks could not be deleted now; try again in a moment.",
});

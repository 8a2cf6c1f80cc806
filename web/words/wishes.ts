// What a person did to tasks: that it is done, or that it was not. Called by wishes.ts, reminder-wishes.ts, rewind.ts and merging.ts.
import { area } from "./language.ts";

export const wishesWords = area("wishes", {
  not: {
    added: (title: string) => `“${title}” was not added`,
    changed: (title: string) => `“${title}” was not changed`,
    reopened: (title: string) => `“${title}” was not opened again`,
    completed: (title: string) => `“${title}” was not completed`,
    skipped: (title: string) => `“${title}” was not skipped`,
    deleted: (title: string) => `“${title}” was not deleted`,
    moved: (title: string) => `“${title}” was not moved`,
    dismissed: (title: string) => `“${title}” was not dismissed`,
    snoozed: (title: string) => `“${title}” was not snoozed`,
  },
  completed: (title: string) => `Completed “${title}”.`,
  skipped: (title: string) => `Skipped “${title}” this once.`,
  deleted: (title: string) => `Moved “${title}” to the trash.`,
  next: (when: string) => ` Next: ${when}.`,
  nothing: {
    undo: "Nothing to undo on this page.",
    redo: "Nothing to redo on this page.",
  },
  onWay: "The last change is on its way. It can be taken back when it has arrived.",
  takenBack: (unless: string) => `Taken back: ${unless}.`,
  collided: "It was changed elsewhere too; nothing is lost: choose which to keep",
  collidedPlace:
    "Meanwhile it was put under another task, or taken out of one, elsewhere. Move it again if you still want to",
  collidedField: "was changed elsewhere too",
  pick: { time: "Pick the day this time is on.", repeat: "Pick the day it begins on." },
  settings: {
    saved: "Settings saved.",
    moved: (count: number) =>
      `Settings saved. ${count} ${count === 1 ? "reminder now comes" : "reminders now come"} at another time.`,
  },
  conflicts: {
    title: "Changed elsewhere too",
    mine: "Mine",
    theirs: "Theirs",
    keep: "Keep mine",
    take: "Take theirs",
  },
});

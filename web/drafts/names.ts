// The names under which drafts are kept, and what says which task they are of. Called by offline/outbox/settle.ts and the views.
import type { Edit } from "./three-way.ts";

/** Why the server would not have what a field holds, by field. */
export type Refusals = Readonly<Record<string, string>>;

/** The unsaved changes of a task, with its title, should the task itself be gone. What was `refused` is not sent again as it is. */
export type TaskEdit = Edit & { of?: string; refused?: Refusals };

const prefixes = {
  task: "task/",
  subtask: "subtask/",
  reminder: "reminder/",
  sent: "sent-reminder/",
  date: "date/",
  deadline: "deadline/",
  name: "name/",
};
type Kind = keyof typeof prefixes;

const nameBy =
  (kind: Kind) =>
  (id: string): string =>
    prefixes[kind] + id;

/** The changed fields of a task. */
export const draftName = nameBy("task");
/** The title of a new part of it. */
export const subtaskName = nameBy("subtask");
/** The time of a new reminder of it. */
export const reminderName = nameBy("reminder");
/** A new reminder that may have arrived. */
export const sentName = nameBy("sent");

/** Words for its due that were not taken. */
export const dateName = nameBy("date");
/** Words for its deadline that were not taken. */
export const deadlineName = nameBy("deadline");
/** A tag of it that is being typed. */
export const tagName = nameBy("name");

/** What the drafts of one kind are of. */
export const idsOf = (names: readonly string[], kind: Kind): string[] =>
  names.flatMap((name) =>
    name.startsWith(prefixes[kind]) ? [name.slice(prefixes[kind].length)] : [],
  );

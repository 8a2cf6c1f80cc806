// A task as a form holds it, and back. Pure; called by quick-add.tsx and editor.tsx.
import type { OnMissed, Task, TaskFields, TaskPatch } from "../../../domain/task.ts";
import type { When } from "../../../domain/when.ts";
import { followDay } from "../../repeat/presets.ts";
import { readRepeat, type Repeat, sameRepeat, writeRepeat } from "../../repeat/rule.ts";
import { localDue } from "../../time/due.ts";

/** What the inputs hold: text as typed, empty where nothing is set. `tags` are separated by spaces or commas. */
export type Draft = {
  date: string;
  time: string;
  priority: string;
  project: string;
  tags: string;
  assignee: string;
  description: string;
  repeat: Repeat | null;
  onMissed: OnMissed;
};

export const emptyDraft: Draft = {
  date: "",
  time: "",
  priority: "4",
  project: "",
  tags: "",
  assignee: "",
  description: "",
  repeat: null,
  onMissed: "keep",
};

/** The inputs that hold text as typed. */
export type TextField = Exclude<keyof Draft, "repeat" | "onMissed">;

/** The form of a task, with its due as the person's zone shows it. */
export const draftOf = (task: Task, zone: string): Draft => {
  const due = task.due === null ? null : localDue(task.due, zone);
  return {
    date: due?.day ?? "",
    time: due?.time ?? "",
    priority: String(task.priority),
    project: task.project ?? "",
    tags: task.tags.join(", "),
    assignee: task.assignee ?? "",
    description: task.description,
    repeat: task.recurrence === null ? null : readRepeat(task.recurrence),
    onMissed: task.onMissed,
  };
};

/** What is wrong with a draft, at which input; null when it can be sent. */
export const draftProblem = (draft: Draft): { field: TextField; message: string } | null => {
  if (draft.date !== "") return null;
  if (draft.time !== "") return { field: "date", message: "Pick the day this time is on." };
  return draft.repeat === null ? null : { field: "date", message: "Pick the day it begins on." };
};

/**
 * The draft with another day. A rule that speaks of the day ("every Monday") moves along, unless it is the task's own:
 * there the person is asked what they mean.
 */
export const withDate = (draft: Draft, date: string, saved: Repeat | null): Draft => ({
  ...draft,
  date,
  repeat: sameRepeat(draft.repeat, saved)
    ? draft.repeat
    : followDay(draft.repeat, draft.date, date),
});

/** True when the form moves a date of a series, and it is not clear whether those after it are meant too. */
export const asksScope = (draft: Draft, task: Task, zone: string): boolean => {
  const before = draftOf(task, zone);
  const isMoved = draft.date !== before.date || draft.time !== before.time;
  return isMoved && before.repeat !== null && sameRepeat(draft.repeat, before.repeat);
};

/** Tags as typed in one line: split at commas, else at spaces; a leading @ or # is how people write them, not part of them. */
export const tagsOf = (text: string): string[] =>
  text
    .split(text.includes(",") ? "," : /\s+/)
    .map((tag) => tag.trim().replace(/^[@#]+/, ""))
    .filter((tag) => tag !== "");

/** A name as typed; a leading + is how people write it, not part of it. Empty: nobody's. */
const assigneeOf = ({ assignee }: Draft): string | null =>
  assignee.trim().replace(/^\++\s*/, "") || null;

const dueOf = ({ date, time }: Draft): When | null => {
  if (date === "") return null;
  return time === "" ? { kind: "day", at: date } : { kind: "floating", at: `${date}T${time}` };
};

/** The fields of a draft for a new task: only those that say something. */
export const fieldsOf = (draft: Draft): Partial<TaskFields> => {
  const due = dueOf(draft);
  const tags = tagsOf(draft.tags);
  const project = draft.project.trim().replace(/^#+/, "");
  const assignee = assigneeOf(draft);
  return {
    ...(due !== null && { due }),
    ...(draft.priority !== "4" && { priority: Number(draft.priority) }),
    ...(project !== "" && { project }),
    ...(tags.length > 0 && { tags }),
    ...(assignee !== null && { assignee }),
    ...(draft.description !== "" && { description: draft.description }),
    ...(draft.repeat !== null && { recurrence: writeRepeat(draft.repeat) }),
    ...(draft.onMissed !== "keep" && { onMissed: draft.onMissed }),
  };
};

/** What a filled-in form changes about a task: the fields that differ, no others. A fixed due stays fixed, in `zone`. */
export const changesOf = (draft: Draft, task: Task, zone: string): TaskPatch => {
  const before = draftOf(task, zone);
  const changed = (...fields: (keyof Draft)[]): boolean =>
    fields.some((field) => draft[field] !== before[field]);
  const project = draft.project.trim().replace(/^#+/, "");
  const due = dueOf(draft);
  const fixed = task.due?.kind === "fixed" && due?.kind === "floating";
  return {
    ...(changed("date", "time") && { due: fixed ? { kind: "fixed", at: due.at, zone } : due }),
    ...(changed("priority") && { priority: Number(draft.priority) }),
    ...(changed("project") && { project: project === "" ? null : project }),
    ...(changed("tags") && { tags: tagsOf(draft.tags) }),
    ...(changed("assignee") && { assignee: assigneeOf(draft) }),
    ...(changed("description") && { description: draft.description }),
    ...(!sameRepeat(draft.repeat, before.repeat) && {
      recurrence: draft.repeat === null ? null : writeRepeat(draft.repeat),
    }),
    ...(changed("onMissed") && { onMissed: draft.onMissed }),
  };
};

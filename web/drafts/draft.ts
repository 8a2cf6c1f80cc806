// A task as a form holds it, and back. Pure; called by edit.ts and the forms of the views.
import type { OnMissed, Task, TaskFields } from "../../domain/task.ts";
import type { When } from "../../domain/when.ts";
import { sayDuration } from "../pick/duration.ts";
import { known } from "../pick/matches.ts";
import { followDay } from "../repeat/presets.ts";
import { readRepeat, type Repeat, sameRepeat, writeRepeat } from "../repeat/rule.ts";
import { wishesWords } from "../words/wishes.ts";

/**
 * What the inputs hold: text as typed, empty where nothing is set. `date` and `time` are on the clock of `zone`, empty: the
 * person's own, wherever they are. `tags` are separated by spaces or commas. `duration` is as people write a length.
 */
export type Draft = {
  title: string;
  date: string;
  time: string;
  zone: string;
  priority: string;
  project: string;
  section: string;
  tags: string;
  assignee: string;
  description: string;
  deadline: string;
  duration: string;
  repeat: Repeat | null;
  onMissed: OnMissed;
};

export const emptyDraft: Draft = {
  title: "",
  date: "",
  time: "",
  zone: "",
  priority: "4",
  project: "",
  section: "",
  tags: "",
  assignee: "",
  description: "",
  deadline: "",
  duration: "",
  repeat: null,
  onMissed: "keep",
};

/** The inputs that hold text as typed. */
export type TextField = Exclude<keyof Draft, "repeat" | "onMissed">;

/** The form of a task. Its due stands there on the clock it is kept on, to the second. */
export const draftOf = (task: Task): Draft => ({
  title: task.title,
  date: task.due?.at.slice(0, 10) ?? "",
  time: task.due?.at.slice(11) ?? "",
  zone: task.due?.kind === "fixed" ? task.due.zone : "",
  priority: String(task.priority),
  project: task.project ?? "",
  section: task.section ?? "",
  tags: tagsText(task.tags),
  assignee: task.assignee ?? "",
  description: task.description,
  deadline: task.deadline ?? "",
  duration: sayDuration(task.durationMinutes),
  repeat: task.recurrence === null ? null : readRepeat(task.recurrence),
  onMissed: task.onMissed,
});

/** What is wrong with a draft, at which input; null when it can be sent. */
export const draftProblem = (
  draft: Pick<Draft, "date" | "time" | "repeat">,
): { field: TextField; message: string } | null => {
  if (draft.date !== "") return null;
  if (draft.time !== "") return { field: "date", message: wishesWords.pick.time };
  return draft.repeat === null ? null : { field: "date", message: wishesWords.pick.repeat };
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

/** What a date picker changes of a form. */
export type DateChange = Partial<Pick<Draft, "date" | "time" | "zone" | "repeat">>;

/** The draft with what was picked: a rule that was picked along wins over one that would follow the day. */
export const dated = (draft: Draft, to: DateChange, saved: Repeat | null): Draft => {
  const { date = draft.date, ...others } = to;
  return { ...withDate(draft, date, saved), ...others };
};

/**
 * What a project that is typed or picked changes of a form. A section belongs to its project: it goes with it, and is there again with the one the task is in.
 */
export const placed = (
  project: string,
  task: Pick<Task, "project" | "section">,
): Pick<Draft, "project" | "section"> => {
  const isOwn = known(projectOf({ project }) ?? "", [task.project ?? ""]) !== undefined;
  return { project, section: isOwn ? (task.section ?? "") : "" };
};

/** Tags as typed in one line: split at commas, else at spaces; a leading @ or # is how people write them, not part of them. */
export const tagsOf = (text: string): string[] =>
  text
    .split(text.includes(",") ? "," : /\s+/)
    .map((tag) => tag.trim().replace(/^[@#]+/, ""))
    .filter((tag) => tag !== "");

/** Tags in one line, which reads as the same tags again: one alone may have spaces in it, so a comma ends it. */
export const tagsText = (tags: readonly string[]): string =>
  tags.length === 1 && /\s/.test(tags[0] ?? "") ? `${tags[0]},` : tags.join(", ");

/** A project as typed; a leading # is how people write it, not part of it. Empty: none. */
export const projectOf = ({ project }: Pick<Draft, "project">): string | null =>
  project.trim().replace(/^#+/, "") || null;

/** A name as typed; a leading + is how people write it, not part of it. Empty: nobody's. */
export const assigneeOf = ({ assignee }: Pick<Draft, "assignee">): string | null =>
  assignee.trim().replace(/^\++\s*/, "") || null;

/** The due: a day alone stays a day, a time is on the clock of its zone, or the person's where none is named. */
export const dueOf = ({ date, time, zone }: Pick<Draft, "date" | "time" | "zone">): When | null => {
  if (date === "") return null;
  if (time === "") return { kind: "day", at: date };
  const at = `${date}T${time}`;
  return zone === "" ? { kind: "floating", at } : { kind: "fixed", at, zone };
};

/** The fields of a draft for a new task: only those that say something. */
export const fieldsOf = (draft: Draft): Partial<TaskFields> => {
  const [due, project, assignee] = [dueOf(draft), projectOf(draft), assigneeOf(draft)];
  const tags = tagsOf(draft.tags);
  return {
    ...(due !== null && { due }),
    ...(draft.priority !== "4" && { priority: Number(draft.priority) }),
    ...(project !== null && { project }),
    ...(tags.length > 0 && { tags }),
    ...(assignee !== null && { assignee }),
    ...(draft.description !== "" && { description: draft.description }),
    ...(draft.repeat !== null && { recurrence: writeRepeat(draft.repeat) }),
    ...(draft.onMissed !== "keep" && { onMissed: draft.onMissed }),
  };
};

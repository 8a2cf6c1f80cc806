// The names a task holds: a project or a tag is called otherwise now, or is none any more. Pure. Called by decide.ts and what makes tasks.
import type { TaskCommand } from "../../../domain/command.ts";
import { isSameLabel, labelKey } from "../../../domain/label-key.ts";
import { refuse, type Refused } from "../../../domain/result.ts";
import type { Task, TaskPatch } from "../../../domain/task.ts";
import type { Decision, TaskDoc } from "../doc.ts";
import { apply } from "./apply.ts";

type Order = Extract<TaskCommand, { type: "task.relabel" }>;

/** The refusal of a section without a project; null where both fit. */
export const refuseHomeless = ({
  project,
  section,
}: Pick<Task, "project" | "section">): Refused | null => {
  if (section === null || project !== null) return null;
  const message = "is a heading within a project: name the project as well";
  return refuse("invalid", `section: ${message}`, { fields: [{ path: "section", message }] });
};

/** Changes the name where the task still holds it. What was put elsewhere meanwhile stays there. */
export const relabel = (doc: TaskDoc, order: Order, now: Date): Decision => {
  const changes = changesOf(doc.task, order);
  return changes === null ? { doc, event: null, told: [] } : apply(doc, changes, now);
};

const changesOf = (
  task: Task,
  { of, from, to, project, keepsSection }: Order,
): TaskPatch | null => {
  switch (of) {
    case "project":
      return isSameLabel(task.project, from)
        ? { project: to, ...(keepsSection ? { section: task.section } : {}) }
        : null;
    case "section":
      return isSameLabel(task.section, from) && isSameLabel(task.project, project ?? null)
        ? { section: to }
        : null;
    case "tag":
      return task.tags.some((tag) => isSameLabel(tag, from))
        ? { tags: retagged(task.tags, from, to) }
        : null;
  }
};

/** The new name stands where the old one stood; a task that has it already keeps one. */
const retagged = (tags: string[], from: string, to: string | null): string[] => {
  const renamed = tags.flatMap((tag) => (isSameLabel(tag, from) ? (to === null ? [] : [to]) : tag));
  return [...new Map(renamed.map((tag) => [labelKey(tag), tag])).values()];
};

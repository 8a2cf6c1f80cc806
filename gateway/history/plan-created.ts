// A task that the request had made goes to the trash, unless somebody has worked on it since. Pure. Called by plan-undo.ts.
import { isDeepStrictEqual } from "node:util";
import type { Task } from "../../domain/task.ts";
import type { Conflict, Policy, UndoPlan } from "./undo-plan.ts";
import type { Net } from "./steps.ts";

/** What a person can see of a task. Its place in the list is not worth a question. */
const visible = [
  "title",
  "description",
  "status",
  "priority",
  "tags",
  "project",
  "section",
  "assignee",
  "due",
  "deadline",
  "durationMinutes",
  "reminders",
  "recurrence",
  "parentId",
] as const;

export const planCreated = ({ taskId, fields }: Net, now: Task, policy: Policy): UndoPlan => {
  if (now.deletedAt !== null) return { commands: [], conflicts: [], notes: [] };
  const conflicts = visible.flatMap((field): Conflict[] => {
    // The event of a creation leaves out what is null.
    const ours = fields.get(field)?.ours ?? null;
    const theirs = now[field];
    if (isDeepStrictEqual(ours, theirs)) return [];
    return [{ taskId, title: now.title, field, base: null, ours, theirs, of: "added" }];
  });
  const isKept = conflicts.length > 0 && policy === "keep";
  return { commands: isKept ? [] : [{ type: "task.delete", taskId }], conflicts, notes: [] };
};

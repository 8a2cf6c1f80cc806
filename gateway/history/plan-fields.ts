// The fields of a task that go back to what they were, each for itself; a series and its due go together. Pure. Called by plan-undo.ts.
import { isDeepStrictEqual } from "node:util";
import type { TaskCommand } from "../../domain/command.ts";
import { isOver } from "../../domain/is-over.ts";
import type { Task, TaskOccurrence, TaskPatch } from "../../domain/task.ts";
import type { Conflict, PartPlan, Policy } from "./undo-plan.ts";
import type { Held, Part } from "./steps.ts";
import { merge } from "./three-way.ts";

/** In the order in which a person is told of them. */
const single = [
  "title",
  "description",
  "status",
  "priority",
  "tags",
  "project",
  "section",
  "assignee",
  "deadline",
  "durationMinutes",
  "reminders",
  "onMissed",
  "parentId",
  "position",
] as const;

export const planFields = (part: Part, now: Task, policy: Policy): PartPlan => {
  const { fields } = part;
  const changes: TaskPatch = {};
  const conflicts: Conflict[] = [];
  for (const field of single) {
    const held = fields.get(field);
    if (!held) continue;
    const merged = merge(field, held, now[field]);
    if (merged.is === "back") Object.assign(changes, { [field]: merged.value });
    if (merged.is !== "changed" || field === "position") continue;
    conflicts.push(conflictOf(now, field, held));
    if (policy === "overwrite") Object.assign(changes, { [field]: held.base });
  }
  const series = planSeries(fields, now, policy);
  const status = planStatus(changes, part, now);
  const patch: TaskCommand = {
    type: "task.patch",
    taskId: now.id,
    changes: { ...status.changes, ...series.changes },
    asBefore: { ...status.asBefore, ...series.asBefore },
  };
  const isEmpty =
    Object.keys(patch.changes).length === 0 && patch.asBefore?.occurrence === undefined;
  return {
    commands: [...status.commands, ...(isEmpty ? [] : [patch])],
    conflicts: [...conflicts, ...series.conflicts],
    notes: [],
    after: { ...now, ...(changes as Partial<Task>), ...series.after },
  };
};

const conflictOf = (now: Task, field: keyof Task, { base, ours }: Held): Conflict => ({
  taskId: now.id,
  title: now.title,
  field,
  base,
  ours,
  theirs: now[field],
  of: "field",
});

type AsBefore = NonNullable<Extract<TaskCommand, { type: "task.patch" }>["asBefore"]>;

/** A rule, its due and the occurrence it stands at are one thing: they go back together, or not at all. */
const planSeries = (fields: Map<string, Held>, now: Task, policy: Policy) => {
  const changes: TaskPatch = {};
  const asBefore: AsBefore = {};
  const conflicts: Conflict[] = [];
  for (const field of ["recurrence", "due"] as const) {
    const held = fields.get(field);
    if (!held) continue;
    const merged = merge(field, held, now[field]);
    if (merged.is === "changed") conflicts.push(conflictOf(now, field, held));
    if (merged.is !== "same") Object.assign(changes, { [field]: held.base });
  }
  if (conflicts.length > 0 && policy === "keep")
    return { changes: {}, asBefore: {}, conflicts, after: {} };
  const occurrence = fields.get("occurrence");
  const stands = occurrence && isDeepStrictEqual(now.occurrence, occurrence.ours);
  if (occurrence && (stands || Object.keys(changes).length > 0))
    asBefore.occurrence = occurrence.base as TaskOccurrence | null;
  return { changes, asBefore, conflicts, after: { ...changes, ...asBefore } as Partial<Task> };
};

/** Opening a task again has a command of its own, which knows how a series goes on; any other status is a field. */
const planStatus = (changes: TaskPatch, { fields, order }: Part, now: Task) => {
  const { status, ...others } = changes;
  const commands: TaskCommand[] = [];
  const asBefore: AsBefore = {};
  if (status === "done") {
    const completedAt = fields.get("completedAt")?.base;
    if (typeof completedAt === "string") asBefore.completedAt = completedAt;
  }
  const wasEnded =
    (order?.type === "task.complete" && order.forever === true) ||
    order?.type === "task.follow" ||
    (order?.type === "task.patch" && order.asBefore !== undefined);
  // The last date of a series comes back as it was, in progress or not.
  const isLast = now.status === "done" && now.recurrence !== null && !wasEnded;
  const opens = isOver(now) && (status === "open" || (status === "in_progress" && isLast));
  if (opens) commands.push({ type: "task.reopen", taskId: now.id });
  const rest = status === undefined || opens ? others : { ...others, status };
  return { commands, changes: rest, asBefore };
};

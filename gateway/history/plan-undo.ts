// Which commands take a request back, and where they cannot without asking (semantics: undo). Pure. Called by plan-history.ts.
import type { TaskCommand } from "../../domain/command.ts";
import type { Id } from "../../domain/ids.ts";
import type { Task } from "../../domain/task.ts";
import { planCreated } from "./plan-created.ts";
import { planFields } from "./plan-fields.ts";
import { planRoll } from "./plan-roll.ts";
import { type Net, netOf, type Step } from "./steps.ts";
import type { Conflict, Note, Policy, UndoPlan } from "./undo-plan.ts";

/** `skipped` are the tasks whose occurrence was skipped, not completed, when it is to go on again. */
export type PlanOptions = { policy: Policy; skipped?: ReadonlySet<Id> };

/**
 * The commands that bring every field back to what it was before these changes, as far as it still holds what they set. The tasks are
 * those of the changes as they are now. `keep` leaves what was changed since, `overwrite` does not. What is as
 * it was before already needs no command.
 */
export const planUndo = (
  steps: Step[],
  tasks: Task[],
  { policy, skipped = new Set() }: PlanOptions,
): UndoPlan => {
  const byId = new Map(tasks.map((task) => [task.id, task]));
  const plans = netOf(steps).map((net) => {
    const now = byId.get(net.taskId);
    if (!now) return gone(net);
    return planTask(net, now, { policy, isSkip: skipped.has(net.taskId) });
  });
  return {
    commands: trashLast(plans.flatMap(({ commands }) => commands)),
    conflicts: plans.flatMap(({ conflicts }) => conflicts),
    notes: plans.flatMap(({ notes }) => notes),
  };
};

/** What goes into the trash takes its parts along, whatever else the plan does to them: after that they are no longer of the version it names. */
const trashLast = (commands: TaskCommand[]): TaskCommand[] => [
  ...commands.filter(({ type }) => type !== "task.delete"),
  ...commands.filter(({ type }) => type === "task.delete"),
];

const gone = ({ taskId, fields }: Net): UndoPlan => {
  const title = fields.get("title")?.ours;
  const note: Note = { taskId, title: typeof title === "string" ? title : "", why: "gone" };
  return { commands: [], conflicts: [], notes: [note] };
};

type How = { policy: Policy; isSkip: boolean };

const planTask = (net: Net, now: Task, how: How): UndoPlan => {
  if (net.created) return numbered(now, planCreated(net, now, how.policy));
  const trash = planTrash(net, now);
  if (trash.conflict !== null && how.policy === "keep")
    return { commands: [], conflicts: [trash.conflict], notes: [] };
  const { commands, conflicts, notes } = planParts(net, now, how);
  return numbered(now, {
    commands: [...trash.first, ...commands, ...trash.last],
    conflicts: [...(trash.conflict === null ? [] : [trash.conflict]), ...conflicts],
    notes,
  });
};

/** Part by part, the last one first, each against the task as those after it leave it. */
const planParts = ({ parts, fields }: Net, now: Task, how: How): UndoPlan => {
  const commands: TaskCommand[] = [];
  const conflicts = new Map<string, Conflict>();
  const notes: Note[] = [];
  let task = now;
  for (const part of parts.toReversed()) {
    const plan = part.rolled === 0 ? planFields(part, task, how.policy) : planRoll(part, task, how);
    commands.push(...plan.commands);
    notes.push(...plan.notes);
    for (const conflict of plan.conflicts) {
      // What a person is asked about is the request as a whole.
      const whole = fields.get(conflict.field);
      if (whole) conflicts.set(conflict.field, { ...conflict, ...whole });
    }
    task = plan.after;
  }
  return { commands, conflicts: [...conflicts.values()], notes };
};

type Trash = { first: TaskCommand[]; last: TaskCommand[]; conflict: Conflict | null };

/** In and out of the trash: out of it before anything else can be changed, into it after all that. */
const planTrash = ({ fields, taskId }: Net, now: Task): Trash => {
  const held = fields.get("deletedAt");
  const none: Trash = { first: [], last: [], conflict: null };
  const isInTrash = now.deletedAt !== null;
  if (held && held.base !== null)
    return isInTrash ? none : { ...none, last: [{ type: "task.delete", taskId }] };
  const restored: Trash = { ...none, first: [{ type: "task.restore", taskId }] };
  if (held) return isInTrash ? restored : none;
  if (!isInTrash || isOnlyLabels(fields)) return none;
  const { title, deletedAt: theirs } = now;
  const field = "deletedAt";
  return {
    ...restored,
    conflict: { taskId, title, field, base: null, ours: null, theirs, of: "field" },
  };
};

/** What a project or a tag is called changes in the trash as well, and goes back there. */
const isOnlyLabels = (fields: Net["fields"]): boolean =>
  fields.size > 0 && [...fields.keys()].every((field) => labels.has(field));

const labels = new Set(["project", "section", "tags"]);

/** Each command of a task is meant for the version that the one before it leaves. */
const numbered = (now: Task, plan: UndoPlan): UndoPlan => ({
  ...plan,
  commands: plan.commands.map((command, n) =>
    command.type === "task.create" ? command : { ...command, expectedVersion: now.version + n },
  ),
});

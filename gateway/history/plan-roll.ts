// A repeating task that went on comes back to its occurrence, or goes on again. Pure. Called by plan-undo.ts.
import { isDeepStrictEqual } from "node:util";
import type { TaskCommand } from "../../domain/command.ts";
import { isOpen } from "../../domain/is-over.ts";
import type { Task, TaskOccurrence, TaskPatch } from "../../domain/task.ts";
import { planFields } from "./plan-fields.ts";
import type { Conflict, PartPlan, Policy } from "./undo-plan.ts";
import type { Held, Part } from "./steps.ts";

/** What moves with the occurrence. */
const moving = ["occurrence", "due", "status", "reminders", "completedAt"];

/**
 * Only the last step of a series can be taken back, so it must still stand at the occurrence where the request left it. A due that
 * was moved since is asked about; it is one with the occurrence.
 */
export const planRoll = (
  part: Part,
  now: Task,
  { policy, isSkip }: { policy: Policy; isSkip: boolean },
): PartPlan => {
  const { fields } = part;
  const others = new Map([...fields].filter(([field]) => !moving.includes(field)));
  const { base, ours } = fields.get("occurrence") as { base: TaskOccurrence; ours: TaskOccurrence };
  const rest = planFields({ rolled: 0, order: null, fields: others }, now, policy);
  const { id: taskId, title } = now;
  if (isOpen(now) && isDeepStrictEqual(now.occurrence, base)) return rest;
  if (!isOpen(now) || !isDeepStrictEqual(now.occurrence, ours))
    return { ...rest, notes: [{ taskId, title, why: "went_on" }] };
  const due = fields.get("due");
  const isMoved = due !== undefined && !isDeepStrictEqual(now.due, due.ours);
  const conflicts: Conflict[] = isMoved
    ? [{ taskId, title, field: "due", ...due, theirs: now.due, of: "field" }]
    : [];
  if (isMoved && policy === "keep")
    return { ...rest, conflicts: [...conflicts, ...rest.conflicts] };
  const commands = commandsFor(taskId, part, { isSkip, ours });
  return {
    commands: [...commands, ...rest.commands],
    conflicts: [...conflicts, ...rest.conflicts],
    notes: rest.notes,
    after: { ...rest.after, ...(heldBefore(fields) as Partial<Task>), occurrence: base },
  };
};

const commandsFor = (
  taskId: Task["id"],
  part: Part,
  { isSkip, ours }: { isSkip: boolean; ours: TaskOccurrence },
): TaskCommand[] => {
  const occurrence = ours.id;
  if (part.rolled === -1 && isSkip) return [{ type: "task.skip", taskId, occurrence }];
  if (part.rolled === -1) return [{ type: "task.complete", taskId, occurrence }];
  const changes = besideReopening(part);
  const patch: TaskCommand = { type: "task.patch", taskId, changes, asBefore: {} };
  const isPlain = Object.keys(changes).length === 0;
  return [{ type: "task.reopen", taskId }, ...(isPlain ? [] : [patch])];
};

/** The occurrence comes back open, and as the change of fields that completed it had left it: what of that was not so before. */
const besideReopening = ({ order, fields }: Part): TaskPatch => {
  const before = heldBefore(fields);
  const named = order?.type === "task.patch" ? order.changes : {};
  const changes: TaskPatch = before.status === "cancelled" ? { status: "cancelled" } : {};
  for (const field of ["due", "reminders"] as const) {
    if (named[field] === undefined || before[field] === undefined) continue;
    if (!isDeepStrictEqual(named[field], before[field]))
      Object.assign(changes, { [field]: before[field] });
  }
  return changes;
};

const heldBefore = (fields: Map<string, Held>): TaskPatch =>
  Object.fromEntries(
    ["due", "status", "reminders"].flatMap((field) => {
      const held = fields.get(field);
      return held ? [[field, held.base]] : [];
    }),
  );

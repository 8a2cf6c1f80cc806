// Step 3 of the trip: the rules of a task. Pure: (doc, envelope, now) → what happens, or why not. Called by TaskActor.
import { isDeepStrictEqual } from "node:util";
import type { TaskCommand, CommandEnvelope, Origin } from "../../domain/command.ts";
import { isOpen } from "../../domain/is-over.ts";
import { ok, refuse, type Result } from "../../domain/result.ts";
import { unknownOwner } from "../../domain/settings.ts";
import { apply } from "./decide/apply.ts";
import { create } from "./decide/create.ts";
import { fireDue } from "./decide/fire.ts";
import { relabel } from "./decide/labels.ts";
import { patch } from "./decide/patch.ts";
import { purge } from "./decide/purge.ts";
import { acknowledge, add, change, remove, snooze } from "./decide/reminders.ts";
import { roll, rollBack } from "./decide/roll.ts";
import { comeBack, follow, withEnded } from "./decide/part.ts";
import { settle } from "./decide/settle.ts";
import { reset, unreset } from "./decide/subtask.ts";
import type { Decision, ReminderDecided, TaskDoc } from "./doc.ts";

type Asked = Pick<CommandEnvelope, "command" | "origin" | "owner">;

/**
 * Decides a command on a task (null: there is none of that id). Everyone but the owner gets the same `not_found` as for an
 * id that does not exist. `expectedVersion` that is not the current one is `version_mismatch`; an order that makes no sense
 * in the task's state is `conflict`. Whatever changed, the reminders are settled after it.
 */
export const decide = (doc: TaskDoc | null, asked: Asked, now: Date): Result<Decision> => {
  const { command, origin, owner = unknownOwner } = asked;
  if (command.type === "task.create") {
    if (doc !== null)
      return doc.task.ownerId === origin.actorId
        ? refuse("conflict", "a task with this id exists already")
        : notFound;
    const { actorId: ownerId, commandId } = origin;
    return settled(null, create(command, { ownerId, owner, commandId }, now), origin, now);
  }
  if (doc === null || doc.task.ownerId !== origin.actorId) return notFound;
  // Deleted for good, it is to everyone as if it had never been there.
  if (doc.task.purgedAt !== undefined && command.type !== "task.purge") return notFound;
  const refusal = refused(doc, command);
  if (refusal !== null) return refusal;
  const known = owner.version > doc.owner.version ? { ...doc, owner } : doc;
  return settled(doc, order(known, command, origin.commandId, now), origin, now);
};

/** The refusal that tells a stranger nothing. */
export const notFound = refuse("not_found", "there is no such task");

const refused = ({ task }: TaskDoc, command: Exclude<TaskCommand, { type: "task.create" }>) => {
  if (command.expectedVersion !== undefined && command.expectedVersion !== task.version) {
    const message = `the task has changed: its version is ${task.version}, not ${command.expectedVersion}`;
    return refuse("version_mismatch", message, { currentVersion: task.version });
  }
  if (task.deletedAt === null || allowedInTrash.has(command.type) || relabelsBack(command))
    return null;
  return refuse("conflict", "the task is in the trash; restore it first", {
    currentVersion: task.version,
  });
};

/** A name that was changed also in the trash goes back there, too. */
const relabelsBack = (command: TaskCommand): boolean =>
  command.type === "task.patch" &&
  command.asBefore !== undefined &&
  Object.keys(command.changes).every((field) => ["project", "section", "tags"].includes(field));

const allowedInTrash = new Set<TaskCommand["type"]>([
  "task.restore",
  "task.delete",
  "task.purge",
  "task.relabel",
  "task.retime",
  "task.reset",
  "task.unreset",
  "task.follow",
  "task.return",
]);

const settled = (
  before: TaskDoc | null,
  decided: Result<Decision>,
  { correlationId }: Origin,
  now: Date,
): Result<Decision> => {
  if (!decided.ok) return decided;
  const { doc, event, told } = decided.value;
  const after = settle(withEnded(before, doc, correlationId), now, (before ?? doc).task);
  const late = isLate(after.told, now) ? fireDue(after.doc, now) : null;
  return ok({
    doc: late?.doc ?? after.doc,
    event,
    told: [...told, ...after.told, ...(late?.told ?? [])],
  });
};

/** Whether a snooze came back that has passed meanwhile: it is told at once as late, or comes in the summary. */
const isLate = (told: ReminderDecided[], now: Date): boolean =>
  told.some(
    ({ status: { state, scheduledFor } }) =>
      state === "snoozed" && scheduledFor !== null && Date.parse(scheduledFor) <= now.getTime(),
  );

const order = (
  doc: TaskDoc,
  command: Exclude<TaskCommand, { type: "task.create" }>,
  commandId: string,
  now: Date,
): Result<Decision> => {
  switch (command.type) {
    case "task.patch":
      return patch(doc, command, commandId, now);
    case "task.complete":
      return complete(doc, command, now);
    case "task.skip":
      return skip(doc, command, now);
    case "task.reopen":
      return reopen(doc, now);
    case "task.delete":
      return ok(apply(doc, { deletedAt: doc.task.deletedAt ?? now.toISOString() }, now));
    case "task.restore":
      return ok(apply(doc, { deletedAt: null }, now));
    case "task.purge":
      return purge(doc, command, now);
    case "task.relabel":
      return ok(relabel(doc, command, now));
    case "task.retime":
      return ok({ doc, event: null, told: [] });
    case "task.reset":
      return ok(reset(doc, command.occurrence, now));
    case "task.unreset":
      return ok(unreset(doc, command.occurrence, now));
    case "task.follow":
      return ok(follow(doc, command, now));
    case "task.return":
      return ok(comeBack(doc, command, now));
    case "reminder.add":
      return add(doc, command, now);
    case "reminder.change":
      return change(doc, command, now);
    case "reminder.remove":
      return remove(doc, command, now);
    case "reminder.snooze":
      return snooze(doc, command, now);
    case "reminder.acknowledge":
      return acknowledge(doc, command);
  }
};

const complete = (
  doc: TaskDoc,
  command: Extract<TaskCommand, { type: "task.complete" }>,
  now: Date,
): Result<Decision> => {
  const { task } = doc;
  if (task.status === "done") {
    const isRepeated =
      command.occurrence !== undefined &&
      [task.occurrence, ...doc.past.map((one) => one.occurrence)].some(
        (one) => one?.id === command.occurrence,
      );
    if (isRepeated) return ok({ doc, event: null, told: [] });
    return refuse("conflict", "the task is done already", { currentVersion: task.version });
  }
  if (task.recurrence !== null && command.forever !== true)
    return roll(doc, { outcome: "done", occurrence: command.occurrence }, now);
  return ok(apply(doc, { status: "done" }, now));
};

const skip = (
  doc: TaskDoc,
  command: Extract<TaskCommand, { type: "task.skip" }>,
  now: Date,
): Result<Decision> => {
  const { task } = doc;
  if (task.recurrence === null)
    return refuse("conflict", "the task does not repeat: there is nothing to skip to", {
      currentVersion: task.version,
    });
  if (!isOpen(task))
    return refuse("conflict", "the task is done already", { currentVersion: task.version });
  return roll(doc, { outcome: "skipped", occurrence: command.occurrence }, now);
};

const reopen = (doc: TaskDoc, now: Date): Result<Decision> => {
  const { task } = doc;
  const back = doc.past.length > 0 && isSeriesStep(doc) ? rollBack(doc, now) : null;
  if (back !== null) return ok(back);
  if (isOpen(task))
    return refuse("conflict", "the task is open already", { currentVersion: task.version });
  return ok(apply(doc, { status: "open" }, now));
};

/**
 * An open task was rolled on; a done one only when its last occurrence is the one that ended the series. Done twice on a day, "every! day"
 * has two occurrences of one date, and so of one id.
 */
const isSeriesStep = ({ task, past }: TaskDoc): boolean =>
  isOpen(task) || isDeepStrictEqual(past.at(-1)?.occurrence, task.occurrence);

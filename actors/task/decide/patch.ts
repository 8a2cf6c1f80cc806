// A change of named fields, and what it means for the series. Pure. Called by decide.ts.
import { isDeepStrictEqual } from "node:util";
import type { TaskCommand } from "../../../domain/command.ts";
import { seriesIdOf } from "../../../domain/derived-ids.ts";
import { isOpen } from "../../../domain/is-over.ts";
import { fullMinute } from "../../../domain/moment.ts";
import { expand, moveRule, type Recurrence } from "../../../domain/recurrence.ts";
import { ok, refuse, type Refused, type Result } from "../../../domain/result.ts";
import type { Task, TaskPatch } from "../../../domain/task.ts";
import type { When } from "../../../domain/when.ts";
import type { Decision, TaskDoc } from "../doc.ts";
import { apply, type Patch, withoutUndefined } from "./apply.ts";
import { refuseHomeless } from "./labels.ts";
import { refusePast } from "./reminders.ts";
import { rollOn } from "./roll.ts";
import { beginSeries } from "./series.ts";

type Order = Extract<TaskCommand, { type: "task.patch" }>;

/** The named fields changed; a recurring task that is set to done goes on to its next occurrence. */
export const patch = (
  doc: TaskDoc,
  command: Order,
  commandId: string,
  now: Date,
): Result<Decision> => {
  const changes = withoutUndefined(command.changes) as TaskPatch;
  if (changes.parentId === doc.task.id) return invalid("parentId", "must not be the task itself");
  const { project = doc.task.project, section = null } = changes;
  const homeless = refuseHomeless({ project, section });
  if (homeless) return homeless;
  const before = command.asBefore && asBefore(doc.task, changes, command.asBefore);
  // An undo names all that it means: a section that it leaves out stays.
  if (before) return ok(apply(doc, { section: doc.task.section, ...before }, now));
  const seriesId = seriesIdOf(doc.task.id, commandId);
  const series = seriesOf(doc, changes, command.scope ?? "this", seriesId, now);
  if (!series.ok) return series;
  const wanted: Patch = { ...changes, ...series.value };
  const past = refusePast(
    { task: { ...doc.task, ...wanted } as Task, owner: doc.owner },
    newReminders(doc.task, changes),
    now,
  );
  if (past) return past;
  const { recurrence, occurrence } = { ...doc.task, ...wanted };
  const completes = changes.status === "done" && isOpen(doc.task) && recurrence && occurrence;
  if (!completes) return ok(apply(doc, wanted, now));
  const { status: _, ...others } = wanted;
  return ok(rollOn(apply(doc, others, now), doc, { outcome: "done" }, now));
};

/**
 * What an undo puts back, as it is: no series begins or goes on, and no reminder is too late. Null when the parts would not fit together:
 * then the change is one like any other.
 */
const asBefore = (
  task: Task,
  changes: TaskPatch,
  more: NonNullable<Order["asBefore"]>,
): Patch | null => {
  const wanted: Patch = { ...changes, ...withoutUndefined(more) };
  const { recurrence, occurrence, due } = { ...task, ...wanted };
  const fits = recurrence === null ? occurrence === null : occurrence !== null && due !== null;
  return fits ? wanted : null;
};

/** Only what is new is checked: a reminder that was told already may stay in the list. */
const newReminders = (task: Task, { reminders = [] }: TaskPatch) =>
  reminders.flatMap((reminder, n) => {
    const known = task.reminders.find(({ id }) => id === reminder.id);
    const isKnown = known !== undefined && isDeepStrictEqual(known.trigger, reminder.trigger);
    return isKnown ? [] : [{ reminder, at: `reminders.${n}.trigger` }];
  });

const invalid = (path: string, message: string): Refused =>
  refuse("invalid", `${path}: ${message}`, { fields: [{ path, message }] });

/** What becomes of the series: it begins, ends, is moved from here on, or stays. */
const seriesOf = (
  { task, owner }: TaskDoc,
  changes: TaskPatch,
  scope: "this" | "following",
  seriesId: string,
  now: Date,
): Result<Patch> => {
  const { recurrence } = changes;
  const due = changes.due === undefined ? task.due : changes.due;
  if (recurrence === null) return ok({ occurrence: null });
  const isNew = recurrence !== undefined && !isDeepStrictEqual(recurrence, task.recurrence);
  if (isNew) return beginSeries({ recurrence, due, owner, seriesId, now });
  if (task.recurrence === null || changes.due === undefined) return ok({});
  if (isDeepStrictEqual(changes.due, task.due)) return ok({});
  if (due === null)
    return invalid("due", "a task that repeats needs a due date; set recurrence to null as well");
  if (scope === "this") return ok({});
  const moved = follow(task.recurrence, due, due.kind === "fixed" ? due.zone : owner.timeZone);
  if (moved === null)
    return invalid("due", "is not a date of the rule: say the new recurrence as well");
  return beginSeries({ recurrence: moved, due, owner, seriesId, now });
};

/** The rule from a moved due on: as it is where it has that date, else with its one day replaced. */
const follow = (recurrence: Recurrence, due: When, zone: string): Recurrence | null => {
  const { rrule, overflow } = recurrence;
  const { at: start } = fullMinute(due);
  const [first] = expand({ rrule, overflow, start, zone, limit: 1 });
  if (first?.local === start) return recurrence;
  const moved = moveRule(rrule, due.at.slice(0, 10));
  return moved === null ? null : { ...recurrence, rrule: moved };
};

// What a person has changed about a task and not saved, and the patch it makes. Pure; called by use-unsaved.ts and offline/outbox/settle.ts.
import type { Task, TaskPatch } from "../../domain/task.ts";
import { fieldWords } from "../words/field.ts";
import { readDuration } from "../pick/duration.ts";
import { writeRepeat } from "../repeat/rule.ts";
import {
  equal,
  settle,
  takeTheirs,
  touch,
  type Edit,
  type Same,
  type Values,
} from "./three-way.ts";
import type { Refusals, TaskEdit } from "./names.ts";
import { assigneeOf, type Draft, draftOf, dueOf, projectOf, tagsOf } from "./draft.ts";

/** Which inputs make each field of a task. A field is changed, and in conflict, as a whole. */
const inputs = {
  title: ["title"],
  due: ["date", "time", "zone"],
  priority: ["priority"],
  deadline: ["deadline"],
  durationMinutes: ["duration"],
  project: ["project"],
  section: ["section"],
  tags: ["tags"],
  assignee: ["assignee"],
  description: ["description"],
  recurrence: ["repeat"],
  onMissed: ["onMissed"],
} as const satisfies Partial<Record<keyof TaskPatch, readonly (keyof Draft)[]>>;

export type FieldName = keyof typeof inputs;
export const fieldNames = Object.keys(inputs) as FieldName[];

/** The words a person knows the fields by, as they stand in the form. */
export const fieldLabels: Record<FieldName, string> = fieldWords;

/** The draft by fields, each with its inputs. */
export const byField = (draft: Draft): Values =>
  Object.fromEntries(
    fieldNames.map((field) => [
      field,
      Object.fromEntries(inputs[field].map((input) => [input, draft[input]])),
    ]),
  );

/** The draft that fields make. */
export const fromFields = (fields: Values): Draft =>
  Object.assign({}, ...Object.values(fields)) as Draft;

const values: Record<FieldName, (draft: Draft) => unknown> = {
  title: ({ title }) => title.trim(),
  due: dueOf,
  priority: ({ priority }) => Number(priority),
  deadline: ({ deadline }) => deadline || null,
  // What is no length differs from any: it is said to be wrong, and not sent.
  durationMinutes: ({ duration }) => readDuration(duration) ?? (duration.trim() || null),
  project: projectOf,
  section: ({ section }) => section || null,
  tags: ({ tags }) => tagsOf(tags),
  assignee: assigneeOf,
  description: ({ description }) => description,
  recurrence: ({ repeat }) => repeat && writeRepeat(repeat),
  onMissed: ({ onMissed }) => onMissed,
};

/** What a field's inputs mean. */
export const valueOf = (field: FieldName, part: unknown): unknown => values[field](part as Draft);

/** True where two inputs mean the same, however they were typed. A time without its day means something too. */
export const sameField: Same = (field, a, b) => {
  if (a === undefined || b === undefined) return a === b;
  const isHalf = (part: unknown): boolean => {
    const { date, time } = part as Draft;
    return field === "due" && date === "" && time !== "";
  };
  if (isHalf(a) || isHalf(b)) return equal(a, b);
  return equal(valueOf(field as FieldName, a), valueOf(field as FieldName, b));
};

/** The patch of some fields of the form. */
export const patchOf = (fields: readonly string[], shown: Values): TaskPatch =>
  Object.fromEntries(fields.map((field) => [field, valueOf(field as FieldName, shown[field])]));

/** Whether the form moves a date of a series, and it is not clear whether those after it are meant too. */
export const asksScope = (task: Task, fields: readonly string[]): boolean =>
  task.recurrence !== null && fields.includes("due") && !fields.includes("recurrence");

/**
 * The edit with a patch that could not be saved: what a person wanted is not lost. What they have typed since is newer; what was refused before
 * this was ordered is older. `refused` says why, by field; `otherwise` where that names none of them.
 */
export const stash = (
  edit: TaskEdit,
  task: Task,
  changes: TaskPatch,
  refused: Refusals = {},
  otherwise = "",
): TaskEdit => {
  const before = edit.refused ?? {};
  const wanted = Object.entries(wantedBy(task, changes)).filter(
    ([field]) => !(field in edit.mine) || field in before,
  );
  if (wanted.length === 0) return edit;
  const next = touch(edit, byField(draftOf(task)), Object.fromEntries(wanted));
  const isNamed = wanted.some(([field]) => field in refused);
  const why = wanted.flatMap(([field]) => {
    const reason = isNamed ? refused[field] : otherwise;
    return reason === undefined || !(field in next.mine) ? [] : [[field, reason] as const];
  });
  return { ...next, refused: { ...stillRefused(edit, next), ...Object.fromEntries(why) } };
};

/** The refusals that are left of an edit in the one after it: what was typed anew, or is gone, has not been refused. */
export const stillRefused = (before: TaskEdit, next: Edit): Refusals =>
  Object.fromEntries(
    Object.entries(before.refused ?? {}).filter(
      ([field]) => field in next.mine && equal(next.mine[field], before.mine[field]),
    ),
  );

/** The edit after a patch was saved. */
export const saved = (edit: Edit, task: Task, changes: TaskPatch): Edit =>
  settle(edit, wantedBy(task, changes), sameField);

/** The edit after an order that sets some of its fields to something else: the order is newer, and what was typed there is over. */
export const overtaken = (edit: Edit, task: Task, changes: TaskPatch): Edit => {
  const wanted = wantedBy(task, changes);
  const isOver = (field: string): boolean =>
    field in edit.mine && !sameField(field, edit.mine[field], wanted[field]);
  return Object.keys(wanted).filter(isOver).reduce(takeTheirs, edit);
};

/**
 * The edit without what changes nothing: what means the same as before one began, or as what stands there, `now`. Left over it would be held against what
 * others do later.
 */
export const tidied = (edit: Edit, now: Values, except: readonly string[] = []): Edit => {
  const isIdle = (field: string): boolean =>
    sameField(field, edit.mine[field], edit.base[field]) ||
    sameField(field, edit.mine[field], now[field]);
  const idle = Object.keys(edit.mine).filter((field) => !except.includes(field) && isIdle(field));
  return idle.reduce(takeTheirs, edit);
};

const wantedBy = (task: Task, changes: TaskPatch): Values => {
  const wanted = Object.entries(byField(draftOf({ ...task, ...given(changes) })));
  return Object.fromEntries(wanted.filter(([field]) => field in changes));
};

const given = (changes: TaskPatch): Partial<Task> =>
  Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));

// The tasks of a chat case before and after it, and how they differ from what was expected. Called by chat.ts.
import { isDeepStrictEqual } from "node:util";
import { decide } from "../../actors/task/decide.ts";
import type { TaskDoc } from "../../actors/task/doc.ts";
import type { Id } from "../../domain/ids.ts";
import { isWaiting } from "../../domain/reminder.ts";
import { ownerOf } from "../../domain/settings.ts";
import type { Task } from "../../domain/task.ts";
import { toLocal } from "../../domain/time.ts";
import type { After, WorldTask } from "../corpus/chat/case.ts";
import { chatOrigin } from "../chat-person.ts";
import { settings } from "../chat-world.ts";

const owner = ownerOf({ version: 1, settings });
const idAt = (index: number, kind: number): Id =>
  `00000000-0000-7000-800${kind}-${String(index).padStart(12, "0")}`;

/** The tasks as their actors would keep them, made by real orders two weeks before. */
export const docsOf = (world: readonly WorldTask[]): Map<Id, TaskDoc> =>
  new Map(
    world.map((wanted, index) => {
      const parent = world.findIndex(({ title }) => title === wanted.parent);
      const parentId = parent < 0 ? null : idAt(parent, 0);
      return [idAt(index, 0), docOf(wanted, index, parentId)];
    }),
  );

const docOf = (wanted: WorldTask, index: number, parentId: Id | null): TaskDoc => {
  const { status = "open", deleted = false, reminders = [], fired } = wanted;
  const completedAt = instantOf(wanted.completedAt);
  const { parent: _, recurrence, ...fields } = wanted;
  const rule = { rrule: recurrence ?? "", anchor: "schedule", overflow: "clamp" } as const;
  const at = new Date(Date.parse("2026-11-11T08:00:00.000Z") + index * 60_000);
  const made = decide(
    null,
    {
      command: {
        type: "task.create",
        taskId: idAt(index, 0),
        fields: {
          ...named(fields),
          title: wanted.title,
          position: index,
          parentId,
          status: "open",
          recurrence: recurrence ? rule : null,
          reminders: reminders.map((minutes, place) => ({
            id: idAt(index * 10 + place, 1),
            trigger: { kind: "relative", to: "due", minutes: minutes === 0 ? 0 : -minutes },
            channels: null,
          })),
        },
      },
      origin: { ...chatOrigin(), commandId: idAt(index, 2) },
      owner,
    },
    at,
  );
  if (!made.ok) throw new Error(`${wanted.title}: ${made.error.message}`);
  const { doc } = made.value;
  const deletedAt = deleted ? "2026-11-24T07:00:00.000Z" : null;
  const updatedAt = completedAt ?? deletedAt ?? at.toISOString();
  const task = { ...doc.task, status, completedAt, deletedAt, updatedAt };
  const told = doc.reminders.map((one) =>
    fired ? { ...one, state: "fired" as const, firedAt: new Date(fired).toISOString() } : one,
  );
  return { ...doc, task, reminders: told };
};

const instantOf = (at: string | undefined): string | null =>
  at === undefined ? null : new Date(at).toISOString();

const notFields = new Set(["deleted", "completedAt", "reminders", "fired", "was", "reminderAt"]);
const named = (fields: object): object =>
  Object.fromEntries(Object.entries(fields).filter(([field]) => !notFields.has(field)));

const compared = [
  "title",
  "description",
  "status",
  "priority",
  "tags",
  "project",
  "assignee",
  "due",
  "deadline",
  "durationMinutes",
  "reminders",
  "recurrence",
  "parentId",
  "deletedAt",
] as const;

/** The tasks that are not as they were. One that was made and is in the trash now is as if it had never been. */
export const changedIn = (before: Map<Id, TaskDoc>, after: Map<Id, TaskDoc>): Task[] =>
  [...after.values()].flatMap((doc) => {
    const old = before.get(doc.task.id);
    if (!old) return doc.task.deletedAt === null ? [doc.task] : [];
    const isSame =
      compared.every((field) => isDeepStrictEqual(doc.task[field], old.task[field])) &&
      isDeepStrictEqual(pendingOf(doc), pendingOf(old));
    return isSame ? [] : [doc.task];
  });

/** What differs from the expected, one line each; empty when all is as it should be. */
export const differences = (
  expected: After[],
  changed: Task[],
  before: Map<Id, TaskDoc>,
  after: Map<Id, TaskDoc>,
): string[] => {
  const left = new Set(changed);
  const wrong = expected.flatMap((one) => {
    const task = [...left].find((other) => isMeant(one, other, before));
    if (!task) return [`not changed: ${one.was ?? one.title}`];
    left.delete(task);
    const doc = after.get(task.id);
    return doc ? fieldsWrong(one, doc, after) : [];
  });
  return [...wrong, ...[...left].map((task) => `changed too: ${inShort(task, before)}`)];
};

const isMeant = (one: After, task: Task, before: Map<Id, TaskDoc>): boolean => {
  const old = before.get(task.id)?.task.title;
  return isSame(one.title, task.title) && (one.was === undefined || isSame(one.was, old ?? ""));
};

const isSame = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

const fieldsWrong = (one: After, doc: TaskDoc, after: Map<Id, TaskDoc>): string[] => {
  const said: Record<string, unknown> = { ...one };
  const got = shownOf(doc, after);
  return Object.keys(said).flatMap((field) => {
    if (field === "reminderAt")
      return one.reminderAt?.every((at) => pendingOf(doc).includes(at))
        ? []
        : [`${one.title}: reminds at ${pendingOf(doc).join(", ")}`];
    const isIt = isDeepStrictEqual(loose(said[field]), loose(got[field]));
    return !(field in got) || isIt ? [] : [`${one.title}: ${field} ${JSON.stringify(got[field])}`];
  });
};

/** Names are the same in any case, sets in any order. */
const loose = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map((one) => String(one).toLowerCase()).toSorted();
  return typeof value === "string" ? value.toLowerCase() : (value ?? null);
};

const shownOf = (doc: TaskDoc, after: Map<Id, TaskDoc>): Record<string, unknown> => {
  const { task } = doc;
  const triggers = task.reminders.map(({ trigger }) => trigger);
  return {
    ...task,
    parent: task.parentId === null ? null : (after.get(task.parentId)?.task.title ?? null),
    deleted: task.deletedAt !== null,
    recurrence: task.recurrence?.rrule ?? null,
    reminders: triggers.flatMap((trigger) =>
      trigger.kind === "relative" ? [trigger.minutes === 0 ? 0 : -trigger.minutes] : [],
    ),
    reminderAt: pendingOf(doc),
    completedAt: undefined,
  };
};

/** The wall clocks at which reminders are still to come. */
const pendingOf = ({ reminders }: TaskDoc): string[] =>
  reminders
    .filter(isWaiting)
    .flatMap(({ scheduledFor: at }) =>
      at === null ? [] : [toLocal(at, settings.timeZone).slice(0, 16)],
    )
    .toSorted();

const inShort = (task: Task, before: Map<Id, TaskDoc>): string => {
  const old: Record<string, unknown> = before.get(task.id)?.task ?? {};
  const all: Record<string, unknown> = task;
  const fields = compared.filter((field) => !isDeepStrictEqual(all[field], old[field] ?? null));
  const said = fields.filter((field) => before.has(task.id) || field === "title" || all[field]);
  return said
    .map((field) => `${field}=${JSON.stringify(all[field])}`)
    .join(" ")
    .slice(0, 200);
};

// What a command does, as acts a person can order, and which of its words it brings along. Pure. Called by grounded.ts.
import type { Command } from "../../../domain/command.ts";
import type { Task, TaskPatch } from "../../../domain/task.ts";
import type { Scene } from "../scene.ts";
import type { Act } from "./verbs.ts";

/** Takes something away that comes back only by another order, or ends a series: never at once when a model proposed it. */
export const isDestructive = (command: Command): boolean => {
  switch (command.type) {
    case "task.delete":
    case "task.purge":
      return true;
    case "task.complete":
      return command.forever === true;
    case "task.patch":
      return (
        command.changes.recurrence === null ||
        command.changes.status === "cancelled" ||
        command.changes.description === ""
      );
    default:
      return false;
  }
};

/** For each thing the command does the acts that order it; one of each has to be said. */
export const actsOf = (command: Command): Act[][] => {
  switch (command.type) {
    case "task.create":
      return [["create"]];
    case "task.patch":
      return patchActs(command.changes);
    case "task.complete":
      return [["complete"]];
    case "task.reopen":
      return [["reopen"]];
    case "task.restore":
      return [["restore"]];
    case "task.skip":
      return [["skip"]];
    case "reminder.add":
    case "reminder.change":
      return [["remind", "snooze"]];
    case "reminder.remove":
      return [["silence"]];
    case "reminder.snooze":
      return [["snooze", "remind"]];
    case "history.undo":
      return [["undo"]];
    case "history.redo":
      return [["redo"]];
    default:
      return [[]]; // nothing a person says orders these
  }
};

const byField: Partial<Record<keyof TaskPatch, Act[]>> = {
  title: ["rename"],
  description: ["describe"],
  priority: ["prioritize"],
  tags: ["tag"],
  project: ["project"],
  section: ["project"],
  assignee: ["assign"],
  due: ["reschedule", "repeat"],
  recurrence: ["repeat"],
  deadline: ["deadline"],
  durationMinutes: ["duration"],
  parentId: ["create", "project"],
};

/** Taking something away is ordered in other words than setting it. */
const byClearedField: Partial<Record<keyof TaskPatch, Act[]>> = {
  due: ["undate"],
  deadline: ["undate"],
  durationMinutes: ["undate"],
  project: ["unfile"],
  section: ["unfile"],
  assignee: ["unassign"],
  parentId: ["unfile"],
};

const byStatus: Partial<Record<string, Act[]>> = {
  done: ["complete"],
  in_progress: ["start"],
  open: ["reopen"],
};

const patchActs = (changes: TaskPatch): Act[][] =>
  (Object.keys(changes) as (keyof TaskPatch)[]).map((field) => {
    if (field === "status") return byStatus[changes.status ?? ""] ?? [];
    return (changes[field] === null ? byClearedField[field] : byField[field]) ?? [];
  });

const taskOf = (id: string, { alive, trash }: Scene): Task | undefined =>
  [...alive, ...trash].find((task) => task.id === id);

/** The texts a command sets: they have to be the person's. A label the task has already is not set. */
export const valuesOf = (command: Command, scene: Scene): string[] => {
  if (command.type === "task.create") return textsIn(command.fields, undefined);
  if (command.type !== "task.patch") return [];
  return textsIn(command.changes, taskOf(command.taskId, scene));
};

const textsIn = (
  { title, description, project, assignee, tags }: TaskPatch,
  task: Task | undefined,
): string[] =>
  [title, description, project, assignee, ...changedTags(tags, task?.tags ?? [])].filter(
    (text): text is string => typeof text === "string" && text !== "",
  );

const changedTags = (tags: string[] | undefined, before: string[]): string[] =>
  tags === undefined
    ? []
    : [
        ...tags.filter((tag) => !before.includes(tag)),
        ...before.filter((tag) => !tags.includes(tag)),
      ];

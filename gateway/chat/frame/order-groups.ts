// From tasks and what is said of them to commands. Called by read-tasks.ts.
import type { Command, TaskCommand } from "../../../domain/command.ts";
import type { Task } from "../../../domain/task.ts";
import type { When } from "../../../domain/when.ts";
import { ending } from "../act.ts";
import { ask, quote, talk } from "../asking.ts";
import type { Interpretation } from "../interpretation.ts";
import { movedTo } from "../reading/move-due.ts";
import { valuesOf } from "../reading/values-of.ts";
import type { Scene } from "../scene.ts";
import type { Predicate } from "./clause.ts";
import type { Group, Part } from "./group-clauses.ts";

const manyTasks = 5;

/** One plan for all groups; a question where the words may be new tasks as well; null where they change nothing or too much. */
export const ordered = (groups: Group[], clauses: Part[], scene: Scene): Interpretation | null => {
  const plan = new Map<string, TaskCommand>();
  const others: Command[] = [];
  let day: When | null = null;
  for (const { tasks, does, meant } of groups) {
    if (meant) others.push(...meant.commands);
    if (does === null || does.is === "open") continue;
    if (tasks.length === 0) return null;
    if (does.is === "values") day = does.read.due ?? day;
    for (const task of tasks) {
      const made = commandFor(task, does, day, scene);
      const key = `${made?.type} ${task.id}`;
      if (!made) return null;
      plan.set(key, joinedWith(plan.get(key), made));
    }
  }
  const touched = [...new Set(groups.flatMap(({ tasks }) => tasks))];
  if (plan.size === 0 || touched.length > manyTasks) return null;
  if (
    touched.some(({ id }) => isBoth(plan.get(`task.complete ${id}`), plan.get(`task.patch ${id}`)))
  )
    return talk("I have done nothing yet: is that done, or is it still to be done then?");
  const commands = [...plan.values(), ...others];
  const sure = clauses.map(({ clause }) => clause?.sure ?? 0);
  const isSure = sure.includes(1) || !sure.includes(-1);
  return isSure ? { commands } : askIf(touched, commands);
};

/** "finish the essay and the quiz, both tomorrow" */
const isBoth = (done: TaskCommand | undefined, patch: TaskCommand | undefined): boolean =>
  done !== undefined && patch?.type === "task.patch" && patch.changes.due !== undefined;

/** Two changes of a task are one; its tags are put together. */
const joinedWith = (before: TaskCommand | undefined, made: TaskCommand): TaskCommand => {
  if (before?.type !== "task.patch" || made.type !== "task.patch") return made;
  const tags = [...new Set([...(before.changes.tags ?? []), ...(made.changes.tags ?? [])])];
  const changes = { ...before.changes, ...made.changes, ...(tags.length > 0 && { tags }) };
  return { ...made, changes };
};

const commandFor = (
  task: Task,
  does: Predicate,
  day: When | null,
  scene: Scene,
): TaskCommand | null => {
  if (does.is === "done") return ending(task)[0] ?? null;
  if (does.is === "values") {
    const changes = valuesOf(does.read, task, scene);
    return changes && { type: "task.patch", taskId: task.id, changes };
  }
  const to = day && { due: { kind: "day" as const, at: day.at.slice(0, 10) }, hasDay: true };
  return (
    to && { type: "task.patch", taskId: task.id, changes: { due: movedTo(task, to, scene.clock) } }
  );
};

/** Where the words may be new tasks as well. */
const askIf = (tasks: Task[], commands: Interpretation["commands"]): Interpretation =>
  ask(
    `You have ${tasks.map(({ title }) => quote(title)).join(" and ")} on your list already. Shall I move them?`,
    [
      { label: "Yes, move them", commands },
      { label: "No, leave them", commands: [] },
    ],
  );

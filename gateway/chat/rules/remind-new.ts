// "remind me to …": a new task with its reminder, or a reminder for the task of that very title. Called by remind.ts.
import type { TaskCommand } from "../../../domain/command.ts";
import type { QuickAdd } from "../../../domain/language/quick-add.ts";
import { readTrigger } from "../../../domain/language/reminders/read-trigger.ts";
import { readRepeat } from "../../../domain/language/repeat/read-repeat.ts";
import { dueAtInstant, fullSecond } from "../../../domain/moment.ts";
import type { Trigger } from "../../../domain/reminder.ts";
import type { Task } from "../../../domain/task.ts";
import { ask, quote, run, talk } from "../asking.ts";
import type { Interpretation } from "../interpretation.ts";
import { findNamed } from "../pointing/targets.ts";
import { tasksTitled } from "../matching/title-index.ts";
import { atDue, readRemindLine, type RemindLine } from "../reading/remind-line.ts";
import type { Scene } from "../scene.ts";
import { commandFor } from "./new-task.ts";
import { addReminder, remindOf, timeChoices } from "./remind-task.ts";
import { isImperative } from "../matching/task-verbs.ts";

/**
 * Reads the rest of "remind me to". "In 5 minutes" is a moment to be reminded at, not a due; a date is both. A task of
 * that title which is there already gets the reminder instead of a twin.
 */
export const remindNew = (line: string, scene: Scene): Interpretation => {
  const said = readRemindLine(line, scene);
  const known = knownAs(said.read.title, scene);
  const [same] = known;
  if (known.length === 1 && same && said.read.recurrence === null) return ofTask(same, said, scene);
  const { read, trigger, isAhead } = withMoment(said, scene);
  const relative = ofKnown(line, scene);
  if (relative) return relative;
  const triggers = trigger ? [trigger] : read.reminders.length > 0 || !isAhead ? [] : [atDue];
  const isTimeless = triggers.length === 0 && read.reminders.length === 0;
  if (same && read.recurrence !== null) return askIfSame(same, read, scene);
  if (isTimeless) return askWhen(read, scene);
  return made(read, scene, triggers);
};

/** Another reminder for the task of that title. */
const ofTask = (same: Task, { read, trigger }: RemindLine, scene: Scene): Interpretation => {
  const at =
    trigger ?? read.reminders[0] ?? (read.due ? ({ kind: "wall", when: read.due } as const) : null);
  return at ? run(addReminder(same, at, scene)) : remindOf(same.title, null, scene);
};

/** "in 20 minutes" is the due as well, the same instant to the second. */
const withMoment = ({ read, trigger, ...line }: RemindLine, { zone }: Scene): RemindLine => {
  if (trigger?.kind !== "instant" || read.due !== null) return { ...line, read, trigger };
  const at = fullSecond(trigger.at);
  return { ...line, read: { ...read, due: dueAtInstant(at, zone) }, trigger: { ...trigger, at } };
};

const made = (read: QuickAdd, scene: Scene, triggers: Trigger[]): Interpretation => {
  const command = commandFor(read, scene, triggers);
  return command.ok
    ? run(command.command)
    : talk(`${command.reason} For example “remind me to call mum at 6”.`);
};

/** "remind me to call mum an hour before": the task of that title, counted from its due. */
const ofKnown = (line: string, scene: Scene): Interpretation | null => {
  for (const space of [...line.matchAll(/\s+/g)].slice(0, 14)) {
    const [what, when] = [line.slice(0, space.index), line.slice(space.index + space[0].length)];
    const same = tasksTitled(what, scene.open);
    if (same.length === 1 && readTrigger(when, scene.clock, same[0]?.due ?? null))
      return remindOf(what, when, scene);
  }
  return null;
};

/** The task of that very title; of other words ("add a reminder to taxes") the one they fit, unless they are an order. */
const knownAs = (title: string, scene: Scene): Task[] => {
  const same = tasksTitled(title, scene.open);
  if (same.length > 0 || isImperative(title) || title === "") return same;
  const targets = findNamed(title, scene.open, scene);
  return targets.is === "found" && targets.isSure ? targets.tasks : [];
};

/** "remind me about taxes every day at 9": a task that is there may be made to repeat, with a reminder. */
export const remindOften = (
  splits: { what: string; when: string }[],
  scene: Scene,
): Interpretation | null => {
  for (const { what, when } of splits) {
    const targets = findNamed(what, scene.open, scene);
    const task =
      targets.is === "found" && targets.tasks.length === 1 ? targets.tasks[0] : undefined;
    const repeating = task && readRepeat(when, scene.clock, task.due);
    if (task && repeating)
      return askIfSame(task, { ...scene.quickAdd(task.title), ...repeating }, scene);
  }
  return null;
};

/** No time was said: the task is made, and times are offered for its reminder (semantics: Chat). */
const askWhen = (read: QuickAdd, scene: Scene): Interpretation => {
  const command = commandFor(read, scene);
  if (!command.ok) return talk(`${command.reason} For example “remind me to call mum at 6”.`);
  const { taskId, fields } = command.command;
  const offers = timeChoices(scene, (trigger) => [addReminder({ id: taskId }, trigger, scene)]);
  const later = { label: "No reminder", commands: [] };
  return {
    ...ask(`When shall I remind you of ${quote(fields.title)}?`, [...offers, later]),
    commands: [command.command],
  };
};

/** A repetition for a title that is there: the task may be meant, or another one. */
const askIfSame = (same: Task, read: QuickAdd, scene: Scene): Interpretation => {
  const { recurrence, due } = read;
  const patch: TaskCommand = {
    type: "task.patch",
    taskId: same.id,
    changes: {
      recurrence,
      due,
      reminders: [...same.reminders, { id: scene.newId(), trigger: atDue, channels: null }],
    },
  };
  const another = commandFor(read, scene, [atDue]);
  return ask(`You have ${quote(same.title)} on your list already. What shall I do?`, [
    { label: "Make it repeat, with a reminder", commands: [patch] },
    ...(another.ok
      ? [{ label: `Add another ${quote(same.title)}`, commands: [another.command] }]
      : []),
    { label: "Nothing", commands: [] },
  ]);
};

// A reminder for a task that is on the list. Called by remind.ts.
import type { TaskCommand } from "../../../domain/command.ts";
import type { Clock } from "../../../domain/language/clock.ts";
import { readTrigger } from "../../../domain/language/reminders/read-trigger.ts";
import type { Trigger } from "../../../domain/reminder.ts";
import type { Task } from "../../../domain/task.ts";
import type { When } from "../../../domain/when.ts";
import { act } from "../act.ts";
import { ask, quote, run, talk } from "../asking.ts";
import type { Choice, Interpretation } from "../interpretation.ts";
import { exactTasks } from "../matching/find-task.ts";
import { findTargets } from "../pointing/targets.ts";
import type { Scene } from "../scene.ts";
import { createCommand, describe } from "./new-task.ts";

/** One way to read a message: of which task, and when. */
export type Reading = { what: string; when: string };

/** Of several readings the one whose task is known best, the longer time first. */
export const bestReading = (readings: Reading[], scene: Scene): Reading | undefined => {
  // A title as it is written needs no search, and a search over all titles takes time.
  const exact = readings.find(({ what }) => exactTasks(what, scene.open).length > 0);
  if (exact) return exact;
  const rank = ({ what }: Reading): number => {
    const targets = findTargets(what, scene.open, scene);
    return { found: 1, several: 2, unclear: 3, alike: 4, none: 5 }[targets.is];
  };
  return readings
    .map((reading) => ({ reading, rank: rank(reading) }))
    .toSorted((a, b) => a.rank - b.rank)[0]?.reading;
};

/** Adds a reminder to the task that is meant; without a time it asks for one. */
export const remindOf = (
  what: string,
  when: string | null,
  scene: Scene,
  said = what,
): Interpretation => {
  const targets = findTargets(what, scene.open, scene);
  const only = targets.is === "found" && targets.tasks.length === 1 ? targets.tasks[0] : undefined;
  if (when === null) return only ? askWhen(only, scene) : notFound(what, said, scene);
  if (only) {
    const wrong = cannotBe(only, when, scene);
    if (wrong !== null) return talk(wrong);
    const fresh = freshTriggers(only, readTriggers(when, scene.clock, only.due));
    if (fresh.length === 0) return talk(`${quote(only.title)} has that reminder already.`);
  }
  return act(what, scene.open, scene, {
    phrase: (which) => `remind you of ${which} ${when}`,
    commandsFor: (task) => {
      const triggers = readTriggers(when, scene.clock, task.due);
      return freshTriggers(task, triggers).map((trigger) => addReminder(task, trigger, scene));
    },
    otherwise: () => notFound(what, said, scene),
  });
};

/** Those the task has no reminder with yet. */
const freshTriggers = ({ reminders }: Task, triggers: Trigger[]): Trigger[] => {
  const known = new Set(reminders.map(({ trigger }) => JSON.stringify(trigger)));
  return triggers.filter((trigger) => !known.has(JSON.stringify(trigger)));
};

/** "an hour before", or several: "an hour before and 10 minutes before". Empty when the words say anything else. */
export const readTriggers = (when: string, clock: Clock, due: When | null): Trigger[] => {
  const parts = when.split(/\s*(?:,\s*and\s|,|\sand\s)\s*(?=.*(?:before|early|earlier)$)/iu);
  const each = parts.flatMap((part) => readTrigger(part, clock, due) ?? []);
  const isList = parts.length > 1 && each.length === parts.length;
  if (isList && each.every(({ kind }) => kind === "relative")) return each;
  const whole = readTrigger(when, clock, due);
  return whole ? [whole] : [];
};

/** The order to add a reminder to a task. */
export const addReminder = (
  task: Pick<Task, "id">,
  trigger: Trigger,
  { newId }: Scene,
): TaskCommand => ({
  type: "reminder.add",
  taskId: task.id,
  reminder: { id: newId(), trigger, channels: null },
});

/** Why a task cannot be reminded of then: there is nothing to count from. */
const cannotBe = (task: Task, when: string, { clock }: Scene): string | null => {
  const [trigger = null] = readTriggers(when, clock, task.due);
  const isLost =
    trigger?.kind === "relative" && (trigger.to === "due" ? task.due : task.deadline) === null;
  if (trigger !== null && !isLost) return null;
  const edge = trigger?.kind === "relative" && trigger.to === "deadline" ? "deadline" : "due date";
  return `${quote(task.title)} has no ${edge} to count from. Say when instead: “remind me about it tomorrow at 9”.`;
};

/** The usual times, offered for `commandFor`. */
export const timeChoices = (
  scene: Scene,
  commandFor: (trigger: Trigger) => TaskCommand[],
): Choice[] =>
  ["In an hour", "This evening", "Tomorrow morning"].flatMap((label) => {
    const trigger = readTrigger(label, scene.clock, null);
    const isDay = trigger?.kind === "wall" && trigger.when.kind === "day";
    return trigger && !isDay ? [{ label, commands: commandFor(trigger) }] : [];
  });

const askWhen = (task: Task, scene: Scene): Interpretation =>
  ask(
    `When shall I remind you of ${quote(task.title)}?`,
    timeChoices(scene, (trigger) => [addReminder(task, trigger, scene)]),
  );

/** "remind me about the dentist tomorrow at 9" where there is none: it may be a new task. */
const notFound = (what: string, said: string, scene: Scene): Interpretation => {
  if (/^(?:it|that|this|them|these|those)$/i.test(what))
    return talk("Remind you of what? For example “remind me to call mum at 6”.");
  const made = createCommand(said, scene);
  const missing = `I found no open task that fits ${quote(what)}.`;
  if (!made.ok) return talk(missing);
  const { due } = made.command.fields;
  const trigger: Trigger[] = due ? [{ kind: "relative", to: "due", minutes: 0 }] : [];
  const withReminder = createCommand(said, scene, trigger);
  const command = withReminder.ok ? withReminder.command : made.command;
  // A thing of one's own at a clock time is a new task with its reminder.
  const isOwn = /^(?:my|our)\s|\s(?:appointment|meeting|lunch|dinner|party|lesson|class)$/iu.test(
    what,
  );
  if (isOwn && due?.at.includes("T") && findTargets(what, scene.alive, scene).is === "none")
    return run(command);
  return ask(`${missing} Shall I add ${describe(command, scene)} as a new task?`, [
    { label: `Add ${quote(command.fields.title)}`, commands: [command] },
    { label: "No, leave it", commands: [] },
  ]);
};

// "remind me to …": a new task with its reminder, or a reminder for the task of that very title. Called by remind.ts.
import type { Command } from "../../../domain/command.ts";
import { amountPattern } from "../../../domain/language/amounts.ts";
import type { QuickAdd } from "../../../domain/language/quick-add.ts";
import { readTrigger, secondsIn } from "../../../domain/language/reminders/read-trigger.ts";
import { readRepeat } from "../../../domain/language/repeat/read-repeat.ts";
import type { Trigger } from "../../../domain/reminder.ts";
import { plannedFor } from "../../../domain/reminder-time.ts";
import { ownerOf } from "../../../domain/settings.ts";
import type { Task } from "../../../domain/task.ts";
import { ask, quote, run, talk } from "../asking.ts";
import type { Interpretation } from "../interpretation.ts";
import { findTargets } from "../matching/targets.ts";
import { tasksTitled } from "../matching/title-index.ts";
import type { Scene } from "../scene.ts";
import { commandFor } from "./new-task.ts";
import { addReminder, remindOf, timeChoices } from "./remind-task.ts";
import { isImperative } from "./task-verbs.ts";

const atDue: Trigger = { kind: "relative", to: "due", minutes: 0 };

/**
 * Reads the rest of "remind me to". "In 5 minutes" is a moment to be reminded at, not a due; a date is both. A task of
 * that title which is there already gets the reminder instead of a twin.
 */
export const remindNew = (line: string, scene: Scene): Interpretation => {
  const { rest, trigger } = elapsedIn(line, scene);
  const read = stillAhead(withTail(rest, scene), rest, scene);
  const known = knownAs(read.title, scene);
  const [same] = known;
  if (known.length === 1 && same && read.recurrence === null) {
    const at =
      trigger ??
      read.reminders[0] ??
      (read.due ? ({ kind: "wall", when: read.due } as const) : null);
    return at ? run(addReminder(same, at, scene)) : remindOf(same.title, null, scene);
  }
  const relative = ofKnown(line, scene);
  if (relative) return relative;
  const triggers = trigger
    ? [trigger]
    : read.reminders.length > 0 || !isAhead(read, scene)
      ? []
      : [atDue];
  const isTimeless = triggers.length === 0 && read.reminders.length === 0;
  if (same && read.recurrence !== null) return askIfSame(same, read, scene);
  if (isTimeless) return askWhen(read, scene);
  return made(read, scene, triggers);
};

const beforeTail = new RegExp(
  `[,\\s]+(?:and\\s+)?(${amountPattern}|the\\s+day)\\s+(before(?:hand)?(?:\\s+(?:the|its|my)\\s+deadline)?|early|earlier)$`,
  "iu",
);

/** "… tomorrow at 9, 10 minutes before": the end says when to remind, as a mark would. */
const withTail = (line: string, scene: Scene): QuickAdd => {
  const tail = beforeTail.exec(line);
  if (!tail) return scene.quickAdd(line);
  const marked = scene.quickAdd(`${line.slice(0, tail.index)} !${tail[1]} ${tail[2]}`);
  return marked.due === null && marked.deadline === null ? scene.quickAdd(line) : marked;
};

const made = (read: QuickAdd, scene: Scene, triggers: Trigger[]): Interpretation => {
  const command = commandFor(read, scene, triggers);
  return command.ok
    ? run(command.command)
    : talk(`${command.reason} For example “remind me to call mum at 6”.`);
};

const elapsedRule =
  /(?:^|\s)in\s+((?:about\s+)?(?:\d+(?:[.,]\d+)?|an?|one|two|three|four|five|six|seven|eight|nine|ten|fifteen|twenty|thirty|forty[\s-]five|half|couple)[^,;]*?\s*(?:s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?)(?:\s+and\s+(?:a\s+half|(?:\d+|an?)\s*(?:s|secs?|seconds?|mins?|minutes?)))?)(?=$|[\s,;.!])/iu;

/** The line without "in 5 minutes", and the moment that means. Nothing that is not hours, minutes or seconds. */
const elapsedIn = (line: string, { clock }: Scene): { rest: string; trigger: Trigger | null } => {
  const match = elapsedRule.exec(line);
  const words = match?.[1]?.replace(/^about\s+/i, "");
  if (!match || words === undefined || secondsIn(words) === null)
    return { rest: line, trigger: null };
  const trigger = readTrigger(`in ${words}`, clock, null);
  const rest = `${line.slice(0, match.index)} ${line.slice(match.index + match[0].length)}`.trim();
  return trigger ? { rest, trigger } : { rest: line, trigger: null };
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

/** Whether the due, taken as the moment to be reminded at, is still to come: "today" after its hour is not. */
const isAhead = ({ due }: QuickAdd, { settings, zone, clock }: Scene): boolean => {
  if (due === null) return false;
  const owner = ownerOf({ version: 0, settings: { ...settings, timeZone: zone } });
  const at = plannedFor(atDue, { due, deadline: null, priority: 4 }, owner);
  return at !== null && Date.parse(at) > clock.instant.epochMilliseconds;
};

/** The task of that very title; of other words ("add a reminder to taxes") the one they fit, unless they are an order. */
const knownAs = (title: string, scene: Scene): Task[] => {
  const same = tasksTitled(title, scene.open);
  if (same.length > 0 || isImperative(title) || title === "") return same;
  const targets = findTargets(title, scene.open, scene);
  return targets.is === "found" && targets.isSure ? targets.tasks : [];
};

/** "remind me about taxes every day at 9": a task that is there may be made to repeat, with a reminder. */
export const remindOften = (
  splits: { what: string; when: string }[],
  scene: Scene,
): Interpretation | null => {
  for (const { what, when } of splits) {
    const targets = findTargets(what, scene.open, scene);
    const task =
      targets.is === "found" && targets.tasks.length === 1 ? targets.tasks[0] : undefined;
    const repeating = task && readRepeat(when, scene.clock, task.due);
    if (task && repeating)
      return askIfSame(task, { ...scene.quickAdd(task.title), ...repeating }, scene);
  }
  return null;
};

/** "every day" whose hour is over today begins with the next date. */
const stillAhead = (read: QuickAdd, line: string, scene: Scene): QuickAdd => {
  const isToday = read.due?.kind === "day" && read.due.at === scene.clock.today.toString();
  if (read.recurrence === null || !isToday || isAhead(read, scene)) return read;
  const midnight = scene.clock.today.add({ days: 1 }).toZonedDateTime(scene.zone).toInstant();
  return scene.quickAdd(line, midnight.toString());
};

/** No time was said, so the reminder has none: it is asked for, and the task is made with the answer. */
const askWhen = (read: QuickAdd, scene: Scene): Interpretation => {
  const first = commandFor(read, scene);
  if (!first.ok) return talk(`${first.reason} For example “remind me to call mum at 6”.`);
  const offers = timeChoices(scene, (trigger) => {
    const one = commandFor(read, scene, [trigger]);
    return one.ok ? [one.command] : [];
  });
  return ask(`When shall I remind you of ${quote(first.command.fields.title)}?`, offers);
};

/** A repetition for a title that is there: the task may be meant, or another one. */
const askIfSame = (same: Task, read: QuickAdd, scene: Scene): Interpretation => {
  const { recurrence, due } = read;
  const patch: Command = {
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

// "snooze it 1h", "snooze until tomorrow morning", "remind me again in 10 minutes". Rule of the grammar.
import { readUntil } from "../../../domain/language/reminders/read-until.ts";
import type { TaskCommand } from "../../../domain/command.ts";
import type { Task } from "../../../domain/task.ts";
import { act } from "../act.ts";
import { ask, quote, run, talk } from "../asking.ts";
import type { Interpretation } from "../interpretation.ts";
import { findTargets } from "../pointing/targets.ts";
import { lastReminded, reminderMeant } from "../reading/last-reminded.ts";
import type { Rule, Scene } from "../scene.ts";

const snoozing = /^(?:snooze|snoze|snoose)(?:\s+(.+))?$/iu;
const again = /^remind\s+me\s+(?:again|later)(?:\s+(.+))?$/iu;
const all =
  /^(?:all|both(?:\s+of\s+(?:them|those))?|everything|all\s+(?:of\s+)?(?:them|my\s+reminders|reminders))$/iu;
const nothing = /^(?:it|that|this|the\s+(?:last\s+)?(?:reminder|alert|notification)|reminder)$/iu;

/** Moves a notification, never the due. Without a task it is the reminder that came last. */
export const snooze: Rule = (said, scene) => {
  const match = snoozing.exec(said) ?? again.exec(said);
  if (!match) return null;
  const isAgain = again.test(said);
  const { words, until } = splitOf((match[1] ?? "").trim(), scene);
  if (isAgain && words !== "") return null; // "remind me again about taxes at 5" is a reminder of its own
  if (words === "" || nothing.test(words)) return snoozeLast(words, until, isAgain, scene);
  const targets = until === null ? findTargets(words, scene.open, scene) : null;
  const only = targets?.is === "found" && targets.tasks.length === 1 ? targets.tasks[0] : undefined;
  if (only) return askUntil(only, scene);
  // "all" are those told lately; a task named gets a reminder where it has none.
  const reminding = scene.open.filter((task) => lastReminded([task], scene) !== null);
  const isAll = all.test(words) && scene.shown.length < 2;
  return act(isAll ? "all" : words, isAll ? reminding : scene.open, scene, {
    phrase: (what) => `snooze ${what}`,
    commandsFor: (task) => commandsFor(task, until ?? defaultUntil(scene), scene),
  });
};

/** The task and until when: the longest end of the words that is a time. */
const splitOf = (said: string, { clock }: Scene): { words: string; until: string | null } => {
  const starts = [0, ...[...said.matchAll(/\s+/g)].map((space) => space.index + space[0].length)];
  for (const start of starts.slice(-maxWords)) {
    const until = readUntil(said.slice(start), clock);
    if (until !== null)
      return {
        words: said.slice(0, start).trim().replace(fillers, ""),
        until,
      };
  }
  return { words: said.replace(fillers, ""), until: null };
};
const fillers = /(?:(?:^|\s+)(?:by|for|reminder|alert|notification))+$/i;
const maxWords = 8;

const defaultUntil = ({ clock }: Scene): string =>
  clock.instant.add({ minutes: 10 }).toString({ smallestUnit: "millisecond" });

/** A reminder is snoozed; a task without one gets one. */
const commandsFor = (task: Task, until: string, scene: Scene): TaskCommand[] => {
  const reminder = reminderMeant(task, scene);
  if (reminder)
    return [{ type: "reminder.snooze", taskId: task.id, reminderId: reminder.id, until }];
  const trigger = { kind: "instant", at: until } as const;
  return [
    {
      type: "reminder.add",
      taskId: task.id,
      reminder: { id: scene.newId(), trigger, channels: null },
    },
  ];
};

/** "it" is the one task shown last when it has a reminder, otherwise what reminded last. */
const snoozeLast = (
  words: string,
  until: string | null,
  isAgain: boolean,
  scene: Scene,
): Interpretation | null => {
  const shown = words === "" ? null : findTargets("it", scene.open, scene);
  const only = shown?.is === "found" && shown.tasks.length === 1 ? shown.tasks[0] : undefined;
  const last = lastReminded(scene.open, scene);
  const task = only && (only.reminders.length > 0 || !last) ? only : last?.task;
  if (!task)
    return isAgain
      ? null
      : talk("Nothing has reminded you lately. Say which task: “snooze call mum 1h”.");
  if (until !== null) return run(...commandsFor(task, until, scene));
  return askUntil(task, scene);
};

/** Offers the usual times. */
const askUntil = (task: Task, scene: Scene): Interpretation => {
  const offers = ["10 min", "1 hour", "this evening", "tomorrow morning"].flatMap((label) => {
    const until = readUntil(label, scene.clock);
    return until === null
      ? []
      : [
          {
            label: label.replace(/^./, (c) => c.toUpperCase()),
            commands: commandsFor(task, until, scene),
          },
        ];
  });
  return ask(`Until when shall I snooze ${quote(task.title)}?`, offers);
};

// "change the reminder of yoga to 1 hour before". Rule of the grammar.
import { act } from "../act.ts";
import { talk } from "../asking.ts";
import { firstPair } from "./patterns.ts";

import { addReminder, readTriggers } from "./remind-task.ts";
import type { Rule } from "../scene.ts";

const changing = [
  /^(?:change|move|set|update|reschedule|put)\s+(?:the\s+|my\s+)?(?:reminder|alert|alarm)\s+(?:of|for|on|about)\s+(.+?)\s+(?:to|for|at)\s+(.+)$/iu,
  /^(?:change|move|set|update|reschedule|put)\s+(?:the\s+|my\s+)?(.+?)(?:['’]s)?\s+(?:reminder|alert)\s+(?:to|for|at)\s+(.+)$/iu,
];

/** Another time for the only reminder of a task; one that has none gets it. */
export const changeReminder: Rule = (said, scene) => {
  const pair = firstPair(changing, said);
  if (!pair) return null;
  const [words, when] = pair;
  if (readTriggers(when, scene.clock, { kind: "day", at: "2026-01-01" }).length !== 1) return null;
  const several = scene.open.filter(({ reminders }) => reminders.length > 1);
  const order = act(words, scene.open, scene, {
    phrase: (what) => `remind you of ${what} ${when}`,
    commandsFor: (task) => {
      const [trigger] = readTriggers(when, scene.clock, task.due);
      const [reminder, more] = task.reminders;
      if (!trigger || more) return [];
      if (!reminder) return [addReminder(task, trigger, scene)];
      const { id: taskId } = task;
      return [{ type: "reminder.change", taskId, reminderId: reminder.id, changes: { trigger } }];
    },
  });
  const isStuck = order.commands.length === 0 && !order.ask && !order.answer && several.length > 0;
  return isStuck
    ? talk(
        "It has several reminders. Say “stop reminding me about it” first, then when to remind you.",
      )
    : order;
};

// "stop reminding me about taxes", "remove the reminder from taxes". Rule of the grammar.
import type { Task } from "../../../domain/task.ts";
import { act, type Order } from "../act.ts";
import { quote, talk } from "../asking.ts";
import { findTargets } from "../pointing/targets.ts";
import type { Rule, Scene } from "../scene.ts";
import { firstMatch } from "./patterns.ts";

const reminders =
  "(?:all\\s+)?(?:the\\s+|my\\s+|its\\s+|any\\s+)?(?:reminders?|alerts?|notifications?|alarms?)";
const silencing = [
  /^(?:stop|quit|no\s+more)\s+(?:reminding|alerting|notifying|pinging|nagging|bugging)(?:\s+me)?(?:\s+(?:about|of|to|for))?(?:\s+(.+))?$/iu,
  /^(?:don['’]?t|do\s+not|never)\s+(?:remind|alert|notify|ping|nag)(?:\s+me)?(?:\s+(?:about|of|to|for))?\s+(.+?)(?:\s+(?:again|any\s*more))?$/iu,
  new RegExp(
    `^(?:remove|delete|cancel|clear|turn\\s+off|switch\\s+off|disable|drop|mute)\\s+${reminders}\\s+(?:of|from|for|on|about)\\s+(.+)$`,
    "iu",
  ),
  new RegExp(`^(?:no\\s+(?:more\\s+)?reminders?)\\s+(?:for|about|on)\\s+(.+)$`, "iu"),
  new RegExp(
    `^(?:remove|delete|cancel|clear|turn\\s+off)\\s+(.+?)['’]s\\s+(?:reminders?|alerts?)$`,
    "iu",
  ),
];
const bare =
  /^(?:stop|quit)\s+(?:reminding|alerting|notifying|nagging)(?:\s+me)?$|^(?:remove|cancel|delete)\s+(?:the|that)\s+reminder$/iu;

/** Takes all reminders of a task away. */
export const silence: Rule = (said, scene) => {
  const words = (bare.test(said) ? "it" : firstMatch(silencing, said))?.replace(
    /\s+any\s*more$/i,
    "",
  );
  const pool = scene.open.filter((task) => task.reminders.length > 0);
  if (words === undefined) return named(said, pool, scene);
  return act(words, pool, scene, { ...order, otherwise: () => hasNone(words, scene) });
};

/** "delete the yoga reminder", when there is a task yoga that has one. */
const named = (said: string, pool: Task[], scene: Scene) => {
  const words = ofTask.exec(said)?.[1];
  if (words === undefined) return null;
  const targets = findTargets(words, pool, scene);
  return targets.is === "found" || targets.is === "several" ? act(words, pool, scene, order) : null;
};
const ofTask =
  /^(?:remove|delete|cancel|clear|turn\s+off|mute)\s+(?:the\s+|my\s+|all\s+)*(.+?)\s+(?:reminders?|alerts?|notifications?)$/iu;

const order: Order = {
  phrase: (what) => `stop reminding you of ${what}`,
  commandsFor: (task) =>
    task.reminders.map(({ id }) => ({ type: "reminder.remove", taskId: task.id, reminderId: id })),
};

const hasNone = (words: string, scene: Scene) => {
  const targets = findTargets(words, scene.open, scene);
  const only = targets.is === "found" && targets.tasks.length === 1 ? targets.tasks[0] : undefined;
  return only ? talk(`${quote(only.title)} has no reminder.`) : null;
};

// "stop repeating taxes", "complete taxes forever": a series ends. Rules of the grammar.
import type { Task } from "../../../domain/task.ts";
import { act } from "../act.ts";
import { ask, quote, talk } from "../asking.ts";
import type { Interpretation } from "../interpretation.ts";
import { findTargets } from "../pointing/targets.ts";
import type { Rule, Scene } from "../scene.ts";
import { firstMatch } from "./patterns.ts";

const stopping = [
  /^(?:stop|end|cancel|quit)\s+(?:the\s+)?(?:repeat(?:ing|s|ition)?|recurr(?:ing|ence))(?:\s+(?:of|for|on))?\s+(.+)$/iu,
  /^(?:stop|don['’]?t|do\s+not|never)\s+(?:let\s+|make\s+)?(.+?)\s+(?:from\s+)?(?:repeat(?:ing)?|recur(?:ring)?)(?:\s+any\s*more|\s+again)?$/iu,
  /^(?:don['’]?t|do\s+not|no\s+longer|never)\s+repeat\s+(.+?)(?:\s+any\s*more|\s+again)?$/iu,
  /^(?:make|set|turn)\s+(.+?)\s+(?:to\s+|into\s+)?(?:not\s+repeat(?:ing)?(?:\s+any\s?more)?|stop\s+repeating|non-?\s?(?:repeating|recurring)|(?:a\s+)?one[\s-]?(?:off|time)(?:\s+task)?|happen\s+(?:only\s+)?once|once\s+only)$/iu,
  /^(.+?)\s+(?:should|does|do|must|will|need)(?:\s+not|n['’]?t|\s+no\s+longer)\s+(?:need\s+to\s+)?(?:repeat|recur)(?:\s+any\s*more)?$/iu,
  /^(.+?)\s+no\s+longer\s+(?:repeats|recurs)$/iu,
  /^(.+?)\s+(?:should|must|has\s+to|shall|can)\s+stop\s+(?:repeating|recurring)$/iu,
  /^(.+?)\s+(?:doesn['’]?t|does\s+not)\s+(?:repeat|recur)\s+any\s*more$/iu,
  /^(?:remove|clear|delete|drop)\s+(?:the\s+)?(?:recurrence|repetition|repeat|repeating)(?:\s+rule)?\s+(?:of|from|for|on)\s+(.+)$/iu,
  /^(?:stop|end|cancel)\s+(repeating)$/iu,
];

/** "stop repeating taxes": it stays on the list, once. */
export const stopRepeating: Rule = (said, scene) => {
  const found = firstMatch(stopping, said);
  if (found === null) return null;
  const words = found.toLowerCase() === "repeating" ? "it" : found;
  return act(words, recurring(scene), scene, {
    phrase: (what) => `stop repeating ${what}`,
    confirms: true,
    commandsFor: ({ id }) => [{ type: "task.patch", taskId: id, changes: { recurrence: null } }],
    otherwise: () => doesNotRepeat(words, scene),
  });
};

/** The open tasks that repeat. */
export const recurring = ({ open }: Scene): Task[] =>
  open.filter(({ recurrence }) => recurrence !== null);

/** Says of a task that it does not repeat; null when no task fits. */
export const doesNotRepeat = (words: string, scene: Scene): Interpretation | null => {
  const targets = findTargets(words, scene.open, scene);
  if (targets.is !== "found" || targets.tasks.length !== 1) return null;
  return talk(`${quote(targets.tasks[0]?.title ?? "")} does not repeat. Nothing was changed.`);
};

const good = "(?:forever|for\\s+ever|for\\s+good|once\\s+and\\s+for\\s+all|permanently)";
const ending = [
  new RegExp(
    `^(?:complete|finish|mark|close|tick\\s+off|check\\s+off|end)\\s+(.+?)\\s+(?:as\\s+)?(?:(?:done|completed?|finished)\\s+)?${good}$`,
    "iu",
  ),
  new RegExp(`^(?:i['’]?m\\s+)?(?:done|finished)\\s+with\\s+(.+?)\\s+${good}$`, "iu"),
  new RegExp(`^(.+?)\\s+(?:is|are)\\s+(?:done|finished|completed?)\\s+${good}$`, "iu"),
  /^(?:end|finish|close|complete|stop)\s+(?:the\s+)?(?:whole\s+|entire\s+)?series(?:\s+(?:of|for|on))?\s+(.+)$/iu,
  /^(?:end|finish|close|complete|stop)\s+(?:the\s+)?(?:whole\s+|entire\s+)?(.+?)\s+series$/iu,
];

const endsIt =
  /^(?:end|finish|close|complete|stop)\s+(?:the|this|that)\s+(?:whole\s+|entire\s+)?series$/iu;

const unclear = [
  /^(?:delete|remove|cancel)\s+(?:the\s+)?(?:whole\s+|entire\s+)?(.+?)\s+series$/iu,
  /^(?:stop|end|quit)\s+(?:doing\s+)?(.+)$/iu,
];

/** "stop yoga": it may stop repeating, or be over for good. */
export const stopWhat: Rule = (said, scene) => {
  const words = firstMatch(unclear, said);
  const targets = words === null ? null : findTargets(words, recurring(scene), scene);
  const task = targets?.is === "found" && targets.tasks.length === 1 ? targets.tasks[0] : undefined;
  if (!task) return null;
  const { id } = task;
  return ask(`What shall become of ${quote(task.title)}?`, [
    {
      label: "Stop repeating it",
      commands: [{ type: "task.patch", taskId: id, changes: { recurrence: null } }],
    },
    {
      label: "Complete it and end the series",
      commands: [{ type: "task.complete", taskId: id, forever: true }],
    },
    { label: "Nothing", commands: [] },
  ]);
};

/** "complete taxes forever" ends a series, which wants a yes. */
export const endSeries: Rule = (said, scene) => {
  const words = endsIt.test(said) ? "it" : firstMatch(ending, said);
  if (words === null) return null;
  return act(words, recurring(scene), scene, {
    phrase: (what) => `complete ${what} and end the series`,
    confirms: true,
    commandsFor: ({ id }) => [{ type: "task.complete", taskId: id, forever: true }],
    otherwise: () => doesNotRepeat(words, scene),
  });
};

// "move milk to friday", "postpone taxes by 2 days", "milk is due tomorrow", "no due date for milk". Rule of the grammar.
import type { Task } from "../../../domain/task.ts";
import type { When } from "../../../domain/when.ts";
import { act, type Order } from "../act.ts";
import { ask, quote, talk } from "../asking.ts";
import type { Interpretation } from "../interpretation.ts";
import { findTargets } from "../matching/targets.ts";
import { movedBy, movedTo, readShift, type Shift } from "../reading/move-due.ts";
import type { Rule, Scene } from "../scene.ts";
import { offerToAdd } from "./offer.ts";

const verb =
  "(?:move|reschedule|re-schedule|push|shift|postpone|delay|defer|bump|change|set|put|bring|schedule|plan|make|carry)";
const dateOf =
  "(?:the\\s+)?(?:due\\s*(?:date|time|day)?|date|time|deadline|schedule)\\s+(?:of|for|on|from)\\s+";

const ordered = new RegExp(`^(?:${verb}(?:\\s+off)?)\\s+(?:${dateOf})?(.+)$`, "iu");
const connector =
  /\s+(?:(?:back|out|forward|over|off|up)\s+)?(?:to\s+be\s+due|to|until|till|til|for|on|by|at|due(?:\s+(?:on|by))?)\s+/giu;
const stated =
  /^(.+?)(?:\s+(?:is|are)|['’]s)\s+(?:now\s+|actually\s+)?(?:due|scheduled|planned)\s+(.+)$/iu;
const bareDay = new RegExp(
  `^${verb}\\s+(.+?)\\s+((?:today|tomorrow|tonight|next\\s|this\\s|mon|tue|wed|thu|fri|sat|sun).*)$`,
  "iu",
);
const byAmount = [
  new RegExp(
    `^${verb}\\s+(?:off\\s+)?(?:${dateOf})?(.+?)\\s+(?:(?:back|out|forward|ahead|up|off|earlier|later)\\s+)?(?:by\\s+|for\\s+)?((?:another\\s+)?\\S+(?:\\s+\\S+){0,3}?\\s+(?:earlier|later|forward|sooner))$`,
    "iu",
  ),
  new RegExp(
    `^${verb}\\s+(?:off\\s+)?(?:${dateOf})?(.+?)\\s+((?:(?:back|out|forward|ahead|up|off|earlier|later)\\s+)?(?:by|for)\\s+.+)$`,
    "iu",
  ),
  new RegExp(
    `^${verb}\\s+(?:off\\s+)?(.+?)\\s+((?:(?:back|out|forward|ahead|up|off)\\s+)?(?:\\d+|an?|one|two|three|four|five|six|seven|a\\s+couple\\s+of|a\\s+few)\\s+(?:more\\s+)?\\S+)$`,
    "iu",
  ),
];
const without = [
  new RegExp(`^(?:remove|clear|delete|drop|unset|take\\s+away|forget)\\s+${dateOf}(.+)$`, "iu"),
  /^(?:unschedule|undate)\s+(.+)$/iu,
  /^(?:make|set|mark)\s+(.+?)\s+(?:to\s+)?(?:have\s+)?(?:no\s+(?:due\s+)?date|undated|unscheduled|someday|without\s+(?:a\s+)?(?:due\s+)?date)$/iu,
  /^(?:no|remove\s+the)\s+(?:due\s+)?date\s+(?:for|on|from)\s+(.+)$/iu,
  /^(.+?)\s+has\s+no\s+(?:due\s+)?date(?:\s+any\s*more)?$/iu,
];
const whenever = /^(?:postpone|reschedule|defer|delay|put\s+off|push\s+back)\s+(.+)$/iu;

export const reschedule: Rule = (said, scene) =>
  unsetDue(said, scene) ?? shiftDue(said, scene) ?? setDue(said, scene) ?? askWhen(said, scene);

const unsetDue: Rule = (said, scene) => {
  for (const pattern of without) {
    const words = pattern.exec(said)?.[1];
    if (words)
      return act(
        words,
        scene.open,
        scene,
        dueOrder("clear the date of", () => null),
      );
  }
  return null;
};

const dueOrder = (name: string, due: (task: Task) => When | null): Order => ({
  verb: name,
  commandsFor: (task) => [{ type: "task.patch", taskId: task.id, changes: { due: due(task) } }],
});

/** Of the ways to read "X to Y" those where all of Y is a date; of these the one whose X is known best. */
const setDue: Rule = (said, scene) => {
  const readings = splits(said).flatMap(({ words, rest }) => {
    const to = scene.when(rest);
    return to ? [{ words, to }] : [];
  });
  const isKnown = ({ words }: { words: string }) =>
    findTargets(words, scene.open, scene).is === "found";
  const best = readings.find(isKnown) ?? readings[0];
  if (!best) return null;
  return act(best.words, scene.open, scene, {
    ...dueOrder(`move to ${scene.say(best.to.due)}:`, (task) =>
      movedTo(task, best.to, scene.clock),
    ),
    otherwise: () => offerOrRefuse(said, best.words, scene),
  });
};

/** Every way to split what is said into a task and a date, for a title may hold "to" or "for" itself. */
const splits = (said: string): { words: string; rest: string }[] => {
  const body = ordered.exec(said)?.[1] ?? "";
  const atConnectors = [...body.matchAll(connector)].map((match) => ({
    words: body.slice(0, match.index),
    rest: body.slice(match.index + match[0].length),
  }));
  const others = [stated, bareDay].flatMap((pattern) => {
    const [, words, rest] = pattern.exec(said) ?? [];
    return words && rest ? [{ words, rest }] : [];
  });
  return [...atConnectors, ...others];
};

const offerOrRefuse = (said: string, words: string, scene: Scene): Interpretation =>
  /^(?:move|push|shift|set|make|change|put|schedule|plan|carry|bring)\s/i.test(said)
    ? offerToAdd(said, words, scene)
    : talk(`I found no open task that fits ${quote(words)}.`);

const shiftDue: Rule = (said, scene) => {
  for (const pattern of byAmount) {
    const [, words = "", amount = ""] = pattern.exec(said) ?? [];
    const shift = readShift(amount, said);
    if (words !== "" && shift) return actShift(words, shift, scene);
  }
  return null;
};

const actShift = (words: string, shift: Shift, scene: Scene): Interpretation => {
  const targets = findTargets(words, scene.open, scene);
  const timeless =
    targets.is === "found" &&
    targets.tasks.find((task) => movedBy(task, shift, scene.clock) === null);
  if (timeless) {
    const isDay = timeless.due?.kind === "day";
    return talk(
      `${quote(timeless.title)} has no ${isDay ? "time of day" : "due date"} to move. Say when instead: “move it to tomorrow 17:00”.`,
    );
  }
  return act(
    words,
    scene.open,
    scene,
    dueOrder("move", (task) => movedBy(task, shift, scene.clock) ?? task.due),
  );
};

/** "postpone milk" says neither how far nor until when. */
const askWhen: Rule = (said, scene) => {
  const words = whenever.exec(said)?.[1];
  if (!words) return null;
  const targets = findTargets(words, scene.open, scene);
  if (targets.is !== "found" || targets.tasks.length > 5)
    return act(
      words,
      scene.open,
      scene,
      dueOrder("move to tomorrow:", (task) => on("tomorrow", task, scene)),
    );
  const titles = targets.tasks.map(({ title }) => quote(title)).join(", ");
  return ask(
    `Until when shall I move ${titles}?`,
    ["tomorrow", "this weekend", "next week"].map((day) => ({
      label: day.replace(/^./, (letter) => letter.toUpperCase()),
      commands: targets.tasks.map((task) => ({
        type: "task.patch" as const,
        taskId: task.id,
        changes: { due: on(day, task, scene) },
      })),
    })),
  );
};

const on = (day: string, task: Task, scene: Scene): When | null => {
  const to = scene.when(day);
  return to && movedTo(task, to, scene.clock);
};

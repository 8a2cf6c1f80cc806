// From an order and the tasks it means to commands, or to the question that has to come first. Called by the rules.
import type { TaskCommand } from "../../domain/command.ts";
import type { Task } from "../../domain/task.ts";
import { ask, countOf, guess, labelOf, maxChoices, quote, run, talk } from "./asking.ts";
import type { Choice, Interpretation } from "./interpretation.ts";
import { findTargets } from "./pointing/targets.ts";
import type { Scene } from "./scene.ts";

/** What is to be done with the tasks meant. */
export type Order = {
  /** The order in words, for questions: `what` is "it" or "3 tasks". */
  phrase: (what: string) => string;
  commandsFor: (task: Task) => TaskCommand[];
  /** One that takes something away is never done on a guess, nor to several at once without a yes. */
  destroys?: boolean;
  /** One that wants a yes even for a single task. */
  confirms?: boolean;
  /** What to say when nothing fits, when there is something better than "no task fits". */
  otherwise?: (words: string) => Interpretation | null;
};

/** The command that ends a task. It names the occurrence that is meant, so that the same message twice does not end the next one too. */
export const ending = ({ id, occurrence }: Task): TaskCommand[] => [
  {
    type: "task.complete",
    taskId: id,
    ...(occurrence === null ? {} : { occurrence: occurrence.id }),
  },
];

/** A change of more tasks than this wants a yes first. */
const manyTasks = 5;

/** More than this is no longer a message but a migration: it would outlast the request. */
const maxTouched = 200;

/** Reads which tasks of `pool` the words mean and orders it, or asks. */
export const act = (words: string, pool: Task[], scene: Scene, order: Order): Interpretation => {
  const targets = findTargets(words, pool, scene);
  switch (targets.is) {
    case "found":
      return actOn(targets.tasks, targets.isSure, scene, order);
    case "several":
      return askWhich(targets.tasks, targets.also, scene, order);
    case "alike":
      return guess(askAlike(words, targets.tasks, scene, order));
    case "unclear":
      return (
        whichOf(words, pool, scene, order) ??
        talk(
          "I do not know which task you mean. Say its title, or ask for your list and then name a number.",
        )
      );
    case "none":
      return guess(
        order.otherwise?.(words) ?? talk(`I found no task that fits ${quote(words.trim())}.`),
      );
  }
};

/** Orders it for tasks that are known, with a question first where semantics want one. */
export const actOn = (
  tasks: Task[],
  isSure: boolean,
  scene: Scene,
  order: Order,
): Interpretation => {
  if (tasks.length > maxTouched) {
    return talk(
      `That is ${countOf(tasks.length)}. One message changes ${maxTouched} at most: say which.`,
    );
  }
  const commands = tasks.flatMap(order.commandsFor);
  if (order.destroys && tasks.length === 1 && !isSure) return askAlike("", tasks, scene, order);
  const limit = order.confirms ? 0 : order.destroys ? 1 : manyTasks;
  if (tasks.length <= limit) return run(...commands);
  const named = tasks.slice(0, maxChoices).map((task) => quote(task.title));
  const rest = tasks.length > named.length ? ` and ${tasks.length - named.length} more` : "";
  const all = order.phrase(tasks.length === 1 ? named.join("") : countOf(tasks.length));
  if (tasks.length === 1)
    return ask(`Shall I ${all}?`, [
      { label: `Yes, ${all}`, commands },
      { label: "No, leave it", commands: [] },
    ]);
  return ask(`Shall I ${all}? ${named.join(", ")}${rest}.`, [
    { label: `Yes, ${all}`, commands },
    { label: "No, leave them", commands: [] },
  ]);
};

/** "it" where nothing was shown: those changed last are offered. */
const whichOf = (
  words: string,
  pool: Task[],
  scene: Scene,
  order: Order,
): Interpretation | null => {
  if (!/^(?:it|that|this)$/iu.test(words.trim()) || pool.length === 0) return null;
  const latest = pool.toSorted((a, b) => b.updatedAt.localeCompare(a.updatedAt)).slice(0, 5);
  return ask(`Which task do you mean? Shall I ${order.phrase("one of these")}?`, [
    ...choicesFor(latest, [], scene, order),
    { label: "None of these", commands: [] },
  ]);
};

const askWhich = (tasks: Task[], also: Task[], scene: Scene, order: Order): Interpretation => {
  const more = also.map(({ title }) => quote(title)).join(", ");
  const offered = tasks.slice(0, maxChoices);
  const hidden = tasks.length - offered.length;
  const rest = hidden > 0 ? ` ${hidden} more fit: say more of the title.` : "";
  const together = more === "" ? "" : ` (${more} goes with it.)`;
  return ask(
    `${tasks.length} tasks fit. Which one do you mean?${together}${rest}`,
    choicesFor(offered, also, scene, order),
  );
};

const askAlike = (words: string, tasks: Task[], scene: Scene, order: Order): Interpretation => {
  const unknown = words === "" ? "" : `No task is called ${quote(words.trim())}. `;
  const only = tasks.length === 1 ? tasks[0] : undefined;
  const question = only
    ? `${unknown}Did you mean ${quote(only.title)}? Shall I ${order.phrase("it")}?`
    : `${unknown}Did you mean one of these?`;
  return ask(question, [
    ...choicesFor(tasks.slice(0, maxChoices), [], scene, order),
    { label: "None of these", commands: [] },
  ]);
};

const choicesFor = (tasks: Task[], also: Task[], scene: Scene, order: Order): Choice[] =>
  tasks.map((task) => ({
    label: labelOf(task, scene),
    commands: [...also, task].flatMap(order.commandsFor),
  }));

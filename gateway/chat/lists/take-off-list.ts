// "take soap off my shopping list", "tick off towel from packing", "clear my calendar for tomorrow". Called by lists.ts.
import type { Task } from "../../../domain/task.ts";
import { act, actOn, ending, type Order } from "../act.ts";
import { ask, labelOf, quote, talk } from "../asking.ts";
import type { Interpretation } from "../interpretation.ts";
import { findNamed, findTargets } from "../pointing/targets.ts";
import { completion } from "../rules/complete.ts";
import type { Scene } from "../scene.ts";
import { labelFor, sayList, tasksWithin } from "./list-tasks.ts";
import type { List } from "./named-list.ts";
import { type Parts, pointsAtShown } from "./parts.ts";
import { beginsTitles } from "./standing.ts";

const deletion: Order = {
  phrase: (what) => `delete ${what}`,
  destroys: true,
  commandsFor: ({ id }) => [{ type: "task.delete", taskId: id }],
};

/** What is done with the tasks. */
export const endingOrder = (said: string, scene: Scene, does: "remove" | "complete"): Order =>
  does === "remove" ? deletion : completion(said, scene);

/** Deletes or completes what stands on a list: the thing named, or all of it after a yes. */
export const takeOffList = (
  said: string,
  list: List,
  parts: Parts,
  scene: Scene,
  does: "remove" | "complete",
): Interpretation | null => {
  const order = endingOrder(said, scene, does);
  const { item, range, left, when } = parts;
  const pointed = pointsAtShown(item) ? item : pronoun.exec(said)?.groups?.["what"];
  if (pointed !== undefined && (item === "" || item === "one" || pointsAtShown(item)))
    return act(pointed, scene.open, scene, order);
  if (list.is === "named" && labelFor(list.name, scene).isNew && item === "")
    return talk(`There is no list ${quote(list.name)}.`);
  const pool = tasksWithin(list, range, scene);
  if (item !== "") return ofItem(said, item, pool, list, scene, order);
  const isLess = left.length > 0 || (when !== "" && range === null) || states.test(said);
  return isLess && does === "remove"
    ? null
    : left.length > 0
      ? null
      : whole(pool, list, scene, order, does);
};

/** "see the dentist" is the dentist, where no task is called so. */
const namedIn = (item: string, pool: Task[], scene: Scene): string => {
  const bare = item.replace(/^(?:see|go\s+to|visit|attend|meet|have|do|get|buy)\s+(?=\S)/iu, "");
  const isKnown = findNamed(item, pool, scene).is !== "none";
  return bare === item || isKnown || findNamed(bare, pool, scene).is === "none" ? item : bare;
};

/** "cross it off my list": what was shown. */
const pronoun =
  /(?<!\p{L})(?<what>(?:it|this|that|them|these|those)(?:\s+one)?)(?=\s+(?:off|from|out\s+of)(?!\p{L}))/iu;
/** Only some of a list: the rule of filters reads them. */
const states = /(?<!\p{L})(?:completed|done|finished|overdue|late|closed)(?!\p{L})/iu;

const ofItem = (
  said: string,
  named: string,
  pool: Task[],
  list: List,
  scene: Scene,
  order: Order,
): Interpretation | null => {
  const item = namedIn(named, pool, scene);
  const targets = findTargets(item, pool, scene);
  const isExact = targets.is === "found" && targets.isExact === true;
  const isSure = targets.is !== "found" || isExact || order.destroys !== true;
  // "drop books off at the library" is a thing to do.
  if (!isExact && list.is === "own" && beginsTitles(said)) return null;
  const missing = () => elsewhere(item, list, scene, order);
  // No guess: that it is not on that list is the answer.
  return { ...act(item, pool, scene, { ...order, confirms: !isSure, otherwise: missing }) };
};

/** It is on another list, or nowhere. */
const elsewhere = (item: string, list: List, scene: Scene, order: Order): Interpretation => {
  const none = `I found no task that fits ${quote(item)} on ${sayList(list)}.`;
  const targets = findTargets(item, scene.open, scene);
  const only = targets.is === "found" && targets.isExact === true ? targets.tasks : [];
  const [task] = only;
  if (task === undefined || only.length > 1) return talk(none);
  return ask(`${none} There is ${labelOf(task, scene)}. Shall I ${order.phrase("it")}?`, [
    { label: `Yes, ${order.phrase(quote(task.title))}`, commands: order.commandsFor(task) },
    { label: "No, leave it", commands: [] },
  ]);
};

const whole = (
  pool: Task[],
  list: List,
  scene: Scene,
  order: Order,
  does: "remove" | "complete",
): Interpretation => {
  if (pool.length === 0) return talk(`There is nothing to take off ${sayList(list)}.`);
  const all = does === "remove" ? { ...order, confirms: true } : { ...order, commandsFor: ending };
  return actOn(pool, true, scene, all);
};

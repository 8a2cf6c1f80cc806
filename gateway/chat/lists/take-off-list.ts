// "take soap off my shopping list", "tick off towel from packing", "clear my calendar for tomorrow". Called by lists.ts.
import type { Task } from "../../../domain/task.ts";
import { act, actOn, ending, type Order } from "../act.ts";
import { quote, talk } from "../asking.ts";
import type { Interpretation } from "../interpretation.ts";
import { findNamed, findTargets } from "../pointing/targets.ts";
import { completion } from "../rules/complete.ts";
import type { Scene } from "../scene.ts";
import { labelFor, sayList, tasksWithin } from "./list-tasks.ts";
import type { List } from "./named-list.ts";
import { type Parts, pointsAtShown } from "./parts.ts";

const deletion: Order = {
  phrase: (what) => `delete ${what}`,
  destroys: true,
  commandsFor: ({ id }) => [{ type: "task.delete", taskId: id }],
};

/** Deletes or completes what stands on a list: the thing named, or all of it after a yes. */
export const takeOffList = (
  said: string,
  list: List,
  parts: Parts,
  scene: Scene,
  does: "remove" | "complete",
): Interpretation | null => {
  const order = does === "remove" ? deletion : completion(said, scene);
  if (list.is === "named" && labelFor(list.name, scene).isNew && parts.item === "")
    return talk(`There is no list ${quote(list.name)}.`);
  const { item, range, left } = parts;
  if (pointsAtShown(item)) return act(item, scene.open, scene, order);
  const pool = tasksWithin(list, range, scene);
  if (item === "") return left.length > 0 ? null : whole(pool, list, scene, order, does);
  return ofItem(item, pool, list, scene, order);
};

/** "see the dentist" is the dentist, where no task is called so. */
const namedIn = (item: string, pool: Task[], scene: Scene): string => {
  const bare = item.replace(/^(?:see|go\s+to|visit|attend|meet|have|do|get|buy)\s+(?=\S)/iu, "");
  const isKnown = findNamed(item, pool, scene).is !== "none";
  return bare === item || isKnown || findNamed(bare, pool, scene).is === "none" ? item : bare;
};

const ofItem = (
  said: string,
  pool: Task[],
  list: List,
  scene: Scene,
  order: Order,
): Interpretation => {
  const item = namedIn(said, pool, scene);
  const missing = () => talk(`I found no task that fits ${quote(item)} on ${sayList(list)}.`);
  const targets = findTargets(item, pool, scene);
  const isSure = targets.is !== "found" || targets.isExact === true || order.destroys !== true;
  // No guess: that it is not on that list is the answer.
  return { ...act(item, pool, scene, { ...order, confirms: !isSure, otherwise: missing }) };
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

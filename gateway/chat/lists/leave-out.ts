// "clear my calendar except the dentist": all but what is named, after a yes. Called by lists.ts.
import type { Heard } from "../../../domain/language/acts/hear.ts";
import type { Task } from "../../../domain/task.ts";
import { actOn, type Order } from "../act.ts";
import { talk } from "../asking.ts";
import type { Interpretation } from "../interpretation.ts";
import { findTargets } from "../pointing/targets.ts";
import type { Scene } from "../scene.ts";
import { tasksWithin } from "./list-tasks.ts";
import type { Said } from "./named-list.ts";
import { partsOf } from "./parts.ts";

const leaving =
  /[\s,]+(?:(?:all\s+)?but(?:\s+(?:not|keep|leave))?|and\s+(?:keep|leave)|except(?:ing)?(?:\s+for)?|apart\s+from|aside\s+from|besides|excluding|without|other\s+than|unless(?:\s+it['’]?s)?|minus|save\s+for|not)\s+(?:the\s+)?(?<kept>.+)$/iu;
const filters =
  /^(?:an?\s+|any\s+)?(?:date|due|tags?|labels?|project|deadline|reminders?|done|finished|completed?)(?!\p{L})/iu;

/** Whether something is left out. */
export const leavesOut = (said: string): boolean => leaving.test(said);

const sayWhich = (): Interpretation =>
  talk("I am not sure which tasks are to stay. Say which ones are to go. Nothing was changed.");

/** Null where what is left out is said by a filter: the rule of lists reads that. */
export const allBut = (
  said: string,
  heard: Heard,
  at: Said,
  scene: Scene,
  order: Order,
): Interpretation | null => {
  const match = leaving.exec(said);
  const words = match?.groups?.["kept"];
  if (!match || words === undefined || filters.test(words)) return null;
  const { index } = match;
  const kept = words
    .replace(said.slice(at.start, at.end), " ")
    .replace(/\s+(?:from|off|on|in|out\s+of|ones?)\s*$|[.!]+$/giu, "")
    .trim();
  const before = { ...heard, spans: heard.spans.filter(({ end }) => end <= index) };
  const head = said.slice(0, index);
  const place = at.end <= index ? at : { ...at, start: index, end: index };
  const { item, range, left } = partsOf(head, before, place, scene);
  const pool = tasksWithin(at.list, range, scene);
  const stays = findTargets(kept, pool, scene);
  if (stays.is !== "found" || left.length > 0 || !isEverything(item)) return sayWhich();
  const goes = pool.filter((task: Task) => !stays.tasks.includes(task));
  return goes.length === 0 ? sayWhich() : actOn(goes, true, scene, { ...order, confirms: true });
};

const isEverything = (item: string): boolean =>
  /^(?:|all|every\p{L}*|(?:all|every)\s+(?:the\s+)?(?:things?|items?|tasks?))$/iu.test(item);

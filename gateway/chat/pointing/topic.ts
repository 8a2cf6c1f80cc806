// "library books — do it tomorrow", "no need to pay rent this time, skip it": what is spoken of, and an order on it. Called by several.ts.
import type { Task } from "../../../domain/task.ts";
import { findTargets } from "./targets.ts";
import type { Scene } from "../scene.ts";
import { beginsOrder, speaksOfIt } from "../reading/order-parts.ts";

/** The one task spoken of, and the order as it would be said of "it". */
export type Topic = { task: Task; order: string };

const cut =
  /\s*[,;:.!]\s*(?:(?:so|and|please|just|you\s+can|can\s+you|could\s+you)\s+)*|\s+[-–—]+\s+|\s+so\s+|\s+(?=(?:assign|move|tag|mark|delete|set|make|do)\s+it\s)/giu;
/** What is said before a task to say that it changes. */
const before =
  /^(?:(?:there['’]?s\s+)?no\s+(?:more\s+)?need\s+(?:to|for)|no|not\s+doing|(?:i|we)\s+(?:no\s+longer\s+need|don['’]?t\s+need(?:\s+to)?|didn['’]?t|did\s+not|haven['’]?t|won['’]?t|can['’]?t|cannot)(?:\s+(?:actually|really))?|regarding|about|re|as\s+for|concerning)\s+/iu;
const after =
  /\s+(?:(?:is|are|was|were|isn['’]?t|aren['’]?t|wasn['’]?t|has|have|can|should|will|must|needs?|no\s+longer)(?:\s.*)?|(?:this\s+)?(?:time|week|month|today|tonight|tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)day)|any\s*more|yet)$/iu;
/** Fields that are taken away without saying of what. */
const field =
  /^(?:remove|clear|drop|unset|delete)\s+(?:the\s+|its\s+)?(?:priority|due\s+date|date|deadline|tags?|project|assignee|note|description)$/iu;

/** Reads a message of the two; null when it is none, or more than one task may be spoken of. */
export const readTopic = (said: string, scene: Scene): Topic | null => {
  for (const match of said.matchAll(cut)) {
    const right = said.slice(match.index + match[0].length).trim();
    const isField = field.test(right);
    if (!isField && !(beginsOrder(right) && speaksOfIt(right))) continue;
    const task = taskIn(said.slice(0, match.index).trim(), scene);
    if (task) return { task, order: isField ? `${right} of it` : right };
  }
  return null;
};

const taskIn = (left: string, scene: Scene): Task | null => {
  const bare = left.replace(before, "");
  const names = [left, bare, bare.replace(after, ""), bare.replace(after, "").replace(after, "")];
  const all = [...scene.alive, ...scene.trash];
  for (const pool of [scene.open, all])
    for (const name of new Set(names)) {
      const targets = name === "" ? null : findTargets(name, pool, scene);
      const [only, more] = targets?.is === "found" && targets.isSure ? targets.tasks : [];
      if (only && !more) return only;
    }
  return null;
};

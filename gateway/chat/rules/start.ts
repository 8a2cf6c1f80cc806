// "start the report", "I'm working on taxes", "mark slides as in progress". Rule of the grammar.
import { act } from "../act.ts";
import { findTargets } from "../pointing/targets.ts";
import type { Rule } from "../scene.ts";
import { patch } from "./patch.ts";
import { firstMatch } from "./patterns.ts";

const marking = [
  /^(?:mark|set|flag|move|put|change)\s+(.+?)\s+(?:as\s+|to\s+)?(?:in[\s-]progress|started|ongoing|doing|wip|under\s*way|begun|active)$/iu,
];
/** "start the dishwasher" is a task to add, unless there is one of that name. */
const starting = [
  /^(?:i\s*(?:['’]?m|\s+am)\s+)?(?:now\s+|currently\s+|already\s+)?(?:working\s+on|busy\s+with|doing|starting(?:\s+(?:on|with))?)\s+(.+?)(?:\s+(?:now|right\s+now|at\s+the\s+moment))?$/iu,
  /^(?:i\s*(?:['’]ve\s+)?\s*)?(?:start|started|begin|began|begun)\s+(?:(?:to\s+)?work(?:ing)?\s+on\s+|on\s+|with\s+)?(.+?)(?:\s+now)?$/iu,
  /^(.+?)\s+(?:is|are)\s+(?:now\s+)?(?:in[\s-]progress|started|under\s*way|ongoing)$/iu,
];

export const start: Rule = (said, scene) => {
  const order = patch(
    (what) => `start ${what}`,
    () => ({ status: "in_progress" }),
  );
  const marked = firstMatch(marking, said);
  if (marked !== null) return act(marked, scene.open, scene, order);
  const words = firstMatch(starting, said);
  if (words === null) return null;
  const targets = findTargets(words, scene.open, scene);
  const isMeant = (targets.is === "found" && targets.isSure) || targets.is === "several";
  return isMeant ? act(words, scene.open, scene, order) : null;
};

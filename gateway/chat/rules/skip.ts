// "skip yoga", "skip this week's bins". Rule of the grammar.
import { act } from "../act.ts";
import { findNamed } from "../pointing/targets.ts";
import type { Rule, Scene } from "../scene.ts";
import { firstMatch } from "./patterns.ts";
import { offerToAdd } from "./offer.ts";
import { doesNotRepeat, recurring } from "./end-series.ts";

const skipping =
  /^skip\s+(?:over\s+)?(?:(?:(?:the\s+)?(?:next|current|coming|upcoming)|(?:today|tomorrow|tonight|monday|tuesday|wednesday|thursday|friday|saturday|sunday)['’]?s|this\s+(?:week|month|time|morning|evening)['’]?s|this|one|an?)\s+)?(?:(?:occurrence|instance|time)\s+(?:of\s+)?)?(.+?)(?:\s+(?:this\s+(?:time|week|month|once|morning)|once|today|tonight|tomorrow|for\s+now|next\s+time))?$/iu;

const news = [
  /^(?:i\s*['’]?\s*a?m\s+|we['’]?re\s+)?skipping\s+(.+?)(?:\s+(?:today|tonight|this\s+(?:week|time|month)|tomorrow))?$/iu,
  /^(?:(?:i|we)\s*)?(?:['’]?(?:ll|m|re)\s+|\s*(?:am|are|will|shall)\s+)?(?:gonna\s+|gotta\s+|going\s+to\s+|(?:have|need|want)\s+to\s+|must\s+|(?<=ll\s))(?:skip|miss|sit\s+out)\s+(.+?)(?:\s+(?:today|tonight|this\s+(?:week|time|month)|tomorrow))?$/iu,
  /^(.+?)\s+(?:is\s+|was\s+|got\s+)?skipped(?:\s+(?:today|this\s+(?:week|time|month)))?$/iu,
];

/** "gym skipped", of a task that repeats. */
const skipped = (said: string, scene: Scene): string | undefined => {
  const words = firstMatch(news, said);
  const targets = words === null ? null : findNamed(words, recurring(scene), scene);
  return words !== null && targets?.is === "found" ? words : undefined;
};

/** Lets the current occurrence pass; said twice of the same one it passes once. */
export const skip: Rule = (said, scene) => {
  const found = skipping.exec(said)?.[1] ?? skipped(said, scene);
  if (found === undefined) return null;
  const words = /^(?:one|occurrence|instance|time|this\s+one)$/i.test(found) ? "it" : found;
  return act(words, recurring(scene), scene, {
    phrase: (what) => `skip ${what}`,
    commandsFor: ({ id, occurrence }) => [
      { type: "task.skip", taskId: id, ...(occurrence ? { occurrence: occurrence.id } : {}) },
    ],
    otherwise: () => doesNotRepeat(words, scene) ?? offerToAdd(said, words, scene),
  });
};

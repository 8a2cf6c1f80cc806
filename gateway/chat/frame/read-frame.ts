// An order on a task that is on the list, in words no rule expects: the task, a cue, its value, and nothing else that means anything. Called by grammar.ts.
import { isGuess } from "../asking.ts";
import type { Interpretation } from "../interpretation.ts";
import { plain } from "../matching/words.ts";
import { here, type Mention } from "../reading/mention.ts";
import type { Scene } from "../scene.ts";
import { type Frame, frames } from "./frames.ts";
import { isFiller, negation, unsaid } from "../matching/lexicon.ts";
import { mentionsOf } from "./mentions-of.ts";
import { isPast, toCome } from "./news.ts";
import { readValues } from "./read-values.ts";
import { touchesOnly } from "./touches-only.ts";
import { findValues } from "./values.ts";

const longest = 160;

/**
 * The plain order that a sentence means, carried out by the rules that know it (`read`). Only where every word is the task, the
 * cue, its value, or small: what is left over may be what the person really says. Null otherwise.
 */
export const readFrame = (
  said: string,
  scene: Scene,
  read: (said: string) => Interpretation,
): Interpretation | null => {
  if (said.length > longest || said.includes("\n") || unsaid.test(said)) return null;
  const mentions = {
    open: mentionsOf(said, scene.open, scene),
    closed: mentionsOf(said, scene.closed, scene),
    trash: mentionsOf(said, scene.trash, scene),
  };
  for (const frame of frames)
    for (const mention of mentions[frame.of === "repeating" ? "open" : frame.of]) {
      const order = orderOf(frame, mention, scene);
      const meant = order === null ? null : read(order);
      if (meant && !isGuess(meant) && doesIt(meant) && touchesOnly(meant, mention.tasks))
        return meant;
    }
  for (const mention of mentions.open) {
    const meant = readValues(mention, scene);
    if (meant && !isGuess(meant)) return meant;
  }
  return null;
};

const doesIt = ({ commands, ask }: Interpretation): boolean =>
  commands.length > 0 || ask !== undefined;

const orderOf = (frame: Frame, mention: Mention, scene: Scene): string | null => {
  const { name, rest, tasks } = mention;
  if (frame.of === "repeating" && !tasks.some(({ recurrence }) => recurrence !== null)) return null;
  for (const { value, left } of findValues(frame.value, rest, scene)) {
    const isDenied = negation.test(left) && !(frame.value === "when" && until.test(rest));
    const expects = frame.isNegative ?? (frame.value === "when" ? false : isDenied);
    if (isDenied !== expects) continue;
    if (frame.isDoing === true && toCome.test(rest)) continue;
    const hasCue =
      frame.cue === null ||
      left.search(frame.cue) >= 0 ||
      (frame.isDoing === true && isPast(mention));
    if (
      !hasCue ||
      !isEmpty(without(frame.cue === null ? left : left.replaceAll(frame.cue, " "), scene, frame))
    )
      continue;
    return frame.means(value).replace(here, () => name);
  }
  return null;
};

/** "not due until friday" */
const until = /(?<![\p{L}])(?:until|till?|before)(?![\p{L}])/iu;

/** What is left without the task, and what may stand there: who did it, and a denial that the frame expects. */
const without = (left: string, { people }: Scene, { isNegative, isDoing }: Frame): string => {
  const bare = left.replaceAll(here, " ");
  const rest = isNegative === false ? bare : bare.replaceAll(new RegExp(negation, "giu"), " ");
  if (isDoing !== true) return rest;
  return people.reduce(
    (text, name) => text.replace(new RegExp(`^\\s*${RegExp.escape(name)}\\s`, "iu"), " "),
    rest,
  );
};

const isEmpty = (left: string): boolean => plain(left).split(" ").every(isFiller);

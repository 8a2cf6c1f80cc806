// Deadline and length of tasks: "set the deadline of taxes to friday", "taxes takes 3 hours". Rule of the grammar.
import { readAmount } from "../../../domain/language/amounts.ts";
import { act } from "../act.ts";
import { talk } from "../asking.ts";
import type { Interpretation } from "../interpretation.ts";
import { findNamed } from "../pointing/targets.ts";
import type { Rule, Scene } from "../scene.ts";
import { patch } from "./patch.ts";
import { firstMatch, firstPair } from "./patterns.ts";

const set = "(?:set|change|move|make|put|update|extend|add|give)";
const deadlines = [
  new RegExp(
    `^${set}\\s+(?:the\\s+|a\\s+)?deadline\\s+(?:of|for|on)\\s+(.+)\\s+(?:to|as|on|is|at)\\s+(.+)$`,
    "iu",
  ),
  new RegExp(
    `^${set}\\s+(?!the\\s+deadline)(.+?)(?:['’]s)?\\s+(?:the\\s+|a\\s+)?deadline\\s+(?:to|on|of|at|for)\\s+(.+)$`,
    "iu",
  ),
  /^(?:the\s+)?deadline\s+(?:of|for|on)\s+(.+?)\s+(?:is|to|:|should\s+be)\s*(?:now\s+)?(.+)$/iu,
  /^(.+?)(?:['’]s)?\s+(?:deadline\s+is|has\s+(?:a|its|the)\s+deadline\s+(?:of|on)|(?:has|needs)\s+to\s+be\s+(?:done|finished)\s+(?=by))\s+(?:now\s+)?(?:by\s+)?(.+)$/iu,
];
/** The deadline first: "set a deadline of friday for taxes". */
const reversed = new RegExp(
  `^${set}\\s+(?:a|the)\\s+deadline\\s+of\\s+(.+?)\\s+(?:for|on|to)\\s+(.+)$`,
  "iu",
);
const noDeadline = [
  /^(?:remove|clear|delete|drop|unset)\s+(?:the\s+)?deadline\s+(?:of|for|on|from)\s+(.+)$/iu,
  /^(?:no|remove\s+the)\s+deadline\s+(?:for|on|from)\s+(.+)$/iu,
  /^(.+?)\s+has\s+no\s+deadline(?:\s+any\s*more)?$/iu,
];
const field = "(?:duration|length|estimate|time\\s+estimate)";
const lengths = [
  new RegExp(
    `^${set}\\s+(?:the\\s+|a\\s+)?${field}\\s+(?:of|for|on)\\s+(.+)\\s+(?:to|as|is|at)\\s+(.+)$`,
    "iu",
  ),
  new RegExp(`^${set}\\s+(.+?)(?:['’]s)?\\s+${field}\\s+(?:to|of)\\s+(.+)$`, "iu"),
  new RegExp(`^(?:the\\s+)?${field}\\s+(?:of|for|on)\\s+(.+?)\\s+(?:is|to|:)\\s*(.+)$`, "iu"),
  /^(.+?)\s+(?:takes|will\s+take|should\s+take|lasts|will\s+last|needs)\s+(?:me\s+)?(?:about\s+|around\s+|only\s+|roughly\s+)?(.+)$/iu,
  /^(?:make|set|plan|estimate|block)\s+(.+?)\s+(?:at|to\s+take|to\s+last|as|for|to)\s+(.+?)(?:\s+long)?$/iu,
];
const noLength = [
  new RegExp(
    `^(?:remove|clear|delete|drop|unset)\\s+(?:the\\s+)?${field}\\s+(?:of|for|on|from)\\s+(.+)$`,
    "iu",
  ),
];

export const plan: Rule = (said, scene) => {
  const undated = firstMatch(noDeadline, said);
  if (undated !== null) return setting(undated, "deadline", null, scene);
  const unmeasured = firstMatch(noLength, said);
  if (unmeasured !== null) return setting(unmeasured, "durationMinutes", null, scene);
  return deadline(said, scene) ?? length(said, scene);
};

const setting = (
  words: string,
  name: "deadline" | "durationMinutes",
  value: string | number | null,
  scene: Scene,
): Interpretation => {
  const what = name === "deadline" ? "the deadline" : "the length";
  return act(
    words,
    scene.open,
    scene,
    patch(
      (task) => `change ${what} of ${task}`,
      () => ({ [name]: value }),
    ),
  );
};

const deadline = (said: string, scene: Scene): Interpretation | null => {
  if (!/deadline|needs?\s+to\s+be|has\s+to\s+be/iu.test(said)) return null;
  const back = reversed.exec(said);
  const pair =
    back && scene.when(back[1] ?? "")
      ? ([back[2] ?? "", back[1] ?? ""] as const)
      : firstPair(deadlines, said);
  if (!pair) return null;
  const [words, when] = pair;
  const to = scene.when(when);
  if (to === null)
    return /deadline/iu.test(said)
      ? talk("Which day is the deadline? For example “set the deadline of taxes to friday”.")
      : null;
  return setting(words, "deadline", to.due.at.slice(0, 10), scene);
};

const length = (said: string, scene: Scene): Interpretation | null => {
  for (const pattern of lengths) {
    const [, words = "", amount = ""] = pattern.exec(said) ?? [];
    const minutes = amount === "" ? null : minutesIn(amount);
    if (words === "" || minutes === null) continue;
    const targets = findNamed(words, scene.open, scene);
    const isMeant = (targets.is === "found" && targets.isSure) || targets.is === "several";
    if (isMeant || /duration|length|estimate/iu.test(said))
      return setting(words, "durationMinutes", minutes, scene);
  }
  return null;
};

const minutesIn = (said: string): number | null => {
  const amount = /^(?:\d|an?\s|one|two|three|four|five|six|half)/iu.test(said)
    ? readAmount(said)
    : null;
  if (!amount || amount.minutes <= 0 || amount.days + amount.weeks + amount.months > 0) return null;
  return amount.minutes;
};

// "add a note to X: …", "describe X as …", "clear the note of X", "what's the note on X?". Rule of the grammar.
import type { Task } from "../../../domain/task.ts";
import { act } from "../act.ts";
import { quote, talk } from "../asking.ts";
import type { Interpretation } from "../interpretation.ts";
import { findTargets } from "../pointing/targets.ts";
import type { Rule, Scene } from "../scene.ts";

const noun = "(?:notes?|comments?|remarks?|descriptions?|details?)";
const put = "(?:add|put|attach|leave|write|append|make|create|save|stick)";
const any = "(?:an?\\s+|the\\s+|this\\s+|another\\s+|some\\s+|following\\s+)*";
const colon =
  "\\s*(?::|\\s[-–—]\\s|,?\\s+(?:saying|that\\s+says|reading|which\\s+says)\\s*:?\\s)\\s*";
const quoted = "[\"“'‘](?<text>.+)[\"”'’]";

/** Orders that add to what is there. */
const adding = [
  new RegExp(
    `^(?:for|on|to|under)\\s+(?<words>.+?),?\\s+${put}\\s+${any}${noun}\\s*:?\\s*(?:${quoted}|(?<=:\\s*)(?<text>.+))$`,
    "isu",
  ),
  new RegExp(
    `^(?:add|append|write|put)\\s+(?:this\\s+)?(?:to|in|into|on|under)\\s+(?:the\\s+)?${noun}\\s+(?:of|for|on)\\s+(?<words>.+?)\\s*:\\s*(?<text>.+)$`,
    "isu",
  ),
  new RegExp(
    `^${put}\\s+${any}${noun}\\s*:?\\s*${quoted}\\s+(?:to|on|for|under|in)\\s+(?<words>.+)$`,
    "isu",
  ),
  new RegExp(
    `^${put}\\s+${quoted}\\s+as\\s+(?:an?\\s+)?${noun}\\s+(?:to|on|for)\\s+(?<words>.+)$`,
    "isu",
  ),
  new RegExp(
    `^${put}\\s+${any}${noun}\\s+(?:to|on|for|in|under)\\s+(?<words>.+?)${colon}(?<text>.+)$`,
    "isu",
  ),
  new RegExp(`^${put}\\s+${any}${noun}\\s*:\\s*(?<words>)(?<text>.+)$`, "isu"),
  new RegExp(
    `^(?:an?\\s+)?${noun}\\s+(?:on|for|to|about)\\s+(?<words>.+?)${colon}(?<text>.+)$`,
    "isu",
  ),
  new RegExp(`^(?<words>.+?)\\s*[:,]\\s*${put}\\s+${any}${noun}\\s*:?\\s+(?<text>.+)$`, "isu"),
];
/** Orders that put it in place of what is there. */
const setting = [
  /^describe\s+(?<words>.+?)\s*(?:\s+as\s*:?|:)\s*(?<text>.+)$/isu,
  new RegExp(
    `^(?:set|change|update|replace|edit|make)\\s+(?:the\\s+)?${noun}\\s+(?:of|for|on|to)\\s+(?<words>.+?)\\s*(?:\\s+(?:to|as|with)\\s*:?|:)\\s*(?<text>.+)$`,
    "isu",
  ),
];
const clearing = new RegExp(
  `^(?:remove|clear|delete|erase|drop|empty)\\s+(?:the\\s+|all\\s+)?${noun}\\s+(?:of|from|for|on)\\s+(?<words>.+)$`,
  "iu",
);
const reading = new RegExp(
  `^(?:what(?:['’]?s|\\s+is|\\s+are)?|show(?:\\s+me)?|read(?:\\s+me)?|tell\\s+me)\\s+(?:the\\s+)?${noun}\\s+(?:of|on|for|in|about)\\s+(?<words>.+?)\\??$`,
  "iu",
);

export const describe: Rule = (said, scene) => {
  for (const pattern of adding) {
    const { words, text } = pattern.exec(said)?.groups ?? {};
    if (words === undefined || !text || isElse(said, words, scene)) continue;
    return write(words === "" ? "it" : words, scene, ({ description }) =>
      description === "" ? bare(text) : `${description}\n${bare(text)}`,
    );
  }
  for (const pattern of setting) {
    const { words, text } = pattern.exec(said)?.groups ?? {};
    if (words && text && !isElse(said, words, scene)) return write(words, scene, () => bare(text));
  }
  const cleared = clearing.exec(said)?.groups?.["words"];
  if (cleared) return write(cleared, scene, () => "");
  return read(said, scene);
};

/** "note to self: buy milk" and "describe the flat for the insurance" are tasks to add. */
const isElse = (said: string, words: string, scene: Scene): boolean => {
  if (/^(?:self|myself|me)$/iu.test(words)) return true;
  const isOrder = /^(?:add|put|attach|leave|append|set|change|update)\s/iu.test(said);
  return !isOrder && words !== "" && findTargets(words, scene.alive, scene).is === "none";
};

const bare = (text: string): string => text.trim().replace(/^["“'‘](.+)["”'’]$/su, "$1");
const maxDescription = 16_384;

const write = (words: string, scene: Scene, to: (task: Task) => string): Interpretation => {
  const targets = findTargets(words, scene.alive, scene);
  if (targets.is === "found" && targets.tasks.some((task) => to(task).length > maxDescription))
    return talk(`A description has at most ${maxDescription} characters.`);
  const pool = findTargets(words, scene.open, scene).is === "none" ? scene.alive : scene.open;
  return act(words, pool, scene, {
    phrase: (what) => `write that to ${what}`,
    commandsFor: (task) => [
      { type: "task.patch", taskId: task.id, changes: { description: to(task) } },
    ],
  });
};

const read: Rule = (said, scene) => {
  const words = reading.exec(said)?.groups?.["words"];
  const targets = words === undefined ? null : findTargets(words, scene.alive, scene);
  const [only] = targets?.is === "found" ? targets.tasks : [];
  if (!only) return null;
  const text =
    only.description === ""
      ? `${quote(only.title)} has no note.`
      : `${quote(only.title)}: ${only.description}`;
  return { commands: [], answer: { kind: "list", taskIds: [only.id], text } };
};

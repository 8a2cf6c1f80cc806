// A sentence no other rule is sure of, that speaks of a task on the list: "timesheet's sorted", "leo's dentist can wait till monday". Called by grammar.ts.
import type { Task } from "../../../domain/task.ts";
import { isGuess } from "../asking.ts";
import type { Interpretation } from "../interpretation.ts";
import { touchesOnly } from "../frame/touches-only.ts";
import { findMentions, here, type Mention } from "../reading/mention.ts";
import type { Scene } from "../scene.ts";
import { type MentionOrder, mentionOrders } from "./mention-orders.ts";

/** Sounds of speech and writing that say nothing. */
const sounds =
  /(?<![\p{L}\p{N}])(?:u+m+|u+h+|e+r+m*|h+m+|lol|haha+|lmao|pls|plz|please|ugh+|argh+|thx|finally{2,}|finall+y+|basically)(?![\p{L}\p{N}])[,.!]*|,\s*(?:like|innit|mate|man|bro)(?=[,.!]|$)/giu;

const synonyms: [RegExp, string][] = [
  [
    /^(?:(?:give|send)\s+me\s+a\s+(?:nudge|shout|heads[\s-]?up|ping|poke|buzz|reminder|bell|prod)|(?:nudge|ping|poke|buzz|alert|notify|prod)\s+me)\s+/iu,
    "remind me ",
  ],
  [
    /^(?:not\s+(?:yet|now)|busy|later|in\s+a\s+meeting|hang\s+on|one\s+sec|wait)\s*[,.;:!–—-]+\s*/iu,
    "",
  ],
  [
    /^(?:gimme|give\s+(?:me|it)|i\s+need)\s+(?:another|one\s+more)\s+(\d*\s*(?:min(?:ute)?s?|h(?:ou)?rs?|half\s+(?:an\s+)?hour))(?:\s+more)?$/iu,
    "snooze it $1",
  ],
  [
    /^(?:i\s+)?need\s+(two|three|four|five|six|seven|eight|nine|ten|\d{1,2}|these|some|the\s+following)\s+(?:new\s+)?(?:tasks|todos|to-dos)\s*:\s*/iu,
    "add $1 tasks: ",
  ],
  [/^am\s+i\s+(?:free|busy)\s+(?:on\s+)?(.+?)\??$/iu, "what's due $1?"],
];

/**
 * Reads it as the plain order it means, by the rules that know it (`read`). Only what is explained to the last word is done;
 * two tasks that fit are asked about there. Null when nothing is sure.
 */
export const readMention = (
  said: string,
  scene: Scene,
  read: (said: string, scene: Scene) => Interpretation,
): Interpretation | null => {
  let guessed: Interpretation | null = null;
  for (const { order, tasks } of orders(said, scene)) {
    const meant = read(order, scene);
    if (tasks && !touchesOnly(meant, tasks)) continue;
    if (!isGuess(meant) && isSure(meant)) return meant;
    guessed ??= meant.commands.length > 0 ? meant : null;
  }
  return guessed;
};

const isSure = ({ commands, ask, answer }: Interpretation): boolean =>
  commands.length > 0 || ask !== undefined || (answer !== undefined && answer.kind !== "talk");

/** A plain order, and the tasks it has to be about when a title was put into it. */
type Plain = { order: string; tasks: Task[] | null };

const orders = function* (said: string, scene: Scene): Generator<Plain> {
  const calm = said.replaceAll(sounds, " ").replaceAll(/\s+/g, " ").trim();
  const plain = synonyms
    .reduce((text, [pattern, by]) => text.replace(pattern, by), calm)
    .replace(/\s+1?\s*hour$/u, " 1 hour");
  if (plain !== said && plain !== "") yield { order: plain, tasks: null };
  for (const pool of [scene.open, scene.closed])
    for (const mention of findMentions(plain, pool))
      for (const order of mentionOrders) {
        const meant =
          isAbout(order, mention, pool === scene.open) && meaning(order, mention, scene);
        if (meant) yield { order: meant, tasks: mention.tasks };
      }
};

const isAbout = (order: MentionOrder, { tasks }: Mention, isOpen: boolean): boolean => {
  if (order.of === "any") return true;
  if (order.of === "repeating") return isOpen && tasks.every(repeats);
  return (order.of === "open") === isOpen;
};

const repeats = ({ recurrence }: Task): boolean => recurrence !== null;

/** The plain order, when the sentence is that one and its date or project is one. */
const meaning = (
  order: MentionOrder,
  { name, words, rest }: Mention,
  scene: Scene,
): string | null => {
  const match = order.said.exec(rest);
  if (!match) return null;
  if (order.when !== undefined && !scene.when(match[order.when] ?? "")) return null;
  if (order.project !== undefined && !isProject(match[order.project] ?? "", scene)) return null;
  const values = order.means.replaceAll(
    /\$(\d)/g,
    (_, group: string) => match[Number(group)] ?? "",
  );
  return values.replace(here, () => (order.byWords ? words : name));
};

const isProject = (words: string, { projects }: Scene): boolean =>
  projects.some((project) => project.toLowerCase() === words.trim().toLowerCase());

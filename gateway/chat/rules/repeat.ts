// "repeat it weekly", "make taxes repeat every 3 days", "call mum every other tuesday". Rule of the grammar.
import { readRepeat } from "../../../domain/language/repeat/read-repeat.ts";
import { act } from "../act.ts";
import { ask, quote, talk } from "../asking.ts";
import type { Interpretation } from "../interpretation.ts";
import { findNamed, findTargets } from "../pointing/targets.ts";
import type { Rule, Scene } from "../scene.ts";
import { firstMatch, outer } from "./patterns.ts";

/** Words that only say that a repetition follows. */
const link =
  "(?:(?:to|as|be|is|now|into|so\\s+(?:that\\s+)?it|should|must|will|shall|has\\s+to|needs\\s+to|a)\\s+)*(?:(?:repeat(?:s|ed|ing)?|recur(?:s|ring)?|happens?|done|due|task)\\s+)*";
const begins =
  "(?:every!?|each|ev|evry|evey|everyday|daily|nightly|weekly|bi-?weekly|fortnightly|monthly|bi-?monthly|quarterly|yearly|annually|hourly|once|on\\s|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|weekdays|workdays|weekends|(?:an?|\\d+|two|three|four|five|six)\\s+\\S+\\s+after)";
const split = new RegExp(`\\s+${link}(?=${begins}(?!\\p{L}))`, "giu");
/** Orders to repeat something: the clear one, and verbs that may as well begin a task ("make the bed daily"). */
const clear = /^(?:(?:please\s+)?(?:repeat|recur))\s+(.+)$/iu;
const verb = /^(?:make|set|change|have|let|schedule|reschedule|move|do|mark)\s+(.+)$/iu;
const wish = /^i(?:['’]?d\s+like|\s+want|\s+need|\s+would\s+like)\s+(.+)$/iu;
const openEnded = [
  /^(?:make|set|turn|mark)\s+(.+?)\s+(?:to\s+|as\s+|into\s+)?(?:a\s+)?(?:repeat|recur|repeating|recurring)(?:\s+task)?$/iu,
  /^repeat\s+(.+)$/iu,
];
const stating =
  /\s(?:repeats?|repeating|recurs?|recurring|is\s+now|should\s+be|must\s+be|shall\s+be)\s/iu;

export const repeat: Rule = (said, scene) => {
  const isClear = clear.test(said) || stating.test(said);
  const asked = askHowOften(said, scene);
  if (asked) return asked;
  const bodies = [
    named(said),
    wish.exec(said)?.[1],
    clear.exec(said)?.[1],
    verb.exec(said)?.[1],
    said,
  ];
  for (const body of bodies) {
    if (body === undefined) continue;
    const meant = readBody(body, said, isClear, scene);
    if (meant) return meant;
  }
  return vague.test(said)
    ? talk(
        "I did not understand how it shall repeat. For example “make taxes repeat every 3 days”.",
      )
    : null;
};

const ofTask =
  /^(?:change|set|make|update)\s+(?:the\s+)?(?:repetition|recurrence|repeat|schedule|frequency)\s+(?:of|for)\s+(.+)$/iu;
const itsOwn =
  /^(?:change|set|make|update)\s+(.+?)['’]s\s+(?:repetition|recurrence|schedule|frequency)\s+(.+)$/iu;
const vague = /^(?:make|set|change|let|update)\s.*\b(?:repeat|recur|recurrence|repetition)\b/iu;

/** "change the recurrence of yoga to every 3 days" as "yoga to every 3 days". */
const named = (said: string): string | undefined => {
  const [, words, rule] = itsOwn.exec(said) ?? [];
  return words === undefined ? ofTask.exec(said)?.[1] : `${words} ${rule}`;
};

/** The first way to split the words into a task and a repetition where the task is known. */
const readBody = (
  body: string,
  said: string,
  isClear: boolean,
  scene: Scene,
): Interpretation | null => {
  const readings = outer([...body.matchAll(split)]).flatMap((match) => {
    const words = body.slice(0, match.index);
    const rule = body.slice(match.index + match[0].length).replace(/\s+(?:task|thing|one)$/i, "");
    return words.trim() !== "" && readRepeat(rule, scene.clock) ? [{ words, rule }] : [];
  });
  const reading = readings.find(({ words }) => isMeant(words, body === said, isClear, scene));
  if (reading) return order(reading, scene);
  const [first] = readings;
  return first && clear.test(said) ? order(first, scene) : null;
};

/** "repeat yoga" does not say how often. */
const askHowOften = (said: string, scene: Scene): Interpretation | null => {
  const words = firstMatch(openEnded, said);
  const targets = words === null ? null : findNamed(words, scene.open, scene);
  const task = targets?.is === "found" && targets.tasks.length === 1 ? targets.tasks[0] : undefined;
  if (!task) return null;
  const choices = ["every day", "every week", "every month"].flatMap((rule) => {
    const changes = readRepeat(rule, scene.clock, task.due);
    const label = rule.replace(/^./, (letter) => letter.toUpperCase());
    return changes
      ? [{ label, commands: [{ type: "task.patch" as const, taskId: task.id, changes }] }]
      : [];
  });
  return ask(`How often shall ${quote(task.title)} repeat?`, choices);
};

/**
 * Without a verb the words have to be the title of a task that does not repeat yet, else "call mum every week" would
 * change "Call mum about taxes".
 */
const isMeant = (words: string, isBare: boolean, isClear: boolean, scene: Scene): boolean => {
  const targets = findNamed(words, scene.open, scene);
  if (isBare && !isClear)
    return (
      targets.is === "found" &&
      targets.isExact === true &&
      targets.tasks.every(({ recurrence }) => recurrence === null)
    );
  return targets.is === "found"
    ? targets.isSure
    : targets.is === "several" || targets.is === "unclear";
};

const order = ({ words, rule }: { words: string; rule: string }, scene: Scene): Interpretation => {
  const targets = findTargets(words, scene.open, scene);
  const undatable =
    targets.is === "found" &&
    targets.tasks.find(({ due }) => readRepeat(rule, scene.clock, due) === null);
  if (undatable) return talk(`“${rule}” has no date from the due of ${quote(undatable.title)} on.`);
  return act(words, scene.open, scene, {
    phrase: (what) => `make ${what} repeat ${rule}`,
    commandsFor: (task) => {
      const repeating = readRepeat(rule, scene.clock, task.due);
      return repeating ? [{ type: "task.patch", taskId: task.id, changes: { ...repeating } }] : [];
    },
  });
};

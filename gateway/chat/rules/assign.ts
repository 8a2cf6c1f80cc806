// "assign the report to Sam", "give milk to Anna", "unassign it", "who is doing taxes?". Rules of the grammar.
import type { Task } from "../../../domain/task.ts";
import { act, type Order } from "../act.ts";
import { quote, talk } from "../asking.ts";
import type { Interpretation } from "../interpretation.ts";
import { findNamed, findTargets } from "../pointing/targets.ts";
import type { Rule, Scene } from "../scene.ts";
import { outer } from "./patterns.ts";

const name =
  "\\+?@?[\"“']?(?<who>\\p{Lu}?[\\p{L}'’.-]+(?:\\s+(?!(?:on|by|for|at|to|in|and|as|with|due|next|this|today|tomorrow|tonight)\\s)\\p{L}[\\p{L}'’.-]*){0,2})[\"”']?";
/** Orders that can mean nothing else. */
const assigning = [
  new RegExp(
    `^(?:re-?)?(?:assign|delegate|allocate)\\s+(?<words>.+)\\s+(?:over\\s+)?(?:to|for)\\s+${name}$`,
    "iu",
  ),
  new RegExp(`^hand\\s+(?<words>.+?)\\s+(?:over|off)\\s+to\\s+${name}$`, "iu"),
  new RegExp(`^hand\\s+(?:over|off)\\s+(?<words>.+)\\s+to\\s+${name}$`, "iu"),
  new RegExp(
    `^(?:set|change|make)\\s+(?:the\\s+)?(?:assignee|owner|responsible)\\s+(?:of|for|on)\\s+(?<words>.+)\\s+(?:to|as)\\s+${name}$`,
    "iu",
  ),
  new RegExp(`^(?:add|put|set)\\s+\\+(?<who>\\S+)\\s+(?:on|to|for)\\s+(?<words>.+)$`, "iu"),
  new RegExp(`^\\+(?<who>\\S+)\\s+(?:on|to|for|does|takes)\\s+(?<words>.+)$`, "iu"),
  new RegExp(`^(?:re-?)?assign\\s+(?<words>.+)\\s+\\+(?<who>\\S+)$`, "iu"),
];
/** Words that may as well be a task ("give flowers to mum"): only for a task that is known. */
const perhaps = [
  new RegExp(`^(?:give|pass|hand)\\s+(?<words>.+)\\s+to\\s+${name}$`, "iu"),
  new RegExp(
    `^(?<words>.+?)\\s+(?:is|are|should\\s+be|goes|should\\s+go|will\\s+be)\\s+(?:now\\s+)?(?:for|assigned\\s+to|done\\s+by|to)\\s+${name}$`,
    "iu",
  ),
  new RegExp(
    `^(?:let|have|get|make|ask)\\s+(?<who>\\p{L}[\\p{L}'’.-]*)\\s+(?:to\\s+)?(?:do|handle|take|take\\s+care\\s+of|look\\s+after|take\\s+over)\\s+(?<words>.+)$`,
    "iu",
  ),
  new RegExp(
    `^(?<who>\\p{L}[\\p{L}'’.-]*)\\s+(?:will|should|can|shall|is\\s+going\\s+to|has\\s+to)\\s+(?:do|handle|take|take\\s+care\\s+of|look\\s+after|take\\s+over)\\s+(?<words>.+)$`,
    "iu",
  ),
  new RegExp(
    `^(?<who>\\p{L}[\\p{L}'’.-]*)\\s+(?:does|is\\s+doing|takes\\s+over|takes\\s+care\\s+of|takes|handles)\\s+(?<words>.+)$`,
    "iu",
  ),
  new RegExp(
    `^put\\s+(?<who>\\p{L}[\\p{L}'’.-]*)\\s+(?:on|in\\s+charge\\s+of)\\s+(?<words>.+)$`,
    "iu",
  ),
];
const nobody = /^(?:nobody|no\s*one|none|anyone)$/iu;
/** "hand it over to him" names nobody. */
const someone = /^(?:him|her|them|it|that|this|someone|somebody)$/iu;
const self = /^(?:me|myself|i|us)$/iu;

export const assign: Rule = (said, scene) => {
  const taken = unassign(said, scene);
  if (taken) return taken;
  for (const pattern of assigning) {
    const { words, who } = pattern.exec(said)?.groups ?? {};
    if (!words || !who || someone.test(who)) continue;
    const isSwapped = findTargets(words, scene.open, scene).is === "none" && isKnown(who, scene);
    return isSwapped ? to(who, words, scene) : to(words, who, scene);
  }
  for (const pattern of perhaps) {
    const { words, who } = pattern.exec(said)?.groups ?? {};
    const isPerson = who !== undefined && !notPeople.test(who);
    if (words && isPerson && isKnown(words, scene)) return to(words, who, scene);
  }
  return givenTo(said, scene);
};
const notPeople =
  /^(?:who|what|when|it|that|this|the|a|an|my|your|i|you|we|they|today|tomorrow|tonight|next|later|now|done|mon|tue|wed|thu|fri|sat|sun|(?:mon|tues|wednes|thurs|fri|satur|sun)day|high|low|medium|urgent|p[1-4])\b/iu;

/** "give Anna the report", when there is one. */
const givenTo: Rule = (said, scene) => {
  const body = /^(?:give|hand|pass)\s+(.+)$/iu.exec(said)?.[1] ?? "";
  for (const space of outer([...body.matchAll(/\s+/g)]).slice(0, 2)) {
    const [who, words] = [body.slice(0, space.index), body.slice(space.index + space[0].length)];
    if (!notPeople.test(who) && isKnown(words, scene)) return to(words, who, scene);
  }
  return null;
};

const isKnown = (words: string, scene: Scene): boolean => {
  const targets = findNamed(words, scene.open, scene);
  return (targets.is === "found" && targets.isSure) || targets.is === "several";
};

const patch = (phrase: Order["phrase"], assignee: string | null): Order => ({
  phrase,
  commandsFor: (task) => [{ type: "task.patch", taskId: task.id, changes: { assignee } }],
});

const to = (words: string, said: string, scene: Scene): Interpretation => {
  const who = said.replace(/^[+@"“']+|["”'.,!]+$/gu, "").trim();
  if (nobody.test(who)) return without(words, scene.open, scene);
  if (self.test(who)) return toSelf(words, scene);
  const known = scene.people.find((one) => one.toLowerCase() === who.toLowerCase()) ?? who;
  return act(
    words,
    scene.open,
    scene,
    patch((what) => `assign ${what} to ${known}`, known),
  );
};

/** A task nobody is named for is one's own. */
const toSelf = (words: string, scene: Scene): Interpretation => {
  const targets = findNamed(words, scene.open, scene);
  const own = targets.is === "found" && targets.tasks.every(({ assignee }) => assignee === null);
  const [only] = targets.is === "found" ? targets.tasks : [];
  return own && only
    ? talk(`${quote(only.title)} is yours: nobody else is named for it.`)
    : without(words, scene.open, scene);
};

const unassigning = [
  /^un-?assign\s+(?<words>.+?)(?:\s+from\s+(?:\+?\p{L}+))?$/iu,
  /^(?:remove|clear|drop|unset)\s+(?:the\s+)?assignee\s+(?:of|from|on|for)\s+(?<words>.+)$/iu,
  /^(?:remove|clear|drop|unset)\s+(?<words>.+?)['’]s\s+assignee$/iu,
  /^(?:nobody|no\s*one)\s+(?:is\s+|will\s+|should\s+)?(?:doing|do|does|assigned\s+to|on|handles|handling|has)\s+(?<words>.+?)(?:\s+any\s*more)?$/iu,
];
const fromPerson =
  /^(?:take|remove|un-?assign)\s+(?<first>.+?)\s+(?:away\s+)?(?:from|off)\s+(?<second>.+)$/iu;

/** "unassign the report", "take the report away from Sam", "remove Sam from the report". */
const unassign: Rule = (said, scene) => {
  const { first = "", second = "" } = fromPerson.exec(said)?.groups ?? {};
  const isPerson = (words: string) =>
    scene.people.some((one) => one.toLowerCase() === words.replace(/^[+@]/, "").toLowerCase());
  const assigned = scene.open.filter(({ assignee }) => assignee !== null);
  if (isPerson(second)) return without(first, assigned, scene);
  if (isPerson(first)) return without(second, assigned, scene);
  for (const pattern of unassigning) {
    const words = pattern.exec(said)?.groups?.["words"];
    if (words) return without(words, assigned, scene);
  }
  return null;
};

const without = (words: string, pool: Task[], scene: Scene): Interpretation =>
  act(words, pool, scene, {
    ...patch((what) => `unassign ${what}`, null),
    otherwise: () => {
      const targets = findTargets(words, scene.open, scene);
      const [only] = targets.is === "found" ? targets.tasks : [];
      return only ? talk(`Nobody is named for ${quote(only.title)}.`) : null;
    },
  });

const asksWho =
  /^who(?:['’]?s|\s+is|\s+was|\s+has|\s+does|\s+should|\s+will)?\s+(?:(?:is\s+)?(?:doing|handling|assigned\s+to|responsible\s+for|on|got|working\s+on|supposed\s+to\s+do|in\s+charge\s+of|going\s+to\s+do|taking\s+care\s+of|do|handle)\s+)?(.+?)(?:\s+assigned\s+to)?\s*\??$/iu;

/** "who is doing the flights?" */
export const whoDoes: Rule = (said, scene) => {
  const words = asksWho.exec(said)?.[1];
  const targets = words === undefined ? null : findTargets(words, scene.open, scene);
  if (!targets || targets.is === "none" || targets.is === "unclear" || targets.is === "alike")
    return null;
  const text = targets.tasks
    .map(({ title, assignee }) => `${quote(title)}: ${assignee ?? "nobody is named"}.`)
    .join(" ");
  return {
    commands: [],
    answer: { kind: "list", taskIds: targets.tasks.map(({ id }) => id), text },
  };
};

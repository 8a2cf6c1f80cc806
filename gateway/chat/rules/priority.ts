// "make milk p1", "taxes isn't urgent anymore", "remove priority from taxes". Rule of the grammar.
import { act, type Order } from "../act.ts";
import { findNamed } from "../pointing/targets.ts";
import type { Rule, Scene } from "../scene.ts";
import { patch } from "./patch.ts";

const level =
  "(?:p\\s?(?<short>[1-4])|(?:priority|prio)\\s*:?\\s*(?<written>[1-4]|one|two|three|four)|(?<figure>[1-4])|(?<word>no|none|low|lowest|medium|normal|high|highest|top|max|urgent|important)(?:[\\s-]+(?:priority|prio|importance))?)";
const verb =
  "(?:make|set|mark|change|give|put|flag|raise|lower|bump|drop|move|turn|increase|decrease|update|prioriti[sz]e|upgrade|downgrade)";
const link =
  "(?:as\\s+|to\\s+|at\\s+|a\\s+|up\\s+to\\s+|down\\s+to\\s+|back\\s+to\\s+|to\\s+be\\s+|is\\s+|priority\\s+(?:to\\s+)?|of\\s+)";
const prioritizing = [
  new RegExp(
    `^${verb}\\s+(?:the\\s+)?(?:priority|prio)\\s+(?:of|for|on)\\s+(?<words>.+?)\\s+(?:as|to|at|on)\\s+${level}$`,
    "iu",
  ),
  new RegExp(
    `^${verb}\\s+(?<words>.+?)(?:['’]s\\s+(?:priority|prio))?\\s+${link}{0,3}${level}$`,
    "iu",
  ),
  new RegExp(`^(?:make|set|put)\\s+${level}\\s+(?:for|on|to)\\s+(?<words>.+)$`, "iu"),
  new RegExp(
    `^(?:p(?<short>[1-4])|(?<word>high|low|medium|top)\\s+(?:priority|prio))\\s+(?:for|on|to)\\s+(?<words>.+)$`,
    "iu",
  ),
];
/** Statements: only of a task that is there. */
const stating = [
  new RegExp(
    `^(?<words>.+?)(?:\\s+(?:is|are|has|should\\s+be|must\\s+be|needs\\s+to\\s+be|becomes)|['’]s)\\s+(?:now\\s+|very\\s+|actually\\s+|really\\s+|a\\s+|only\\s+)*${level}(?:\\s+(?:now|task))?$`,
    "iu",
  ),
  new RegExp(
    `^(?<words>.+?)\\s*(?:\\s|->|→|:)\\s*(?:to\\s+)?(?:p(?<short>[1-4])|(?<word>high|low|medium|top|normal|no)\\s+(?:priority|prio))$`,
    "iu",
  ),
];
const clearing = [
  /^no\s+(?:priority|prio)\s+(?:for|on)\s+(.+)$/iu,
  /^(?:remove|clear|drop|unset|delete|reset|take\s+away)\s+(?:the\s+)?(?:priority|prio)\s+(?:of|from|for|on|off)\s+(.+)$/iu,
  /^(?:remove|clear|drop|unset|reset)\s+(.+?)['’]s\s+(?:priority|prio)$/iu,
  /^(.+?)\s+(?:(?:is|are)\s+)?(?:(?:not|no\s+longer|isn['’]?t|aren['’]?t|not\s+so|not\s+that)\s+)+(?:that\s+|so\s+|really\s+)?(?:urgent|important|a\s+priority|high\s+priority)(?:\s+(?:any\s*more|now))?$/iu,
  /^(?:make|mark|set)\s+(.+?)\s+(?:as\s+)?(?:not\s+(?:urgent|important)|unimportant|without\s+priority)$/iu,
];
const important = /^(?<not>de-?)?(?:prioriti[sz]e)\s+(?<words>.+)$/iu;
const figures: Record<string, number> = { one: 1, two: 2, three: 3, four: 4 };
const levelOf: Record<string, number> = { no: 4, none: 4, normal: 4, low: 3, lowest: 3, medium: 2 };

export const prioritize: Rule = (said, scene) => {
  for (const pattern of clearing) {
    const words = pattern.exec(said)?.[1];
    if (words) return act(words, scene.open, scene, toPriority(4));
  }
  for (const pattern of prioritizing) {
    const groups = pattern.exec(said)?.groups;
    const priority = groups ? priorityIn(groups, said) : null;
    if (groups?.["words"] && priority !== null)
      return act(groups["words"].replace(former, ""), scene.open, scene, toPriority(priority));
  }
  const { not, words } = important.exec(said)?.groups ?? {};
  if (words) return act(words, scene.open, scene, toPriority(not ? 4 : 1));
  return stated(said, scene);
};

const stated = (said: string, scene: Scene) => {
  for (const pattern of stating) {
    const groups = pattern.exec(said)?.groups;
    const priority = groups ? priorityIn(groups, said) : null;
    const words = groups?.["words"] ?? "";
    if (priority === null || words === "") continue;
    const targets = findNamed(words, scene.open, scene);
    const isMeant = targets.is === "several" || (targets.is === "found" && targets.isSure);
    if (isMeant) return act(words, scene.open, scene, toPriority(priority));
  }
  return null;
};

/** "… from p1 to p3" */
const former = /\s+from\s+(?:p[1-4]|(?:high|low|medium|top|normal)(?:\s+priority)?)$/iu;

/** A figure alone ("make dinner for 2") is no priority. */
const priorityIn = (groups: Record<string, string | undefined>, said: string): number | null => {
  const { short, written, figure, word } = groups;
  if (figure !== undefined && !/priority|prio/i.test(said)) return null;
  const number = short ?? written ?? figure;
  if (number !== undefined) return figures[number.toLowerCase()] ?? Number(number);
  return levelOf[word?.toLowerCase() ?? ""] ?? 1;
};

const toPriority = (priority: number): Order =>
  patch(
    (what) => `set ${what} to p${priority}`,
    () => ({ priority }),
  );

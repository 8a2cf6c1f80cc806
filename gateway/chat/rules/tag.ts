// "tag milk with home", "untag taxes finance", "remove all tags from milk". Rule of the grammar.
import type { Task } from "../../../domain/task.ts";
import { act } from "../act.ts";
import type { Interpretation } from "../interpretation.ts";
import { findNamed } from "../pointing/targets.ts";
import type { Rule, Scene } from "../scene.ts";
import { isSame, patch } from "./patch.ts";
import { isExactly } from "./project.ts";

const tags = "(?:tags?|labels?)";
const tagging = [
  /^(?<words>.+?)\s+(?:should|must|needs?\s+to)\s+be\s+(?:tagged|labell?ed)\s+(?:with\s+|as\s+)?(?<names>.+)$/iu,
  /^(?:re-?)?(?:tag|label)\s+(?<words>.+?)\s+(?:with|as|under)\s+(?<names>.+)$/iu,
  /^(?:tag|label)\s+(?<words>.+?)\s*:\s*(?<names>.+)$/iu,
  /^(?:tag|label)\s+(?<words>.+?)\s+(?<names>(?:[#@][^\s#@]+\s*)+)$/iu,
  new RegExp(
    `^(?:add|put|set|attach|give)\\s+(?:the\\s+|an?\\s+)?${tags}\\s+(?<names>.+?)\\s+(?:to|on|for)\\s+(?<words>.+)$`,
    "iu",
  ),
  new RegExp(
    `^(?:add|put|set|attach|give)\\s+(?:the\\s+|an?\\s+)?(?<names>\\S+)\\s+(?:tag|label)\\s+(?:to|on|for)\\s+(?<words>.+)$`,
    "iu",
  ),
  new RegExp(`^give\\s+(?<words>.+?)\\s+(?:the\\s+|an?\\s+)?${tags}\\s+(?<names>.+)$`, "iu"),
  /^(?:add|put)\s+(?<names>(?:@[^\s#@]+\s*)+)\s+(?:to|on)\s+(?<words>.+)$/iu,
];
/** Only for a task of that very title: "add #home to buy milk" without one adds "buy milk". */
const hashing = [/^(?:add|put)\s+(?<names>(?:#[^\s#@]+\s*)+)\s+(?:to|on)\s+(?<words>.+)$/iu];
const drop = "(?:remove|delete|drop|take|strip|clear|unset)";
const untagging = [
  /^(?:un-?tag|un-?label)\s+(?<names>\S+)\s+(?:from|off|on)\s+(?<words>.+)$/iu,
  /^(?:un-?tag|un-?label)\s+(?<words>.+?)\s+(?:from\s+)?(?<names>[#@].+)$/iu,
  new RegExp(
    `^${drop}\\s+(?:the\\s+)?${tags}\\s+(?<names>.+?)\\s+(?:from|off|of)\\s+(?<words>.+)$`,
    "iu",
  ),
  new RegExp(
    `^${drop}\\s+(?:the\\s+)?(?<names>[^\\s,]+(?:\\s+and\\s+[^\\s,]+)?)\\s+${tags}\\s+(?:from|off|of)\\s+(?<words>.+)$`,
    "iu",
  ),
  new RegExp(`^${drop}\\s+(?<names>(?:[#@][^\\s#@]+\\s*)+)\\s+(?:from|off)\\s+(?<words>.+)$`, "iu"),
];
const bareUntagging = /^(?:un-?tag|un-?label)\s+(?<words>.+)$/iu;
const all = new RegExp(
  `^(?:${drop}\\s+(?:all\\s+)?(?:the\\s+|its\\s+)?${tags}\\s+(?:of|from|off|on)\\s+(?<words>.+)|(?:un-?tag)\\s+(?<bare>.+?)(?:\\s+completely)?)$`,
  "iu",
);
const replacing = new RegExp(
  `^(?:replace|change|swap|rename)\\s+(?:the\\s+)?${tags}\\s+(?<from>\\S+)\\s+(?:with|to|for|by)\\s+(?<names>\\S+)\\s+(?:on|of|for|in)\\s+(?<words>.+)$`,
  "iu",
);

export const tag: Rule = (said, scene) => {
  const { from, names = "", words = "" } = replacing.exec(said)?.groups ?? {};
  if (from) return swap(words, namesIn(from), namesIn(names), scene);
  const hashed = groupsOf(hashing, said);
  const add =
    groupsOf(tagging, said) ??
    (hashed && isExactly(hashed.words, scene) ? hashed : null) ??
    bareTagging(said, scene);
  if (add) return swap(add.words, [], add.names, scene);
  return untag(said, scene);
};

const untag: Rule = (said, scene) => {
  const off = all.exec(said)?.groups ?? {};
  const none = off["words"] ?? untagged(off["bare"], scene);
  if (none) return clear(none, scene);
  const named =
    groupsOf(untagging, said) ?? lastWord(bareUntagging.exec(said)?.groups?.["words"], scene);
  return named ? swap(named.words, named.names, [], scene) : null;
};

/** "untag weekly backup" takes all its tags. */
const untagged = (words: string | undefined, scene: Scene): string | undefined => {
  if (words === undefined || /[#@]/.test(words)) return undefined;
  const targets = findNamed(words, scene.open, scene);
  return (targets.is === "found" && targets.isSure) || targets.is === "several" ? words : undefined;
};

/** "tag milk home": the last word is the tag, the words before it the task. */
const bareTagging = (said: string, scene: Scene): Named | null =>
  lastWord(/^(?:tag|label)\s+(.+)$/iu.exec(said)?.[1], scene);

type Named = { words: string; names: string[] };

const lastWord = (said: string | undefined, scene: Scene): Named | null => {
  const [, words = "", name = ""] = /^(.+)\s+(\S+)$/u.exec(said ?? "") ?? [];
  const targets = words === "" ? null : findNamed(words, scene.open, scene);
  const isMeant = targets?.is === "found" || targets?.is === "several";
  return isMeant ? { words, names: namesIn(name) } : null;
};

const groupsOf = (patterns: RegExp[], said: string): Named | null => {
  for (const pattern of patterns) {
    const { words, names } = pattern.exec(said)?.groups ?? {};
    if (words && names && namesIn(names).length > 0) return { words, names: namesIn(names) };
  }
  return null;
};

const namesIn = (text: string): string[] =>
  text
    .split(/\s*,\s*(?:and\s+)?|\s+and\s+|\s+&\s+|\s+(?=[#@])/u)
    .map((name) => name.replaceAll(/^[#@]|["“”']/gu, "").trim())
    .filter((name) => name !== "" && name.length <= 100);

/** Some tags for others; the tags a task has stay as they were typed. */
const swap = (words: string, from: string[], to: string[], scene: Scene): Interpretation => {
  const changed = ({ tags: old }: Task): string[] => {
    const kept = old.filter((one) => !from.some((name) => isSame(one, name)));
    const fresh = to.filter((name) => !kept.some((one) => isSame(one, name)));
    return [...kept, ...fresh].slice(0, 50);
  };
  const named = to.map((name) => `@${name}`).join(" ");
  return act(
    words,
    scene.open,
    scene,
    patch(
      (what) => (to.length === 0 ? `untag ${what}` : `tag ${what} with ${named}`),
      (task) => ({ tags: changed(task) }),
    ),
  );
};

const clear = (words: string, scene: Scene): Interpretation =>
  act(
    words,
    scene.open,
    scene,
    patch(
      (what) => `take all tags off ${what}`,
      () => ({ tags: [] }),
    ),
  );

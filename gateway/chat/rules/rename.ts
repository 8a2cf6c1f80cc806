// "rename milk to buy oat milk", "change the title of milk to …". Rule of the grammar.
import { Title } from "../../../domain/task.ts";
import { act } from "../act.ts";
import { quote, talk } from "../asking.ts";
import type { Interpretation } from "../interpretation.ts";
import { bare, findTargets } from "../pointing/targets.ts";
import type { Rule, Scene } from "../scene.ts";
import { firstMatch, outer } from "./patterns.ts";

const called =
  /^(?:call|name)\s+(it|that|this|the\s+.+?\s+(?:one|task)|.+?(?=\s+["“]))\s+["“]?(.+?)["”]?(?:\s+instead)?$/iu;
const sure = [
  /^(?:the\s+)?(?:title|name)\s+of\s+(.+?\s+(?:must|should)\s+be\s*:?\s+.+)$/iu,
  /^(.+?\s+should\s+(?:really\s+)?(?:be\s+(?:called|named|renamed\s+to)|say|read)\s+.+)$/iu,
  /^(.+?\s+(?:is|are)\s+now\s+(?:called|named)\s+.+)$/iu,
  /^(?:rename|retitle|re-?name|relabel|re-?word|re-?phrase)\s+(.+)$/iu,
  /^(?:change|edit|update|set|correct|fix)\s+(?:the\s+)?(?:title|name|text)\s+(?:of|for|on)\s+(.+)$/iu,
];
/** May as well be about a date or a label: only a title that is known makes it a new name. */
const perhaps = [/^(?:change|edit|update|correct)\s+(.+)$/iu];

export const rename: Rule = (said, scene) => {
  const [, it, name] = called.exec(said) ?? [];
  if (it !== undefined && name !== undefined)
    return renaming({ from: it, to: bareTitle(name) }, scene);
  const words = firstMatch(sure, said);
  if (words !== null)
    return (
      renameIn(words, scene) ??
      talk("Say the old and the new title: “rename milk to buy oat milk”.")
    );
  const maybe = firstMatch(perhaps, said) ?? (/->|→|=>/u.test(said) ? said : null);
  return maybe === null ? null : changeTitle(maybe, scene);
};

type Split = { from: string; to: string };

/** Every way to read "X to Y", for a title may hold the word itself. */
const splits = (words: string): Split[] =>
  outer([
    ...words.matchAll(
      /\s+(?:is|are)\s+now\s+(?:called|named)\s+|\s+should\s+(?:really\s+)?(?:be\s+(?:called|named|renamed\s+to)|say|read)\s+|\s+(?:must|should)\s+be\s*:?\s+(?!called|named|renamed|done|in\s|on\s|at\s|to\s|p[1-4])|\s+(?:to|into|as):?\s+|\s*(?:->|→|=>|:)\s*/giu,
    ),
  ]).map((match) => {
    const from = words.slice(0, match.index).trim();
    const to = words.slice(match.index + match[0].length).replace(/\s+instead$/iu, "");
    return { from, to: bareTitle(withoutLead(to, from)) };
  });

const lead = /^(be|say|read):?\s+/iu;
/** "change milk to say oat milk" leads up to the title; after "read chapter 4" another one that begins with "read" is meant. */
const withoutLead = (to: string, from: string): string => {
  const word = lead.exec(to)?.[1]?.toLowerCase();
  const isOfTitle = word !== undefined && from.toLowerCase().startsWith(`${word} `);
  return isOfTitle ? to : to.replace(lead, "");
};

const bareTitle = (title: string): string => title.trim().replace(/^(["“'‘])(.+)["”'’]$/u, "$2");

const renameIn = (words: string, scene: Scene): Interpretation | null => {
  const all = splits(words).filter(({ from, to }) => from !== "" && to !== "");
  const ranked = all.map((split) => ({ split, rank: rankOf(split, scene) }));
  const best = ranked.toSorted(
    (a, b) => a.rank - b.rank || b.split.from.length - a.split.from.length,
  )[0];
  return best ? renaming(best.split, scene) : null;
};

/** The whole title before a part of it, a task before a guess. */
const rankOf = ({ from }: Split, scene: Scene): number => {
  const targets = findTargets(from, scene.alive, scene);
  if (targets.is === "found") return targets.isExact === true ? 0 : 1;
  return ["several", "alike", "unclear", "none"].indexOf(targets.is) + 2;
};

const renaming = ({ from, to }: Split, scene: Scene): Interpretation => {
  const title = Title.safeParse(to);
  if (!title.success)
    return talk(`The new title ${title.error.issues[0]?.message ?? "is not valid"}.`);
  const targets = findTargets(from, scene.open, scene);
  const tasks = targets.is === "none" ? scene.alive : scene.open;
  if (targets.is === "found" && targets.tasks.length > 1)
    return talk("Two tasks with one title? Rename them one at a time, please.");
  return act(from, tasks, scene, {
    phrase: (what) => `rename ${what} to ${quote(title.data)}`,
    commandsFor: (task) => [
      { type: "task.patch", taskId: task.id, changes: { title: title.data } },
    ],
  });
};

/** "change milk to oat milk", when milk is a task and "oat milk" no date, label or priority. */
const changeTitle = (words: string, scene: Scene): Interpretation | null => {
  const split = splits(words).find(({ from }) => {
    const targets = findTargets(bare(from), scene.open, scene);
    return targets.is === "found" && targets.isSure;
  });
  if (!split || isStatus.test(split.to)) return null;
  if (scene.quickAdd(split.to).title !== split.to || scene.when(split.to)) return null;
  return /priority|deadline|due|date|project|tag/i.test(split.from) ? null : renaming(split, scene);
};

/** "update website to done" */
const isStatus =
  /^(?:be\s+)?(?:done|finished|completed?|(?:re-?)?open(?:ed)?|deleted|cancell?ed|started|in\s+progress)$/iu;

// Which tasks a clause names, in the person's own words. Pure. Called by grounded.ts.
import type { Task } from "../../../domain/task.ts";
import { readOrdinals } from "../matching/ordinals.ts";
import { type Indexed, indexOf } from "../matching/title-index.ts";
import { contentWords, plain, stem, wordsOf } from "../matching/words.ts";
import type { Scene } from "../scene.ts";
import { verbs } from "./verbs.ts";

/** A word of a clause. `isFree`: it may name a task, for it is no verb, date, label, value or filler. */
type Word = { plain: string; stem: string; isFree: boolean };

/** The tasks a clause names. Not sure: other tasks fit its words as well. */
export type Named = { tasks: Set<Task>; isSure: boolean };

/**
 * The tasks of a pool the clause names: those whose whole title it says, and those that have all its other words, or else any of
 * them. `values` are what the plan sets: "rename milk to oat milk" names milk. Naming is read broadly, so that a title made to fit
 * many messages is at most one of several that fit, and several are a question.
 */
export const namedIn = (
  text: string,
  pool: readonly Task[],
  values: string[],
  scene: Scene,
): Named => {
  const said = wordsIn(text, values, scene);
  const index = indexOf(pool);
  const whole = index
    .filter((one) => one.words.length > 0)
    .toSorted((a, b) => b.words.length - a.words.length)
    .filter((one) => takeTitle(one, said));
  const isOnly = whole.every(
    (one) => index.filter(({ plain: title }) => title === one.plain).length === 1,
  );
  const rest = fitting(
    said.filter(({ isFree }) => isFree).map((word) => word.stem),
    index,
  );
  return {
    tasks: new Set([...whole, ...rest].map(({ task }) => task)),
    isSure: isOnly && rest.length <= 1,
  };
};

const fitting = (words: string[], index: Indexed[]): Indexed[] => {
  if (words.length === 0) return [];
  const all = index.filter((one) => words.every((word) => hasStem(one, word)));
  return all.length > 0 ? all : index.filter((one) => words.some((word) => hasStem(one, word)));
};

const hasStem = ({ stems }: Indexed, word: string): boolean => stems.includes(word);

/** True when the clause says the title word for word, at least one free word of it; these words name nothing else then. */
const takeTitle = ({ words: title }: Indexed, said: Word[]): boolean => {
  for (let at = 0; at + title.length <= said.length; at += 1) {
    const span = said.slice(at, at + title.length);
    const isTitle = span.every((word, place) => word.plain === title[place]);
    if (!isTitle || !span.some(({ isFree }) => isFree)) continue;
    for (const word of span) word.isFree = false;
    return true;
  }
  return false;
};

const fillers = new Set(
  "hey hi please pls can could would will you i me my we us our want need like get got thing things stuff just maybe now really actually also up off out over down so well ok okay right the from as into for about not yet all every everything be been being have has had do did does let make set put take put give as is are was were its it's here there too very some any that this them those these they him her sir thanks thank und der die das den ein eine auf für mit le la les un une de des et el los las una y".split(
    /\s+/,
  ),
);

const wordsIn = (text: string, values: string[], scene: Scene): Word[] => {
  const spans = scene
    .quickAdd(text)
    .tokens.map(({ start, end }) => [start, end] as const)
    .concat(verbs.flatMap(([, rule]) => [...text.matchAll(rule)].map(spanOf)));
  const words = [...text.matchAll(/[\p{L}\p{N}'’]+/gu)].flatMap((match): Word[] => {
    const word = plain(match[0]);
    const inSpan = spans.some(([start, end]) => match.index >= start && match.index < end);
    const isFree = !inSpan && !fillers.has(word) && isHeavy(word);
    return word === "" ? [] : [{ plain: word, stem: stem(word), isFree }];
  });
  for (const value of values) takeValue(wordsOf(value), words);
  return words;
};

/** Beside a word that carries meaning, one that carries none falls away. */
const isHeavy = (word: string): boolean => contentWords(`heavy ${word}`).includes(word);

const spanOf = (match: RegExpExecArray): readonly [number, number] => [
  match.index,
  // A verb that reaches over others ("bring … back") takes only its first word.
  match.index + (/^\S+/.exec(match[0])?.[0].length ?? 0),
];

/** A value stands at the end of what orders it: its last place in the clause. */
const takeValue = (value: string[], said: Word[]): void => {
  for (let at = said.length - value.length; at >= 0 && value.length > 0; at -= 1) {
    const span = said.slice(at, at + value.length);
    if (!span.every((word, place) => word.plain === value[place])) continue;
    for (const word of span) word.isFree = false;
    return;
  }
};

const single =
  /(?<![\p{L}\p{N}])(?:it|this|that|this\s+one|that\s+one|the\s+task)(?![\p{L}\p{N}])/iu;
const plural =
  /(?<![\p{L}\p{N}])(?:them|those|these|both|all\s+of\s+(?:them|those|these))(?![\p{L}\p{N}])/iu;
const places =
  /(?<![\p{L}\p{N}])(?:(?:the\s+)?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|\d{1,3}(?:st|nd|rd|th))(?:\s+one)|(?:#|no\.?\s*|number\s+)\d{1,3})(?![\p{L}\p{N}])/giu;

/** The tasks a clause points at: by a place in what was shown, or by a pronoun (`lately` are those the message named before it). */
export const pointedIn = (text: string, scene: Scene, lately: readonly Task[]): Set<Task> => {
  const { shown } = scene;
  const byPlace = [...text.matchAll(places)].flatMap(
    ([words]) => readOrdinals(words, shown.length)?.flatMap((place) => shown[place] ?? []) ?? [],
  );
  if (byPlace.length > 0) return new Set(byPlace);
  const meant = lately.length > 0 ? lately : shown;
  if (plural.test(text)) return new Set(meant);
  return new Set(single.test(text) && meant.length === 1 ? meant : []);
};

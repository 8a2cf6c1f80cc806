// Which task is spoken of anywhere in a sentence, and what is said of it. Called by rules/mention.ts.
import type { Task } from "../../../domain/task.ts";
import { type Indexed, indexOf, stemsOfTitles } from "../matching/title-index.ts";
import { isSmall, stem, wordsOf } from "../matching/words.ts";

/** Stands for the task in what is said of it. */
export const here = "§";

/**
 * A task spoken of: `words` are what was said, `name` finds it (its title; the words where they fit several), `rest` is the
 * sentence with `here` in their place.
 */
export type Mention = { name: string; words: string; rest: string; tasks: Task[] };

type Word = { start: number; end: number; stem: string; isSmall: boolean };

/** A sentence of more words is a story, not an order. */
const maxWords = 40;
const maxMentions = 4;

const found = new WeakMap<readonly Task[], Map<string, Mention[]>>();

/** The tasks of a pool that a sentence speaks of, the longest names first. Several readers ask for the same. */
export const findMentions = (said: string, pool: readonly Task[]): Mention[] => {
  const ofPool = found.get(pool) ?? new Map<string, Mention[]>();
  const mentions = ofPool.get(said) ?? mentionsIn(said, pool);
  found.set(pool, ofPool.set(said, mentions));
  return mentions;
};

const mentionsIn = (said: string, pool: readonly Task[]): Mention[] => {
  const words = wordsIn(said);
  if (words.length > maxWords || pool.length === 0 || said.includes(here)) return [];
  const index = indexOf(pool);
  const known = stemsOfTitles(pool);
  const runs = runsOf(words, (word) => known.has(word.stem) || known.has(singular(word.stem)));
  return runs
    .flatMap((run) => longestFit(run, index))
    .toSorted((a, b) => b.words.length - a.words.length)
    .slice(0, maxMentions)
    .map(({ words: named, tasks }) => mentionOf(said, named, tasks));
};

const wordsIn = (said: string): Word[] =>
  [...said.matchAll(/[\p{L}\p{N}]+(?:['’][\p{L}\p{N}]+)*/gu)].map((match) => {
    const [word = ""] = wordsOf(match[0]);
    const start = match.index;
    return { start, end: start + match[0].length, stem: stem(word), isSmall: isSmall(word) };
  });

/** "leo's" is said of Leo. */
const singular = (word: string): string => word.replace(/(?<=.{2})s$/, "");

/** Stretches of words that stand in titles, small words between them; none begins or ends with a small one. */
const runsOf = (words: Word[], isKnown: (word: Word) => boolean): Word[][] => {
  const runs: Word[][] = [];
  let run: Word[] = [];
  const close = (): void => {
    while (run.at(-1)?.isSmall) run.pop();
    if (run.length > 0) runs.push(run);
    run = [];
  };
  for (const word of words) {
    if (word.isSmall ? run.length > 0 : isKnown(word)) run.push(word);
    else close();
  }
  close();
  return runs;
};

type Fit = { words: Word[]; tasks: Task[] };

/** The longest part of a stretch whose words all stand in one title. */
const longestFit = (run: Word[], index: Indexed[]): Fit[] => {
  for (let length = run.length; length > 0; length -= 1)
    for (let start = 0; start + length <= run.length; start += 1) {
      const words = run.slice(start, start + length);
      if (words[0]?.isSmall || words.at(-1)?.isSmall) continue;
      const tasks = tasksWith(words, index);
      if (tasks.length > 0) return [{ words, tasks }];
    }
  return [];
};

const tasksWith = (words: Word[], index: Indexed[]): Task[] => {
  // "pay rent is paid" says no word of the title twice.
  const said = words.filter((word) => !word.isSmall).map((word) => word.stem);
  const wanted = [...new Set(said)];
  const fits = index.filter(({ stems }) =>
    wanted.every((one) => stems.includes(one) || stems.includes(singular(one))),
  );
  const whole = fits.filter(
    ({ words: title }) => title.filter((one) => !isSmall(one)).length === wanted.length,
  );
  return (whole.length > 0 ? whole : fits).map(({ task }) => task);
};

const around = new RegExp(
  `(?:\\b(?:the|my|our|that|this|those|a)\\s+)?["“'‘]?${here}["”'’]?(?:['’]s(?=\\s+(?:task|one|thing)\\b))?(?:\\s+(?:task|one|thing|item|todo|to-do|stuff))?(?![\\p{L}])`,
  "iu",
);

const mentionOf = (said: string, words: Word[], tasks: Task[]): Mention => {
  const [start, end] = [words[0]?.start ?? 0, words.at(-1)?.end ?? 0];
  const rest = `${said.slice(0, start)}${here}${said.slice(end)}`.replace(around, here);
  const [only, more] = tasks;
  const named = said.slice(start, end);
  return { name: only && !more ? only.title : named, words: named, rest: rest.trim(), tasks };
};

// Which task is meant: exact title, then all words, then typing mistakes, then what merely looks alike. Called by targets.ts.
import type { Task } from "../../../domain/task.ts";
import { isTypo, trigrams, trigramSimilarity } from "./similarity.ts";
import { contentWords, plain, stem, wordsOf } from "./words.ts";

/** How sure a find is. `alike` is a guess: it may be offered, never acted upon. */
export type Sureness = "exact" | "words" | "typo" | "alike";
export type Found = { sureness: Sureness; tasks: Task[] };

/**
 * The tasks that fit the words best, all of the same sureness; null when none does. Those mentioned last come first,
 * then the ones changed last.
 */
export const findTasks = (words: string, tasks: Task[], shown: Task[]): Found | null => {
  const wanted = contentWords(words);
  if (wanted.length === 0) return null;
  const order = (found: Task[]) => inOrder(found, shown);
  const exact = tasks.filter((task) => isSameTitle(task.title, words));
  if (exact.length > 0) return { sureness: "exact", tasks: order(exact) };
  const stems = wanted.map(stem);
  const all = tasks.filter((task) => hasAll(stems, wordsOf(task.title).map(stem)));
  if (all.length > 0) return { sureness: "words", tasks: order(all) };
  const typos = tasks.filter((task) => hasAllWithTypos(wanted, wordsOf(task.title)));
  if (typos.length > 0) return { sureness: "typo", tasks: order(typos) };
  const alike = looksAlike(plain(words), tasks);
  return alike.length > 0 ? { sureness: "alike", tasks: order(alike) } : null;
};

/** Same words in the same order, whatever their case; articles do not count. */
const isSameTitle = (title: string, words: string): boolean =>
  plain(title) === plain(words) || withoutArticles(title) === withoutArticles(words);

const withoutArticles = (text: string): string =>
  wordsOf(text)
    .filter((word) => !["a", "an", "the", "my", "our"].includes(word))
    .join(" ");

/** Every stem stands in the title, or begins a word of it ("groc" finds groceries). */
const hasAll = (stems: string[], title: string[]): boolean =>
  stems.every((one) =>
    title.some((word) => word === one || (one.length >= 4 && word.startsWith(one))),
  );

const hasAllWithTypos = (wanted: string[], title: string[]): boolean =>
  wanted.every((one) => title.some((word) => isTypo(one, word) || stem(one) === stem(word)));

const alikeFrom = 0.5;

const looksAlike = (words: string, tasks: Task[]): Task[] => {
  const grams = trigrams(words);
  const scored = tasks
    .map((task) => ({ task, score: trigramSimilarity(grams, trigrams(plain(task.title))) }))
    .filter(({ score }) => score >= alikeFrom)
    .toSorted((a, b) => b.score - a.score);
  return scored.slice(0, 5).map(({ task }) => task);
};

const inOrder = (found: Task[], shown: Task[]): Task[] => {
  const place = new Map(shown.map((task, index) => [task.id, index]));
  const placeOf = (task: Task): number => place.get(task.id) ?? Infinity;
  return found.toSorted((a, b) =>
    placeOf(a) === placeOf(b) ? b.updatedAt.localeCompare(a.updatedAt) : placeOf(a) - placeOf(b),
  );
};

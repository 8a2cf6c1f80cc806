// Which task is meant: exact title, then all words, then typing mistakes, then what merely looks alike. Called by targets.ts.
import type { Task } from "../../../domain/task.ts";
import { isTypo, similarityTo } from "./similarity.ts";
import { bareText, type Indexed, indexOf, wordsOfTitles } from "./title-index.ts";
import { contentWords, stem, wordsOf } from "./words.ts";

/** How sure a find is. `alike` is a guess: it may be offered, never acted upon. */
export type Sureness = "exact" | "words" | "typo" | "alike";
export type Found = { sureness: Sureness; tasks: Task[] };

/** A search through all titles takes time, and several rules ask for the same. */
const remembering = (
  search: (words: string, tasks: readonly Task[]) => Found | null,
): typeof search => {
  const finds = new WeakMap<readonly Task[], Map<string, Found | null>>();
  return (words, tasks) => {
    const known = finds.get(tasks) ?? new Map<string, Found | null>();
    finds.set(tasks, known);
    const found = known.has(words) ? (known.get(words) ?? null) : search(words, tasks);
    known.set(words, found);
    return found;
  };
};

/**
 * The tasks that fit the words best, all of the same sureness; null when none does. Those mentioned last come first,
 * then the ones changed last.
 */
export const findTasks = (words: string, tasks: readonly Task[], shown: Task[]): Found | null =>
  ordered(named(words, tasks) ?? alike(words, tasks), shown);

/** The same without those that merely look alike, which take the longest to find. */
export const findNamedTasks = (
  words: string,
  tasks: readonly Task[],
  shown: Task[],
): Found | null => ordered(named(words, tasks), shown);

const ordered = (found: Found | null, shown: Task[]): Found | null =>
  found && { ...found, tasks: inOrder(found.tasks, shown) };

/** The tasks whose title the words are, whatever the case, articles and spaces between them. */
export const exactTasks = (words: string, tasks: readonly Task[]): Task[] => {
  const said = wordsOf(words);
  if (said.length === 0 || said.length > maxWords) return [];
  const isIt = isTitle(said);
  return indexOf(tasks)
    .filter(isIt)
    .map(({ task }) => task);
};

const isTitle = (said: string[]): ((title: Indexed) => boolean) => {
  const [text, bare] = [said.join(" "), bareText(said)];
  const joined = bare.replaceAll(" ", "");
  return (title) => title.plain === text || title.bare === bare || title.joined === joined;
};

/** Words that are no title any more: nobody names a task with so many, and comparing them would take too long. */
const maxWords = 40;
const maxAlike = 120;

const named = remembering((words, tasks) => {
  const wanted = contentWords(words);
  if (wanted.length === 0 || wanted.length > maxWords) return null;
  const index = indexOf(tasks);
  const said = wordsOf(words);
  const stems = wanted.map(stem);
  const tiers: [Sureness, () => Indexed[]][] = [
    ["exact", () => index.filter(isTitle(said))],
    ["words", () => index.filter((title) => hasAll(stems, title.stems))],
    ["typo", () => withTypos(wanted, tasks)],
  ];
  for (const [sureness, titles] of tiers) {
    const found = titles().map(({ task }) => task);
    if (found.length > 0) return { sureness, tasks: found };
  }
  return null;
});

const alike = remembering((words, tasks) => {
  const said = wordsOf(words);
  const text = said.join(" ");
  const isTooLong = said.length > maxWords || text.length > maxAlike;
  const found = text === "" || isTooLong ? [] : looksAlike(text, indexOf(tasks));
  return found.length > 0 ? { sureness: "alike", tasks: found } : null;
});

/** Every stem stands in the title, or begins a word of it ("groc" finds groceries). */
const hasAll = (stems: string[], title: string[]): boolean =>
  stems.every((one) =>
    title.some(
      (word) => word === one || isPlural(one, word) || (one.length >= 4 && word.startsWith(one)),
    ),
  );

/** "leos" of "leo's dentist" is Leo. */
const isPlural = (said: string, word: string): boolean =>
  said.length === word.length + 1 && said.endsWith("s") && said.startsWith(word);

/** Every word stands in the title with a slip at most. Each distinct word of the titles is compared once. */
const withTypos = (wanted: string[], tasks: readonly Task[]): Indexed[] => {
  const vocabulary = wordsOfTitles(tasks);
  const slips: Set<string>[] = [];
  for (const one of wanted) {
    const base = stem(one);
    const slip = vocabulary.filter((word) => isTypo(one, word) || stem(word) === base);
    if (slip.length === 0) return [];
    slips.push(new Set(slip));
  }
  return indexOf(tasks).filter(({ words }) =>
    slips.every((slip) => words.some((word) => slip.has(word))),
  );
};

const alikeFrom = 0.5;

const looksAlike = (text: string, index: Indexed[]): Task[] => {
  const similarity = similarityTo(text, alikeFrom);
  return index
    .map((title) => ({ task: title.task, score: similarity(title.grams) }))
    .filter(({ score }) => score >= alikeFrom)
    .toSorted((a, b) => b.score - a.score)
    .slice(0, 5)
    .map(({ task }) => task);
};

const inOrder = (found: Task[], shown: Task[]): Task[] => {
  const place = new Map(shown.map((task, index) => [task.id, index]));
  const placeOf = (task: Task): number => place.get(task.id) ?? Infinity;
  return found.toSorted((a, b) =>
    placeOf(a) === placeOf(b) ? b.updatedAt.localeCompare(a.updatedAt) : placeOf(a) - placeOf(b),
  );
};

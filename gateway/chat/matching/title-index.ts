// The titles of a pool of tasks, made comparable once a message. Called by find-task.ts.
import type { Task } from "../../../domain/task.ts";
import { type Grams, gramsOf } from "./similarity.ts";
import { stem, wordsOf } from "./words.ts";

/** A title ready to be compared: its plain words, their stems, and the words without articles as one text. */
export type Indexed = Comparable & { task: Task };
type Comparable = {
  plain: string;
  words: string[];
  stems: string[];
  bare: string;
  joined: string;
  grams: Grams;
};

const indexes = new WeakMap<readonly Task[], Indexed[]>();

/** The index of a pool. Pools are made once a message and never changed, so an index is found by the pool itself. */
export const indexOf = (tasks: readonly Task[]): Indexed[] => {
  const known = indexes.get(tasks);
  if (known) return known;
  const made = tasks.map((task) => ({ ...comparableOf(task.title), task }));
  indexes.set(tasks, made);
  return made;
};

const wordLists = new WeakMap<readonly Task[], string[]>();
const stemsOf = new WeakMap<readonly Task[], Set<string>>();

/** The distinct words of all titles of a pool. */
export const wordsOfTitles = (tasks: readonly Task[]): string[] => {
  const known = wordLists.get(tasks) ?? [
    ...new Set(indexOf(tasks).flatMap((title) => title.words)),
  ];
  wordLists.set(tasks, known);
  return known;
};

/** The distinct stems of all titles of a pool. */
export const stemsOfTitles = (tasks: readonly Task[]): Set<string> => {
  const known = stemsOf.get(tasks) ?? new Set(indexOf(tasks).flatMap(({ stems }) => stems));
  stemsOf.set(tasks, known);
  return known;
};

/** The tasks of exactly this title, whatever the case, accents and marks. */
export const tasksTitled = (title: string, tasks: readonly Task[]): Task[] => {
  const words = wordsOf(title).join(" ");
  if (words === "") return [];
  return indexOf(tasks).flatMap((one) => (one.plain === words ? [one.task] : []));
};

/** A conversation asks about the same titles message after message; half of the grammar's time went here. */
const comparables = new Map<string, Comparable>();
const maxKept = 5_000;

const comparableOf = (title: string): Comparable => {
  const known = comparables.get(title);
  if (known) return known;
  if (comparables.size >= maxKept) comparables.clear();
  const words = wordsOf(title);
  const bare = bareText(words);
  const joined = bare.replaceAll(" ", "");
  const text = words.join(" ");
  const stems = words.map(stem);
  const made = { plain: text, words, stems, bare, joined, grams: gramsOf(text) };
  comparables.set(title, made);
  return made;
};

const articles = new Set(["a", "an", "the", "my", "our"]);

/** Words without articles, as one text. */
export const bareText = (words: string[]): string =>
  words.filter((word) => !articles.has(word)).join(" ");

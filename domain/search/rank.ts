// How well a task answers a search: the title before labels before the text, whole words before beginnings before slips. Pure; called by database/tasks/search-tasks.ts.
import { isOpen } from "../is-over.ts";
import { editDistance } from "../language/spelling/distance.ts";
import type { Task } from "../task.ts";
import { wordsIn } from "../words.ts";

/** A task that fits, best first. `isClose`: only with slips of the fingers. */
export type Hit = { task: Task; score: number; isClose: boolean };

/** The hit that a task is for the words of a search (`wordsIn`); null when one of them is nowhere in it. */
export const hitOf = (task: Task, words: readonly string[]): Hit | null => {
  const title = wordsIn(task.title);
  const labels = wordsIn([task.project ?? "", task.assignee ?? "", ...task.tags].join("\n"));
  const text = wordsIn(task.description);
  let [score, isClose] = [0, false];
  for (const word of words) {
    const found = Math.max(
      weigh(title, word, { whole: 8, start: 5 }),
      weigh(labels, word, { whole: 4, start: 3 }),
      weigh(text, word, { whole: 2, start: 1 }),
    );
    if (found === 0 && !title.some((one) => isSlipOf(one, word))) return null;
    isClose ||= found === 0;
    score += found;
  }
  return { task, score: score + ofTitle(title, words) + ofState(task), isClose };
};

/** The best first: no slips, then the score, then what was changed last. */
export const byRank = (a: Hit, b: Hit): number =>
  Number(a.isClose) - Number(b.isClose) ||
  b.score - a.score ||
  (a.task.updatedAt < b.task.updatedAt ? 1 : -1);

const weigh = (there: string[], word: string, by: { whole: number; start: number }): number => {
  if (there.includes(word)) return by.whole;
  return there.some((one) => one.startsWith(word)) ? by.start : 0;
};

const ofTitle = (title: string[], words: readonly string[]): number => {
  if (title.length === words.length && words.every((word, at) => title[at] === word)) return 6;
  return words.every((word, at) => title[at]?.startsWith(word)) ? 2 : 0;
};

const ofState = (task: Task): number => {
  if (task.deletedAt !== null) return -4;
  return isOpen(task) ? 3 : 0;
};

/** How many letters of a word are looked up where it may hold a slip. The first ones are rarely mistyped. */
export const sureLetters = 2;
const shortest = 4;

/** Words that may hold a slip: long enough that few others are as near. */
export const mayBeSlip = (word: string): boolean => word.length >= shortest;

const isSlipOf = (meant: string, typed: string): boolean => {
  if (!mayBeSlip(typed) || !meant.startsWith(typed.slice(0, sureLetters))) return false;
  const limit = typed.length >= 8 ? 2 : 1;
  // While it is typed only its beginning is there, a letter more or less.
  const beginnings = [-1, 0, 1].map((more) => meant.slice(0, typed.length + more));
  return [meant, ...beginnings].some((one) => editDistance(one, typed, limit) <= limit);
};

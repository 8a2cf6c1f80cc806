// Slips of the fingers anywhere in an order: in its small words, and in the words of titles. Called by read-slips.ts.
import type { Task } from "../../../domain/task.ts";
import { isFiller } from "../frame/lexicon.ts";
import { isTypo } from "./similarity.ts";
import { indexOf } from "./title-index.ts";
import { plain, stem } from "./words.ts";

/** Words of orders and questions. None of them destroys anything. */
const orderWords =
  `the and with from for about before after until what whats which when how many show list find task tasks due overdue today tomorrow tonight
  week month next every this monday tuesday wednesday thursday friday saturday sunday add create mark done finished complete completed finish tick
  move rename reschedule postpone push priority urgent important project tag tagged assign subtask note remind reminder snooze skip restore reopen
  undo redo repeat first second third fourth last other need please make change open late search everything anything left still have`.split(
    /\s+/u,
  );
const known = new Set(orderWords);

/** Too short to be compared by letters. */
const shortSlips: Record<string, string> = {
  ad: "add",
  teh: "the",
  hte: "the",
  th: "the",
  adn: "and",
  nad: "and",
  fo: "of",
  ot: "to",
  wat: "what",
  wats: "what's",
  du: "due",
  hw: "how",
  waht: "what",
  whta: "what",
  si: "is",
  ym: "my",
  fro: "for",
  taks: "tasks",
  tsk: "task",
  dne: "done",
  doen: "done",
  don: "done",
};

/** The sentence with its slips mended; `only` the first word where that is asked for. The same text when there is none. */
export const mendSlips = (said: string, pool: readonly Task[], only?: "first"): string => {
  const titles = titleWords(pool);
  let at = 0;
  return said.replaceAll(/[\p{L}]+(?:['’]\p{L}+)*/gu, (typed) => {
    at += 1;
    if (only === "first" && at > 1) return typed;
    return mendedWord(typed, only === "first" ? new Set() : titles);
  });
};

const mendedWord = (typed: string, titles: Set<string>): string => {
  const word = plain(typed);
  const short = shortSlips[word];
  if (short !== undefined) return short;
  if (word.length < 4 || known.has(word) || isFiller(word) || isTitleWord(word, titles))
    return typed;
  return nearest(word, orderWords) ?? nearest(word, [...titles]) ?? typed;
};

const isTitleWord = (word: string, titles: Set<string>): boolean =>
  titles.has(word) || [...titles].some((one) => stem(one) === stem(word));

/** The one word it can be; undefined when there are several, or none. */
const nearest = (typed: string, words: string[]): string | undefined => {
  const near = words.filter((word) => word.length >= 4 && isTypo(typed, word));
  return near.length === 1 ? near[0] : undefined;
};

const vocabularies = new WeakMap<readonly Task[], Set<string>>();
const titleWords = (pool: readonly Task[]): Set<string> => {
  const words = vocabularies.get(pool) ?? new Set(indexOf(pool).flatMap((title) => title.words));
  vocabularies.set(pool, words);
  return words;
};

// Slips of the fingers anywhere in an order: in its small words, and in the words of titles. Called by read-slips.ts.
import type { Task } from "../../../domain/task.ts";
import { isFiller } from "../frame/lexicon.ts";
import { isTypo } from "./similarity.ts";
import { type Vocabulary, vocabularyOf } from "./title-index.ts";
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

const none: Vocabulary = { words: new Map(), stems: new Map() };

/** The sentence with its slips mended; `only` the first word where that is asked for. The same text when there is none. */
export const mendSlips = (said: string, pool: readonly Task[], only?: "first"): string => {
  const titles = vocabularyOf(pool);
  let at = 0;
  return said.replaceAll(/[\p{L}]+(?:['’]\p{L}+)*/gu, (typed) => {
    at += 1;
    if (only === "first" && at > 1) return typed;
    return mendedWord(typed, only === "first" ? none : titles);
  });
};

const mendedWord = (typed: string, titles: Vocabulary): string => {
  const word = plain(typed);
  const short = shortSlips[word];
  if (short !== undefined) return short;
  if (word.length < 4 || known.has(word) || isFiller(word) || titles.stems.has(stem(word)))
    return typed;
  return nearest(word, orderWords) ?? nearest(word, [...titles.words.keys()]) ?? typed;
};

/** The one word it can be; undefined when there are several, or none. */
const nearest = (typed: string, words: string[]): string | undefined => {
  const near = words.filter((word) => word.length >= 4 && isTypo(typed, word));
  return near.length === 1 ? near[0] : undefined;
};

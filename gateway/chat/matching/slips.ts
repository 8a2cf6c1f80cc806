// Slips of the fingers anywhere in an order: in its small words, and in the words of titles. Called by read-slips.ts.
import type { Task } from "../../../domain/task.ts";
import { isFiller } from "./lexicon.ts";
import { isTypo } from "./similarity.ts";
import { stemsOfTitles, wordsOfTitles } from "./title-index.ts";
import { plain, stem } from "./words.ts";

/** Words of orders and questions. None of them destroys anything. */
const orderWords =
  `the and with from for about before after until what whats which when how many show list find task tasks due overdue today tomorrow tonight
  week month next every this monday tuesday wednesday thursday friday saturday sunday add create mark done finished complete completed finish tick
  move rename reschedule postpone push priority urgent important project tag tagged assign subtask note remind reminder snooze skip restore reopen
  undo redo repeat first second third fourth last other need please make change open late search everything anything left still have that which thanks help schedule`.split(
    /\s+/u,
  );
const known = new Set(orderWords);

/** Too short to be compared by letters. */
const shortSlips: Record<string, string> = {
  ad: "add",
  hwo: "how",
  mny: "many",
  tga: "tag",
  undu: "undo",
  undp: "undo",
  redu: "redo",
  whcih: "which",
  whne: "when",
  hlep: "help",
  shw: "show",
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
  tsks: "tasks",
  urgnt: "urgent",
  abuot: "about",
  hav: "have",
  wich: "which",
  dne: "done",
  doen: "done",
  don: "done",
};

/** The sentence with its slips mended, those of title words too. The same text when there is none. */
export const mendSlips = (said: string, pool: readonly Task[]): string =>
  said.replaceAll(anyWord, (typed) => {
    const read = plain(typed);
    const slip = shortSlips[read];
    if (slip !== undefined) return slip;
    if (isWell(read) || stemsOfTitles(pool).has(stem(read))) return typed;
    return nearest(read, orderWords) ?? nearest(read, wordsOfTitles(pool)) ?? typed;
  });

/** The sentence with its first word mended. */
export const mendFirst = (said: string): string => {
  const typed = firstWord.exec(said)?.[0] ?? "";
  const read = plain(typed);
  const meant = shortSlips[read] ?? (isWell(read) ? undefined : nearest(read, orderWords));
  return meant === undefined ? said : said.replace(typed, () => meant);
};

const anyWord = /\p{L}+(?:['’]\p{L}+)*/gu;

const firstWord = /\p{L}+(?:['’]\p{L}+)*/u;

const isWell = (read: string): boolean => read.length < 4 || known.has(read) || isFiller(read);

/** The one word it can be; undefined when there are several, or none. */
const nearest = (typed: string, words: string[]): string | undefined => {
  const near = words.filter((word) => word.length >= 4 && isTypo(typed, word));
  return near.length === 1 ? near[0] : undefined;
};

// What to look for in the index of words to find the tasks that a message names: whole names first, slips of the fingers too. Pure; called by read-tasks.ts.
import { terms } from "../../database/tasks/words.ts";
import type { Id } from "../../domain/ids.ts";
import { isSmall, stem, wordsOf } from "./matching/words.ts";

/** A longer message names no task by its later words. */
const mostWords = 24;

/** Terms of a tsquery: all words that carry meaning, each two neighbours, each alone, and labels of one or two words. */
export const termsOf = (ownerId: Id, message: string): string[] => {
  const all = wordsOf(message).slice(0, mostWords);
  const heavy = all.filter((word) => !isSmall(word));
  const each = heavy.map((word) => anyForm(ownerId, word)).filter((term) => term !== "");
  const pairs = each.slice(1).map((term, n) => `${each[n]} & ${term}`);
  const names = [...all, ...all.slice(1).map((word, n) => `${all[n]} ${word}`)];
  const labels = names.flatMap((name) => [terms.project(ownerId, name), terms.tag(ownerId, name)]);
  return [...new Set([...pairs, ...each, labels.join(" | ")])].filter((term) => term !== "");
};

/** The word with any ending, its base form ("paid" is "pay"), and another ending or middle than was typed ("dentits"). */
const anyForm = (ownerId: Id, word: string): string => {
  const base = stem(word);
  const beginnings = [base, word.slice(0, Math.max(3, Math.ceil(word.length * 0.6)))];
  const found = [...new Set(beginnings)].flatMap((one) => terms.text(ownerId, one));
  return found.length === 0 ? "" : `(${found.join(" | ")})`;
};

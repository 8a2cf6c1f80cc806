// What to look for in the index of words to find the tasks that a message names: whole names first, slips of the fingers too. Pure; called by read-tasks.ts.
import { terms } from "../../database/tasks/words.ts";
import type { Id } from "../../domain/ids.ts";
import { isSmall, stem, wordsOf } from "./matching/words.ts";

/** No more are looked for at once. */
const mostWords = 24;

/**
 * Terms of a tsquery: all words that carry meaning, each two neighbours, each alone, and labels of one or two words. `isCut`: the message
 * has more words, and those may name a task as well.
 */
export const termsOf = (ownerId: Id, message: string): { terms: string[]; isCut: boolean } => {
  const said = wordsOf(message);
  const all = said.slice(0, mostWords);
  const heavy = all.filter((word) => !isSmall(word));
  const each = heavy.map((word) => anyForm(ownerId, word)).filter((term) => term !== "");
  const pairs = each.slice(1).map((term, n) => `${each[n]} & ${term}`);
  const names = [...all, ...all.slice(1).map((word, n) => `${all[n]} ${word}`)];
  const labels = names.flatMap((name) => [terms.project(ownerId, name), terms.tag(ownerId, name)]);
  const found = [...new Set([...pairs, ...each, labels.join(" | ")])];
  return { terms: found.filter((term) => term !== ""), isCut: said.length > mostWords };
};

/** The word with any ending, its base form ("paid" is "pay"), and another ending or middle than was typed ("dentits"). */
const anyForm = (ownerId: Id, word: string): string => {
  const base = stem(word);
  const beginnings = [base, word.slice(0, Math.max(3, Math.ceil(word.length * 0.6)))];
  const found = [...new Set(beginnings)].flatMap((one) => terms.text(ownerId, one));
  return found.length === 0 ? "" : `(${found.join(" | ")})`;
};

// How alike two words or titles are, for typing mistakes. Called by find-task.ts.
import { editDistance } from "../../../domain/language/spelling/distance.ts";

/**
 * True when `typed` is `word` with a slip of the fingers: a swap of neighbours, a letter too many or too few, or in a
 * longer word another letter. Short words that differ in a letter are different words: Bob is not Rob.
 */
export const isTypo = (typed: string, word: string): boolean => {
  if (typed === word) return true;
  const length = Math.max(typed.length, word.length);
  if (length < 3 || Math.min(typed.length, word.length) < 3) return false;
  // Fingers slip inside a word; another beginning is another word: Anna is not Hanna.
  if (typed[0] !== word[0] && (typed[1] !== word[0] || typed[0] !== word[1])) return false;
  if (editDistance(typed, word, 2) > (length >= 8 ? 2 : 1) || areOtherLetters(typed, word))
    return false;
  return length >= 5 || isSwapped(typed, word) || withoutVowels(typed) === withoutVowels(word);
};

/** Two letters in the place of others, and not of vowels among themselves ("seperete"): a password is no passport. */
const areOtherLetters = (a: string, b: string): boolean => {
  if (a.length !== b.length || isSwapped(a, b)) return false;
  const [letters, others] = [a.split(""), b.split("")];
  const changed = letters.flatMap((letter, at) => {
    const other = others[at] ?? "";
    return letter === other ? [] : [letter + other];
  });
  return changed.length === 2 && changed.some((pair) => !/^[aeiouy]{2}$/.test(pair));
};

const isSwapped = (a: string, b: string): boolean =>
  a.length === b.length && sortedLetters(a) === sortedLetters(b);

/** "detele": the letters of a longer word in another order, the first one in its place. */
export const isShuffled = (typed: string, word: string): boolean =>
  word.length >= 5 && typed[0] === word[0] && isSwapped(typed, word);

const sortedLetters = (word: string): string => word.split("").toSorted().join("");

/** "mlk" is "milk", but "tax" is not "taxi": only vowels inside a word are left out in haste. */
const withoutVowels = (word: string): string =>
  word.slice(0, 1) + word.slice(1, -1).replaceAll(/[aeiou]/g, "") + word.slice(-1);

/** The trigrams of a plain text, words padded with spaces so that beginnings count, and how many there are with repeats. */
export type Grams = { all: Set<string>; count: number };

/** Takes a text apart for `similarityTo`. */
export const gramsOf = (text: string): Grams => {
  const padded = `  ${text.replaceAll(" ", "  ")} `;
  const count = padded.length - 2;
  const all = new Set<string>();
  for (let at = 0; at < count; at += 1) all.add(padded.slice(at, at + 3));
  return { all, count };
};

/**
 * How alike a plain text is to another, 0 to 1: the share of trigrams they have in common (Dice). Made for one text compared with
 * many: as soon as `least` is out of reach it is 0.
 */
export const similarityTo = (text: string, least: number): ((other: Grams) => number) => {
  const { all } = gramsOf(text);
  const grams = [...all];
  return (other) => {
    const sum = grams.length + other.count;
    let misses = grams.length - (least * sum) / 2;
    if (misses < 0) return 0;
    let common = 0;
    for (const gram of grams) {
      if (other.all.has(gram)) common += 1;
      else if ((misses -= 1) < 0) return 0;
    }
    return (2 * common) / sum;
  };
};

// How alike two words or titles are, for typing mistakes. Called by find-task.ts.

/** Steps of one letter added, left out, changed or swapped with its neighbour; `limit` + 1 when there are more. */
export const editDistance = (a: string, b: string, limit: number): number => {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let [before, row]: [number[], number[]] = [[], Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      next[j] = Math.min(
        cell(row, j) + 1,
        cell(next, j - 1) + 1,
        cell(row, j - 1) + (same ? 0 : 1),
        isSwap ? cell(before, j - 2) + 1 : Infinity,
      );
    }
    [before, row] = [row, next];
  }
  return Math.min(cell(row, b.length), limit + 1);
};

const cell = (row: number[], at: number): number => row[at] ?? Infinity;

/**
 * True when `typed` is `word` with a slip of the fingers: a swap of neighbours, a letter too many or too few, or in a
 * longer word another letter. Short words that differ in a letter are different words: Bob is not Rob.
 */
export const isTypo = (typed: string, word: string): boolean => {
  if (typed === word) return true;
  const length = Math.max(typed.length, word.length);
  if (length < 3 || Math.min(typed.length, word.length) < 3) return false;
  if (editDistance(typed, word, 2) > (length >= 8 ? 2 : 1)) return false;
  return length >= 5 || isSwapped(typed, word) || withoutVowels(typed) === withoutVowels(word);
};

const isSwapped = (a: string, b: string): boolean =>
  a.length === b.length && sortedLetters(a) === sortedLetters(b);

const sortedLetters = (word: string): string => word.split("").toSorted().join("");

const withoutVowels = (word: string): string =>
  word.slice(0, 1) + word.slice(1).replaceAll(/[aeiou]/g, "");

/** Share of common trigrams of two plain texts, 0 to 1 (Dice). */
export const trigramSimilarity = (a: Set<string>, b: Set<string>): number => {
  let common = 0;
  for (const gram of a) if (b.has(gram)) common += 1;
  return a.size + b.size === 0 ? 0 : (2 * common) / (a.size + b.size);
};

/** The trigrams of a plain text, with its words' edges. */
export const trigrams = (text: string): Set<string> => {
  const padded = `  ${text.replaceAll(" ", "  ")} `;
  return new Set(
    Array.from({ length: Math.max(0, padded.length - 2) }, (_, i) => padded.slice(i, i + 3)),
  );
};

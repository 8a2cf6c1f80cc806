// What the first of several patterns caught, and which splits of a sentence are tried. Used by the rules.

/** The first group of the first pattern that fits, trimmed; null when none does. */
export const firstMatch = (patterns: RegExp[], said: string): string | null => {
  for (const pattern of patterns) {
    const words = pattern.exec(said)?.[1]?.trim();
    if (words) return words;
  }
  return null;
};

/** The first two groups of the first pattern that fits, trimmed; null when none does. */
export const firstPair = (patterns: RegExp[], said: string): [string, string] | null => {
  for (const pattern of patterns) {
    const [, first, second] = pattern.exec(said) ?? [];
    if (first && second) return [first.trim(), second.trim()];
  }
  return null;
};

/** Of many ways to split a sentence only the outer ones are tried: titles hold one or two such words, not hundreds. */
export const outer = <T>(splits: T[]): T[] =>
  splits.length <= 6 ? splits : [...splits.slice(0, 3), ...splits.slice(-3)];

// What the first of several patterns caught. Used by the rules.

/** The first group of the first pattern that fits, trimmed; null when none does. */
export const firstMatch = (patterns: RegExp[], said: string): string | null => {
  for (const pattern of patterns) {
    const words = pattern.exec(said)?.[1]?.trim();
    if (words) return words;
  }
  return null;
};

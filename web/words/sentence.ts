// Makes a server's clause a sentence. Called by wishes.ts, what stands beside it, and the views.
import { timeWords } from "./time.ts";

/** The same words with a capital at the beginning and a full stop at the end, unless they have them. */
export const sentence = (text: string): string => {
  const begun = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.!?…]$/.test(begun) ? begun : `${begun}.`;
};

/** A day's name inside a sentence: `today 9:00`. */
export const inside = (words: string): string =>
  [timeWords.today, timeWords.tomorrow, timeWords.yesterday].some((day) => words.startsWith(day))
    ? words.charAt(0).toLowerCase() + words.slice(1)
    : words;

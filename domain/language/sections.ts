// /section: a heading of a project, by a name it has. Called by find-tokens.ts. Any other word behind a stroke is text: and/or, /etc.
import { scan, type Token } from "./token.ts";

const stroke = /(?<![^\s([,;\uFFFC])\//gu;

/** The headings a text names, the longest where one begins with another; in quotes or not. */
export const findSections = (text: string, known: readonly string[]): Token[] => {
  if (known.length === 0) return [];
  const names = known.toSorted((a, b) => b.length - a.length);
  return scan(text, stroke).flatMap(({ start, end }): Token[] => {
    const isQuoted = text[end] === '"';
    const from = isQuoted ? end + 1 : end;
    const value = names.find((name) => begins(text.slice(from), name, isQuoted));
    if (value === undefined) return [];
    const stop = from + value.length + (isQuoted ? 1 : 0);
    return [{ kind: "section", value, start, end: stop, text: text.slice(start, stop) }];
  });
};

const begins = (text: string, name: string, isQuoted: boolean): boolean => {
  if (text.slice(0, name.length).toLowerCase() !== name.toLowerCase()) return false;
  const after = text.slice(name.length);
  return isQuoted ? after.startsWith('"') : !/^[\p{L}\p{N}_]/u.test(after);
};

// "…" and \ keep text as it is. Called by quick-add.ts before anything is recognised.
import { keep, type Span } from "./token.ts";

/** A stretch kept literally, `inside` being what is left of it when the marks go. */
export type Literal = Span & { inside: string };

const quoted = /(?<![\p{L}\p{N}#@+]|(?:^|\s)\/)["“]([^"“”\n]+)["”](?![\p{L}\p{N}])/gu;
const escaped = /\\([^\s\uE000]+)/gu;

/** All quoted and escaped stretches, in order. A backslash covers the word after it. */
export const findLiterals = (text: string): Literal[] => {
  const quotes = [...text.matchAll(quoted)].map(toLiteral);
  const hidden = quotes.reduce(keep, text);
  return [...quotes, ...[...hidden.matchAll(escaped)].map(toLiteral)].toSorted(
    (a, b) => a.start - b.start,
  );
};

const toLiteral = (match: RegExpExecArray): Literal => ({
  start: match.index,
  end: match.index + match[0].length,
  inside: match[1] ?? "",
});

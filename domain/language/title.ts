// What is left of a line when its recognised words are taken out. Called by quick-add.ts.
import type { Literal } from "./literal.ts";
import type { Span } from "./token.ts";

/** The title: recognised stretches and the marks of escaped ones gone, spaces and left-over commas tidied. */
export const titleOf = (text: string, tokens: Span[], escapes: Literal[]): string => {
  const cuts = [
    ...tokens.map(({ start, end }) => ({ start, end, by: "\uFFFC" })),
    ...escapes.map(({ start, end, inside }) => ({ start, end, by: inside })),
  ].toSorted((a, b) => a.start - b.start || b.end - a.end);
  let title = "";
  let at = 0;
  for (const { start, end, by } of cuts) {
    if (start < at) continue; // two tokens of one stretch, such as a time and its length
    title += text.slice(at, start) + by;
    at = end;
  }
  return tidy(title + text.slice(at));
};

const tidy = (title: string): string => {
  const joined = title
    .replaceAll(/\uFFFC\s*[.!]+(?=\s*$)/g, " ") // the full stop of a sentence that ended with a date
    .replaceAll(/\(\s*\uFFFC[\s\uFFFC]*\)|\[\s*\uFFFC[\s\uFFFC]*\]/g, " ")
    .replaceAll(/\s*[,;]\s*\uFFFC[\s,;\uFFFC]*$/g, " ")
    .replaceAll(/^[\s\uFFFC]*\uFFFC\s*[,:;–—-]+/g, " ")
    .replaceAll(/,\s*\uFFFC[\s\uFFFC]*(?=,)/g, "")
    .replaceAll(/\s*\uFFFC[\s\uFFFC]*([,;.!?]+)(?=\s|$)/g, "$1")
    .replaceAll("\uFFFC", " ")
    .replaceAll(/\s+/g, " ");
  return joined
    .replace(/\s*[,;:–—-]+\s*$/, "")
    .replace(/^[\s,;:]+/, "")
    .trim();
};

// The words of a text that mean something, and the text in which they can no longer be found twice. Used by quick-add.ts.
import type { Recurrence } from "../recurrence.ts";
import type { Trigger } from "../reminder.ts";
import type { When } from "../when.ts";

/** What a recognised piece of text means. `due` and `recurrence` pieces all carry the whole, though words may stand between them. */
export type TokenMeaning =
  | { kind: "due"; value: When }
  | { kind: "deadline"; value: string }
  | { kind: "duration"; value: number }
  | { kind: "priority"; value: number }
  | { kind: "tag"; value: string }
  | { kind: "project"; value: string }
  | { kind: "section"; value: string }
  | { kind: "assignee"; value: string }
  | { kind: "reminder"; value: Trigger }
  | { kind: "recurrence"; value: Recurrence };

/** A recognised piece: `text` is the source from `start` to `end`, so that a page can show it as a chip. */
export type Token = TokenMeaning & { start: number; end: number; text: string };

/** A stretch of text, by offsets of UTF-16 code units. */
export type Span = { start: number; end: number };

/** Stands for text that was recognised: no letter, so what stands beside it is at a word's end. */
const taken = "\uFFFC";
/** Stands for text to be kept as it is: a letter to every rule, but one that no word has. */
const literal = "\uE000";

const cover = (text: string, { start, end }: Span, by: string): string =>
  text.slice(0, start) + by.repeat(end - start) + text.slice(end);

/** The text with a recognised stretch covered. Offsets stay. */
export const take = (text: string, span: Span): string => cover(text, span, taken);
/** The text with a stretch covered that no rule may read. Offsets stay. */
export const keep = (text: string, span: Span): string => cover(text, span, literal);

/** True when nothing but recognised text, spaces and commas stands between two stretches. */
export const areAdjacent = (text: string, a: Span, b: Span): boolean => {
  const [first, second] = a.start <= b.start ? [a, b] : [b, a];
  return first.end > second.start || /^[\s,\uFFFC]*$/.test(text.slice(first.end, second.start));
};

const before = "(?<![\\p{L}\\p{N}_'’/.@#&$€£+\\-\\uE000])";
const after = "(?![\\p{L}\\p{N}_'’/&%\\uE000]|-\\S|[.:]\\p{N}|\\.\\p{L})";

/** Builds a rule that matches whole words only: never inside a word, before an apostrophe or beside a hyphen. */
export const wholeWords = (pattern: string, flags = "i"): RegExp =>
  new RegExp(`${before}(?:${pattern})${after}`, `${flags}gu`);

const startsWord = new RegExp(`${before}$`, "u");
const endsWord = new RegExp(`^${after}`, "u");

/** True when a stretch neither begins nor ends inside a word. */
export const isWholeWord = (text: string, { start, end }: Span): boolean =>
  startsWord.test(text.slice(0, start)) && endsWord.test(text.slice(end));

/** All matches of a global rule with their stretch. Not by matchAll: that copies the rule, and a copy is compiled anew. */
export const scan = (text: string, rule: RegExp): (Span & { match: RegExpExecArray })[] => {
  const found: (Span & { match: RegExpExecArray })[] = [];
  rule.lastIndex = 0;
  for (let match = rule.exec(text); match !== null; match = rule.exec(text)) {
    const end = match.index + match[0].length;
    found.push({ match, start: match.index, end });
    if (end === match.index) rule.lastIndex += 1;
  }
  return found;
};

/**
 * True when a sentence may go on after a bare number or ordinal that is meant as a time: the end, a mark, a recognised
 * piece or a small word. "at 5 about the budget" is a time; "at 5 Downing Street" and "the 5th Wave" are not.
 */
export const sentenceMayGoOn = (text: string, end: number): boolean => goesOn.test(text.slice(end));

const smallWords =
  "about|after|and|around|at|before|because|but|by|during|for|from|in|of|on|or|regarding|so|then|to|today|tomorrow|tonight|via|with|next|this|please|sharp|noon|midnight|in the";
const weekdayStart = "(?:mon|tue|wed|thu|fri|sat|sun)(?:s|r|rs|nes|ur)?(?:day)?";
const goesOn = new RegExp(
  `^\\s*(?:$|:(?=\\s)|[,;.!?)\\uFFFC–—-]|[#@!{]|(?:p[1-4]|${smallWords}|${weekdayStart})(?![\\p{L}\\p{N}]))`,
  "iu",
);

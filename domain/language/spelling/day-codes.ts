// Weekdays as one or two letters, where they can be nothing else: "every mo, we, fr", "m/w/f", "MWF", "Mo-Fr". Called by respell.ts.
import { scan } from "../token.ts";
import type { Edit } from "./edit.ts";

const names: [RegExp, string][] = [
  [/^mo?$/i, "monday"],
  [/^tu?$/i, "tuesday"],
  [/^we?$/i, "wednesday"],
  [/^th$/i, "thursday"],
  [/^fr?$/i, "friday"],
  [/^sa$/i, "saturday"],
  [/^su$/i, "sunday"],
];

const two = "(?:mo|tu|we|th|fr|sa|su)";
const long = "(?:mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)(?:day|nesday|rsday|urday)?";
const letter = "(?:mo|tu|we|th|fr|sa|su|m|t|w|f)";
const every = "(?<=(?<!\\p{L})(?:every!?|each|ev!?)\\s)";
const everyOn = "(?<=(?<!\\p{L})(?:every!?|each|ev!?|on)\\s)";
const edge = "(?![\\p{L}\\p{N}'’])";
const start = "(?<![\\p{L}\\p{N}/'’@#.-])";
const rule = (pattern: string, flags = "giu"): RegExp => new RegExp(pattern, flags);

const lists: RegExp[] = [
  rule(
    `${every}(?!we\\s\\p{Ll})(?:${two}|${long})(?:\\s*(?:,|/|&|-|\\s|and\\s)\\s*(?:and\\s)?(?:${two}|${long}))*${edge}`,
  ),
  rule(`${everyOn}${letter}(?:(?:/|,\\s?|-|\\s?&\\s?|\\sand\\s)${letter})+${edge}`),
  rule(`${start}${letter}(?:/${letter}){2,6}${edge}`),
  rule(`${start}(?:t|tu)/th${edge}|${start}${two}(?:[/-]${two})+${edge}`),
  rule(`${start}M-F${edge}`, "gu"),
  rule(`${start}(?:MWF|MTWTF|MTWThF|TTh|TuTh|MWThF)${edge}`, "gu"),
  rule(`${everyOn}(?:mwf|mw|tth|tuth|mtwtf|mtwthf|wf|mth|mf)${edge}`),
];

const code = /(?<!\p{L})(?:mo|tu|we|th|fr|sa|su|m|t|w|f)(?!\p{L})/giu;
const glued = /th|tu|mo|we|fr|m|t|w|f/giu;

/** Lists of short weekdays written out, list by list. */
export const dayCodesIn: ((text: string) => Edit[])[] = lists.map(
  (list) => (text) =>
    scan(text, list).flatMap(({ match, start: from, end }) => {
      const by = writtenOut(match[0]);
      return by === match[0] ? [] : [{ start: from, end, by }];
    }),
);

const writtenOut = (list: string): string => {
  if (/^[a-z]+$/i.test(list) && !/^(?:mo|tu|we|th|fr|sa|su)$/i.test(list) && list.length < 7)
    return isGlued(list) ? (list.match(glued) ?? []).map(nameOf).join(", ") : list;
  return list.replaceAll(code, nameOf);
};

const isGlued = (word: string): boolean => /^(?:th|tu|m|t|w|f)+$/i.test(word);

const nameOf = (short: string): string => names.find(([one]) => one.test(short))?.[1] ?? short;

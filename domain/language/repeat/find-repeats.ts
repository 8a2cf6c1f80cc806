// Finds how a line says that its task repeats, and tells it from names and titles. Called by find-tokens.ts and read-repeat.ts.
import type { Clock } from "../clock.ts";
import { keep, scan, type Span, wholeWords } from "../token.ts";
import {
  adverb,
  afterDone,
  alternate,
  countedDays,
  dayOfEach,
  dayRange,
  edgeOfEach,
  once,
  pluralDays,
  readAdverb,
  readAfterDone,
  readAlternate,
  readCounted,
  readDayWords,
  readEdge,
  readOnce,
  refused,
} from "./adverbs.ts";
import type { Cursor } from "./cursor.ts";
import type { Draft } from "./draft.ts";
import { everyPattern, readEvery } from "./every.ts";
import { isAdverb, isEveryName, isPlural, journey } from "./names.ts";
import { type Candidate, readFrom, twoTimes } from "./read-from.ts";

/** A repetition and the stretches of text that say it. */
export type FoundRepeat = { draft: Draft; spans: Span[] };

const every = wholeWords(everyPattern);
const maxCandidates = 12;

/**
 * The repetitions of a line in the order of the text, and what asks for one that no rule can say. In a `phrase` (a text
 * that is nothing but a repetition) an adverb needs no company.
 */
export const findRepeats = (
  text: string,
  clock: Clock,
  isPhrase = false,
): { found: FoundRepeat[]; refused: Span[] } => {
  const counted = spansOf(text, countedDays);
  const impossible = [
    ...spansOf(text, refused).filter((one) => !counted.some(({ start }) => start === one.start)),
    ...(journey.test(text) && !isPhrase ? spansOf(text, dayRange) : []),
  ];
  const left = impossible.reduce(keep, text);
  const found: FoundRepeat[] = [];
  let end = 0;
  for (const candidate of candidatesIn(left, isPhrase).slice(0, maxCandidates)) {
    if (candidate.start < end) continue;
    const repeat = readFrom(left, candidate, clock);
    if (!repeat) continue;
    const { draft, spans } = repeat;
    if (draft) found.push({ draft, spans });
    else impossible.push(...spans);
    end = repeat.spans.at(-1)?.end ?? end;
  }
  // Two times a day are two tasks: no rule says them.
  const two = found.length > 0 ? spansOf(text, twoTimes) : [];
  if (two.length > 0)
    return { found: [], refused: [...impossible, ...two, ...found.flatMap(({ spans }) => spans)] };
  return { found, refused: impossible };
};

const spansOf = (text: string, rule: RegExp): Span[] =>
  scan(text, rule).map(({ start, end }) => ({ start, end }));

const candidatesIn = (text: string, isPhrase: boolean): Candidate[] =>
  [
    ...scan(text, every)
      .filter((span) => isPhrase || !isEveryName(text, span))
      .map(({ match, start, end }) => ({ start, end, read: withBang(match[0], readEvery) })),
    ...scan(text, alternate).map(({ start, end }) => ({ start, end, read: readAlternate })),
    ...scan(text, countedDays).map(({ match, start, end }) => ({
      start,
      end,
      read: (cursor: Cursor) => readCounted(match[1] ?? "", cursor),
    })),
    ...scan(text, edgeOfEach).map(({ match, start, end }) => ({
      start,
      end,
      read: () => readEdge(match[1] ?? "", match[2] ?? ""),
    })),
    ...scan(text, once).map(({ start, end }) => ({ start, end, read: readOnce })),
    ...scan(text, adverb)
      .filter((span) => isPhrase || isAdverb(text, span))
      .map(({ match, start, end }) => ({ start, end, read: () => readAdverb(match[0]) })),
    ...scan(text, afterDone).map(({ match, start, end }) => ({
      start,
      end,
      read: () => readAfterDone(match[1] ?? ""),
    })),
    ...[pluralDays, dayRange, dayOfEach].flatMap((rule) =>
      scan(text, rule)
        .filter((span) => isPhrase || rule !== pluralDays || isPlural(text, span))
        .map(({ match, start }) => ({
          start,
          end: start + (match[1]?.length ?? 0),
          read: readDayWords,
        })),
    ),
  ].toSorted((a, b) => a.start - b.start);

const withBang =
  (word: string, read: (cursor: Cursor) => Draft | null) =>
  (cursor: Cursor): Draft | null => {
    const draft = read(cursor);
    return draft && word.endsWith("!") ? { ...draft, anchor: "completion" } : draft;
  };

// Finds how a line says that its task repeats, and tells it from names and titles. Called by quick-add.ts and read-repeat.ts.
import type { Clock } from "../clock.ts";
import { isWholeWord, keep, scan, sentenceMayGoOn, type Span, wholeWords } from "../token.ts";
import {
  adverb,
  afterDone,
  dayOfEach,
  dayRange,
  once,
  pluralDays,
  readAdverb,
  readAfterDone,
  readDayWords,
  readOnce,
  refused,
} from "./adverbs.ts";
import { type Cursor, eat, words } from "./cursor.ts";
import type { Draft } from "./draft.ts";
import { everyPattern, readEvery } from "./every.ts";
import { readTail } from "./tail.ts";

/** A repetition and the stretches of text that say it. */
export type FoundRepeat = { draft: Draft; spans: Span[] };

type ReadRepeat = { draft: Draft | null; spans: Span[] };
type Candidate = Span & { read: (cursor: Cursor) => Draft | null };

const every = wholeWords(everyPattern);
const maxTails = 8;
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
  const impossible = [
    ...spansOf(text, refused),
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

const clock12 = "\\d{1,2}(?:[:.]\\d{2})?\\s*[ap]\\.?m\\.?";
const skipped = words(
  `,|(?:(?:at|@|by|around|from|between)\\s*)?(?:${clock12}|\\d{1,2}:\\d{2}|noon|midnight|midday)(?:\\s*(?:-|–|to)\\s*(?:${clock12}|\\d{1,2}:\\d{2}))?|(?:at|@)\\s*\\d{1,2}(?:\\s*(?:-|–|to)\\s*\\d{1,2})?|for\\s+(?:\\d+(?:[.,]\\d+)?\\s*(?:h|hrs?|hours?|m|mins?|minutes?)|an\\s+hour|half\\s+an\\s+hour)`,
);

const twoTimes = new RegExp(
  `(?<![\\p{L}\\p{N}]|between\\s)(?:${clock12}|\\d{1,2}:\\d{2})\\s*(?:,|and|&)\\s*(?:at\\s+)?(?:${clock12}|\\d{1,2}:\\d{2})(?![\\p{L}\\p{N}])`,
  "giu",
);
const secondTime = words(
  `(?:,|and|&|or)\\s*(?:at\\s+)?(?:${clock12}|\\d{1,2}:\\d{2}|noon|midnight|\\d{1,2}(?=\\s*(?:$|[,;.\\uFFFC]|p[1-4]|#|@|!)))`,
);

/** Reads on from a candidate: the core, then what is said of it. Times and lengths in between are left to their own rules. */
const readFrom = (text: string, candidate: Candidate, clock: Clock): ReadRepeat | null => {
  const cursor = { text, at: candidate.end };
  let draft = candidate.read(cursor);
  const start = withLead(text, candidate.start);
  const core = { start, end: cursor.at };
  if (!draft || !isWholeWord(text, { start: candidate.start, end: core.end })) return null;
  const spans = [core];
  for (let count = 0; count < maxTails; count += 1) {
    const from = cursor.at;
    const next = readTail(cursor, draft, clock);
    if (next && isWholeWord(text, { start: candidate.start, end: cursor.at })) {
      draft = next;
      spans.push({
        start: from + (/^[\s\uFFFC,]*/u.exec(text.slice(from))?.[0].length ?? 0),
        end: cursor.at,
      });
    } else {
      cursor.at = from;
      if (!eat(cursor, skipped)) break;
      if (eat(cursor, secondTime)) return { draft: null, spans: [{ start, end: cursor.at }] };
    }
  }
  return { draft, spans: joined(text, spans) };
};

const leadBefore =
  /(?:^|\s)((?:(?:and|to|that|which|should|must|it)\s+)*(?:repeat(?:s|ed|ing)?|recurring|recurs|due|happens|on|starting)(?::|\s+it)?\s+)$/iu;

/** "repeat every 3 days", "on every monday": the words before belong to it. */
const withLead = (text: string, start: number): number =>
  start - (leadBefore.exec(text.slice(0, start))?.[1]?.length ?? 0);

/** Stretches with nothing but spaces between are one. */
const joined = (text: string, spans: Span[]): Span[] =>
  spans.reduce<Span[]>((all, span) => {
    const last = all.at(-1);
    if (last && /^\s*$/.test(text.slice(last.end, span.start)))
      return [...all.slice(0, -1), { start: last.start, end: span.end }];
    return [...all, span];
  }, []);

const article =
  /(?:^|\s)(?:the|an?|my|our|your|his|her|their|this|that|next|last|not|almost|nearly|of)\s+$/iu;

/** "Every Day Is Exactly the Same", "not every day": capitals one after another make a name. */
const isEveryName = (text: string, { start, end }: Span): boolean => {
  if (article.test(text.slice(0, start))) return true;
  if (text === text.toUpperCase() || !/^\p{Lu}/u.test(text.slice(start))) return false;
  return /^\s+(?:Other\s+|Single\s+)?(?:Day|Week|Month|Year|Hour|Morning|Night|Evening)\s+\p{Lu}/u.test(
    text.slice(end),
  );
};

const opensLine =
  /^\s*(?:[:,–—]|-\s|\d+\s+times|(?:at|@)\s*\d|\d{1,2}(?::\d{2})?\s*[ap]m(?!\p{L})|\d{1,2}:\d{2}|on\s+(?:the\s+\d|mon|tue|wed|thu|fri|sat|sun)|(?:mon|tues|wednes|thurs|fri|satur|sun)days(?!\p{L})|until\s|starting\s)/iu;

/** "standup daily" repeats, "weekly review" and "the daily paper" are names of things. */
const isAdverb = (text: string, { start, end }: Span): boolean => {
  if (text.slice(0, start).trim() === "") return opensLine.test(text.slice(end));
  return (
    !article.test(text.slice(0, start)) &&
    (sentenceMayGoOn(text, end) || opensLine.test(text.slice(end)))
  );
};

/** "conference monday to friday" is one, not five. */
const journey =
  /(?<!\p{L})(?:vacation|holidays?|trip|conference|travel(?:ling)?|away|off|festival|camp(?:ing)?|visit(?:ing)?|ooo|out\s+of\s+office|leave|stay|hotel|fair|retreat|offsite)(?!\p{L})/iu;

const amountBefore =
  /(?:\d|(?<!\p{L})(?:two|three|four|five|six|seven|few|couple|of|next|past|all|many|some))\s+$/iu;

/** "on mondays", "gym mondays"; not "TGI Fridays" nor "Mondays suck". */
const isPlural = (text: string, { start, end }: Span): boolean => {
  if (/^on\s/i.test(text.slice(start))) return true;
  const before = text.slice(0, start);
  const after = end;
  const isList = /^\s*(?:[,&/]|and)\s*\p{L}+days/iu.test(text.slice(after));
  if (before.trim() === "") return isList || opensLine.test(text.slice(after));
  if (amountBefore.test(before)) return false; // "in 2 business days"
  if (/^\s+with\s+\p{Lu}/u.test(text.slice(after))) return false; // "Tuesdays with Morrie"
  if (article.test(before)) return false;
  const isTimed = isList || opensLine.test(text.slice(after));
  // "Yoga Tuesdays at 6" has a time, "Taco Tuesdays" is a name.
  const isName = /^\p{Lu}/u.test(text.slice(start)) && /(?<!\p{L})\p{Lu}\S*\s+$/u.test(before);
  return isTimed || (!isName && sentenceMayGoOn(text, after));
};

// Reads a repetition from the place where one may begin to where it ends. Called by find-repeats.ts.
import type { Clock } from "../clock.ts";
import { isWholeWord, type Span } from "../token.ts";
import { type Cursor, eat, words } from "./cursor.ts";
import type { Draft } from "./draft.ts";
import { readDetached, readTail } from "./tail.ts";

/** A place where a repetition may begin, and what reads its core. */
export type Candidate = Span & { read: (cursor: Cursor) => Draft | null };

/** What was read; `draft` is null where it asks for what no rule can say. */
export type ReadRepeat = { draft: Draft | null; spans: Span[] };

const maxTails = 8;
/** Pattern of a clock time that can be nothing else. */
const clock12 = "\\d{1,2}(?:[:.]\\d{2})?\\s*[ap]\\.?m\\.?";
const skipped = words(
  `,|(?:(?:at|@|by|around|from|between)\\s*)?(?:${clock12}|\\d{1,2}:\\d{2}|noon|midnight|midday)(?:\\s*(?:-|–|to)\\s*(?:${clock12}|\\d{1,2}:\\d{2}))?|(?:at|@)\\s*\\d{1,2}(?:\\s*(?:-|–|to)\\s*\\d{1,2})?|for\\s+(?:\\d+(?:[.,]\\d+)?\\s*(?:h|hrs?|hours?|m|mins?|minutes?)|an\\s+hour|half\\s+an\\s+hour)`,
);

const secondTime = words(
  `(?:,|and|&|or)\\s*(?:at\\s+)?(?:${clock12}|\\d{1,2}:\\d{2}|noon|midnight|\\d{1,2}(?=\\s*(?:$|[,;.\\uFFFC]|p[1-4]|#|@|!)))`,
);

/** Reads on from a candidate: the core, then what is said of it. Times and lengths in between are left to their own rules. */
export const readFrom = (text: string, candidate: Candidate, clock: Clock): ReadRepeat | null => {
  const cursor = { text, at: candidate.end, dayFirst: clock.dayFirst };
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
  const whole = withDetached(text, { draft, spans }, clock);
  return { draft: whole.draft, spans: joined(text, whole.spans) };
};

const detached =
  /(?<![\p{L}\p{N}'’-])(?=(?:until|till|ending|for\s+\d+\s+times|after\s+completion|when\s+done)(?!\p{L}))/giu;

/** "every weekday walk the dog until 18 dec": when it ends may stand apart from how often it is. */
const withDetached = (text: string, read: FoundDraft, clock: Clock): FoundDraft =>
  [...text.matchAll(detached)].slice(0, 3).reduce((all, { index }) => {
    if (all.spans.some(({ start, end }) => index >= start && index < end)) return all;
    const cursor = { text, at: index };
    const draft = readDetached(cursor, all.draft, clock);
    if (!draft || !isWholeWord(text, { start: index, end: cursor.at })) return all;
    const spans = [...all.spans, { start: index, end: cursor.at }];
    return { draft, spans: spans.toSorted((a, b) => a.start - b.start) };
  }, read);

type FoundDraft = { draft: Draft; spans: Span[] };

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

/** Two times side by side: "8am and 8pm". */
export const twoTimes = new RegExp(
  `(?<![\\p{L}\\p{N}]|between\\s)(?:${clock12}|\\d{1,2}:\\d{2})\\s*(?:,|and|&)\\s*(?:at\\s+)?(?:${clock12}|\\d{1,2}:\\d{2})(?![\\p{L}\\p{N}])`,
  "giu",
);

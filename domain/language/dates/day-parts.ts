// Parts of the day: "tonight", "in the morning", "tomorrow evening". Called by find-due.ts, after the days are found.
import type { DayPart } from "../clock.ts";
import { scan, sentenceMayGoOn, type Span, wholeWords } from "../token.ts";
import type { DayHit, PartHit } from "./hit.ts";

const tonight = wholeWords(
  "(?:(?:later|late|by|before|due)\\s+)?(?:for\\s+)?(?:tonight|tonite|2night|this\\s+night)",
);
const rule = wholeWords(
  "(?:(?:in|during|by|at|on)\\s+)?(?:the\\s+)?(?:(this|early|late|first\\s+thing\\s+in\\s+the)\\s+(?:in\\s+the\\s+)?)?(morning|afternoon|evening|night)",
);
const firstThing = wholeWords("first\\s+thing");

/** Finds parts of the day. A bare "morning" counts only beside a day: a morning routine has no time. */
export const findParts = (text: string, days: DayHit[]): PartHit[] => [
  ...scan(text, tonight)
    .filter(({ start, end }) => !isName(text, start, end))
    .map((span) => hit("tonight", true, span)),
  ...scan(text, rule).flatMap(({ match, start, end }): PartHit[] => {
    if (/[\p{L}]['’]s?\s+$/u.test(text.slice(0, start))) return []; // "Parents' evening"
    const isToday = match[1]?.toLowerCase() === "this";
    const isMeant =
      isToday || isBesideDay(text, days, { start, end }) || isSaid(text, match[0], { start, end });
    const part = (match[2] ?? "").toLowerCase() as DayPart;
    return isMeant ? [hit(part, isToday, { start, end })] : [];
  }),
  ...scan(text, firstThing)
    .filter((span) => isBesideDay(text, days, span))
    .map((span) => hit("morning", false, span)),
];

const hit = (part: DayPart, isToday: boolean, { start, end }: Span): PartHit => ({
  kind: "part",
  part,
  isToday,
  start,
  end,
});

/** "in the morning", "at night", as long as no noun follows and nothing repeats. */
const isSaid = (text: string, words: string, { start, end }: Span): boolean =>
  /^(?:in|during)\s+the\s|^at\s+night|first\s+thing/i.test(words) &&
  sentenceMayGoOn(text, end) &&
  !/(?<!\p{L})(?:every|each|last|late|early)\s+$/iu.test(text.slice(0, start));

const isBesideDay = (text: string, days: DayHit[], span: Span): boolean =>
  days.some((day) => {
    const [first, second] = day.start < span.start ? [day, span] : [span, day];
    return (
      second.start >= first.end && /^,?\s+(?:of\s+)?$/.test(text.slice(first.end, second.start))
    );
  });

/** "the Tonight Show" */
const isName = (text: string, start: number, end: number): boolean =>
  /(?<!\p{L})(?:the|a)\s+$/iu.test(text.slice(0, start)) ||
  (start > 0 && text[start] === "T" && /^\s+\p{Lu}/u.test(text.slice(end)));

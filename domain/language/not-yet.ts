// Words for what Punctual cannot do yet: repeat, remind, assign. Quick add leaves them in the title; the chat says so.
import { anyWeekday } from "./dates/day-words.ts";
import { scan, sentenceMayGoOn, type Span, wholeWords } from "./token.ts";

/** A stretch of text that asks for something that does not exist yet. */
export type NotYet = Span & { what: "recurrence" | "reminder" | "assignee"; text: string };

const unit =
  "(?:day|week|month|year|quarter|hour|fortnight|weekday|workday|weekend|morning|afternoon|evening|night|other)s?";
const month =
  "(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)";
const item = `(?:(?:\\d+|two|three|four|five|six|second|third)\\s+)?(?:(?:first|second|third|fourth|last|\\d{1,2}(?:st|nd|rd|th))\\s+)?(?:working\\s+)?(?:${anyWeekday}s?|${unit}|${month}(?:\\s+\\d{1,2})?|\\d{1,2}(?:st|nd|rd|th))(?:\\s+${month})?`;
const list = `${item}(?:\\s*(?:,|and|or|&|,\\s*and)\\s*${item})*`;
const each = wholeWords(`(?:every!?|each|ev)\\s+(?:other\\s+|single\\s+)?(?:${list})`);
const fromTo = wholeWords(`${anyWeekday}\\s*(?:-|–|to|through|thru)\\s*${anyWeekday}`);
const adverb = wholeWords(
  "everyday|daily|weekly|biweekly|bi-weekly|fortnightly|monthly|quarterly|yearly|annually|on\\s+weekdays|on\\s+weekends|(?:on\\s+)?(?:mon|tues|wednes|thurs|fri|satur|sun)days",
);
const tail =
  /^\s+(?:on\s+(?:the\s+)?(?:first|last|\d{1,2}(?:st|nd|rd|th)|[a-z]+day)(?:\s+(?:day|[a-z]+day))?|until\s+[^,;]+|for\s+\d+\s+(?:times|weeks|months|days|years)|starting\s+[^,;]+|after\s+completion|(?:at|@|by)\s*\d{1,2}(?::\d{2})?(?:\s*[ap]m)?|\d{1,2}(?::\d{2})?\s*[ap]m|\d{1,2}:\d{2}|(?:at|in\s+the)\s+(?:noon|morning|afternoon|evening|night))/iu;
const reminder =
  /(?<![^\s\uFFFC])!\s?(?:\d{1,2}:\d{2}|\d+\s*(?:m|min|mins|minutes?|h|hrs?|hours?|d|days?)(?:\s+(?:before|early))?)(?!\p{L})/giu;
const assignee = /(?<![^\s\uFFFC])\+\p{L}[\p{L}\p{N}_.-]*/gu;

/** What a text asks for that does not exist yet, in the order of the text. */
export const findNotYet = (text: string): NotYet[] =>
  [
    ...scan(text, each).map((span) => withTail(text, span)),
    ...scan(text, fromTo).map((span) => withTail(text, span)),
    ...scan(text, adverb)
      .filter(({ start, end }) => start > 0 && sentenceMayGoOn(text, end))
      .map((span) => withTail(text, span)),
    ...scan(text, reminder).map(({ start, end }) => part(text, "reminder", start, end)),
    ...scan(text, assignee).map(({ start, end }) => part(text, "assignee", start, end)),
  ].toSorted((a, b) => a.start - b.start);

const part = (text: string, what: NotYet["what"], start: number, end: number): NotYet => ({
  what,
  start,
  end,
  text: text.slice(start, end),
});

/** The phrase with what belongs to it: "at 7am", "until June", "starting friday". */
const withTail = (text: string, { start, end }: Span): NotYet => {
  const more = tail.exec(text.slice(end))?.[0].length ?? 0;
  return more === 0
    ? part(text, "recurrence", start, end)
    : withTail(text, { start, end: end + more });
};

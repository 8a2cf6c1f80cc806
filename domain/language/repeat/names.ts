// Tells a repetition from a name or a title that only sounds like one. Called by find-repeats.ts.
import { sentenceMayGoOn, type Span } from "../token.ts";

const article =
  /(?:^|\s)(?:the|an?|my|our|your|his|her|their|this|that|next|last|not|almost|nearly|of)\s+$/iu;

/** "Every Day Is Exactly the Same", "not every day": capitals one after another make a name. */
export const isEveryName = (text: string, { start, end }: Span): boolean => {
  if (article.test(text.slice(0, start))) return true;
  if (text === text.toUpperCase() || !/^\p{Lu}/u.test(text.slice(start))) return false;
  return /^\s+(?:Other\s+|Single\s+)?(?:Day|Week|Month|Year|Hour|Morning|Night|Evening)\s+\p{Lu}/u.test(
    text.slice(end),
  );
};

const opensLine =
  /^\s*(?:[:,–—]|-\s|\d+\s+times|(?:at|@)\s*\d|\d{1,2}(?:[:.]\d{2})?\s*[ap]m(?!\p{L})|\d{1,2}:\d{2}|on\s+(?:the\s+\d|\d|mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|(?:mon|tues|wednes|thurs|fri|satur|sun)days(?!\p{L})|until\s|starting\s|except\s|but\s+not\s|excluding\s)/iu;

const named = /^\s+\p{Lu}\p{Ll}/u;
const again = /(?<!\p{L})(?:every|each)(?!\p{L})/iu;
const schedule = /(?<!\p{L})(?:starting|beginning|until|till|\d+\s+times)(?!\p{L})/iu;
const imperative = /^\s+\p{Ll}+\s+(?:the|my|our|a|an|up|out)\s/u;
const clock =
  /(?<![\p{L}\d])(?:(?:at|@)\s*\d{1,2}|\d{1,2}(?:[:.]\d\d)?\s*[ap]m|\d{1,2}:\d\d|noon|midnight)(?![\p{L}\d])/iu;
const oneDay =
  /(?<!\p{L})(?:today|tomorrow|tonight|next|this|by|due|before|in\s+\d|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)(?!\p{L})/iu;
const weekday = /(?<!\p{L})(?:mon|tues|wednes|thurs|fri|satur|sun)day(?!\p{L})/iu;
const oneOff = /(?<!\p{L})(?:today|tomorrow|next|this|by|due|before)(?!\p{L})/iu;
const ofMonth = /(?<!\p{L})on\s+the\s+(?:\d{1,2}(?:st|nd|rd|th)|first|last)(?!\p{L})/iu;

/**
 * At the beginning of a line "weekly review" is a name. It repeats where the line says when ("daily standup at 9", "weekly
 * review on monday") or what to do ("daily walk the dog"), and "biweekly" says nothing else.
 */
const isScheduled = (text: string, { start, end }: Span): boolean => {
  const word = text.slice(start, end).toLowerCase();
  const rest = text.slice(end);
  if ((named.test(rest) && text !== text.toUpperCase()) || again.test(rest)) return false;
  if (schedule.test(rest) || imperative.test(rest)) return true;
  if (/^(?:bi-?weekly|fortnightly)$/.test(word)) return true;
  if (clock.test(rest) && !oneDay.test(rest)) return true;
  if (oneOff.test(rest)) return false;
  return (word === "weekly" && weekday.test(rest)) || (word === "monthly" && ofMonth.test(rest));
};

/** "standup daily" repeats, "weekly review" and "the daily paper" are names of things. */
export const isAdverb = (text: string, { start, end }: Span): boolean => {
  if (/^[\s,\uFFFC]*$/u.test(text.slice(0, start)))
    return opensLine.test(text.slice(end)) || isScheduled(text, { start, end });
  return (
    !article.test(text.slice(0, start)) &&
    (sentenceMayGoOn(text, end) || opensLine.test(text.slice(end)))
  );
};

/** "conference monday to friday" is one, not five. */
export const journey =
  /(?<!\p{L})(?:vacation|holidays?|trip|conference|travel(?:ling)?|away|off|festival|camp(?:ing)?|visit(?:ing)?|ooo|out\s+of\s+office|leave|stay|hotel|fair|retreat|offsite)(?!\p{L})/iu;

const amountBefore =
  /(?:\d|(?<!\p{L})(?:two|three|four|five|six|seven|few|couple|of|next|past|all|many|some))\s+$/iu;

/** "on mondays", "gym mondays"; not "TGI Fridays" nor "Mondays suck". */
export const isPlural = (text: string, { start, end }: Span): boolean => {
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

// Clock times in a text: "5pm", "17:30", "at 5", "half past six", "from 2 to 4pm", "noon". Called by find-due.ts.
import { Temporal } from "temporal-polyfill";
import { numberOf } from "../amounts.ts";
import { scan, sentenceMayGoOn, take, wholeWords } from "../token.ts";
import type { TimeHit } from "./hit.ts";
import { hourWord, isLateOpen, isOpen, readBare, readClock } from "./read-clock.ts";
import { findSpoken } from "./spoken-times.ts";
import { findRanges } from "./time-ranges.ts";
import {
  clock,
  dayWord,
  inZone,
  isBesideDayWord,
  isFirstInLine,
  lead,
  zone,
} from "./time-words.ts";

const sure = wholeWords(`(?:${lead}\\s*)?(${clock})(?:\\s+sharp)?${zone}`);
const bareHour = wholeWords(
  `(?:(?:at\\s+about|at|@|around|by|before|after|~)\\s*(\\d{1,2}|${hourWord})(?:\\s*([ap])(?!\\p{L})|h|\\s*o['’]?clock)?|(\\d{1,2}|${hourWord})\\s*o['’]?clock|(?<=(?:day|mon|tues?|wed|thu|thurs?|fri|sat|sun|tomorrow|tonight)\\s)(\\d{1,2})([ap]))(?:\\s+sharp)?${zone}`,
);
/** "7 in the morning": the part of the day makes a time of a number. */
const besidePart = wholeWords(
  `(\\d{1,2}|${hourWord})(?=\\s+(?:in\\s+the\\s+(?:morning|afternoon|evening)|at\\s+night|this\\s+(?:morning|afternoon|evening))(?!\\p{L}))|([6-9]|1[01]|six|seven|eight|nine|ten|eleven)(?=\\s+tonight(?!\\p{L}))`,
);
const amountBefore =
  /(?<!\p{L})(?:for|of|take|takes|drink|eat|have|do|x|feed|order|buy|chapter|page|part)\s+$/iu;
const fourDigits = wholeWords(
  "((?:at|@|by|from|around)\\s*)?((?:[01]\\d|2[0-3])[0-5]\\d)(\\s*(?:h|hrs|hours))?",
);
const dotted = wholeWords("((?:at|@|by|around|from)\\s*)?((?:[01]?\\d|2[0-3])\\.[0-5]\\d)");
const fullHour = wholeWords("(?:(?:at|@|by)\\s*)?(1[3-9]|2[0-3])\\s?h");
const named = wholeWords("(?:(at|by|around|before|after|@)\\s+)?(noon|midday|midnight)");

/** Finds clock times, the longest way of saying them first, so that none is found twice. */
export const findTimes = (text: string): TimeHit[] => {
  const found: TimeHit[] = [];
  let left = text;
  for (const find of finders) {
    for (const hit of find(left)) {
      if (isAnotherMatter(text, hit)) continue;
      found.push(hit);
      left = take(left, hit);
    }
  }
  return found;
};

/** "a 16:10 monitor" */
const ratio =
  /^(?:16:9|16:10|4:3|21:9|3:2|1:1)\s+(?:monitor|screen|display|video|tv|ratio|aspect|format|image|crop)/i;

/** "open until 5pm" ends at five, and "the 3pm call" says which call: neither is when to do it. */
const isAnotherMatter = (text: string, { start, end }: TimeHit): boolean => {
  const before = text.slice(0, start);
  if (ratio.test(text.slice(start))) return true;
  const says = which.test(before) || /^for\s/i.test(text.slice(start));
  return (
    /(?<!\p{L})(?:until|till|til|since|every)\s+$/iu.test(before) ||
    (says && !sentenceMayGoOn(text, end))
  );
};

const which = /(?:^|\s)(?:the|my|our|your|his|her|their|an?)\s+$/iu;

const findSure = (text: string): TimeHit[] =>
  scan(text, sure).flatMap(({ match, start, end }) => {
    const words = match[1] ?? "";
    const time = readClock(words);
    // "run 1h30" is a length.
    const isLength = /^[0-5]h\d/i.test(words) && /^\d/.test(match[0]);
    if (!time || isLength || isVerse(text, words, start)) return [];
    const bare = isOpen(words) || isLateOpen(words);
    return [{ kind: "time", time, bare, ...inZone({ start, end }, match[2]) }];
  });

const books =
  /(?<!\p{L})(?:genesis|exodus|psalms?|proverbs|isaiah|jeremiah|daniel|matthew|matt|mark|luke|john|acts|romans|corinthians|galatians|ephesians|philippians|hebrews|james|peter|revelation|surah|sura|verse)\s+$/iu;

/** "John 3:16" is a verse; "call John 15:30" is a time. */
const isVerse = (text: string, words: string, start: number): boolean =>
  /^\d{1,2}:\d\d$/.test(words) &&
  books.test(text.slice(0, start)) &&
  /(?<!\p{L})(?:memori[sz]e|look\s+up|read|study|learn|reflect|quote|verse|psalms?|bible|prayer)(?!\p{L})/iu.test(
    text,
  );

const findBare = (text: string): TimeHit[] =>
  scan(text, bareHour).flatMap(({ match, start, end }) => {
    const hourText = String(numberOf(match[1] ?? match[3] ?? match[4] ?? ""));
    const half12 = match[2] ?? match[5];
    const time = half12 ? readClock(`${hourText}${half12}m`) : readBare(hourText);
    const isFirst =
      isFirstInLine(text, start) &&
      /^\s+\p{Ll}/u.test(text.slice(end)) &&
      !/^(?:before|after)/i.test(match[0]);
    if (!time || !(isFirst || sentenceMayGoOn(text, end)) || isAmount(text, start)) return [];
    const bare = half12 === undefined && Number(hourText) <= 12;
    return [{ kind: "time", time, bare, ...inZone({ start, end }, match[6]) }];
  });

/** "raise prices by 10" is no time. */
const isAmount = (text: string, start: number): boolean =>
  /^by/i.test(text.slice(start)) &&
  /(?:rais|increas|reduc|cut|multipl|divid|decreas|improv|grow|drop|lower|lose)/i.test(
    text.slice(0, start),
  );

const findBesidePart = (text: string): TimeHit[] =>
  scan(text, besidePart).flatMap(({ match, start, end }) => {
    const time = readBare(String(numberOf(match[1] ?? match[2] ?? "")));
    if (!time || amountBefore.test(text.slice(0, start))) return [];
    return [{ kind: "time", time, bare: true, start, end }];
  });

/** "at 1730", "0930 hrs", "tomorrow 0930". */
const findFourDigits = (text: string): TimeHit[] =>
  scan(text, fourDigits).flatMap(({ match, start, end }) => {
    const [whole, leadWord, digits = "", suffix] = match;
    const isYear =
      /^20\d\d$/.test(digits) && (leadWord === undefined || /^(?:by|from)/i.test(whole));
    const isBeside = isBesideDayWord(text, { start, end }) && !(isYear && suffix === undefined);
    const isMilitary = digits.startsWith("0") && /\uFFFC\s*$/u.test(text.slice(0, start));
    const isMeant = leadWord !== undefined || suffix !== undefined || isBeside || isMilitary;
    const isName = isYear && /^(?:by|from)/i.test(whole) && suffix === undefined;
    const time = isName ? null : readClock(`${digits.slice(0, 2)}:${digits.slice(2)}`);
    // "at 2019 prices" is no time at the beginning of a line either.
    const mayBeYear = /^20[0-3]\d$/.test(digits) && suffix === undefined;
    const goesOn = sentenceMayGoOn(text, end) || (isFirstInLine(text, start) && !mayBeYear);
    return time && isMeant && goesOn ? [{ kind: "time", time, bare: false, start, end }] : [];
  });

/** "at 17.30", "tonight 7.30": with a dot it wants a small word or a day beside it. */
const findDotted = (text: string): TimeHit[] =>
  scan(text, dotted).flatMap(({ match, start, end }) => {
    const words = (match[2] ?? "").replace(".", ":");
    const isMeant = match[1] !== undefined || isBesideDayWord(text, { start, end });
    if (isDayAndMonth(words, text.slice(end))) return [];
    const time = isMeant && sentenceMayGoOn(text, end) ? readClock(words) : null;
    return time ? [{ kind: "time", time, bare: isOpen(words), start, end }] : [];
  });

/** "by 1.10. at 17:00": a second dot inside a sentence makes a day and a month of it; at the end it is a full stop. */
const isDayAndMonth = (words: string, after: string): boolean => {
  const [first = "", second = ""] = words.split(":");
  return (
    Number(first) > 0 &&
    Number(second) >= 1 &&
    Number(second) <= 12 &&
    /^\.\s+[^\s\p{Lu}]/u.test(after)
  );
};

/** "17h": from one o'clock in the afternoon on it can hardly be a length. */
const findFullHour = (text: string): TimeHit[] =>
  scan(text, fullHour).flatMap(({ match, start, end }) => {
    const time = readBare(match[1] ?? "");
    const isLength =
      /(?:(?<!\p{L})(?:for|in|within|after|every|each|last|next|than)|[!+])\s*$/iu.test(
        text.slice(0, start),
      );
    return time && !isLength && sentenceMayGoOn(text, end)
      ? [{ kind: "time", time, bare: false, start, end }]
      : [];
  });

const besideNoon = new RegExp(
  `^\\s*(?:$|[,;.!]|\\uFFFC|(?:on|sharp|${dayWord})(?![\\p{L}'’]))`,
  "iu",
);

/** "noon" needs "at" before it, a recognised piece or a day beside it or the end of the text: "High Noon" is a film. */
const findNamed = (text: string): TimeHit[] =>
  scan(text, named).flatMap(({ match, start, end }) => {
    const isFree =
      (besideNoon.test(text.slice(end)) || isBesideDayWord(text, { start, end })) &&
      !/high\s+$/i.test(text.slice(0, start));
    if (match[1] === undefined && !isFree) return [];
    const time = new Temporal.PlainTime(/midnight/i.test(match[2] ?? "") ? 0 : 12);
    return [{ kind: "time", time, bare: false, start, end }];
  });

const finders = [
  findRanges,
  findSpoken,
  findSure,
  findFourDigits,
  findDotted,
  findFullHour,
  findBare,
  findBesidePart,
  findNamed,
];

// Clock times in a text: "5pm", "17:30", "at 5", "half past six", "from 2 to 4pm", "noon". Called by find-due.ts.
import { Temporal } from "temporal-polyfill";
import { numberOf } from "../amounts.ts";
import { scan, sentenceMayGoOn, type Span, take, wholeWords } from "../token.ts";
import { half, hourWord, isBare, isOpen, readBare, readClock } from "./read-clock.ts";
import { zoneNamed, zonePattern } from "./zones.ts";
import type { TimeHit } from "./hit.ts";

const lead = "(?:due\\s+)?(?:at\\s+about|at|by|around|about|before|after|from|for|@|~)";
const clock = `(?:[01]?\\d|2[0-4])[:.][0-5]\\d\\s*(?:${half})|(?:[01]?\\d|2[0-3]):[0-5]\\d(?::[0-5]\\d)?|(?:1[0-2]|0?[1-9])\\s*(?:${half})|(?:${hourWord})\\s+(?:${half})|(?:[01]?\\d|2[0-3])h[0-5]\\d`;
const zone = `(?:\\s+(${zonePattern}))?`;

const range = wholeWords(
  `(?:(?:from|between|at|@)\\s*)?(${clock}|\\d{1,2})\\s*(?:-|–|—|to|until|till|and)\\s*(${clock}|\\d{1,2})${zone}`,
);
const sure = wholeWords(`(?:${lead}\\s*)?(${clock})(?:\\s+sharp)?${zone}`);
const spoken = wholeWords(
  `(?:${lead}\\s+)?(half\\s+past|quarter\\s+past|quarter\\s+to|\\d{1,2}\\s+past|\\d{1,2}\\s+to)\\s+(\\d{1,2}|${hourWord})(?:\\s*(${half}))?`,
);
const bareHour = wholeWords(
  `(?:(?:at\\s+about|at|@|around|by)\\s*(\\d{1,2}|${hourWord})(?:\\s*([ap])(?!\\p{L})|h|\\s*o['’]?clock)?|(\\d{1,2}|${hourWord})\\s*o['’]?clock|(?<=(?:day|mon|tues?|wed|thu|thurs?|fri|sat|sun|tomorrow|tonight)\\s)(\\d{1,2})([ap]))(?:\\s+sharp)?`,
);
const fourDigits = wholeWords(
  "(?:at|@|by)\\s*((?:[01]\\d|2[0-3])[0-5]\\d)(?:\\s*(?:h|hrs|hours))?",
);
const named = wholeWords("(?:(at|by|around|before|after|@)\\s+)?(noon|midday|midnight)");

/** Finds clock times, the longest way of saying them first, so that none is found twice. */
export const findTimes = (text: string): TimeHit[] => {
  const found: TimeHit[] = [];
  let left = text;
  for (const find of [findRanges, findSpoken, findSure, findFourDigits, findBare, findNamed]) {
    for (const hit of find(left)) {
      if (isAnotherMatter(text, hit)) continue;
      found.push(hit);
      left = take(left, hit);
    }
  }
  return found;
};

/** "open until 5pm" ends at five, and "the 3pm call" says which call: neither is when to do it. */
const isAnotherMatter = (text: string, { start, end }: TimeHit): boolean => {
  const before = text.slice(0, start);
  const says = which.test(before) || /^for\s/i.test(text.slice(start));
  return (
    /(?:until|till|til|since|every)\s+$/i.test(before) || (says && !sentenceMayGoOn(text, end))
  );
};

const which = /(?:^|\s)(?:the|my|our|your|his|her|their|an?)\s+$/iu;

const findRanges = (text: string): TimeHit[] =>
  scan(text, range).flatMap(({ match, start, end }) => {
    const [whole, first = "", second = "", zoneName] = match;
    if (/\sand\s/i.test(whole) !== /^between/i.test(whole)) return [];
    const isClock = /[:hm.]/i.test(first + second) || /^(?:from|between|at|@)/i.test(whole);
    const to = readClock(second) ?? readBare(second);
    const from = to && (readClock(first) ?? beginOf(first, to, /[ap]\.?m/i.test(second)));
    if (
      !isClock ||
      !from ||
      !to ||
      (isBare(second) && isBare(first) && !sentenceMayGoOn(text, end))
    )
      return [];
    const minutes = minutesBetween(from, to);
    return [
      { kind: "time", time: from, bare: false, minutes, ...inZone({ start, end }, zoneName) },
    ];
  });

/** "5:30-7" ends in the evening, "22:00-02:00" in the night. */
const minutesBetween = (from: Temporal.PlainTime, to: Temporal.PlainTime): number => {
  const length = from.until(to).total("minutes");
  const later = to.hour < 12 ? length + 12 * 60 : length;
  return [length, later].find((minutes) => minutes > 0) ?? length + 24 * 60;
};

/** The start of a range takes the half of the day of its end, unless it would not be before it ("11-1pm"). */
const beginOf = (
  words: string,
  to: Temporal.PlainTime,
  isHalfKnown: boolean,
): Temporal.PlainTime | null => {
  const hour = Number(words);
  if (!isBare(words) || hour > 23) return null;
  if (!isHalfKnown) return readBare(words);
  const shifted = (hour % 12) + (to.hour >= 12 ? 12 : 0);
  const from = new Temporal.PlainTime(shifted);
  return Temporal.PlainTime.compare(from, to) < 0 ? from : new Temporal.PlainTime(hour % 12);
};

const findSure = (text: string): TimeHit[] =>
  scan(text, sure).flatMap(({ match, start, end }) => {
    const time = readClock(match[1] ?? "");
    return time
      ? [{ kind: "time", time, bare: isOpen(match[1] ?? ""), ...inZone({ start, end }, match[2]) }]
      : [];
  });

/** The stretch of a time with its zone; words after it that name none are not part of it. */
const inZone = ({ start, end }: Span, name: string | undefined) => {
  if (name === undefined) return { start, end };
  const zoneId = zoneNamed(name);
  return zoneId === null ? { start, end: end - name.length - 1 } : { start, end, zone: zoneId };
};

const findSpoken = (text: string): TimeHit[] =>
  scan(text, spoken).flatMap(({ match, start, end }) => {
    const [, how = "", hourText = "", halfText] = match;
    const minutes = /half/i.test(how) ? 30 : /quarter/i.test(how) ? 15 : Number.parseInt(how, 10);
    const isPlain = !/past|half|quarter/i.test(how) && !/^(?:at|by)/i.test(match[0]);
    const hour = halfText
      ? readClock(`${numberOf(hourText)}${halfText}`)
      : readBare(`${numberOf(hourText)}`);
    if (!hour || minutes > 59 || isPlain || !sentenceMayGoOn(text, end)) return [];
    const time = /to$/i.test(how) ? hour.subtract({ minutes }) : hour.add({ minutes });
    return [{ kind: "time", time, bare: halfText === undefined, start, end }];
  });

const findBare = (text: string): TimeHit[] =>
  scan(text, bareHour).flatMap(({ match, start, end }) => {
    const hourText = String(numberOf(match[1] ?? match[3] ?? match[4] ?? ""));
    const half12 = match[2] ?? match[5];
    const time = half12 ? readClock(`${hourText}${half12}m`) : readBare(hourText);
    const isFirst =
      /(?:^|\uFFFC)[\s,]*$/u.test(text.slice(0, start)) && /^\s+\p{Ll}/u.test(text.slice(end));
    if (!time || !(isFirst || sentenceMayGoOn(text, end)) || isAmount(text, start)) return [];
    return [
      { kind: "time", time, bare: half12 === undefined && Number(hourText) <= 12, start, end },
    ];
  });

/** "raise prices by 10" is no time. */
const isAmount = (text: string, start: number): boolean =>
  /^by/i.test(text.slice(start)) &&
  /(?:rais|increas|reduc|cut|multipl|divid|decreas|improv|grow|drop|lower|lose)/i.test(
    text.slice(0, start),
  );

const findFourDigits = (text: string): TimeHit[] =>
  scan(text, fourDigits).flatMap(({ match, start, end }) => {
    const digits = match[1] ?? "";
    const isYear = /^20\d\d$/.test(digits) && /^by/i.test(match[0]);
    const time = isYear ? null : readClock(`${digits.slice(0, 2)}:${digits.slice(2)}`);
    return time && sentenceMayGoOn(text, end)
      ? [{ kind: "time", time, bare: false, start, end }]
      : [];
  });

/** "noon" needs "at" before it, a recognised piece beside it or the end of the text: "High Noon" is a film. */
const findNamed = (text: string): TimeHit[] =>
  scan(text, named).flatMap(({ match, start, end }) => {
    const isFree =
      /^\s*(?:$|[,;.!]|\uFFFC|today|tomorrow|on\s)/i.test(text.slice(end)) &&
      !/high\s+$/i.test(text.slice(0, start));
    if (match[1] === undefined && !isFree) return [];
    const time = new Temporal.PlainTime(/midnight/i.test(match[2] ?? "") ? 0 : 12);
    return [{ kind: "time", time, bare: false, start, end }];
  });

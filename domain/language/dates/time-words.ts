// Patterns that clock times share. Used by the files that find them.
import { zoneNamed, zonePattern } from "./zones.ts";
import { half, hourWord } from "./read-clock.ts";
import type { Span } from "../token.ts";

/** Small words before a time that belong to it. */
export const lead = "(?:due\\s+)?(?:at\\s+about|at|by|around|about|before|after|from|for|@|~)";
/** Pattern of a clock time that can be nothing else. */
export const clock = `(?:[01]?\\d|2[0-4])[:.][0-5]\\d\\s*(?:${half}|[ap](?!\\p{L}))|(?:[01]?\\d|2[0-3]):[0-5]\\d(?::[0-5]\\d)?|(?:1[0-2]|0?[1-9])\\s*(?:${half})|(?:${hourWord})\\s+(?:${half})|(?:[01]?\\d|2[0-3])h[0-5]\\d`;
/** Pattern of a zone after a time, which it captures. */
export const zone = `(?:\\s+(${zonePattern}))?`;
/** Pattern of a word that names a day. */
export const dayWord =
  "(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|mon|tues?|wed|thu|thur|thurs|fri|sat|sun|tomorrow|today|tonight|weekdays?|daily|weekly|morning|afternoon|evening)";

const afterDay = new RegExp(`(?<![\\p{L}\\p{N}])${dayWord},?\\s+$`, "iu");
const beforeDay = new RegExp(
  `^,?\\s+(?:on\\s+|this\\s+|next\\s+)?${dayWord}(?![\\p{L}\\p{N}'’])`,
  "iu",
);

/** True when a word that names a day stands right before or after a stretch. */
export const isBesideDayWord = (text: string, { start, end }: Span): boolean =>
  afterDay.test(text.slice(Math.max(0, start - 20), start)) ||
  beforeDay.test(text.slice(end, end + 24));

const onlyWhen = new RegExp(
  `^(?:[\\s,\\uFFFC]|(?:on|this|next|in|the|${dayWord})(?![\\p{L}\\p{N}]))*$`,
  "iu",
);

/** True when nothing but recognised text and words for a day stands before a place: "tomorrow morning at 7 take meds". */
export const isFirstInLine = (text: string, start: number): boolean =>
  start <= 60 && onlyWhen.test(text.slice(0, start));

/** The stretch of a time with its zone; words after it that name none are not part of it. */
export const inZone = ({ start, end }: Span, name: string | undefined) => {
  if (name === undefined) return { start, end };
  const zoneId = zoneNamed(name);
  return zoneId === null ? { start, end: end - name.length - 1 } : { start, end, zone: zoneId };
};

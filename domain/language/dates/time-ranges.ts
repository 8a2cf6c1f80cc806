// From one time to another: "2-3pm", "from 2 to 4", "tomorrow 10-12". Called by clock-times.ts.
import { Temporal } from "temporal-polyfill";
import { scan, sentenceMayGoOn, wholeWords } from "../token.ts";
import type { TimeHit } from "./hit.ts";
import { isBare, readBare, readClock } from "./read-clock.ts";
import { clock, inZone, isBesideDayWord, zone } from "./time-words.ts";

const range = wholeWords(
  `(?:(?:from|between|at|@)\\s*)?(${clock}|\\d{1,2})\\s*(?:-|–|—|to|until|till|and)\\s*(${clock}|\\d{1,2})(\\s?h)?${zone}`,
);

export const findRanges = (text: string): TimeHit[] =>
  scan(text, range).flatMap(({ match, start, end }) => {
    const [whole, first = "", second = "", hours, zoneName] = match;
    if (/\sand\s/i.test(whole) !== /^between/i.test(whole)) return [];
    const isClock =
      hours !== undefined ||
      /[:hm.]/i.test(first + second) ||
      /^(?:from|between|at|@)/i.test(whole) ||
      isBesideDayWord(text, { start, end });
    const to = readClock(second) ?? readBare(second);
    const from = to && (readClock(first) ?? beginOf(first, to, /[ap]\.?m/i.test(second)));
    const isBoth = isBare(second) && isBare(first);
    if (!isClock || !from || !to || (isBoth && !sentenceMayGoOn(text, end))) return [];
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

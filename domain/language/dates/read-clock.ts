// Reads what a rule took for a clock time. Called by clock-times.ts.
import { Temporal } from "temporal-polyfill";
import { numberOf } from "../amounts.ts";

/** Pattern of am and pm. */
export const half = "a\\.?m\\.?|p\\.?m\\.?";
/** Pattern of an hour as a word. */
export const hourWord = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve";

const clockRule = new RegExp(
  `^(\\d{1,2}|${hourWord})(?:[:.h](\\d{2})?)?(?::\\d{2})?\\s*([ap])?`,
  "i",
);

/** True for figures alone. */
export const isBare = (words: string): boolean => /^\d{1,2}$/.test(words);

/** True for "3:15", which may be in the morning or the afternoon; "03:15" and "15:15" leave no doubt. */
export const isOpen = (words: string): boolean => /^[1-9][:.]\d{2}$/.test(words.trim());

/** True for "10:30", which is in the evening only where the evening is named. */
export const isLateOpen = (words: string): boolean => /^1[01][:.]\d{2}$/.test(words.trim());

/** A written clock time with am or pm, minutes or an "h"; null when it is none. */
export const readClock = (words: string): Temporal.PlainTime | null => {
  const [whole, hourText = "", minuteText, half12] = clockRule.exec(words) ?? [];
  if (whole === undefined || isBare(words)) return null;
  const hour = numberOf(hourText);
  if (hour > 23 || (half12 !== undefined && (hour > 12 || hour === 0))) return null;
  const minute = Number(minuteText ?? 0);
  if (isOpen(words)) return readBare(hourText)?.with({ minute }) ?? null;
  const shifted =
    half12 === undefined ? hour : (hour % 12) + (half12.toLowerCase() === "p" ? 12 : 0);
  return new Temporal.PlainTime(shifted, minute);
};

/** An hour without am or pm: 1–6 are in the afternoon, 7–12 as on a morning's clock, above 12 as written. */
export const readBare = (words: string): Temporal.PlainTime | null => {
  const hour = Number(words);
  if (!Number.isInteger(hour) || hour > 23 || hour < 0) return null;
  return new Temporal.PlainTime(hour >= 1 && hour <= 6 ? hour + 12 : hour);
};

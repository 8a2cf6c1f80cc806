// Until when a reminder is snoozed: "1h", "10", "until tomorrow morning", "this evening". Called by the chat.
import { Temporal } from "temporal-polyfill";
import type { When } from "../../when.ts";
import { instantAt } from "../../zones/zoned.ts";
import { readAmount, secondsIn } from "../amounts.ts";
import { type Clock, dayOf } from "../clock.ts";
import { laterBy } from "../dates/relative.ts";
import { readWhen, withoutEnd } from "../read-when.ts";

/**
 * The instant (with milliseconds) that words mean, null when they mean none or one that is past. A bare number is
 * minutes, a day is its morning; days and longer keep the clock time of now.
 */
export const readUntil = (text: string, clock: Clock): string | null => {
  const said = withoutEnd(text.trim()).replaceAll(/\s+/g, " ");
  const isPoint = /^(?:until|till|til|to|at|on)\s/i.test(said);
  const isNumber = /^(?:for\s+)?\d+$/i.test(said);
  const at =
    (isPoint ? null : afterAmount(said, clock)) ?? (isNumber ? null : atPoint(said, clock));
  if (at === null || Temporal.Instant.compare(at, clock.instant) <= 0) return null;
  return at.toString({ smallestUnit: "millisecond" });
};

const led = /^(?:for|by|in|another|again\s+in|again\s+for)\s+/i;

const afterAmount = (said: string, clock: Clock): Temporal.Instant | null => {
  const words = said
    .replace(led, "")
    .replace(led, "")
    .replace(/(?<=^\S+\s)more\s/i, "")
    .replace(/\s+(?:more|longer|from\s+now)$/i, "");
  if (/^\d{1,3}$/.test(words))
    return Number(words) > 0 ? clock.instant.add({ minutes: Number(words) }) : null;
  if (
    !/^(?:\d|an?\s|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|half|couple|few|the\s+next)/i.test(
      words,
    )
  )
    return null;
  if (!amountOnly.test(words)) return null;
  const seconds = secondsIn(words);
  return seconds === null ? afterDays(words, clock) : clock.instant.add({ seconds });
};

const amountOnly =
  /^(?:the\s+next\s+)?(?:(?:\d+(?:[.,]\d+)?|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty[\s-]five|half|couple|few|of|and)[\s-]*|(?:s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?|w|wks?|weeks?|fortnights?|months?|mo|business|working|years?)(?![\p{L}])[\s,]*)+$/iu;

const afterDays = (words: string, clock: Clock): Temporal.Instant | null => {
  const amount = readAmount(words);
  return amount && laterBy(amount, clock);
};

const atPoint = (said: string, clock: Clock): Temporal.Instant | null => {
  const words = said
    .replace(/^(?:again\s+)?(?:until|till|til|to|on)\s+/i, "")
    .replace(/^later\s+(?=today|tonight|this)/i, "");
  const when = /^(?:morning|evening|afternoon|night)$/i.test(words)
    ? readWhen(`in the ${words}`, clock)
    : readWhen(words, clock);
  if (when?.instant !== undefined) return Temporal.Instant.from(when.instant);
  return when ? instantOf(when.due, clock) : null;
};

const instantOf = (due: When, clock: Clock): Temporal.Instant => {
  if (due.kind === "day")
    return instantAt(dayOf(due).toPlainDateTime(clock.dayParts.morning), clock.zone);
  return instantAt(
    Temporal.PlainDateTime.from(due.at),
    due.kind === "fixed" ? due.zone : clock.zone,
  );
};

// Times with words for their minutes: "half past six", "half 7", "a quarter to four", "twenty past ten". Called by clock-times.ts.
import { numberOf } from "../amounts.ts";
import { scan, sentenceMayGoOn, wholeWords } from "../token.ts";
import type { TimeHit } from "./hit.ts";
import { half, hourWord, readBare, readClock } from "./read-clock.ts";
import { lead } from "./time-words.ts";

const minuteWord = "(?:five|ten|twenty(?:[\\s-]five)?|\\d{1,2})(?:\\s+min(?:ute)?s?)?";
const spoken = wholeWords(
  `(${lead}\\s+)?(?:a\\s+)?(half\\s+past|half|quarter\\s+past|quarter\\s+(?:to|of|before)|${minuteWord}\\s+(?:past|after|to|before))\\s+(\\d{1,2}|${hourWord})(?:\\s*(${half})|\\s+o['’]?clock)?`,
);

export const findSpoken = (text: string): TimeHit[] =>
  scan(text, spoken).flatMap(({ match, start, end }) => {
    const [whole, leadWord, how = "", hourText = "", halfText] = match;
    const said = `${numberOf(hourText)}`;
    const hour = halfText ? readClock(`${said}${halfText}`) : readBare(said);
    const minutes = minutesOf(how);
    if (!hour || minutes > 59 || !sentenceMayGoOn(text, end)) return [];
    if (/^\s+of\s/i.test(text.slice(end))) return []; // "half 2 of the game"
    if (isSomethingElse(how, leadWord, text.slice(0, start) + whole)) return [];
    const isBefore = /(?:to|of|before)$/i.test(how);
    const time = isBefore ? hour.subtract({ minutes }) : hour.add({ minutes });
    return [{ kind: "time", time, bare: halfText === undefined, start, end }];
  });

const minutesOf = (how: string): number => {
  if (/half/i.test(how)) return 30;
  if (/quarter/i.test(how)) return 15;
  const words = how.replace(/\s+(?:min(?:ute)?s?\s+)?(?:past|after|to|before)$/i, "");
  return /twenty.five/i.test(words) ? 25 : numberOf(words);
};

/** "5 to 9 people", "cut in half 4 apples": without "at" only "past", "quarter" and "half 7" are times. */
const isSomethingElse = (how: string, leadWord: string | undefined, before: string): boolean => {
  if (/past|quarter/i.test(how)) return false;
  if (/^half$/i.test(how)) return /(?:in|first|second|other|the|a)\s+half\s+\S+$/i.test(before);
  return !/^(?:at|by|around|about|from)/i.test(leadWord ?? "");
};

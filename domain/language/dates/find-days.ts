// Finds days by name in a text, and tells them from names and titles. Called by find-due.ts.
import type { Clock } from "../clock.ts";
import { scan, sentenceMayGoOn, wholeWords } from "../token.ts";
import { anyWeekday, dayPattern, readDay, unclearShort } from "./day-words.ts";
import type { DayHit } from "./hit.ts";

/** Small words that belong to the day after them. */
export const leads =
  "due\\s+date|early(?=\\s+(?:tomorrow|next|on)(?!\\p{L}))|due\\s+on|due\\s+by|due|no\\s+later\\s+than|not\\s+later\\s+than|later|sometime|starting|by|on|over|before|for|at|this\\s+coming";
const rule = wholeWords(`(?:(${leads}):?\\s+)?(${dayPattern})`);

const oneWeekday = new RegExp(`^${anyWeekday}$`, "i");
const endOfDay = /^(?:eod|eob|cob|close\sof\s\S+|.*\sday)$/i;

/** All days by name that are meant as days. In a `phrase` (a text that is nothing but a date) company is not asked for. */
export const findNamedDays = (text: string, clock: Clock, isPhrase: boolean): DayHit[] =>
  scan(text, rule).flatMap(({ match, start, end }): DayHit[] => {
    const lead = (match[1] ?? "").toLowerCase();
    const words = match[2] ?? "";
    const day = readDay(words, clock);
    if (!day || (!isPhrase && isSomethingElse({ text, words, lead, start, end }))) return [];
    const loose = oneWeekday.test(words) ? 1 : endOfDay.test(words) ? 2 : null;
    return [{ kind: "day", day, lead, start, end, ...(loose === null ? {} : { loose }) }];
  });

type Found = { text: string; words: string; lead: string; start: number; end: number };

const isSomethingElse = (found: Found): boolean =>
  isPastOrRepeating(found) || isPartOfName(found) || isAttribute(found) || isUnclear(found);

/** "since monday", "every friday", "last tuesday" name no day to do something on. */
export const isPastOrRepeating = ({ text, start }: { text: string; start: number }): boolean =>
  /(?<!\p{L})(?:until|till|til|since|after|every!?|each|last|past|previous|than|from|first|second|third|fourth|\d(?:st|nd|rd|th))\s+$/iu.test(
    text.slice(0, start),
  );

const compounds =
  /(?<!\p{L})(?:black|good|cyber|easter|ash|casual|girl|bloody|taco|super|giving|shrove|palm|whit|fat|blue|manic|freaky|ruby|usa|tgi)\s+$/iu;

/** "Black Friday", "Saturday Night Live", "Friday the 13th": the capitals or the ordinal that follow make it a name. */
const isPartOfName = ({ text, words, lead, start, end }: Found): boolean => {
  const dayStart = end - words.length;
  if (/^(?:The\s+)?Day\s+After\s+Tomorrow$/.test(words) || titled.test(text.slice(0, dayStart)))
    return true;
  const rest = text.slice(end).replace(/^\s+(?:morning|afternoon|evening|night)(?!\p{L})/iu, "");
  if (
    compounds.test(text.slice(0, dayStart)) ||
    famous.test(text.slice(dayStart)) ||
    isWithOrdinal(rest)
  )
    return true;
  if (start === 0 && lead === "" && /^\p{Lu}/u.test(words) && text !== text.toUpperCase())
    return /^(?:\s+(?:Night|Morning))?\s+\p{Lu}\p{Ll}+\s+\p{Lu}\p{Ll}/u.test(text.slice(end));
  if (
    !/^(?:for|at|before)?$/.test(lead) ||
    start === 0 ||
    !/^\p{Lu}/u.test(words) ||
    text === text.toUpperCase()
  )
    return false;
  return /^\s+\p{Lu}/u.test(rest) && !sentenceMayGoOn(rest, 0);
};

/** "Friday the 13th" is a film, "monday 2nd floor fire drill" a monday. */
const isWithOrdinal = (rest: string): boolean => {
  const [whole, the] = /^\s+(the\s+)?\d{1,2}(?:st|nd|rd|th)(?![\p{L}\p{N}])/iu.exec(rest) ?? [];
  return whole !== undefined && (the !== undefined || sentenceMayGoOn(rest, whole.length));
};

/** "Dr Friday" is a person. */
const titled = /(?<!\p{L})(?:Dr|Mr|Mrs|Ms|Miss|Prof|Professor|Aunt|Auntie|Uncle|Joe)\.?\s+$/u;
const famous =
  /^(?:Monday\s+[Nn]ight\s+[Ff]ootball|Sunday\s+(?:Times|Telegraph|Mirror|Bloody)|Today\s+(?:Show|FM)|Wednesday\s+Addams|(?:Saturday|Friday)\s+Night\s+\p{Lu})/u;

/** "prepare slides for Monday standup": one more word, and the line ends. */
const isOfNoun = ({ text, words, lead, start, end }: Found): boolean =>
  lead === "for" &&
  start > 0 &&
  oneWeekday.test(words) &&
  !sentenceMayGoOn(text, end) &&
  /^\s+\p{Ll}{3,}\s*$/u.test(text.slice(end)) &&
  !/^\s+(?:morning|afternoon|evening|night|noon|midnight|please|next|week|instead)\s*$/iu.test(
    text.slice(end),
  );

/** "my monday outfit", "the friday call": the day says which one, not when. */
const isAttribute = (found: Found): boolean => isOfNoun(found) || isOfArticle(found);

const isOfArticle = ({ text, words, lead, start, end }: Found): boolean =>
  lead === "" &&
  !/^the\s/i.test(words) &&
  /(?:^|\s)(?:the|a|an|my|our|your|his|her|their|some|any|another|that)\s+$/iu.test(
    text.slice(0, start),
  ) &&
  !(sentenceMayGoOn(text, end) && /^\s*\S/u.test(text.slice(end)));

const lonely = new RegExp(`^(?:${unclearShort}|weekend|the\\s+weekend)$`, "i");

/** "sat", "sun" and "wed" need a small word before them, a time beside them or the end of the text. */
const isUnclear = ({ text, words, lead, end }: Found): boolean => {
  if (!lonely.test(words) || lead !== "") return false;
  if (/weekend/i.test(words)) return true;
  const rest = text.slice(end);
  return !/^\s*(?:$|[,;!?\])]|\.\s*$|\uFFFC|(?:morning|afternoon|evening|night|noon|at|@)(?!\p{L}))/iu.test(
    rest,
  );
};

// Repetition without "every": "daily", "on mondays", "mon-fri", "once a week", "3 days after completion". Called by find-repeats.ts.
import { amountPattern, numberOf, readAmount } from "../amounts.ts";
import { anyWeekday } from "../dates/day-words.ts";
import { wholeWords } from "../token.ts";
import { type Cursor, eat, words } from "./cursor.ts";
import { readDays } from "./day-items.ts";
import { type Draft, draftOf } from "./draft.ts";
import { readEvery } from "./every.ts";

/** Adverbs: clear ones may stand wherever a sentence may go on, and at its beginning only before a mark or a time. */
export const adverb = wholeWords(
  "everyday|daily|nightly|weekly|bi-?weekly|fortnightly|monthly|bi-?monthly|quarterly|half-yearly|semi-?annually|yearly|annually|hourly",
);

const adverbs: Record<string, () => Draft> = {
  everyday: () => draftOf("DAILY"),
  daily: () => draftOf("DAILY"),
  nightly: () => ({ ...draftOf("DAILY"), part: "night" }),
  weekly: () => draftOf("WEEKLY"),
  biweekly: () => draftOf("WEEKLY", 2),
  fortnightly: () => draftOf("WEEKLY", 2),
  monthly: () => draftOf("MONTHLY"),
  bimonthly: () => draftOf("MONTHLY", 2),
  quarterly: () => draftOf("MONTHLY", 3),
  halfyearly: () => draftOf("MONTHLY", 6),
  semiannually: () => draftOf("MONTHLY", 6),
  yearly: () => draftOf("YEARLY"),
  annually: () => draftOf("YEARLY"),
  hourly: () => draftOf("HOURLY"),
};

/** How often an adverb says. */
export const readAdverb = (word: string): Draft | null =>
  adverbs[word.toLowerCase().replaceAll("-", "")]?.() ?? null;

/** "once a week", "once every 2 weeks", "one time per month". */
export const once = wholeWords("(?:once|one\\s+time)\\s+(?:an?|per|each|every)(?=\\s)");
export const readOnce = (cursor: Cursor): Draft | null => readEvery(cursor);

const plural = `(?:mon|tues|wednes|thurs|fri|satur|sun)days|weekdays|workdays|weekends|working\\s+days|business\\s+days|${anyWeekday}\\s+(?:mornings|afternoons|evenings|nights)`;
const separator = "\\s*(?:-|–|to|through|thru)\\s*";
const listed = "\\s*(?:,\\s*and\\s|,|&|\\sand\\s)\\s*";

/** "on mondays and thursdays", "weekends". Here and below the days themselves are group 2, read from where it begins. */
export const pluralDays = wholeWords(`(on\\s+|during\\s+)?(${plural})`);
/** "mon-fri", "monday through friday", "mon/wed/fri", "mon, wed and fri". */
export const dayRange = wholeWords(
  `(from\\s+|on\\s+)?(${anyWeekday}${separator}${anyWeekday}|${anyWeekday}(?:/${anyWeekday})+|${anyWeekday}(?:${listed}${anyWeekday}){2,6}|${anyWeekday}(?:\\s+${anyWeekday}){2,6}|${anyWeekday}(?:${listed}${anyWeekday})?(?=\\s+(?:every|each)\\s+(?:other\\s+|second\\s+|\\d\\s+)?weeks?(?!\\p{L})))`,
);
export const readDayWords = (cursor: Cursor): Draft | null => {
  const days = readDays(cursor);
  return days && draftOf(days.freq, 1, days);
};

/** "alternate fridays", "alternating weeks": every second one. */
export const alternate = wholeWords(
  `(?:on\\s+)?alternat(?:e|ing)(?=\\s+(?:${plural}|${anyWeekday}|days|weeks|months|years)(?!\\p{L}))`,
);
export const readAlternate = (cursor: Cursor): Draft | null => {
  const draft = readEvery(cursor);
  return draft && draft.interval === 1 ? { ...draft, interval: 2 } : null;
};

/** "at the end of every month", "start of each quarter". */
export const edgeOfEach = wholeWords(
  "(?:(?:at|on|by)\\s+)?(?:the\\s+)?(start|beginning|end|first\\s+day|last\\s+day)\\s+of\\s+(?:every|each)\\s+(month|quarter|year)",
);
export const readEdge = (edge: string, period: string): Draft => {
  const isEnd = /end|last/i.test(edge);
  const months = isEnd ? [3, 6, 9, 12] : [1, 4, 7, 10];
  if (/year/i.test(period))
    return draftOf("YEARLY", 1, { months: [isEnd ? 12 : 1], monthDays: [isEnd ? 31 : 1] });
  const isMonth = /month/i.test(period);
  return draftOf("MONTHLY", 1, { monthDays: [isEnd ? -1 : 1], months: isMonth ? [] : months });
};

/** "5 times every monday": the figure counts how often in all; "3 times every week" asks for what no rule can say. */
export const countedDays = wholeWords(
  `(\\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|twelve)\\s*(?:times|x)\\s+(?:every|each|on)(?=\\s+(?:other\\s+)?(?:${anyWeekday}s?|weekdays?|workdays?|weekends?|\\d{1,2}(?:st|nd|rd|th)|first|last)(?!\\p{L}))`,
);
export const readCounted = (count: string, cursor: Cursor): Draft | null => {
  const draft = readEvery(cursor);
  return draft && { ...draft, count: numberOf(count) };
};

const place = "(?:first|second|third|fourth|last|\\d{1,2}(?:st|nd|rd|th))";

const kind = `(?:(?:week|work|working\\s|business\\s)days?|days?|${anyWeekday})`;

/** "first monday of the month", "on the 15th of every month", "15th and last every month". */
export const dayOfEach = wholeWords(
  `((?:(?:on|by|before|due)\\s+)?(?:the\\s+)?)(${place}(?:\\s*(?:,|and|&)\\s*(?:the\\s+)?${place})*\\s+(?:${kind}\\s+)?(?:(?:of|in)\\s+)?(?:each|every)\\s+(?:(?:other|second|third|\\d{1,2}|two|three|four|six)\\s+)?(?:months?|quarters?|years?)|${place}(?:\\s+and\\s+(?:the\\s+)?${place})?\\s+(?:${anyWeekday}|(?:week|work|working\\s|business\\s)days?)\\s+of\\s+(?:the|a)\\s+month|${place}(?:\\s*,\\s*${place})*\\s+and\\s+(?:the\\s+)?${place}(?:\\s+days?)?\\s+of\\s+the\\s+month|${place}\\s+${anyWeekday}\\s+monthly|${place}\\s+(?:${kind}\\s+)?of\\s+the\\s+month,?\\s+(?:every\\s+month|monthly))`,
);

/** "3 days after completion". */
export const afterDone = wholeWords(
  `(?:repeat(?:s|ing)?\\s+)?(${amountPattern})\\s+(?:after|from)\\s+(?:the\\s+)?(?:last\\s+)?(?:completion|completed|completing(?:\\s+it)?|done|finish(?:ing|ed)?(?:\\s+it)?|it['’]?s\\s+(?:done|completed))`,
);
export const readAfterDone = (words_: string): Draft | null => {
  const amount = readAmount(words_);
  if (!amount) return null;
  const { minutes, days, weeks, months, years, workdays } = amount;
  const given = [minutes, days, weeks, months, years].filter((value) => value > 0);
  if (given.length !== 1 || workdays > 0 || minutes % 60 !== 0) return null;
  const draft =
    (minutes > 0 && draftOf("HOURLY", minutes / 60)) ||
    (days > 0 && draftOf("DAILY", days)) ||
    (weeks > 0 && draftOf("WEEKLY", weeks)) ||
    (months > 0 ? draftOf("MONTHLY", months) : draftOf("YEARLY", years));
  return { ...draft, anchor: "completion" };
};

/** Words that ask for what no rule can say: "twice a day", "3 times per week". They stay in the title. */
export const refused = wholeWords(
  "(?:twice|thrice|(?:\\d+|two|three|four|five|six|several|many)\\s*(?:times|x))\\s+(?:an?|per|each|every|on)\\s+(?:day|week|month|year|hour|night|morning|evening|[\\p{L}]+)|(?:twice|thrice)\\s+(?:daily|weekly|monthly|yearly)|every\\s+(?:\\d+\\s+|other\\s+|few\\s+)?(?:secs?|seconds(?=\\s|$)|mins?|minutes?)",
);
/** "repeat", "repeats every": a word that only says that something repeats. */
export const repeatWord = words("(?:and\\s+)?(?:repeat(?:s|ed|ing)?|recurring|recurs)(?:\\s+it)?");
export const eatRepeat = (cursor: Cursor): void => void eat(cursor, repeatWord);

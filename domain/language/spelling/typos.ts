// Words typed in haste: slips ("wedensday"), short forms ("tmrw", "nxt wk") and slang ("arvo"). Called by respell.ts.
import { scan, wholeWords } from "../token.ts";
import type { Edit } from "./edit.ts";
import { editDistance } from "./distance.ts";

const formsOf = (lines: string[]): Map<string, string> =>
  new Map(
    lines.flatMap((line) => {
      const [word = "", ...forms] = line.split(" ");
      return forms.map((form): [string, string] => [form, word]);
    }),
  );

/** The first word of a line is read for all the others. */
const shortForms = formsOf([
  "tomorrow tmrw tmr tmrow tmw tmoro tmorow tomo tomm tomoz tomoro 2moro 2morrow 2morow 2mrw 2mro 2moz",
  "today 2day tdy",
  "tonight tonite tonit tnite 2nite 2night tonght",
  "next nxt nex",
  "week wk",
  "weeks wks",
  "weekend wknd wkend wkd",
  "month mth mnth",
  "months mths mnths",
  "year yr",
  "years yrs",
  "every evry evey eveyr evrey everry eevry",
  "until untill untl",
  "wednesday weds wedn",
  "daily dialy daliy dayly",
  "weekly weekley wekly weeekly",
  "biweekly biweekley",
  "monthly montly monthley monhtly",
  "quarterly quaterly quartely quarterley",
  "yearly yearley yealry",
  "annually anually annualy anualy",
  "april arpil apirl aprl",
  "august agust augst augest",
  "before b4 befor befroe",
  "starting startin staring strating",
]);

/** Long words that a slip does not turn into another word. Shorter ones allow one slip, from eight letters on two. */
const longWords =
  "monday tuesday wednesday thursday friday saturday sunday tomorrow tonight weekend january february september october november december".split(
    " ",
  );
const words = new Set([...longWords, ...longWords.map((word) => `${word}s`)]);
/** Words a slip away that are meant as they are. */
const ownWords = new Set("sundae sundaes sundry sunray sunrays friary frida".split(" "));

const candidate = wholeWords("[\\p{L}\\d]{2,12}");

/** Units and "other", which are misread only where one is expected. */
const units = formsOf([
  "days dyas dasy",
  "day dya",
  "weeks weks weeeks wekes",
  "week wek weke weeek",
  "months monts motnhs monhts moths",
  "month mont motnh monht",
  "years yeras yaers",
  "year yera yaer",
  "hours huors hous horus",
  "hour huor",
  "minutes minuts mintues minuites minues mintes minutues",
  "other othr ohter otehr oter othe",
  "second secnd secon",
]);
const parts = formsOf(["morning morn mornin", "afternoon arvo aft", "evening eve", "night nite"]);

const afterWords = (before: string, forms: Map<string, string>): RegExp =>
  new RegExp(
    `(?<=(?<![\\p{L}])(?:${before})\\s)(?:${[...forms.keys()].join("|")})(?![\\p{L}\\d'’-])`,
    "giu",
  );
const unitRule = afterWords(
  "every!?|each|next|this|other|an?|\\d+|two|three|four|five|six|ten",
  units,
);
const partRule = afterWords(
  "tomorrow|this|today|every|(?:mon|tues?|wed|wednes|thu|thurs?|fri|sat|satur|sun)(?:day)?",
  parts,
);

const everBeforeDay =
  /(?<![\p{L}'’-])ever(?=\s+(?:other\s+)?(?:day|week|month|year|(?:mon|tues|wednes|thurs|fri|satur|sun)day)(?![\p{L}]))/giu;

/** Words that are read as another one, in the order of the text. */
export const typosIn = (text: string): Edit[] =>
  scan(text, candidate).flatMap(({ match, start, end }): Edit[] => {
    const by = meantBy(match[0]);
    return by === null ? [] : [{ start, end, by }];
  });

/** Words that are read as another one because of those before them. Wants `typosIn` to be written in already. */
export const typosInPlace = (text: string): Edit[] =>
  [
    ...inForms(text, unitRule, units),
    ...inForms(text, partRule, parts),
    ...scan(text, everBeforeDay).map(({ start, end }) => ({ start, end, by: "every" })),
  ].toSorted((a, b) => a.start - b.start);

const inForms = (text: string, rule: RegExp, forms: Map<string, string>): Edit[] =>
  scan(text, rule).map(({ match, start, end }) => ({
    start,
    end,
    by: forms.get(match[0].toLowerCase()) ?? match[0],
  }));

const meantBy = (typed: string): string | null => {
  const word = typed.toLowerCase();
  const meant = shortForms.get(word) ?? slipOf(word);
  if (meant === undefined) return null;
  return /^\p{Lu}/u.test(typed) ? meant.replace(/^./, (first) => first.toUpperCase()) : meant;
};

const slipOf = (word: string): string | undefined => {
  if (word.length < 5 || words.has(word) || ownWords.has(word)) return undefined;
  const isOf = (long: string): boolean =>
    long[0] === word[0] &&
    Math.abs(long.length - word.length) <= 2 &&
    editDistance(word, long, 2) <= (long.length >= 8 ? 2 : 1);
  const single = longWords.find(isOf);
  if (single !== undefined) return single;
  const plural = word.endsWith("s") ? slipOf(word.slice(0, -1)) : undefined;
  return plural === undefined ? undefined : `${plural}s`;
};

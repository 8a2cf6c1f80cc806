// Amounts of time in words: "2 days", "an hour and a half", "1h30". Used for "in …", "for …" and "postpone by …".

/** Minutes for hours and minutes; days, weeks, months and years stay what they are, for they have no fixed length. */
export type Amount = {
  minutes: number;
  days: number;
  weeks: number;
  months: number;
  years: number;
  workdays: number;
};

const numbers: Record<string, number> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  "forty five": 45,
  "forty-five": 45,
  fifty: 50,
  sixty: 60,
  ninety: 90,
  half: 0.5,
  "half a": 0.5,
  "half an": 0.5,
  "a half": 0.5,
  "quarter of a": 0.25,
  "quarter of an": 0.25,
  "a quarter of a": 0.25,
  "a quarter of an": 0.25,
  "three quarters of an": 0.75,
  couple: 2,
  "couple of": 2,
  "a couple": 2,
  "a couple of": 2,
  few: 3,
  "a few": 3,
};

/** A number in figures or as a word, perhaps "and a half"; NaN when it is neither. */
export const numberOf = (word: string): number => {
  const said = word.trim().toLowerCase().replaceAll(/\s+/g, " ");
  const whole = said.replace(/ and a half$/, "");
  return (numbers[whole] ?? Number(whole)) + (whole === said ? 0 : 0.5);
};

const unitOf: [RegExp, keyof Amount, number][] = [
  [/^(?:s|secs?|seconds?)$/i, "minutes", 1 / 60],
  [/^(?:m|mins?|minutes?)$/i, "minutes", 1],
  [/^(?:h|hrs?|hours?)$/i, "minutes", 60],
  [/^(?:d|days?)$/i, "days", 1],
  [/^(?:w|wks?|weeks?)$/i, "weeks", 1],
  [/^fortnights?$/i, "weeks", 2],
  [/^(?:mo|mos|mths?|months?)$/i, "months", 1],
  [/^(?:y|yrs?|years?)$/i, "years", 1],
  [/^(?:business|working|work)\s?-?days?$/i, "workdays", 1],
];

const words = Object.keys(numbers)
  .toSorted((a, b) => b.length - a.length)
  .join("|")
  .replaceAll(" ", "\\s+");
const number = `(?:(?:\\d+(?:[.,]\\d+)?|(?:${words})(?=\\s))(?:\\s+and\\s+a\\s+half(?=\\s))?)`;
const seconds = "s|secs?|seconds?";
const shortUnits = "m|mins?|minutes?|h|hrs?|hours?";
const longUnits =
  "days?|d|weeks?|wks?|w|fortnights?|months?|mths?|mos?|years?|yrs?|y|(?:business|working|work)\\s?-?days?";
const part = (units: string) => `${number}\\s*-?(?:${units})(?![\\p{L}])`;
// Each separator can be read in one way only, and parts are counted: a long row of amounts is read in a moment.
const separator = "(?:\\s*,\\s*(?:and\\s+)?|\\s+and\\s+|\\s*)";
const list = (units: string) =>
  `${part(units)}(?:${separator}${part(units)}){0,4}(?:\\s+and\\s+a\\s+half)?`;
const short = "\\d+\\s*h\\s*\\d{1,2}(?![\\p{L}\\p{N}])";

/** Pattern of an amount of hours and minutes: "45min", "1h 30m", "1h30", "an hour and a half". */
export const timePattern = `(?:${short}|${list(shortUnits)})`;
/** Pattern of an amount of hours, minutes and seconds. */
export const exactPattern = `(?:${short}|${list(`${shortUnits}|${seconds}`)})`;
/** Pattern of one that ends with seconds, spelled out: "90 seconds", "a minute and 30 secs". "The 90s" are years. */
export const secondsPattern = `(?:${part(shortUnits)}${separator}){0,2}${part("secs?|seconds?")}`;
/** Pattern of any amount. */
export const amountPattern = `(?:${short}|${list(`${shortUnits}|${longUnits}`)})`;

const partRule = new RegExp(`(${number})\\s*-?(${shortUnits}|${longUnits})(?![\\p{L}])`, "giu");

/** Reads what `amountPattern` matched; null for nothing at all or a fraction of a month or year. */
export const readAmount = (text: string): Amount | null => settle(sumOf(text, partRule));

const onlyExact = new RegExp(`^${exactPattern}$`, "iu");
const exactRule = new RegExp(`(${number})\\s*-?(${shortUnits}|${seconds})(?![\\p{L}])`, "giu");

/** "90 seconds", "a minute and 30 seconds", "1.5 min" in whole seconds; null when it is no such text or nothing. */
export const secondsIn = (text: string): number | null => {
  const said = text.trim();
  const found = onlyExact.test(said) ? Math.round(sumOf(said, exactRule).minutes * 60) : 0;
  return found > 0 ? found : null;
};

/** The parts of a text added up, fractions and all. */
const sumOf = (text: string, rule: RegExp): Amount => {
  const amount: Amount = { minutes: 0, days: 0, weeks: 0, months: 0, years: 0, workdays: 0 };
  const plain = text.replace(/(\d+)\s*h\s*(\d{1,2})(?![\p{L}\p{N}])/iu, "$1 h $2 m");
  let last: [keyof Amount, number] | undefined;
  for (const [, count = "", unit = ""] of plain.matchAll(rule)) {
    const found = unitOf.find(([named]) => named.test(unit));
    if (!found) continue;
    last = [found[1], found[2]];
    amount[found[1]] += numberOf(count.replace(",", ".")) * found[2];
  }
  if (last && /and\s+a\s+half\s*$/i.test(text)) amount[last[0]] += last[1] / 2;
  return amount;
};

/** Half years become months, half weeks and days become days and minutes, so that only whole numbers are left. */
const settle = (amount: Amount): Amount | null => {
  const days = amount.days + (amount.weeks % 1) * 7;
  const settled = {
    ...amount,
    years: Math.trunc(amount.years),
    months: amount.months + (amount.years % 1) * 12,
    weeks: Math.trunc(amount.weeks),
    days: Math.trunc(days),
    minutes: Math.round(amount.minutes + (days % 1) * 24 * 60),
  };
  const values = Object.values(settled);
  const isReadable = values.every((value) => Number.isInteger(value) && value <= 100_000);
  return isReadable && values.some((value) => value > 0) ? settled : null;
};

/** True when an amount names only hours and minutes. */
export const isTimeOnly = (amount: Amount): boolean =>
  amount.minutes > 0 && amount.days + amount.weeks + amount.months + amount.years === 0;

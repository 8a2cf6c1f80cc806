// "the second one", "number 2", "1 and 3", "the last two": places in what was shown last. Called by targets.ts and choose.ts.

const words = [
  "first",
  "second",
  "third",
  "fourth",
  "fifth",
  "sixth",
  "seventh",
  "eighth",
  "ninth",
  "tenth",
];
const numbers = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
const one = `(?:#|no\\.?\\s*|number\\s+|nr\\.?\\s*|task\\s+|option\\s+)?\\d{1,3}(?:st|nd|rd|th)?|(?:the\\s+)?(?:${words.join("|")}|last)`;
const rule = new RegExp(`^(?:the\\s+)?(${one})(?:\\s+(?:one|task|option))?$`, "i");
const several = new RegExp(
  `^(?:the\\s+)?(first|last)\\s+(\\d{1,2}|${numbers.join("|")})(?:\\s+(?:ones|tasks))?$`,
  "i",
);

/** Places counted from 0 among `count` things; null when the words are no places. A place beyond the end is kept. */
export const readOrdinals = (said: string, count: number): number[] | null => {
  const range = several.exec(said.trim());
  if (range) return edgeOf(range[1] ?? "", numberOf(range[2] ?? ""), count);
  const parts = said
    .trim()
    .split(
      /\s*(?:,\s*and\s+|,|\sand\s|\s&\s|(?<!the|number|no\.?|nr\.?|task|option|first|last)\s)\s*(?=#|no|number|\d|the\s|first|second|third|fourth|fifth|last)/i,
    );
  const places = parts.map((part) => placeOf(part, count));
  return places.every((place) => place !== null) ? [...new Set(places)] : null;
};

const edgeOf = (edge: string, length: number, count: number): number[] => {
  const from = edge.toLowerCase() === "last" ? Math.max(0, count - length) : 0;
  return Array.from({ length }, (_, index) => from + index);
};

/** The figure of a number in words, up to ten. */
export const numberOf = (word: string): number =>
  numbers.indexOf(word.toLowerCase()) + 1 || Number(word);

const placeOf = (said: string, count: number): number | null => {
  const word = rule
    .exec(said.trim())?.[1]
    ?.toLowerCase()
    .replace(/^the\s+/, "");
  if (word === undefined) return null;
  if (word === "last") return Math.max(0, count - 1);
  const named = words.indexOf(word);
  const place = named >= 0 ? named : Number(/\d+/.exec(word)?.[0]) - 1;
  return place >= 0 ? place : null;
};

// Numbers, ordinals and clock times as they are spoken, written in figures: "twenty fourth", "five thirty", "4ish". Called by respell.ts.
import { scan } from "../token.ts";
import { monthName } from "../dates/names.ts";
import type { Edit } from "./edit.ts";

const ones = "one two three four five six seven eight nine ten eleven twelve".split(" ");
const tens = ["twenty", "thirty", "forty", "fifty"];
const ordinals =
  "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(
    " ",
  );

const any = (names: readonly string[]): string => `(?:${names.join("|")})`;
const whole = (pattern: string): RegExp =>
  new RegExp(
    `(?<![\\p{L}\\p{N}'’#@\\-\\uE000])(?:${pattern})(?![\\p{L}\\p{N}'’\\uE000]|-\\p{L})`,
    "giu",
  );

const ordinalWord = `(?:(?:twenty|thirty)[\\s-](?:${ordinals.slice(0, 9).join("|")})|thirtieth|${ordinals.join("|")})`;
/** An ordinal is a day beside a month, or alone after "on the" where no noun follows. */
const ordinalDay = whole(
  `${ordinalWord}(?=(?:\\s+of)?\\s+(?:${monthName})(?![\\p{L}]))|(?<=(?:${monthName})\\s+(?:the\\s+)?)${ordinalWord}|(?<=(?:on|by|due|before|until|till)\\s+(?:the\\s+)?)${ordinalWord}(?=\\s*(?:$|[,;.!?)]|of\\s+(?:the|each|every|next|this)\\s+month))|(?:twenty|thirty)[\\s-](?:${ordinals.slice(0, 9).join("|")})`,
);
const compound = whole(`${any(tens)}[\\s-]${any(ones.slice(0, 9))}`);
const minuteWord = `(?:oh\\s+${any(ones.slice(0, 9))}|fifteen|${any(tens)}(?:[\\s-]five)?|ten)`;
const clockWords = whole(
  `(?<=(?:at|by|around|about|from|before|after|till|until|@)\\s+)${any(ones)}\\s+${minuteWord}|${any(ones)}\\s+${minuteWord}(?=\\s*[ap]\\.?\\s?m(?![\\p{L}]))`,
);
const spacedHalf =
  /(?<=(?:\d|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s)([ap])\s+m(?![\p{L}\p{N}'’])/giu;
const gluedMinutes = /(?<![\p{L}\p{N}.:/-])(1[0-2]|0?[1-9])([0-5]\d)(?=\s?[ap]\.?m(?![\p{L}]))/giu;
const hour = `(?:\\d{1,2}(?::\\d\\d)?\\s?(?:[ap]m)?|${any(ones)})`;
/** "5ish people" are people: without a small word before it the sentence has to be over, or a day to follow. */
const roughly = whole(
  `(?:(?:at|around|about|by)\\s)+(${hour})-?\\s?ish|(${hour})-?\\s?ish(?=\\s*(?:$|[,;.!?)#@]|(?:today|tomorrow|tonight|on|in|for|with|(?:mon|tues|wednes|thurs|fri|satur|sun)day|p[1-4])(?!\\p{L})))`,
);

/** Spoken numbers and times with what they are in figures, rule by rule: each list wants the one before to be written in. */
export const figureRules: ((text: string) => Edit[])[] = [
  (text) => scan(text, ordinalDay).map((found) => edit(found, ordinalOf(found.match[0]))),
  (text) => scan(text, clockWords).map((found) => edit(found, clockOf(found.match[0]))),
  (text) => scan(text, compound).map((found) => edit(found, String(numberIn(found.match[0])))),
  (text) => scan(text, spacedHalf).map((found) => edit(found, `${found.match[1]}m`)),
  (text) =>
    scan(text, gluedMinutes).map((found) => edit(found, `${found.match[1]}:${found.match[2]}`)),
  (text) =>
    scan(text, roughly).map((found) =>
      edit(found, `at ${(found.match[1] ?? found.match[2])?.trim()}`),
    ),
];

const edit = ({ start, end }: { start: number; end: number }, by: string): Edit => ({
  start,
  end,
  by,
});

const numberIn = (words: string): number => {
  const parts = words.toLowerCase().split(/[\s-]+/);
  return parts.reduce((sum, part) => {
    if (tens.includes(part)) return sum + (tens.indexOf(part) + 2) * 10;
    return sum + (part === "fifteen" ? 15 : ones.indexOf(part) + 1);
  }, 0);
};

const ordinalOf = (words: string): string => {
  const parts = words.toLowerCase().split(/[\s-]+/);
  const last = parts.at(-1) ?? "";
  const base = parts.length === 1 ? 0 : (tens.indexOf(parts[0] ?? "") + 2) * 10;
  const number = last === "thirtieth" ? 30 : base + ordinals.indexOf(last) + 1;
  const isTeen = number > 10 && number < 14;
  const ending = isTeen ? "th" : ({ 1: "st", 2: "nd", 3: "rd" }[number % 10] ?? "th");
  return `${number}${ending}`;
};

const clockOf = (words: string): string => {
  const [said = "", ...rest] = words.toLowerCase().split(/[\s-]+/);
  return `${ones.indexOf(said) + 1}:${String(numberIn(rest.join(" "))).padStart(2, "0")}`;
};

// Dates with the name of a month as the rules read them: "Jan the 1st" as "Jan 1st", "1st of May, 2027" without its comma. Called by respell.ts.
import { monthName } from "../dates/names.ts";
import { scan } from "../token.ts";
import type { Edit } from "./edit.ts";

const day = "\\d{1,2}(?:st|nd|rd|th)?";
const month = `(?<!\\p{L})(?:${monthName})`;
const article = new RegExp(`(?<=${month}\\s)the\\s(?=\\d{1,2}(?:st|nd|rd|th)(?!\\p{L}))`, "giu");
/** A list goes on after its commas; a rule that reads a date word by word would end there. */
const beforeYear = new RegExp(
  `(?<=${month}\\s${day}|(?<!\\p{N})${day}\\s(?:of\\s)?${month}),\\s?(?=20\\d\\d(?![\\p{L}\\p{N}:/.-]))`,
  "giu",
);

export const dateForms: ((text: string) => Edit[])[] = [
  (text) => scan(text, article).map(({ start, end }) => ({ start, end, by: "" })),
  (text) => scan(text, beforeYear).map(({ start, end }) => ({ start, end, by: " " })),
];

// A line as its rules want to read it: typos, short forms and spoken numbers written out. Called by quick-add.ts and read-when.ts.
import { dateForms } from "./date-forms.ts";
import { dayCodesIn } from "./day-codes.ts";
import { type Edit, type Edited, edited, further } from "./edit.ts";
import { figureRules } from "./figures.ts";
import { scan } from "../token.ts";
import { typosIn, typosInPlace } from "./typos.ts";

/** Runs of spaces are one, so that no rule has to look far. */
const oneSpace = (text: string): Edit[] =>
  scan(text, /\s{2,}/gu).map(({ start, end }) => ({ start, end, by: " " }));

/** "tmrw@8am": a time may stick to the word before it. */
const gluedMark = (text: string): Edit[] =>
  scan(text, /(?<=\p{L})@(?=\d{1,2}(?:[:.]\d\d)?\s?(?:[ap]\.?m?)?(?![\p{L}\p{N}.@]))/giu).map(
    ({ start, end }) => ({ start, end, by: " @" }),
  );

const rules = [
  oneSpace,
  gluedMark,
  typosIn,
  typosInPlace,
  ...dayCodesIn,
  ...figureRules,
  ...dateForms,
];

/** The text that is read and the way back to the places of the source. The title keeps what was typed. */
export const respell = (text: string): Edited =>
  rules.reduce((read, rule) => further(read, (now) => edited(now, rule(now))), edited(text, []));

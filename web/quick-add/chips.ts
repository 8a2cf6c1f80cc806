// What was recognised in a line, as chips and as highlighted pieces of the text. Pure; called by the quick-add views.
import type { Token } from "../../domain/language/quick-add.ts";
import type { Line, Plain } from "./line.ts";
import { quickAddWords } from "../words/quick-add.ts";
import { sharedWords } from "../words/shared.ts";

/** One chip: what the words were read as, or (`plain`) were before the person turned them back to text. */
export type Chip = Plain & { text: string; plain: boolean };

/** A piece of the text; `chip` is null where nothing was recognised. */
export type Piece = { text: string; chip: Chip | null };

const isSide = (text: string): boolean => /^[\s,]*$/.test(text);

/** Chips in the order of the text. Words of one kind that stand together are one chip; "2-3pm" is a time and a length in one. */
export const chipsOf = ({ text, plain }: Line, tokens: readonly Token[]): Chip[] => {
  const read: Plain[] = [];
  for (const { kind, start, end } of tokens.toSorted((a, b) => a.start - b.start)) {
    const last = read.at(-1);
    if (last?.start === start && last.end === end) last.kinds = distinct([...last.kinds, kind]);
    else if (last && joins(last, kind) && isSide(text.slice(last.end, start))) last.end = end;
    else read.push({ kinds: [kind], start, end });
  }
  const chip =
    (isPlain: boolean) =>
    (one: Plain): Chip => ({ ...one, text: text.slice(one.start, one.end), plain: isPlain });
  return [...read.map(chip(false)), ...plain.map(chip(true))].toSorted((a, b) => a.start - b.start);
};

const distinct = <T>(all: T[]): T[] => [...new Set(all)];

/** Two tags side by side are two things; two words of a date are one. */
const joins = ({ kinds }: Plain, kind: Token["kind"]): boolean =>
  kinds[0] === kind && (kind === "due" || kind === "recurrence");

/** The whole text in pieces, so that the recognised ones can be marked where they stand. */
export const piecesOf = (text: string, chips: readonly Chip[]): Piece[] => {
  const pieces: Piece[] = [];
  let at = 0;
  for (const chip of chips) {
    if (chip.start < at) continue;
    if (chip.start > at) pieces.push({ text: text.slice(at, chip.start), chip: null });
    pieces.push({ text: text.slice(chip.start, chip.end), chip });
    at = chip.end;
  }
  return at < text.length ? [...pieces, { text: text.slice(at), chip: null }] : pieces;
};

/** `tomorrow 5pm, date` */
export const nameOf = ({ text, kinds }: Chip): string =>
  `${text}, ${sharedWords.and(kinds.map((kind) => quickAddWords.chips[kind]))}`;

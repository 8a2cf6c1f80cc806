// The quick-add line as a person types it: its text, and the stretches they want kept as text. Pure; called by use-quick-add.ts.
import type { Token } from "../../domain/language/quick-add.ts";

/** A recognised stretch that was turned back to text. `kinds` are what it had been read as. */
export type Plain = { start: number; end: number; kinds: Token["kind"][] };

export type Line = { text: string; plain: readonly Plain[] };

export const emptyLine: Line = { text: "", plain: [] };

/**
 * The line after its text was edited in one place. Plain stretches before the edit stay, those behind it move along; one
 * that was edited itself is read anew.
 */
export const retyped = ({ text: before, plain }: Line, text: string): Line => {
  const from = sameStart(before, text);
  const rest = sameEnd(before.slice(from), text.slice(from));
  const to = before.length - rest;
  const moved = text.length - before.length;
  return {
    text,
    plain: plain.flatMap((one) => {
      if (one.end <= from) return [one];
      return one.start < to ? [] : [{ ...one, start: one.start + moved, end: one.end + moved }];
    }),
  };
};

/** The line with a stretch kept as text, or read again when it was. */
export const toggled = ({ text, plain }: Line, { start, end, kinds }: Plain): Line => {
  const others = plain.filter((one) => one.end <= start || one.start >= end);
  return { text, plain: others.length < plain.length ? others : [...plain, { start, end, kinds }] };
};

/** The line for a task of a section: the words stay, another section that was said before them goes. */
export const withSection = (line: Line, section: string): Line => {
  const [, rest = line.text] = /^\/"[^"]*"\s*(.*)$/su.exec(line.text) ?? [];
  return retyped(line, `/"${section}" ${rest}`);
};

const sameStart = (a: string, b: string): number => {
  let count = 0;
  while (count < a.length && count < b.length && a[count] === b[count]) count += 1;
  return count;
};

const sameEnd = (a: string, b: string): number => {
  let count = 0;
  while (count < a.length && count < b.length && a.at(-1 - count) === b.at(-1 - count)) count += 1;
  return count;
};

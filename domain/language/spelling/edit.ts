// A text with pieces written in another way, and the way back to the places of the source. Used by respell.ts.
import type { Span } from "../token.ts";

/** A piece of text and what is read in its place. */
export type Edit = Span & { by: string };

/** The text that is read, and where a stretch of it lies in the source. */
export type Edited = { text: string; sourceOf: (span: Span) => Span };

/** Writes edits into a text. They come in the order of the text and do not overlap. */
export const edited = (text: string, edits: readonly Edit[]): Edited => {
  if (edits.length === 0) return { text, sourceOf: ({ start, end }) => ({ start, end }) };
  const pieces: (Span & { from: Span })[] = [];
  let written = "";
  let at = 0;
  for (const { start, end, by } of edits) {
    written += text.slice(at, start);
    pieces.push({ start: written.length, end: written.length + by.length, from: { start, end } });
    written += by;
    at = end;
  }
  return { text: written + text.slice(at), sourceOf: (span) => sourceOf(pieces, span) };
};

/** Both edits in one. */
export const further = (first: Edited, edit: (text: string) => Edited): Edited => {
  const second = edit(first.text);
  return { text: second.text, sourceOf: (span) => first.sourceOf(second.sourceOf(span)) };
};

/** An edge inside a rewritten piece is the edge of what stood there. */
const sourceOf = (pieces: (Span & { from: Span })[], { start, end }: Span): Span => {
  const place = (offset: number, side: "start" | "end"): number => {
    let shift = 0;
    for (const piece of pieces) {
      const isInside =
        side === "start"
          ? offset >= piece.start && offset < piece.end
          : offset > piece.start && offset <= piece.end;
      if (isInside) return piece.from[side];
      if (offset < piece.end) break;
      shift = piece.from.end - piece.end;
    }
    return offset + shift;
  };
  return { start: place(start, "start"), end: place(end, "end") };
};

// Several pasted lines become several tasks: list marks fall off, what stands further in is a part of what it stands under. Pure; called
// by the quick-add views.
import { readListMark } from "../../domain/language/list-mark.ts";

/** One line to add. `under` is the place of the line it is a part of; null for a task of its own. `isDone`: its box was ticked. */
export type PastedLine = { text: string; under: number | null; isDone: boolean };

/** The most tasks made of one paste. */
export const pasteLimit = 100;

/** The lines that say something, in order. */
export const linesOf = (pasted: string): PastedLine[] => {
  const lines: PastedLine[] = [];
  const open: { place: number; indent: number }[] = [];
  for (const raw of pasted.split(/\r\n?|\n/)) {
    const { text, isDone } = readListMark(raw);
    if (/^[-*+•–—_=]*$/.test(text)) continue; // a rule, or a mark of an item that was left empty
    const indent = indentOf(raw);
    while (open.length > 0 && (open.at(-1)?.indent ?? 0) >= indent) open.pop();
    lines.push({ text, under: open.at(-1)?.place ?? null, isDone });
    open.push({ place: lines.length - 1, indent });
  }
  return lines;
};

const indentOf = (line: string): number =>
  (/^\s*/.exec(line)?.[0] ?? "").replaceAll("\t", "    ").length;

// Pasted lines as tasks: bullets, numbers, boxes, and what is indented below what. Called by the paste rule.
import { readListMark } from "../../../domain/language/list-mark.ts";

/** One task of a pasted list. `depth` counts from 0; `isDone` a ticked box. */
export type Item = { text: string; depth: number; isDone: boolean };

const header =
  /^[^:]{0,60}\b(?:add|create|make|put|new|insert|todos?|to-?\s?dos?|tasks?|list|these|following)\b[^:]{0,60}:$|^(?:please\s+)?(?:(?:add|create|make|put|insert)(?:\s+(?:me|these|those|the|following|all|my|some|new|\d{1,2}|two|three|four|five|six))*(?:\s+(?:tasks?|todos?|to-?\s?dos?|items?|things?|list))?(?:\s+(?:to|on)\s+my\s+list)?|(?:my\s+|the\s+)?(?:todos?|to-?\s?dos?|tasks|to-?\s?do\s+list))$/iu;
const ordersList = /^(?:please\s+)?(?:add|create|make|put|new|insert)\b/iu;

type Line = { indent: number; text: string; isBullet: boolean; isDone: boolean };

const lineOf = (raw: string): Line => {
  const indent = (/^\s*/.exec(raw)?.[0] ?? "").replaceAll("\t", "    ").length;
  const { text, isItem, isDone } = readListMark(raw);
  return { indent, text, isBullet: isItem, isDone };
};

/** The items of a message; null when it is no list. A line that ends with a colon above bullets is their parent. */
export const readOutline = (message: string): Item[] | null => {
  const lines = message
    .split(/\r?\n/)
    .filter((line) => line.trim() !== "")
    .map(lineOf);
  const [first, ...rest] = lines;
  if (!first || rest.length === 0) return null;
  const isIndented = rest.some(({ indent }) => indent > first.indent);
  const restIsList = rest.every(({ isBullet, indent }) => isBullet || indent > 0);
  if (!first.isBullet && header.test(first.text)) {
    return restIsList || ordersList.test(first.text) || first.text.endsWith(":")
      ? nested(rest)
      : null;
  }
  if (!first.isBullet && first.text.endsWith(":") && rest.every(({ isBullet }) => isBullet)) {
    const parent = { ...first, text: first.text.slice(0, -1), indent: -1 };
    return nested([parent, ...rest]);
  }
  const isList =
    lines.every(({ isBullet }) => isBullet) ||
    (isIndented && restIsList) ||
    (first.isBullet && restIsList);
  return isList ? nested(lines) : null;
};

/** How deep each line is: a line is below the nearest line above it with less indent. */
const nested = (lines: Line[]): Item[] => {
  const open: number[] = [];
  return lines.map(({ indent, text, isDone }) => {
    while (open.length > 0 && (open.at(-1) ?? 0) >= indent) open.pop();
    open.push(indent);
    return { text, depth: open.length - 1, isDone };
  });
};

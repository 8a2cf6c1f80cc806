// Adds one task a line, each under the one it is a part of. Called by use-quick-add.ts.
import { newId } from "../../api/punctual.ts";
import { type Line, emptyLine } from "../../quick-add/line.ts";
import { saidFields } from "../../../domain/language/quick-add-fields.ts";
import type { PastedLine } from "../../quick-add/pasted.ts";
import type { Reading } from "../../quick-add/reader.ts";
import type { Wishes } from "../../wishes.ts";

/** What a pasted line makes. One that is all details and no title is kept as it was written. */
export const readPasted = (text: string, read: (line: Line) => Reading): Reading => {
  const reading = read({ ...emptyLine, text });
  if (reading.problem === null) return reading;
  return read({ text, plain: [{ start: 0, end: text.length, kinds: [] }] });
};

/** One after the other: a part needs the task it belongs to. What hangs on a refused one is left out with it. */
export const addLines = async (
  lines: readonly PastedLine[],
  wishes: Wishes,
  read: (line: Line) => Reading,
): Promise<void> => {
  const ids: (string | null)[] = [];
  for (const { text, under, isDone } of lines) {
    const parentId = under === null ? null : ids[under];
    if (under !== null && !parentId) {
      ids.push(null);
      continue;
    }
    const id = newId();
    const task = saidFields(readPasted(text, read).said, newId);
    const more = { ...(parentId && { parentId }), ...(isDone && { status: "done" as const }) };
    const added = await wishes.create({ ...task, ...more }, id);
    ids.push(added ? id : null);
  }
};

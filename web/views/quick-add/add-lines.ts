// Adds one task a line, each under the one it is a part of. Called by use-quick-add.ts.
import type { Id } from "../../../domain/ids.ts";
import { newId, type NewTask } from "../../api/punctual.ts";
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

/**
 * All at once: the outbox sends a part after the task it belongs to. What hangs on a refused one is refused with it. `read` null: there is no
 * parser, so each line is a title as it stands.
 */
export const addLines = (
  lines: readonly PastedLine[],
  wishes: Pick<Wishes, "create">,
  read: ((line: Line) => Reading) | null,
  given: Partial<NewTask> = {},
): void => {
  const ids: Id[] = [];
  for (const { text, under, isDone } of lines) {
    const parentId = under === null ? undefined : ids[under];
    const id = newId();
    const task =
      read === null ? { ...given, title: text } : saidFields(readPasted(text, read).said, newId);
    const more = { ...(parentId && { parentId }), ...(isDone && { status: "done" as const }) };
    void wishes.create({ ...task, ...more }, id);
    ids.push(id);
  }
};

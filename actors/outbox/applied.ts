// Which commands an actor has applied: the memory that makes a repeated command harmless. Used by both actors.
import type { Id } from "../../domain/ids.ts";

/** Callers repeat a command within minutes, so the last few are enough. */
const limit = 64;

/** The applied command ids with one more, oldest first, the oldest forgotten beyond the limit. */
export const remembered = (applied: Id[], commandId: Id): Id[] =>
  [...applied, commandId].slice(-limit);

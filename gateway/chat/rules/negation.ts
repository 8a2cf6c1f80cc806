// "don't delete milk", "I haven't finished the report": said so, and nothing is done. Rule of the grammar.
import { talk } from "../asking.ts";
import { findTargets } from "../pointing/targets.ts";
import type { Rule } from "../scene.ts";

const order =
  "(?:delete|remove|erase|trash|bin|complete|finish|close|mark|tick|check|move|postpone|reschedule|push|rename|change|cancel|tag|untag|assign|add|create|make|set|clear|touch|do|undo|restore|reopen|skip|snooze|put|give|archive|purge|wipe|drop|get\\s+rid)";
const forbids = new RegExp(
  `^(?:no,?\\s+)?(?:don['’]?t|do\\s+not|never|under\\s+no\\s+circumstances|you\\s+(?:must|should|may|can)(?:\\s+not|n['’]?t)|no\\s+need\\s+to|you\\s+don['’]?t\\s+(?:need|have)\\s+to|i\\s+(?:don['’]?t|do\\s+not)\\s+want\\s+(?:you\\s+)?to|not\\s+to|refuse\\s+to|stop\\s+(?=delet|remov|mov|complet))\\s*(?:ever\\s+|you\\s+dare\\s+|even\\s+think\\s+(?:of|about)\\s+)*${order}(?:ing|e?ting)?(?:\\s|$)`,
  "iu",
);
const hasNot =
  /^(?:no,?\s+)?(?:i|we)(?:\s+(?:still\s+|really\s+|actually\s+)*(?:haven['’]?t|have\s+not|didn['’]?t|did\s+not|never|won['’]?t|will\s+not|can['’]?t|cannot|could\s*n['’]?t|am\s+not|do\s+not|don['’]?t)|['’](?:ve|m|ll)\s+(?:not|never)|m\s+not)\s+(.+)$/iu;

/** Said of an open task nothing is to be done; of a done one it is open again, which is another rule's business. */
export const negation: Rule = (said, scene) => {
  if (forbids.test(said)) return talk("All right, I leave it. Nothing was changed.");
  const words = hasNot.exec(said)?.[1];
  if (
    words === undefined ||
    /\bforget\b|\b(?:delete|remove|restore|reopen)\s+(?:it|that)$/i.test(words)
  )
    return null;
  const closed = findTargets(undone(words), scene.closed, scene);
  if (closed.is === "found" && findTargets(undone(words), scene.open, scene).is !== "found")
    return null;
  return talk("All right, it stays open. Nothing was changed.");
};

const undone = (words: string): string =>
  words
    .replace(/^(?:yet\s+)?(?:finished|completed|done|did|do|been\s+able\s+to)\s+(?:with\s+)?/iu, "")
    .replace(/\s+(?:yet|after\s+all|at\s+all|still)$/iu, "");

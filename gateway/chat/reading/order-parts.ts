// What a part of a message looks like: an order by its verb, a state ("gym done"), or the end of an order before it. Called by several.ts.
import type { Interpretation } from "../interpretation.ts";

/** A part of a message and what it means. */
export type Part = { said: string; meant: Interpretation };

const orders =
  /^(?:add|create|new|todo|complete|completed|finish|finished|mark|tick|check\s+off|cross|close|delete|remove|trash|erase|get\s+rid|cancel|move|rename|retitle|set|change|make|tag|untag|label|assign|re-?assign|unassign|delegate|reschedule|re-?schedule|postpone|push|delay|defer|bump|bring|remind|ping|alert|notify|snooze|skip|reopen|re-open|restore|undelete|undo|redo|prioriti[sz]e|repeat|stop\s+repeating|describe|start|done(?:\s+with)?|i(?:['’]ve|\s+have)?\s+(?!didn|haven|don['’]?t|won['’]?t|can['’]?t|did\s+not|have\s+not)(?:just\s+|already\s+|finally\s+)*\p{L}+(?:ed|t|d)\b|put|give|show|list|what(?:['’]?s)?|how\s+many|break|split|note|raise|lower|clear|unschedule|schedule|hand|pass|drop|do|call\s+(?:it|that|this))(?:\s|:|$)/iu;

/** Verbs that begin titles as well ("call", "do", "make dinner"): they need more than themselves to be an order. */
export const beginsOrder = (said: string): boolean => orders.test(said);

const states =
  /\s(?:(?:is|are|was|were|has\s+been|have\s+been|got)\s+)?(?:done|finished|completed?|skipped|p[1-4]|urgent|\p{L}{3,}ed)(?:\s+(?:now|already|too|as\s+well))?$|\s(?:to|until|on|by|is|are|isn['’]?t|['’]s)\s+\S|^(?:it|them|that|this|both)\s|\+\p{L}+$|^(?:remind|tomorrow|today)/iu;

/** "gym skipped", "report to friday", "it is urgent". */
export const mayStandAlone = (said: string): boolean => states.test(said);

/** A note is text to its end, and a rename's new title may hold anything but a clear order. */
export const keepsRest = (said: string): boolean =>
  /^(?:add|put|leave|write|attach)?\s*(?:an?\s+|the\s+)*(?:note|comment|description)s?\s+(?:to|on|for)\s+.+?(?::|\s[-–]\s)|^describe\s/iu.test(
    said,
  );

/** "then complete it": an order on what was spoken of. */
export const speaksOfIt = (said: string): boolean =>
  orders.test(said.trim()) &&
  /^(?:then\s+)?\S+\s+(?:\S+\s+)?(?:it|them|that)(?:\s|$)/iu.test(said.trim());

const repeated =
  /^(?<verb>(?:re-?)?assign|move|push|postpone|reschedule|delay|defer|bump|rename|tag|set|put|change)\s+.+\s(?:to|by|with|until|for|on)\s+/iu;

/** "push A by a day and B by a week": the verb of the first is that of the second. */
export const elliptic = (left: string, right: string): string | null => {
  const verb = repeated.exec(left)?.groups?.["verb"];
  const isTail = /^(?!(?:it|them|that|this)\s)\S.*\s(?:to|by|with|until)\s+\S/iu.test(right);
  return verb !== undefined && isTail && !orders.test(right) ? `${verb} ${right}` : null;
};

// "delete milk, no wait, keep it": an order that its own end takes back. Called by grammar.ts.
import { talk } from "../asking.ts";
import type { Interpretation } from "../interpretation.ts";

const doubt =
  "(?:(?:no+|nope|nah|wait|actually|sorry|oops|hm+|uh+|hang\\s+on|on\\s+second\\s+thought)(?:[\\s,.…–—-]+|$))";
const it = "(?:it|them|that)(?:\\s+(?:as\\s+(?:it|they)\\s+(?:is|are)|alone|there|for\\s+now|be))?";
const rules = [
  `${doubt}*(?:never\\s*mind|scratch\\s+that|forget\\s+(?:it|that|about\\s+it|i\\s+said\\s+(?:that|anything))|cancel\\s+that|ignore\\s+that|strike\\s+that|disregard\\s+(?:that|this))`,
  `${doubt}+(?:please\\s+)?(?:don['’]?t(?:\\s+(?:do\\s+(?:it|that)|bother))?|do\\s+not|(?:keep|leave)\\s+${it}|stop|not\\s+(?:yet|now))`,
  `but\\s+(?:please\\s+)?(?:keep|leave)\\s+${it}`,
].map((words) => new RegExp(`\\S\\s+\\S.*?[\\s,.…;:(–—-]${words}[\\s.!)]*$`, "iu"));
/** A word of doubt alone takes back what it is set apart from: "learn to say no" is a title. */
const alone = new RegExp(`\\S\\s+\\S.*?[,.…;(–—-]\\s*(?:${doubt})+[.!)]*$`, "iu");
const quick =
  /mind|scratch|forget|cancel|ignore|strike|disregard|keep|leave|don|do\s+not|stop|not|(?:no+|wait|nope|nah)[\s.!)]*$/iu;

/** Nothing is done. Null where nothing is taken back. */
export const retract = (message: string): Interpretation | null => {
  if (message.length > 300 || /[\n?"“:]/u.test(message) || !quick.test(message)) return null;
  const isTakenBack = alone.test(message) || rules.some((rule) => rule.test(message));
  return isTakenBack ? talk("As you say: I have done nothing.") : null;
};

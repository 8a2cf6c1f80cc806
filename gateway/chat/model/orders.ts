// What a message orders, clause by clause: the person's own verbs. Pure. Called by grounded.ts.
import { sentenceOf } from "../sentence.ts";
import { cleaned } from "./cleaned.ts";
import { type Act, denies, deniesNothing, makes, tellsPast, verbs } from "./verbs.ts";

/** A piece of a message that may order something. `text` still has what stood in quotes, `acts` were not looked for there. */
export type Clause = { text: string; acts: ReadonlySet<Act>; isQuestion: boolean };

const asks =
  /^(?:what|what['’]?s|which|who|whose|when|where|why|how|is|are|am|was|were|do\s+i|do\s+you|do\s+we|does|did|have\s+i|has|should\s+i|any|anything|tell\s+me|show|list|summari[sz]e|sum\s+up|explain|read|describe\s+what|give\s+me|translate|count|find|search|look|was\s+|welche|wann|wer|wie|warum|quel|quelle|qui|quand|comment|qué|cuál|cuándo|quién|cómo)(?![\p{L}\p{N}])/iu;

/**
 * The orders of a message. Whatever follows a colon or stands on a further line is content (pasted, dictated, to be noted): it may
 * fill a task but orders nothing.
 */
export const readOrders = (message: string): Clause[] => {
  const [line = ""] = message.normalize("NFC").trim().split(/\n/, 1);
  const ordering = cleaned(line).replace(/:(?=\s|$).*$/u, "");
  const clauses: Clause[] = [];
  for (const sentence of ordering.split(/(?<=[.!?;])\s+/u))
    clauses.push(...clausesOf(sentence, clauses));
  return clauses;
};

const joins =
  /\s*(?:,\s+(?:and\s+|then\s+)?|\s(?:and|then|also|plus|und|dann|et|puis|y|luego)\s+)\s*/iu;

const clausesOf = (sentence: string, before: Clause[]): Clause[] => {
  const said = sentenceOf(sentence);
  const isQuestion = said.endsWith("?") || asks.test(said);
  const isMaking =
    makes.test(said) || before.some(({ acts }) => acts.size === 1 && acts.has("create"));
  let carried: ReadonlySet<Act> = new Set();
  return said.split(joins).flatMap((text) => {
    if (text.trim() === "") return [];
    const own = isMaking ? new Set<Act>(["create"]) : actsIn(text);
    const acts = isQuestion ? new Set<Act>() : own.size > 0 ? own : carried;
    carried = acts;
    return [{ text, acts, isQuestion }];
  });
};

const quoted = /["“„«][^"”“»]*["”“»]|`[^`]*`/gu;

/** What the words of a clause order; nothing when they deny it. */
const actsIn = (text: string): ReadonlySet<Act> => {
  const words = text.replaceAll(quoted, " ");
  if (denies.test(words.replaceAll(deniesNothing, " "))) return new Set();
  const found = verbs.flatMap(([act, rule]) => (words.search(rule) >= 0 ? [act] : []));
  return new Set(tellsPast.test(words) ? [...found, "complete"] : found);
};

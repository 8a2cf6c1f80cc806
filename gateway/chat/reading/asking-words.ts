// "is the report done", "have we sent the invoice yet": questions that are typed without their mark. Called by grammar.ts and about-task.ts.
import { isImperative } from "../matching/task-verbs.ts";

const who =
  "(?:i|we|you|he|she|it|they|that|this|these|those|there|any(?:one|body|thing)|every(?:one|body|thing)|some(?:one|body)|the|my|our|his|her|their)";
const rules = [
  /^(?:is|are|was|were)\s+(?!done|finished|sorted|over|due|now|also|actually|not|no\s|in\s|on\s|at\s)(?=\S+\s)/iu,
  new RegExp(`^(?:is|are|was|were|does|did|has|have|had|do)n['’]?t\\s+${who}\\s`, "iu"),
  /^(?:am\s+i|have\s+(?:i|we|you|they|any\p{L}*)|had\s+(?:i|we|you|they)|has\s+(?!to\s)\S+|does\s+\S+|do\s+(?:i|we|you|they|any\p{L}*)|(?:did|should|shall|must)\s+(?:i|we|you|he|she|it|they|any\p{L}*))\s/iu,
];
/** Polite orders in the shape of a question. */
const polite =
  /^(?:is\s+it\s+(?:ok|okay|possible|alright|fine)|is\s+there\s+(?:any\s+|a\s+)?(?:chance|way)|do\s+you\s+(?:mind|think\s+you))(?![\p{L}])/iu;
const ordersAfter = /[.;!?]\s+\S|,\s+\S|\s(?:and|then|so|but)\s/iu;

/** A question by the order of its words, whether it ends with a mark or not; nothing is ordered in it. */
export const isAsked = (said: string): boolean =>
  !polite.test(said) && (rules.some((one) => one.test(said)) || isOfSomebody(said));

/** "did anna book the flights"; "did the laundry" is news. */
const isOfSomebody = (said: string): boolean => {
  const doing = /^did\s+(?!(?:the|my|our|an?|all|some)\s)\p{L}+\s+(\p{L}+\s.+)$/iu.exec(said)?.[1];
  return doing !== undefined && isImperative(doing);
};

/** The sentence with the mark it lacks. Where an order may follow it stays as it is. */
export const withMark = (said: string): string =>
  !said.endsWith("?") && isAsked(said) && !ordersAfter.test(said) ? `${said}?` : said;

// p1–p4 and "priority 2". Called by find-tokens.ts and by the chat's list filters.
import { scan, sentenceMayGoOn, type Token, wholeWords } from "./token.ts";

const rule = wholeWords(
  "(?:(?:with|as|at)\\s+)?(?:!?p([1-4])|(?:priority|prio)\\s*:?\\s*([1-4]|one|two|three|four|high|highest|urgent|medium|low)|(no|low|medium|normal|high|highest|top|urgent)\\s+(?:priority|prio))",
);
const named: Record<string, number> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  no: 4,
  normal: 4,
  low: 3,
  medium: 2,
  high: 1,
  highest: 1,
  top: 1,
  urgent: 1,
};

/** The priorities a text names. "high priority bugs" is a kind of bugs; at the end or before a small word it counts. */
export const findPriorities = (text: string): Token[] =>
  scan(text, rule).flatMap(({ match, start, end }): Token[] => {
    const [whole, short, figure, word = ""] = match;
    if (short === undefined && !sentenceMayGoOn(text, end)) return [];
    const value = Number(short ?? named[(figure ?? word).toLowerCase()] ?? figure);
    return [{ kind: "priority", value, start, end, text: whole }];
  });

// "+bob" gives a task to someone. Called by find-tokens.ts.
import { scan, type Token } from "./token.ts";

const rule =
  /(?<![^\s(\uFFFC])(?:(?:assign(?:ed)?\s+to|for|by)\s+)?\+(?:"([^"\n]{1,100})"|(\p{L}[\p{L}\p{N}_.-]*[\p{L}\p{N}]|\p{L}))/gu;

/** The people a line names, in the order of the text. "+2" and "C++" name no one. */
export const findAssignees = (text: string): Token[] =>
  scan(text, rule).map(({ match, start, end }) => ({
    kind: "assignee",
    value: match[1] ?? match[2] ?? "",
    start,
    end,
    text: match[0],
  }));

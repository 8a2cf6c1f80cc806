// A filter in words → a tree: `overdue & p1`, `#home | @errand`, `due before: fri & !(@waiting | no project)`.
// Used by GET /tasks?filter=, the chat, saved filters and the page alike.
import type { Clock } from "../language/clock.ts";
import { type Filter, longestFilter } from "./filter.ts";
import { readTerm } from "./term.ts";
import { type Token, tokensOf } from "./tokens.ts";

/** What is wrong with a filter, and where in the line (UTF-16 units, `end` not included). */
export type FilterProblem = { message: string; at: number; end: number };
export type FilterRead = { ok: true; filter: Filter } | { ok: false; problem: FilterProblem };

const deepest = 20;
/** Each is asked of each task. */
const mostConditions = 40;

/** Reads a line. `!` binds tighter than `&`, and `&` tighter than `|`. Never throws. */
export const readFilter = (line: string, clock: Clock): FilterRead => {
  if (line.length > longestFilter) {
    const message = `a filter has at most ${longestFilter} characters`;
    return { ok: false, problem: { message, at: longestFilter, end: line.length } };
  }
  try {
    return { ok: true, filter: createReader(line, clock).whole() };
  } catch (error) {
    if (error instanceof Wrong) return { ok: false, problem: error.problem };
    throw error;
  }
};

class Wrong extends Error {
  readonly problem: FilterProblem;
  constructor(message: string, { at, end }: Pick<Token, "at" | "end">) {
    super(message);
    this.problem = { message, at, end };
  }
}

const createReader = (line: string, clock: Clock) => {
  const { tokens, openQuote } = tokensOf(line);
  const behind = { at: line.length, end: line.length };
  let [next, depth] = [0, 0];

  const takes = (kind: Token["kind"]): boolean => {
    if (tokens[next]?.kind !== kind) return false;
    next += 1;
    return true;
  };

  const several = (
    kind: "and" | "or",
    one: () => Filter,
    join: (of: Filter[]) => Filter,
  ): Filter => {
    const first = one();
    const of = [first];
    while (takes(kind)) of.push(one());
    return of.length === 1 ? first : join(of);
  };

  const any = (): Filter => several("or", all, (of) => ({ any: of }));
  const all = (): Filter => several("and", single, (of) => ({ all: of }));

  const single = (): Filter => {
    const token = tokens[next];
    if (token === undefined) throw new Wrong("a condition is missing at the end", behind);
    next += 1;
    if (token.kind === "not") return { not: deeper(single, token) };
    if (token.kind === "open") {
      const within = deeper(any, token);
      if (!takes("close")) throw new Wrong("this ( is never closed", token);
      return within;
    }
    if (token.kind !== "term")
      throw new Wrong(`a condition is missing before ${token.text}`, token);
    const term = readTerm(token.text, clock);
    if (!term.ok) throw new Wrong(term.message, token);
    return term.condition;
  };

  const deeper = (read: () => Filter, token: Token): Filter => {
    depth += 1;
    if (depth > deepest) throw new Wrong(`at most ${deepest} ( and ! stand in each other`, token);
    const filter = read();
    depth -= 1;
    return filter;
  };

  return {
    whole: (): Filter => {
      if (openQuote !== null)
        throw new Wrong('this " is never closed', { at: openQuote, end: openQuote + 1 });
      if (tokens.filter(({ kind }) => kind === "term").length > mostConditions)
        throw new Wrong(`a filter has at most ${mostConditions} conditions`, behind);
      if (tokens.length === 0)
        throw new Wrong("a filter names at least one condition, for example: today", behind);
      const filter = any();
      const rest = tokens[next];
      if (rest?.kind === "close") throw new Wrong("nothing was opened that this ) closes", rest);
      if (rest) throw new Wrong(`& or | is missing before ${rest.text}`, rest);
      return filter;
    },
  };
};

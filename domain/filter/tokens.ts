// A filter's line cut into operators and the words between them. Called by read-filter.ts.

/** `at` and `end`: where it stands in the line, in UTF-16 units. */
export type Token = {
  kind: "and" | "or" | "not" | "open" | "close" | "term";
  text: string;
  at: number;
  end: number;
};

const operators: Record<string, Token["kind"]> = {
  "&": "and",
  "|": "or",
  "!": "not",
  "(": "open",
  ")": "close",
};

/**
 * Operators stand for themselves wherever they are; `\` in front makes one a letter, and so do quotation marks around it.
 * `text` of a term is without spaces around it; what was escaped is marked by U+E000 before it, so that `\#` is no project. `openQuote`: where a quotation mark stands that no other closes.
 */
export const tokensOf = (line: string): { tokens: Token[]; openQuote: number | null } => {
  const tokens: Token[] = [];
  let text = "";
  let [from, at] = [0, 0];
  let quote: number | null = null;
  const close = (end: number): void => {
    const words = text.trim();
    if (words !== "")
      tokens.push({
        kind: "term",
        text: words,
        at: from,
        end: from + line.slice(from, end).trimEnd().length,
      });
    text = "";
  };
  while (at < line.length) {
    const char = line.charAt(at);
    if (text === "" && /\s/u.test(char)) from = at + 1;
    const kind = quote === null ? operators[char] : undefined;
    if (char === "\\" && at + 1 < line.length) {
      text += `${escaped}${line.charAt(at + 1)}`;
      at += 1;
    } else if (char === '"') quote = quote === null ? at : null;
    else if (kind !== undefined) {
      close(at);
      tokens.push({ kind, text: char, at, end: at + 1 });
      from = at + 1;
    } else if (text !== "" || !/\s/u.test(char))
      text += quote === null ? char : `${escaped}${char}`;
    at += 1;
  }
  close(line.length);
  return { tokens, openQuote: quote };
};

/** What stands before a character that is only itself. */
export const escaped = "\uE000";

/** The words as they were meant. */
export const unescaped = (text: string): string => text.replaceAll(escaped, "");

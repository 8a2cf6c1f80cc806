// Reads a text word by word from a place on. Used by the readers of repetition in this folder.

/** Where a reader stands in a text. Readers move `at` over what they understood and leave it where they did not. With `dayFirst` 4/1 is in January. */
export type Cursor = { text: string; at: number; dayFirst?: boolean };

/** A rule for the words at the cursor, spaces and recognised pieces before them included. It ends with a whole word. */
export const words = (pattern: string): RegExp =>
  new RegExp(`[\\s\\uFFFC]*(?:${pattern})(?![\\p{L}\\p{N}_'’%\\uE000]|[.:]\\p{N})`, "iuy");

/** A rule for marks at the cursor, with the spaces around them. */
export const marks = (pattern: string): RegExp => new RegExp(`\\s*(?:${pattern})\\s*`, "iuy");

/** Moves over what the rule matches and gives the match; null, and the cursor stays, when it does not. */
export const eat = (cursor: Cursor, rule: RegExp): RegExpExecArray | null => {
  rule.lastIndex = cursor.at;
  const match = rule.exec(cursor.text);
  if (match) cursor.at += match[0].length;
  return match;
};

/** Tries a reader; where it answers null the cursor goes back to where it was. */
export const attempt = <T>(cursor: Cursor, read: (cursor: Cursor) => T | null): T | null => {
  const before = cursor.at;
  const value = read(cursor);
  if (value === null) cursor.at = before;
  return value;
};

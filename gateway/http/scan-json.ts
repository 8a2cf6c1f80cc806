// Looks at a body's bytes before anything is built of them: one pass, no memory. Pure. Called by body.ts and sockets/messages.ts.

/** Deepest nesting of arrays and objects in what we take. Our own schemas need 6. */
export const maxJsonDepth = 32;

/** Most values in one body. A whole task has about 30; each value too many would become a complaint of its own. */
export const maxJsonValues = 20_000;

/** Longest run of digits. JSON.parse takes 75 ms for a number of a million of them; a double has 17. */
export const maxJsonDigits = 400;

export type JsonFault = "too_deep" | "too_many_values" | "too_long_number";

const [quote, backslash, comma] = [0x22, 0x5c, 0x2c];
const isOpening = (byte: number): boolean => byte === 0x5b || byte === 0x7b; // [ {
const isDigit = (byte: number): boolean => byte >= 0x30 && byte <= 0x39;
const isClosing = (byte: number): boolean => byte === 0x5d || byte === 0x7d; // ] }

/**
 * What would make these bytes costly to parse, or null. The bytes are UTF-8, so that a quote or a bracket is never part of another
 * character; they need not be valid JSON.
 */
export const scanJson = (bytes: Uint8Array): JsonFault | null => {
  let depth = 0;
  let values = 1;
  let digits = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] as number;
    digits = isDigit(byte) ? digits + 1 : 0;
    if (byte === quote) at = endOfString(bytes, at);
    else if (byte === comma) values += 1;
    else if (isOpening(byte)) {
      depth += 1;
      values += 1;
    } else if (isClosing(byte)) depth -= 1;
    if (depth > maxJsonDepth) return "too_deep";
    if (values > maxJsonValues) return "too_many_values";
    if (digits > maxJsonDigits) return "too_long_number";
  }
  return null;
};

/** Where the string that begins at `from` ends; the last byte when it does not. */
const endOfString = (bytes: Uint8Array, from: number): number => {
  let at = from + 1;
  while (at < bytes.length && bytes[at] !== quote) at += bytes[at] === backslash ? 2 : 1;
  return at;
};

/**
 * The path of the first text with NUL or half a surrogate pair (PostgreSQL stores neither), or null. JSON can hold them only as
 * escapes, so a body without such an escape is not walked at all.
 */
export const findBrokenText = (json: string): string[] | null => {
  if (!suspicious.test(json)) return null;
  const path: string[] = [];
  return hasBrokenText(parsed(json), path) ? path : null;
};

const suspicious = /\\u(?:0000|d[89a-f])/i;

/** Text that no store could hold. */
export const isBroken = (text: string): boolean => text.includes("\0") || !text.isWellFormed();

/** `path` is where it looks; it stays there when something was found. At most `maxJsonDepth` deep. */
const hasBrokenText = (value: unknown, path: string[]): boolean => {
  if (typeof value === "string") return isBroken(value);
  if (typeof value !== "object" || value === null) return false;
  for (const [key, inner] of Object.entries(value)) {
    path.push(key);
    if (hasBrokenText(inner, path)) return true;
    path.pop();
  }
  return false;
};

const parsed = (json: string): unknown => {
  try {
    return JSON.parse(json);
  } catch {
    return undefined; // the route answers broken JSON
  }
};

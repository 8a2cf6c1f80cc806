// The words of a text, the same for what is stored, what is searched and what a filter asks. Done here and not in SQL, because what
// PostgreSQL calls a letter or its lower case depends on the locale a database was made with.

const maxWordLength = 64;

/** Lower-case words without accents, each once: `"Café-Bar, 2nd!"` → `["cafe", "bar", "2nd"]`. */
export const wordsIn = (text: string): string[] => {
  const plain = text.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();
  const found = plain.match(/[\p{L}\p{N}]+/gu) ?? [];
  return [...new Set(found.map((word) => word.slice(0, maxWordLength).toWellFormed()))];
};

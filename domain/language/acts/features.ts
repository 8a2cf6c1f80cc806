// What a sentence looks like to the model of acts: hashes of its words, pairs and triples of words, and pieces of words. Pure. Called by
// read-act.ts and by the training.

/** Hashes fall into this many places. */
export const places = 1 << 16;

/** A sentence of more words is looked at up to here: an order says what it wants early or at its end. */
const mostWords = 48;

/** The places of all that is seen, each once. */
export const featuresOf = (said: string): number[] => {
  const words = wordsIn(said);
  const seen = new Set<number>();
  const see = (feature: string): void => {
    seen.add(placeOf(feature));
  };
  const padded = ["<", ...words, ">"];
  for (const [index, word] of words.entries()) {
    const [before = "", after = ""] = [padded[index], padded[index + 2]];
    see(`w ${word}`);
    see(`2 ${before} ${word}`);
    if (index === words.length - 1) see(`2 ${word} >`);
    see(`3 ${before} ${word} ${after}`);
    see(`s ${before} ${after}`);
    for (const piece of piecesOf(word)) see(`c ${piece}`);
  }
  for (const word of words.slice(0, 3)) see(`f ${word}`);
  see(`1 ${words[0] ?? ""}`);
  see(`12 ${words.slice(0, 2).join(" ")}`);
  see(`l ${words.at(-1) ?? ""}`);
  see(`n ${Math.min(12, words.length)}`);
  if (said.trim().endsWith("?")) see("?");
  return [...seen];
};

/** Lower case; figures are one word whatever they say, punctuation other than within words is none. */
export const wordsIn = (said: string): string[] =>
  (
    said
      .toLowerCase()
      .replaceAll(/[’‘]/gu, "'")
      .match(/[#@]?[\p{L}\p{M}]+(?:'\p{L}+)*|\p{N}[\p{N}.:]*/gu) ?? []
  )
    .slice(0, mostWords)
    .map((word) => (/^\p{N}/u.test(word) ? "0" : word));

const piecesOf = (word: string): string[] => {
  const marked = `^${word.slice(0, 24)}$`;
  const pieces: string[] = [];
  for (const size of [3, 4])
    for (let at = 0; at + size <= marked.length; at += 1) pieces.push(marked.slice(at, at + size));
  return pieces;
};

/** FNV-1a of the UTF-16 units, folded into as many places as there are. */
export const placeOf = (feature: string, among = places): number => {
  let hash = 0x811c9dc5;
  for (let at = 0; at < feature.length; at += 1) {
    hash ^= feature.charCodeAt(at);
    hash = Math.imul(hash, 0x01000193);
  }
  return (hash ^ (hash >>> 16)) & (among - 1);
};

// Words as they are compared: without case, accents, marks and endings. Called by find-task.ts.

const irregular: Record<string, string> = {
  bought: "buy",
  paid: "pay",
  sent: "send",
  wrote: "write",
  written: "write",
  did: "do",
  went: "go",
  made: "make",
  got: "get",
  took: "take",
  met: "meet",
  ran: "run",
  spoke: "speak",
  told: "tell",
  gave: "give",
  brought: "bring",
  built: "build",
  sold: "sell",
  found: "find",
  left: "leave",
  rang: "ring",
  drove: "drive",
  fed: "feed",
  taken: "take",
  given: "give",
  driven: "drive",
  seen: "see",
  saw: "see",
  eaten: "eat",
  drawn: "draw",
  drew: "draw",
  rung: "ring",
  hung: "hang",
  held: "hold",
  taught: "teach",
  caught: "catch",
  chose: "choose",
  chosen: "choose",
  swept: "sweep",
  mom: "mum",
};

const small = new Set(
  "a an the my our your his her their to for of on in at by with and or this that these those task tasks todo item one is it".split(
    " ",
  ),
);

/** Whether a word says too little to know a task by it. */
export const isSmall = (word: string): boolean => small.has(word);

/** Lower case, no accents, marks as spaces. */
export const plain = (text: string): string =>
  withoutAccents(text)
    .toLowerCase()
    .replaceAll(/['’]/g, "")
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

const withoutAccents = (text: string): string =>
  /^[ -~]*$/.test(text) ? text : text.normalize("NFKD").replaceAll(/\p{M}/gu, "");

/** The words of a text in plain form. */
export const wordsOf = (text: string): string[] =>
  plain(text.replaceAll(/['’]s(?!\p{L})/giu, ""))
    .split(" ")
    .filter(Boolean);

/** The words that carry the meaning; all of them when there are only small ones. */
export const contentWords = (text: string): string[] => {
  const all = wordsOf(text);
  const heavy = all.filter((word) => !small.has(word));
  return heavy.length > 0 ? heavy : all;
};

const stems = new Map<string, string>(); // the same few words come again and again

/** A word without its ending, so that "groceries" is "grocery" and "calling" is "call". Irregular pasts are looked up. */
export const stem = (word: string): string => {
  const known = stems.get(word);
  if (known !== undefined) return known;
  if (stems.size > 10_000) stems.clear();
  const made = cutEnding(irregular[word] ?? word);
  stems.set(word, made);
  return made;
};

const cutEnding = (base: string): string => {
  if (base.length < 4) return base;
  const cut = base
    .replace(/(?:ies|ied)$/, "y")
    .replace(/(?<=[^aeiousy]|[aoi]|[^s]e)s$/, "")
    .replace(/(?<=\p{L}{3})(?:ing|ed)$/u, "");
  return undouble(cut).replace(/(?<=\p{L}{3})e$/u, "");
};

/** "running" loses its ending and then one of its two n; "call" keeps both l. */
const undouble = (word: string): string => word.replace(/([bdgmnprt])\1$/, "$1");

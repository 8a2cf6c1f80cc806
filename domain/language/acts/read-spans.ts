// Which words of a sentence are the thing, the list and the time: a linear chain over words, trained by tests/language/train.ts. Pure. Called by the
// chat.
import { placeOf } from "./features.ts";

/** What a run of words is: what is to be done, a list or calendar, a time. */
export const kinds = ["item", "list", "when"] as const;
export type SpanKind = (typeof kinds)[number];
/** `start` and `end` are offsets into the sentence. */
export type Span = { kind: SpanKind; start: number; end: number; text: string };

/** `O` is a word beside the spans, `B` begins one, `I` goes on with it. */
export const labels = ["O", ...kinds.flatMap((kind) => [`B ${kind}`, `I ${kind}`])];
export const spanPlaces = 1 << 15;

/** Bytes for each label at each place, and for each step from a label to the next, in base64. */
export type SpanWeights = { version: 1; labels: string[]; weights: string; steps: string };

export type Word = { text: string; start: number; end: number };

/** A longer sentence has no spans. */
const mostWords = 60;

export const wordsWithPlaces = (said: string): Word[] =>
  [...said.matchAll(/[#@+]?[\p{L}\p{M}\p{N}]+(?:['’.:/-][\p{L}\p{N}]+)*|[^\s\p{L}\p{N}]/gu)].map(
    (match) => ({ text: match[0], start: match.index, end: match.index + match[0].length }),
  );

/** What is seen around the word at a place. */
export const seenAt = (words: readonly string[], at: number): number[] => {
  const near = (by: number): string => shapeOf(words[at + by]);
  const [word, before, after] = [near(0), near(-1), near(1)];
  const before2 = near(-2);
  const after2 = near(2);
  return [
    `0 ${word}`,
    `-1 ${before}`,
    `+1 ${after}`,
    `-2 ${before2}`,
    `+2 ${after2}`,
    `-10 ${before} ${word}`,
    `01 ${word} ${after}`,
    `-11 ${before} ${after}`,
    `-21 ${before2} ${before}`,
    `12 ${after} ${after2}`,
    `-2-10 ${before2} ${before} ${word}`,
    `012 ${word} ${after} ${after2}`,
    `s ${word.slice(-3)}`,
    `p ${word.slice(0, 3)}`,
    `f ${shapeOf(words[0])} ${at === 0 ? "first" : ""}`,
    `l ${at === words.length - 1 ? "last" : ""}`,
    "",
  ].map((feature) => placeOf(feature, spanPlaces));
};

const shapeOf = (word: string | undefined): string =>
  word === undefined
    ? "<>"
    : /^\p{N}/u.test(word)
      ? `0${word.replaceAll(/\p{N}/gu, "")}`
      : word.toLowerCase();

/** The best chain of labels; `weightOf(place, label)` and `stepOf(from, to)` say what each is worth. */
export const bestLabels = (
  seen: readonly number[][],
  weightOf: (place: number, label: number) => number,
  stepOf: (from: number, to: number) => number,
): number[] => {
  const size = labels.length;
  let worth: number[] = labels.map((label) => (label.startsWith("I") ? -1e9 : 0));
  const back: number[][] = [];
  for (const [at, places] of seen.entries()) {
    const own = labels.map((_, label) =>
      places.reduce((sum, place) => sum + weightOf(place, label), 0),
    );
    const from: number[] = [];
    const next: number[] = [];
    for (let to = 0; to < size; to += 1) {
      let [best, most] = [0, -Infinity];
      for (let one = 0; one < size; one += 1) {
        const isOdd = at === 0 ? one > 0 : !mayFollow(one, to);
        const sum = isOdd ? -1e9 : (worth[one] ?? 0) + (at === 0 ? 0 : stepOf(one, to));
        if (sum > most) [best, most] = [one, sum];
      }
      from.push(best);
      next.push(
        most + (own[to] ?? 0) + (at === 0 && (labels[to] ?? "").startsWith("I") ? -1e9 : 0),
      );
    }
    back.push(from);
    worth = next;
  }
  const chain: number[] = [];
  let label = worth.indexOf(Math.max(...worth));
  for (let at = seen.length - 1; at >= 0; at -= 1) {
    chain.push(label);
    label = back[at]?.[label] ?? 0;
  }
  return chain.toReversed();
};

/** A span goes on only where one of its kind stands. */
const mayFollow = (from: number, to: number): boolean => {
  const [before = "", after = ""] = [labels[from], labels[to]];
  return !after.startsWith("I") || before.slice(2) === after.slice(2);
};

/** The spans that a chain of labels means. */
export const spansOf = (said: string, words: readonly Word[], chain: readonly number[]): Span[] => {
  const spans: Span[] = [];
  for (const [at, word] of words.entries()) {
    const label = labels[chain[at] ?? 0] ?? "O";
    const last = spans.at(-1);
    if (label.startsWith("B")) spans.push({ kind: label.slice(2) as SpanKind, ...word });
    else if (label.startsWith("I") && last) {
      last.end = word.end;
      last.text = said.slice(last.start, last.end);
    }
  }
  return spans;
};

/** Makes the reader of weights. Throws when they are of another shape than this code's. */
export const spanReader = (file: SpanWeights): ((said: string) => Span[]) => {
  const bytes = bytesOf(file.weights);
  const steps = bytesOf(file.steps);
  const size = labels.length;
  if (bytes.length !== spanPlaces * size || file.labels.join() !== labels.join())
    throw new Error(`the weights have other labels: run npm run train:language`);
  return (said) => {
    const words = wordsWithPlaces(said);
    if (words.length === 0 || words.length > mostWords) return [];
    const texts = words.map(({ text }) => text);
    const chain = bestLabels(
      words.map((_, at) => seenAt(texts, at)),
      (place, label) => bytes[place * size + label] ?? 0,
      (from, to) => steps[from * size + to] ?? 0,
    );
    return spansOf(said, words, chain);
  };
};

const bytesOf = (text: string): Int8Array => Int8Array.from(atob(text), (one) => one.charCodeAt(0));

// The averaged perceptron of the spans. Called by train.ts.
import {
  bestLabels,
  labels,
  seenAt,
  spanPlaces,
  type SpanWeights,
  wordsWithPlaces,
} from "../../domain/language/acts/read-spans.ts";
import { chanceFrom, shuffled } from "./chance.ts";

/** A sentence with the runs of its words that are spans. */
export type Marked = { text: string; spans: { kind: string; start: number; end: number }[] };

const rounds = 6;

/** The label of each word. */
export const labelsOf = ({ text, spans }: Marked): number[] =>
  wordsWithPlaces(text).map(({ start, end }) => {
    const span = spans.find((one) => start >= one.start && end <= one.end);
    if (!span) return 0;
    const name = start === span.start ? `B ${span.kind}` : `I ${span.kind}`;
    return labels.indexOf(name);
  });

/** The weights that find the spans of the examples. */
export const fitSpans = (examples: readonly Marked[]): SpanWeights => {
  const size = labels.length;
  const weights = new Float64Array(spanPlaces * size);
  const steps = new Float64Array(size * size);
  const [allWeights, allSteps] = [weights.slice(), steps.slice()];
  const read = examples.map((one) => {
    const words = wordsWithPlaces(one.text).map(({ text }) => text);
    return { seen: words.map((_, at) => seenAt(words, at)), chain: labelsOf(one) };
  });
  const chance = chanceFrom(11);
  let time = 0;
  const total = rounds * read.length;
  const add = (array: Float64Array, sum: Float64Array, at: number, by: number): void => {
    array[at] = (array[at] ?? 0) + by;
    sum[at] = (sum[at] ?? 0) + by * (1 - time / total);
  };
  for (let round = 0; round < rounds; round += 1)
    for (const { seen, chain } of shuffled(read, chance)) {
      time += 1;
      const got = bestLabels(
        seen,
        (place, label) => weights[place * size + label] ?? 0,
        (from, to) => steps[from * size + to] ?? 0,
      );
      for (const [at, wanted] of chain.entries()) {
        const wrong = got[at] ?? 0;
        if (wrong !== wanted)
          for (const place of seen[at] ?? []) {
            add(weights, allWeights, place * size + wanted, 1);
            add(weights, allWeights, place * size + wrong, -1);
          }
        if (at === 0) continue;
        const [right, odd] = [
          (chain[at - 1] ?? 0) * size + wanted,
          (got[at - 1] ?? 0) * size + wrong,
        ];
        if (right === odd) continue;
        add(steps, allSteps, right, 1);
        add(steps, allSteps, odd, -1);
      }
    }
  const most = [...allWeights, ...allSteps].reduce(
    (top, one) => Math.max(top, Math.abs(one)),
    1e-9,
  );
  return {
    version: 1,
    labels,
    weights: inBytes(allWeights, most),
    steps: inBytes(allSteps, most),
  };
};

const inBytes = (values: Float64Array, most: number): string =>
  Buffer.from(Int8Array.from(values, (one) => Math.round((127 * one) / most)).buffer).toString(
    "base64",
  );

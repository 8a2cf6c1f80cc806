// Logistic regression over hashed features: AdaGrad, one sentence after the other, then rounded to bytes. Called by train.ts.
import { featuresOf, places } from "../../domain/language/acts/features.ts";
import { acts, type ActWeights } from "../../domain/language/acts/read-act.ts";
import { chanceFrom, shuffled } from "./chance.ts";
import type { Example } from "./example.ts";

const rounds = 6;
const rate = 0.15;
/** How much of a sentence is looked at each time, so that no single feature is relied upon. */
const kept = 0.5;
/** Pulls weights to nothing, so that no single sentence is learnt by heart. */
const decay = 1e-5;

/** The weights that tell the acts of the examples apart. */
export const fit = (examples: readonly Example[]): ActWeights => {
  const size = acts.length;
  const weights = new Float64Array(places * size);
  const squares = new Float64Array(places * size).fill(1e-2);
  const bias = new Float64Array(size);
  const read = examples.map(({ text, act }) => ({
    features: featuresOf(text),
    act: acts.indexOf(act),
  }));
  const chance = chanceFrom(7);
  for (let round = 0; round < rounds; round += 1) {
    for (const { features: all, act } of shuffled(read, chance)) {
      const features = all.filter(() => chance() < kept);
      const errors = errorsOf(weights, bias, features, act);
      const step = rate / Math.sqrt(1 + round);
      for (let one = 0; one < size; one += 1) {
        const error = errors[one] ?? 0;
        if (Math.abs(error) < 1e-3) continue;
        bias[one] = (bias[one] ?? 0) - 0.01 * error;
        for (const place of features) {
          const at = place * size + one;
          const slope = error / Math.sqrt(features.length) + decay * (weights[at] ?? 0);
          squares[at] = (squares[at] ?? 0) + slope * slope;
          weights[at] = (weights[at] ?? 0) - (step * slope) / Math.sqrt(squares[at] ?? 1);
        }
      }
    }
  }
  return inBytes(weights, [...bias]);
};

/** Probability less the truth, for each act. */
const errorsOf = (
  weights: Float64Array,
  bias: Float64Array,
  features: readonly number[],
  act: number,
): number[] => {
  const size = bias.length;
  const sums = [...bias];
  for (const place of features)
    for (let one = 0; one < size; one += 1)
      sums[one] = (sums[one] ?? 0) + (weights[place * size + one] ?? 0);
  const most = Math.max(...sums);
  const powers = sums.map((sum) => Math.exp(sum - most));
  const all = powers.reduce((total, power) => total + power, 0);
  return powers.map((power, one) => power / all - (one === act ? 1 : 0));
};

const inBytes = (weights: Float64Array, bias: number[]): ActWeights => {
  const most = weights.reduce((top, one) => Math.max(top, Math.abs(one)), 0);
  const scale = most / 127;
  const bytes = Int8Array.from(weights, (one) => Math.round(one / scale));
  return {
    version: 1,
    acts: [...acts],
    scale,
    bias,
    weights: Buffer.from(bytes.buffer).toString("base64"),
  };
};

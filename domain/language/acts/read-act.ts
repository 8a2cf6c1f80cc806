// Which act a sentence is, with a probability: a linear model over what it looks like, trained by tests/language/train.ts. Pure. Called by the chat.
import { featuresOf, places } from "./features.ts";

/**
 * What a message does. `remove` also clears and cancels, `complete` also ticks off, `change` sets any other field, `meta` is undo, help and
 * the app itself, `none` is nothing a todo system does: questions about the world, orders to other machines, news and feelings.
 */
export const acts = ["add", "show", "remove", "complete", "change", "meta", "none"] as const;
export type Act = (typeof acts)[number];

/** The acts with their probabilities, the likeliest first. They sum to 1. */
export type ActReading = readonly { act: Act; probability: number }[];

/** What training writes: a byte (−127…127) for each act at each place, in base64, times `scale`. */
export type ActWeights = {
  version: 1;
  acts: string[];
  scale: number;
  bias: number[];
  weights: string;
};

/** Makes the reader of weights. Throws when they are of another shape than this code's. */
export const actReader = (file: ActWeights): ((said: string) => ActReading) => {
  const bytes = Int8Array.from(atob(file.weights), (one) => one.charCodeAt(0));
  if (bytes.length !== places * acts.length || file.acts.join() !== acts.join())
    throw new Error(
      `the weights are for the acts ${file.acts.join(", ")}: run npm run train:language`,
    );
  return (said) => {
    const sums = [...file.bias];
    const features = featuresOf(said);
    for (const place of features)
      for (let act = 0; act < acts.length; act += 1)
        sums[act] = (sums[act] ?? 0) + (bytes[place * acts.length + act] ?? 0) * file.scale;
    return ranked(sums);
  };
};

/** Softmax. */
const ranked = (sums: number[]): ActReading => {
  const most = Math.max(...sums);
  const powers = sums.map((sum) => Math.exp(sum - most));
  const all = powers.reduce((total, power) => total + power, 0);
  return acts
    .map((act, index) => ({ act, probability: (powers[index] ?? 0) / all }))
    .toSorted((a, b) => b.probability - a.probability);
};

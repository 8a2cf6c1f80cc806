// The sentences as people also say them: with a name or a please before them, with slips of the fingers. Called by train.ts.
import { chanceFrom } from "./chance.ts";
import type { Example } from "./example.ts";

const before = [
  "please",
  "hey google",
  "siri",
  "alexa",
  "ok",
  "hey",
  "can you",
  "could you please",
  "i want you to",
  "i need you to",
  "would you",
  "go ahead and",
  "hey punctual",
];

/** Each sentence, and now and then a variant of it. */
export const varied = (examples: readonly Example[]): Example[] => {
  const chance = chanceFrom(14);
  return examples.flatMap((one) => {
    const more: Example[] = [];
    if (chance() < 0.3) more.push({ ...one, text: `${pick(before, chance)} ${one.text}` });
    if (chance() < 0.5) more.push({ ...one, text: slipped(one.text, chance) });
    return [one, ...more];
  });
};

const pick = (all: readonly string[], chance: () => number): string =>
  all[Math.floor(chance() * all.length)] ?? "";

/** One letter missing, doubled or in the place of its neighbour. */
const slipped = (text: string, chance: () => number): string => {
  const at = 1 + Math.floor(chance() * Math.max(1, text.length - 2));
  const [left, one, next, rest] = [
    text.slice(0, at),
    text[at] ?? "",
    text[at + 1] ?? "",
    text.slice(at + 2),
  ];
  if (one === " " || next === " ") return text;
  const kind = chance();
  if (kind < 0.4) return left + next + rest;
  return kind < 0.7 ? left + one + one + next + rest : left + next + one + rest;
};

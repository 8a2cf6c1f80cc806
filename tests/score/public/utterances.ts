// What people said to assistants, of public data sets that are not in the project, and into which third each falls. Called by public.ts and train.ts.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";

/** `src` names the data set, `intent` is its own. */
export const Utterance = z.object({ src: z.string(), intent: z.string(), text: z.string() });
export type Utterance = z.infer<typeof Utterance>;

/** `forUs` is what a todo system should understand, `foreign` speaks of other things. */
export type Utterances = { forUs: Utterance[]; foreign: Utterance[] };

/** Reads for-us.jsonl and not-for-us.jsonl of a folder. A text that stands there twice counts once. Throws what is wrong with a line. */
export const readUtterances = (folder: string): Utterances => ({
  forUs: linesOf(join(folder, "for-us.jsonl")),
  foreign: linesOf(join(folder, "not-for-us.jsonl")),
});

const linesOf = (path: string): Utterance[] => {
  const all = readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => Utterance.parse(JSON.parse(line)));
  return [...new Map(all.map((one) => [keyOf(one), one])).values()];
};

const keyOf = ({ text }: Utterance): string => text.trim().toLowerCase();

/** Whether nothing may be made of it: one third of all, told by the hash of its words. Its misses are looked at in sums only. */
export const isHeldOut = (one: Utterance): boolean =>
  (createHash("sha256").update(keyOf(one)).digest()[0] ?? 0) % 3 === 2;

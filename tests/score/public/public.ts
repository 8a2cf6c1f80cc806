// The public half of the score: what other people said to assistants, by kind and by thirds. Called by language.ts.
import { interpretByGrammar } from "../../../gateway/chat/grammar.ts";
import type { Context, Interpretation } from "../../../gateway/chat/interpretation.ts";
import { expectedActs, isQuestion } from "./expected-act.ts";
import { outcomeOf } from "./outcome.ts";
import { isHeldOut, readUtterances, type Utterance } from "./utterances.ts";
import { everydayContext } from "./world.ts";

/** What became of one: `right`, `wrong` (another kind of write), `unread`, or `other` (another question or answer, nothing changed). */
export type Fate = "right" | "wrong" | "unread" | "other";
export type Fated = { one: Utterance; fate: Fate };
/** A foreign one and whether something was written. */
export type Foreign = { one: Utterance; writes: boolean };

type Read = (message: string, context: Context) => Interpretation;

/** What becomes of an utterance that is for us. */
export const fateOf = (one: Utterance, read: Read): Fate => {
  const { acts, writes } = outcomeOf(read(one.text, everydayContext()));
  const expected = expectedActs(one);
  if (acts.some((act) => expected.includes(act))) return "right";
  if (writes) return "wrong";
  return acts.length === 0 ? "unread" : "other";
};

/** The tables of both thirds for work and of the one held out; with `misses` the misses of the former above them. */
export const publicLines = (
  folder: string,
  misses: boolean,
  read: Read = interpretByGrammar,
): string[] => {
  const { forUs, foreign } = readUtterances(folder);
  const fated = forUs.map((one) => ({ one, fate: fateOf(one, read) }));
  const others = foreign.map((one) => ({
    one,
    writes: outcomeOf(read(one.text, everydayContext())).writes,
  }));
  const isWork = ({ one }: { one: Utterance }): boolean => !isHeldOut(one);
  const isHeld = ({ one }: { one: Utterance }): boolean => isHeldOut(one);
  return [
    ...(misses ? missesOf(fated.filter(isWork), others.filter(isWork)) : []),
    ...table("public utterances, thirds for work", fated.filter(isWork), others.filter(isWork)),
    ...table("public utterances, held out", fated.filter(isHeld), others.filter(isHeld)),
  ];
};

const missesOf = (fated: Fated[], foreign: Foreign[]): string[] => [
  ...fated
    .filter(({ fate }) => fate !== "right")
    .map(({ one, fate }) => `${fate} (${one.intent}): ${one.text}`),
  ...foreign
    .filter(({ writes }) => writes)
    .map(
      ({ one }) => `${isQuestion(one) ? "question" : "order"} written (${one.intent}): ${one.text}`,
    ),
];

const table = (name: string, fated: Fated[], foreign: Foreign[]): string[] => [
  "",
  `${name.padEnd(36)}  count    right  another write  not understood    other`,
  ...[...Map.groupBy(fated, ({ one }) => `${one.src} ${one.intent}`)]
    .toSorted(([a], [b]) => a.localeCompare(b))
    .map(([kind, some]) => row(kind, some)),
  row("all", fated),
  foreignRow(
    "foreign questions that write",
    foreign.filter(({ one }) => isQuestion(one)),
  ),
  foreignRow(
    "other foreign ones that write",
    foreign.filter(({ one }) => !isQuestion(one)),
  ),
];

const row = (kind: string, all: Fated[]): string => {
  const share = (fate: Fate): string =>
    inPercent(all.filter((one) => one.fate === fate).length, all.length);
  return `  ${kind.padEnd(34)} ${String(all.length).padStart(6)}  ${share("right")}        ${share("wrong")}         ${share("unread")}  ${share("other")}`;
};

const foreignRow = (kind: string, all: Foreign[]): string => {
  const count = all.filter(({ writes }) => writes).length;
  return `  ${kind.padEnd(34)} ${String(all.length).padStart(6)}  ${inPercent(count, all.length)} (${count})`;
};

const inPercent = (count: number, of: number): string =>
  `${((100 * count) / Math.max(1, of)).toFixed(1)} %`.padStart(7);

// Several tasks of the list and what becomes of each: "coffee and soap are bought, oven to Ali, bathroom to Nora". Called by several.ts.
import { ask, guess, isGuess, labelOf, maxChoices, quote, talk } from "../asking.ts";
import type { Interpretation } from "../interpretation.ts";
import { findMentions } from "../reading/mention.ts";
import { beginsOrder } from "../reading/order-parts.ts";
import type { Cut } from "../reading/split-orders.ts";
import type { Scene } from "../scene.ts";
import { sentenceOf } from "../sentence.ts";
import { readClause } from "./clause.ts";
import { grouped, type Part } from "./group-clauses.ts";
import { ordered } from "./order-groups.ts";

type Read = (said: string, scene: Scene) => Interpretation;

/**
 * Null unless every clause is explained to its last word. Tasks that are only named belong to what is said before or after
 * them; where that can be read both ways it says so, as a guess. `isAlso`: the message ends with "too".
 */
export const readTasks = (
  said: string,
  cuts: Cut[],
  scene: Scene,
  read: Read,
  isAlso: boolean,
): Interpretation | null => {
  if (cuts.length === 0 || findMentions(said, scene.open).length === 0) return null;
  const clauses = joined(said, cuts, scene, read);
  const last = clauses?.at(-1)?.clause;
  if (last && isAlso) last.isAlso = true;
  return clauses && withOne(clauses, scene);
};

/** Where the words of one clause may mean several tasks, which of them is asked. */
const withOne = (clauses: Part[], scene: Scene): Interpretation | null => {
  const [unclear, another] = clauses.filter(({ clause }) => (clause?.oneOf.length ?? 0) > 0);
  const { clause } = unclear ?? {};
  if (!unclear || !clause?.mention) return planned(clauses, scene);
  if (another || clause.oneOf.length > maxChoices) return null;
  const { mention } = clause;
  const choices = clause.oneOf.flatMap((task) => {
    const one = { ...unclear, clause: { ...clause, mention: { ...mention, tasks: [task] } } };
    const meant = planned(
      clauses.map((part) => (part === unclear ? one : part)),
      scene,
    );
    return meant && meant.commands.length > 0
      ? [{ label: labelOf(task, scene), commands: meant.commands }]
      : [];
  });
  if (choices.length < clause.oneOf.length) return null;
  return ask(
    `${choices.length} tasks fit ${quote(mention.words)}. Which one do you mean? (With your answer I also do the rest.)`,
    [...choices, { label: "None of these", commands: [] }],
  );
};

const planned = (clauses: Part[], scene: Scene): Interpretation | null => {
  const groups = grouped(clauses);
  if (!groups && isUnclear(clauses)) return guess(talk(whose));
  return groups && ordered(groups, clauses, scene);
};

const joined = (said: string, cuts: Cut[], scene: Scene, read: Read): Part[] | null => {
  const all: Part[] = [];
  let [start, joint, isHard] = [0, "", false];
  for (const cut of [...cuts, { start: said.length, end: said.length, isHard: false }]) {
    const text = withOther(said.slice(start, cut.start), all, scene);
    const shared = {
      said: text,
      isHard,
      isAnd: /and|&|\bn\b|plus/iu.test(joint),
      isComma: joint.includes(","),
    };
    const clause = readClause(text, scene);
    const meant = clause ? undefined : orderOf(text, scene, read);
    if (!clause && !meant) return null;
    all.push({ clause, ...shared, ...(meant && { meant }) });
    [start, joint, isHard] = [cut.end, said.slice(cut.start, cut.end), cut.isHard];
  }
  return all;
};

/** "the pipe one is done and the other one is p1": of what was shown, the one not named yet. */
const withOther = (text: string, before: Part[], { shown }: Scene): string => {
  if (shown.length < 2 || !other.test(text)) return text;
  const named = new Set(before.flatMap(({ clause }) => clause?.mention?.tasks ?? []));
  const [left, more] = shown.filter((task) => !named.has(task));
  return left && !more && named.size > 0 ? text.replace(other, () => left.title) : text;
};
const other = /(?<![\p{L}])the\s+other(?:\s+(?:one|task))?(?![\p{L}])/iu;

/** "skip gym", "add buy stamps": an order of its own, by the rules that know it. */
const orderOf = (text: string, scene: Scene, read: Read): Interpretation | undefined => {
  const order = sentenceOf(text);
  if (!beginsOrder(order)) return undefined;
  const meant = read(order, scene);
  return !isGuess(meant) && meant.commands.length > 0 && !meant.ask ? meant : undefined;
};

const whose =
  "I have done nothing yet: I am not sure what goes with which task. Say it for each of them, for example “move A and B to friday, C to monday”.";

/** Several tasks and something said, and no telling of which. */
const isUnclear = (clauses: Part[]): boolean =>
  new Set(clauses.flatMap(({ clause }) => clause?.mention?.tasks ?? [])).size > 1 &&
  clauses.some(({ clause }) => clause !== null && clause.does !== null);

// An order with slips of the fingers, read as it was meant: "mark teh VAT retrun doen". One that destroys is asked about. Called by grammar.ts.
import { ask, isGuess } from "../asking.ts";
import type { Interpretation } from "../interpretation.ts";
import { mendFirst, mendSlips } from "../matching/slips.ts";
import { destructiveMeant } from "../matching/verbs.ts";
import { isImperative } from "../matching/task-verbs.ts";
import { beginsOrder } from "../reading/order-parts.ts";
import type { Scene } from "../scene.ts";

/** A longer sentence is a title or a story. */
const longest = 120;

/**
 * Only what is then sure. A new task keeps its words as they were typed: there the first word alone is mended. What `isQuestion`
 * stays one, and is another only when it finds something.
 */
export const readSlips = (
  said: string,
  scene: Scene,
  read: (said: string) => Interpretation,
  isQuestion = false,
): Interpretation | null => {
  const isSure = isQuestion ? finds : acts;
  if (said.length > longest || said.includes("\n")) return null;
  // "order a cake" begins with a verb of tasks, typed as it should be: a new task, whatever its other words look like.
  if (isImperative(said) && !beginsOrder(said) && !/^find\s/iu.test(said)) return null;
  const destroying = destructiveMeant(said);
  if (destroying !== null) return asked(read(mendSlips(destroying, scene.open)), destroying);
  const begun = mendFirst(said);
  const first = begun === said ? null : read(begun);
  if (first && isSure(first) && !findsNothing(first)) return first;
  const mended = mendSlips(said, scene.open);
  const meant = mended === said ? null : read(mended);
  if (meant && isSure(meant) && !creates(meant)) return meant;
  return first && isSure(first) ? first : null;
};

/** "anyhting abuot invoices": a search that finds nothing may have slips. */
export const findsNothing = ({ answer }: Interpretation): boolean =>
  (answer?.kind === "search" || answer?.kind === "count") && answer.taskIds?.length === 0;

const finds = ({ answer, commands }: Interpretation): boolean =>
  commands.length === 0 && (answer?.kind === "list" || (answer?.taskIds ?? []).length > 0);

const acts = (meant: Interpretation): boolean =>
  !isGuess(meant) &&
  (meant.commands.length > 0 ||
    meant.ask !== undefined ||
    (meant.answer !== undefined && meant.answer.kind !== "talk"));

const creates = ({ commands, ask: asking }: Interpretation): boolean =>
  [...commands, ...(asking?.choices.flatMap((choice) => choice.commands) ?? [])].some(
    ({ type }) => type === "task.create",
  );

const asked = (meant: Interpretation, order: string): Interpretation | null => {
  if (isGuess(meant) || creates(meant)) return null;
  if (meant.ask) return meant;
  return meant.commands.length === 0
    ? null
    : ask(`Did you mean “${order}”?`, [
        { label: `Yes, ${order}`, commands: meant.commands },
        { label: "No, leave it", commands: [] },
      ]);
};

// Which orders to tasks follow from a change of the directory that was not done. Pure. Called by ask-all.ts.
import type { CommandEnvelope } from "../../domain/command.ts";
import type { Id } from "../../domain/ids.ts";
import type { Directed } from "./ask.ts";

type Told = Pick<Directed, "command" | "commandId"> & { reply: { ok: boolean } };

/**
 * The ids of what is not to be given: what goes along with an order that was not done, with the parts that would follow it. An undo of which nothing in
 * the directory was done is held back whole; once some of it was, its tasks follow, for they would be left with names that have gone.
 */
export const heldBack = (directed: readonly Told[], plan: readonly CommandEnvelope[]): Set<Id> => {
  const undone = directed.filter(({ reply }) => !reply.ok);
  const held = new Set(undone.map(({ commandId }) => commandId));
  const isUndo = directed.some(({ command }) => command.type === "directory.back");
  const isWhole = isUndo && undone.length === directed.length;
  for (const { origin } of plan)
    if (isWhole || held.has(origin.causationId)) held.add(origin.commandId);
  return held;
};

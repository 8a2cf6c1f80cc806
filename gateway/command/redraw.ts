// A plan whose directory had changed before its owner was asked is drawn up anew: tasks hold other names by now. Called by execute.ts and the repeater.
import type { CommandEnvelope, DirectoryEnvelope } from "../../domain/command.ts";
import { drawUp } from "./draw-up.ts";
import type { ExecutePorts, ExecuteRequest } from "./ports.ts";

type Plan = { plan: CommandEnvelope[]; directory: DirectoryEnvelope[] };

/**
 * The plan in whose place it is now; null where none can be drawn up any more, or where the promise is another one by now (`was` is as it is stored). The
 * orders mean the records that they meant, and what does not follow from them stays as it was promised. Throws a database error.
 */
export const redraw = async (
  ports: ExecutePorts,
  request: Pick<ExecuteRequest, "userId" | "origin" | "undoes" | "owner"> & { key: string },
  { plan, directory: orders, was }: Plan & { was: DirectoryEnvelope[] },
): Promise<Plan | null> => {
  const following = new Set(orders.map(({ origin }) => origin.commandId));
  for (const { origin } of plan)
    if (following.has(origin.causationId)) following.add(origin.commandId);
  const kept = plan.filter(({ origin }) => !following.has(origin.commandId));
  const directory = orders.map(({ command }) => command);
  const { userId, key } = request;
  const drawn = await drawUp(ports, { ...request, commands: [], directory }, key, kept);
  if (!drawn.ok) return null;
  const isStored = await ports.redrawIntent({ userId, key, was, ...drawn.value });
  return isStored ? drawn.value : null;
};

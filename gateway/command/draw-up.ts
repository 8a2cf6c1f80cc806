// From what is asked for to the plan that is promised: what goes along with it is found before anything is done. Called by execute.ts.
import type { CommandEnvelope, DirectoryEnvelope } from "../../domain/command.ts";
import { Id, newId } from "../../domain/ids.ts";
import { ok, type Result } from "../../domain/result.ts";
import type { WithParts } from "./parts.ts";
import type { ExecutePorts, ExecuteRequest } from "./ports.ts";

/** The plan of a request: what it orders of the directory, and of tasks with what goes along. `kept` is what of an earlier plan stands as it is. */
export const drawUp = async (
  ports: Pick<ExecutePorts, "takeAlong" | "withParts" | "ownerFor">,
  request: ExecuteRequest,
  key: string,
  kept: CommandEnvelope[] = [],
): Promise<Result<{ plan: CommandEnvelope[]; directory: DirectoryEnvelope[] }>> => {
  const { userId, origin } = request;
  const own = [...request.commands, ...kept.map(({ command }) => command)];
  const apart = new Set(own.map(({ taskId }) => taskId));
  const along = await ports.takeAlong({ userId, key, directory: request.directory ?? [], apart });
  if (!along.ok) return along;
  const { orders, taken, on } = along.value;
  const asked = [...request.commands, ...taken.map(({ command }) => command)];
  const isUndo = request.undoes !== undefined;
  const whole = await ports.withParts({ userId, commands: asked, isUndo });
  if (!whole.ok) return whole;
  const commands = whole.value.flatMap(({ command, parts }) => [command, ...parts]);
  const owner = request.owner ?? (await ports.ownerFor(userId, commands));
  const isNamed = orders.length + own.length === 1 && Id.safeParse(key).success;
  const ids = orders.map(() => (isNamed ? key : newId()));
  const directory = orders.map((command, n) => {
    const envelope = { v: 1 as const, command, origin: { ...origin, commandId: ids[n] as Id } };
    // The others find what the first one made of it.
    return n === 0 && on !== undefined ? { ...envelope, on } : envelope;
  });
  // What goes along with the directory is caused by its order, as a part by that for its task.
  const causes = taken.map(({ from }) => ids[from] as Id);
  const causeOf = (n: number): Id | undefined => causes[n - request.commands.length];
  const commandId = isNamed && orders.length === 0 ? key : undefined;
  return ok({
    plan: [...kept, ...planOf(whole.value, { ...request, owner }, { commandId, causeOf })],
    directory,
  });
};

type Naming = { commandId: Id | undefined; causeOf: (n: number) => Id | undefined };

/**
 * What was asked for as a single command takes a UUID key as its id, so that the sender can tell its own echo from others' changes. The order for a
 * part is caused by that for its task.
 */
const planOf = (
  whole: WithParts[],
  { origin, owner }: ExecuteRequest,
  naming: Naming,
): CommandEnvelope[] => {
  const known = owner === undefined ? {} : { owner };
  return whole.flatMap(({ command, parts }, n): CommandEnvelope[] => {
    const commandId = naming.commandId ?? newId();
    const cause = naming.causeOf(n);
    const causedBy = cause === undefined ? {} : { causationId: cause };
    const partOrigin = () => ({ ...origin, causationId: commandId, commandId: newId() });
    return [
      { v: 1, command, origin: { ...origin, ...causedBy, commandId }, ...known },
      ...parts.map((part) => ({
        v: 1 as const,
        command: part,
        origin: partOrigin(),
        ...known,
        after: commandId,
      })),
    ];
  });
};

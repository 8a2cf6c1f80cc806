// Who decides when nobody ordered it: the clock. Used by both actors.
import type { Origin } from "../domain/command.ts";
import type { Id } from "../domain/ids.ts";

/** The origin of what an actor does by itself. `causationId` names what it is about. */
export const systemOrigin = (
  newId: () => Id,
  ownerId: Id,
  { causationId, source }: { causationId: Id; source: "reminder" | "recurrence" },
): Origin => ({
  commandId: newId(),
  correlationId: newId(),
  causationId,
  actorId: ownerId,
  source,
  device: null,
  traceparent: null,
});

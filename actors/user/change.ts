// What a command makes of a person's state: the settings, the event of it, and that the command was applied. Pure. Called by UserActor.
import type { UserEnvelope } from "../../domain/command.ts";
import type { Id } from "../../domain/ids.ts";
import type { Refused } from "../../domain/result.ts";
import { hasApplied, keptOfPerson, remembered } from "../outbox/applied.ts";
import { decide, refuseOutdated } from "./decide.ts";
import { userEvent } from "./event.ts";
import { settleDigest } from "./notices.ts";
import type { UserState } from "./state.ts";

/** The state after a command: the given one itself where the command was applied before or is another person's. Or why it is refused. */
export const change = (
  state: UserState,
  { command, origin }: UserEnvelope,
  { now, eventId }: { now: Date; eventId: Id },
): Refused | { ok: true; state: UserState } => {
  if (origin.actorId !== state.user.id || hasApplied(state.appliedCommands, origin.commandId))
    return { ok: true, state };
  const outdated = refuseOutdated(state.user, command);
  if (outdated) return outdated;
  const { user, event } = decide(state.user, command, now);
  const appliedCommands = remembered(state.appliedCommands, origin.commandId, now, keptOfPerson);
  // What changed nothing now would change something once another has changed the settings.
  if (event === null) return { ok: true, state: { ...state, appliedCommands } };
  const next: UserState = {
    ...state,
    ...settleDigest(state, { ...state, user }, now),
    outbox: [...state.outbox, userEvent(user, event, origin, eventId)],
    appliedCommands,
  };
  return { ok: true, state: next };
};

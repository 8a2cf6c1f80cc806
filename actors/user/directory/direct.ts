// What a command makes of a person's directory: its new state, the event of it, and that the command was applied. Pure. Called by UserActor.
import type { DirectoryEnvelope } from "../../../domain/command.ts";
import type { Directory } from "../../../domain/directory/directory.ts";
import type { DirectoryReply } from "../../../domain/directory/reply.ts";
import type { Id } from "../../../domain/ids.ts";
import { refuse, type Refused } from "../../../domain/result.ts";
import { hasApplied, keptOfPerson, remembered } from "../../outbox/applied.ts";
import { directoryEvent } from "../event.ts";
import type { UserState } from "../state.ts";
import { aboutOf, decideDirectory } from "./decide.ts";
import { find } from "./records.ts";

type Directed = { ok: true; state: UserState; reply: DirectoryReply };

/** The state after a command: the given one itself where the command was applied before or is another person's. Or why it is refused. */
export const direct = (
  state: UserState,
  envelope: DirectoryEnvelope,
  { now, eventId }: { now: Date; eventId: Id },
): Refused | Directed => {
  const { command, origin } = envelope;
  const { directory } = state;
  const same = { ok: true as const, directory, step: null };
  if (origin.actorId !== state.user.id || hasApplied(state.appliedCommands, origin.commandId))
    return { ok: true, state, reply: { ...same, repeated: true } };
  if (isLate(state, envelope))
    return refuse("conflict", "it has changed since this was asked for, so it was not carried out");
  if (envelope.on !== undefined && envelope.on !== directory.version) return outdated(directory);
  const decided = decideDirectory(directory, command, { commandId: origin.commandId, now });
  if (!decided.ok) return decided;
  const { directory: next, step } = decided.value;
  const appliedCommands = remembered(state.appliedCommands, origin.commandId, now, keptOfPerson);
  if (step === null)
    return {
      ok: true,
      state: { ...state, appliedCommands },
      reply: { ...same, repeated: false },
    };
  const event = directoryEvent(next, step, origin, { id: eventId, now });
  const outbox = [...state.outbox, event];
  return {
    ok: true,
    state: { ...state, directory: next, outbox, appliedCommands },
    reply: { ok: true, directory: next, step, repeated: false },
  };
};

/** Tasks that hold other names by now are not in the plan. */
const outdated = ({ version: currentVersion }: Directory): Refused =>
  refuse("conflict", "your projects or tags were changed at the same moment; try again", {
    currentVersion,
  });

/**
 * What only the promise repeats comes after all that people did meanwhile: an older wish does not win over a newer one. A plan that has begun is
 * seen through.
 */
const isLate = (
  { directory, appliedCommands }: UserState,
  { command, again }: DirectoryEnvelope,
): boolean => {
  if (again?.by !== "sweeper") return false;
  if (again.plan?.some((id) => hasApplied(appliedCommands, id))) return false;
  const { kind, ref } = aboutOf(command);
  const record = find(directory, kind, ref);
  return record !== undefined && record.updatedAt > again.promisedAt;
};

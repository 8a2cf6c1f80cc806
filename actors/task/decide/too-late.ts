// A command that comes again and that the task does not know: whether it may still be carried out. Pure. Called by TaskActor.
import type { CommandEnvelope } from "../../../domain/command.ts";
import { refuse, type Refused } from "../../../domain/result.ts";
import { appliedSince, forgottenUntilMs } from "../../outbox/applied.ts";
import type { TaskState } from "../state.ts";

/**
 * The refusal of a command that must not be carried out any more, else null. What the repeater repeats comes after what
 * people did meanwhile, so once the task has changed (by another plan) since the promise, it is over. What its sender asks for again is
 * newer than all, and refused only where the task may have applied it before and forgotten that.
 */
export const tooLate = (
  state: TaskState,
  { again, command, origin }: CommandEnvelope,
  now: Date,
): Refused | null => {
  if (again === undefined || state.task.ownerId !== origin.actorId) return null;
  // It changes only what still has the former name.
  if (command.type === "task.relabel") return null;
  // The settings it brings carry a version of their own: an old one changes nothing.
  if (command.type === "task.retime") return null;
  const promisedMs = Date.parse(again.promisedAt);
  const since = appliedSince(state.appliedCommands, promisedMs, again.plan);
  const byItself = !since.own && Date.parse(state.task.updatedAt) > promisedMs;
  const mayBeForgotten = promisedMs <= forgottenUntilMs(state.appliedCommands, now);
  if (!(since.others || byItself) || (again.by === "caller" && !mayBeForgotten)) return null;
  return refuse(
    "conflict",
    "the task has changed since this was asked for, so it was not carried out",
    { currentVersion: state.task.version },
  );
};

// The turn in a person's conversation that says what changed time zone data moved. Called by apply-zone-data.ts.
import type { ActorClient } from "../../actors/client.ts";
import type { Origin } from "../../domain/command.ts";
import { derivedId, type Id } from "../../domain/ids.ts";
import type { UserReply } from "../../domain/reply.ts";
import type { MovedTasks } from "./moved-tasks.ts";

export type Told = MovedTasks & {
  userId: Id;
  origin: Omit<Origin, "commandId">;
  /** The person as they were read: an open question stays open. */
  reply: Extract<UserReply, { ok: true }>;
};

/** What the person reads. */
export const movedText = ({ zones, reminders }: Omit<MovedTasks, "taskIds">): string => {
  const clocks = zones.map((zone) => zone.replaceAll("_", " ")).join(", ");
  const these = reminders === 1 ? "1 reminder is" : `${reminders} reminders are`;
  return `The rules of the clocks have changed in ${clocks}. ${these} armed anew, to come at the clock time you set.`;
};

/** Adds the turn, once however often it is asked. */
export const tellMoved = async (
  { actors, now }: { actors: Pick<ActorClient, "converse">; now: () => Date },
  { userId, taskIds, origin, reply, ...moved }: Told,
): Promise<void> => {
  const turnId = derivedId(origin.correlationId, "turn");
  const { question, shownTaskIds } = reply.conversation;
  await actors.converse(userId, {
    v: 1,
    turn: {
      id: turnId,
      at: now().toISOString(),
      source: origin.source,
      device: null,
      message: "",
      text: movedText(moved),
      changes: [],
      taskIds,
      choices: question?.choices.map(({ label }) => label) ?? [],
      correlationId: origin.correlationId,
      undoes: null,
      interpreter: "grammar",
    },
    question,
    shownTaskIds,
    origin: { ...origin, commandId: turnId },
  });
};

// Reads what a request did and how the tasks stand now. The database side of undo; made by chat.ts.
import { setTimeout as sleep } from "node:timers/promises";
import pLimit from "p-limit";
import type { ActorClient } from "../../actors/client.ts";
import { type LoggedChange, listChanges } from "../../database/history/list-changes.ts";
import { listIntents, type PastIntent } from "../../database/history/list-intents.ts";
import { listTasksById } from "../../database/history/list-tasks-by-id.ts";
import { listUndoings } from "../../database/history/list-undoings.ts";
import type { Database } from "../../database/pool.ts";
import type { Id } from "../../domain/ids.ts";
import type { TaskReply } from "../../domain/reply.ts";
import { checkParent } from "../command/check-parent.ts";
import { StoredDirectoryReplies, StoredPlan, StoredReplies } from "../command/stored.ts";
import { type Kept, type Past, pastOf } from "./past.ts";
import type { HistoryPorts } from "./plan-history.ts";

const atOnce = 16;

/** The history of this process's database; the tasks by their copies, or by their actors, who know best. */
export const createHistoryPorts = ({
  db,
  actors,
}: {
  db: Database;
  actors: Pick<ActorClient, "readTask">;
}): HistoryPorts => ({
  readPast: (userId, correlationId) => readPast(db, { userId, correlationId }),
  readTasks: async (userId, taskIds, from) =>
    from === "copies"
      ? (await listTasksById(db, { ownerId: userId, taskIds })).map((task) => ({ task }))
      : askOwners(actors, userId, taskIds),
  mayBePartOf: async (userId, taskId, parentId) =>
    (await checkParent(actors, { userId, taskId, parentId })).ok,
});

const readPast = async (
  db: Database,
  which: { userId: Id; correlationId: Id },
): Promise<Past | null> => {
  const [intents, undoings, early] = await Promise.all([
    listIntents(db, which),
    listUndoings(db, which),
    listChanges(db, which),
  ]);
  const logged = hasSnooze(intents) ? await loggedWithSnooze(db, which, early) : early;
  const cause = intents.find(({ undoes }) => undoes !== null)?.undoes;
  const causes = cause ? await listIntents(db, { ...which, correlationId: cause }) : [];
  return pastOf(which.correlationId, {
    intents: intents.map(keptOf),
    logged,
    undoings,
    causes: causes.map(keptOf),
  });
};

const hasSnooze = (intents: PastIntent[]): boolean =>
  intents.some(({ plan }) => plan.some(({ command }) => command.type === "reminder.snooze"));

/** The log has a change about half a second after it: its readers take bulks. */
const looks = { every: 100, atMost: 30 };

/** What a reminder waited for before it was snoozed stands in the log only. */
const loggedWithSnooze = async (
  db: Database,
  which: { userId: Id; correlationId: Id },
  early: LoggedChange[],
): Promise<LoggedChange[]> => {
  let logged = early;
  for (let look = 0; look < looks.atMost && !logged.some(isSnooze); look += 1) {
    await sleep(looks.every);
    logged = await listChanges(db, which);
  }
  return logged;
};

const isSnooze = ({ type }: LoggedChange): boolean => type === "punctual.reminder.snoozed.v1";

const keptOf = ({ plan, replies, undoes, directoryReplies }: PastIntent): Kept => ({
  plan: StoredPlan.parse(plan),
  replies: replies === null ? null : StoredReplies.parse(replies),
  undoes,
  directory: StoredDirectoryReplies.parse(directoryReplies ?? []),
});

const askOwners = async (
  actors: Pick<ActorClient, "readTask">,
  userId: Id,
  taskIds: Id[],
): Promise<Extract<TaskReply, { ok: true }>[]> => {
  const limit = pLimit(atOnce);
  const replies = await Promise.all(
    taskIds.map((taskId) => limit(() => actors.readTask({ taskId, userId }))),
  );
  return replies.flatMap((reply) => (reply.ok ? [reply] : []));
};

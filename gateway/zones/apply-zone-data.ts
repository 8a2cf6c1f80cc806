// After a start with other time zone data than the last: what was armed for an instant that they no longer say is armed anew, and
// those persons are told. Called by start-zone-data.ts.
import type { Logger } from "pino";
import { type ActorClient, ActorUnreadable, type ClockClient } from "../../actors/client.ts";
import type { Database } from "../../database/pool.ts";
import { keepZoneRelease } from "../../database/zones/keep-zone-release.ts";
import { listWaitingPeople } from "../../database/zones/list-waiting-people.ts";
import { listWaitingTasks } from "../../database/zones/list-waiting-tasks.ts";
import { readZoneRelease } from "../../database/zones/read-zone-release.ts";
import { derivedId, type Id } from "../../domain/ids.ts";
import { ownerOf } from "../../domain/settings.ts";
import { retimeThese } from "../command/retime.ts";
import { movedTasks } from "./moved-tasks.ts";
import { tellMoved } from "./tell-moved.ts";

export type ZoneDataDeps = {
  db: Database;
  actors: ActorClient & Pick<ClockClient, "catchUpTask" | "catchUpUser">;
  log: Logger;
  now: () => Date;
};

const pageSize = 100;

/**
 * Goes through everyone for whom something waits. Each person's part has ids made of the step from one release to the next, so all of it may be
 * repeated: nothing is armed or told twice. Who or what cannot be read is
 * left out and logged, so that it holds up nobody. Null when the data are those of the last start. Throws ActorUnavailable or a database error.
 */
export const applyZoneData = async (
  deps: ZoneDataDeps,
  release: string,
  signal: AbortSignal,
): Promise<{ people: number; reminders: number } | null> => {
  const last = await readZoneRelease(deps.db);
  if (last?.release === release) return null;
  const step = `time zone data ${release} after ${last?.appliedAt.toISOString() ?? "none"}`;
  let [people, reminders] = [0, 0];
  let after: Id | null = null;
  for (;;) {
    const page: Id[] = await listWaitingPeople(deps.db, { after, limit: pageSize });
    for (const userId of page) {
      signal.throwIfAborted();
      const moved = (await readable(deps, userId, applyTo(deps, userId, step))) ?? 0;
      people += moved > 0 ? 1 : 0;
      reminders += moved;
    }
    after = page.at(-1) ?? null;
    if (page.length < pageSize) break;
    deps.log.info({ release, people, reminders }, "time zone data: still arming what moved");
  }
  await keepZoneRelease(deps.db, release);
  return { people, reminders };
};

/** What comes of the work; null, and logged, where what is stored cannot be read: trying it again does not help. */
const readable = <T>({ log }: ZoneDataDeps, userId: Id, work: Promise<T>): Promise<T | null> =>
  work.catch((err: unknown) => {
    if (!(err instanceof ActorUnreadable)) throw err;
    log.error({ err, userId }, "time zone data: what cannot be read stays as it was armed");
    return null;
  });

/** How many of a person's reminders were moved. */
const applyTo = async (deps: ZoneDataDeps, userId: Id, step: string): Promise<number> => {
  const reply = await deps.actors.readUser(userId);
  if (!reply.ok) return 0;
  const owner = ownerOf(reply.user);
  const tasks = await listWaitingTasks(deps.db, userId);
  const moved = movedTasks(tasks, owner);
  await deps.actors.catchUpUser(userId);
  const rolling = tasks.filter(({ rollsOver }) => rollsOver);
  for (const { taskId } of rolling) await readable(deps, userId, deps.actors.catchUpTask(taskId));
  if (moved.taskIds.length === 0) return 0;
  const correlationId = derivedId(userId, step);
  const origin = {
    correlationId,
    causationId: correlationId,
    actorId: userId,
    source: "reminder",
    device: null,
    traceparent: null,
  } as const;
  // Another list under the same step is another request.
  const key = `${step} ${derivedId(userId, moved.taskIds.join())}`;
  const retime = { userId, owner, key, origin };
  // Told first: a process that ends here finds them still to be moved the next time, and the turn is kept once.
  await tellMoved(deps, { ...moved, userId, origin, reply });
  await retimeThese(deps, retime, moved.taskIds);
  return moved.reminders;
};

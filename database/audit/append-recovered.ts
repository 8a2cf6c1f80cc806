// Entries of the log that were made from what else is kept. Called by the consumers' look for gaps.
import type { TaskEvent } from "../../domain/event.ts";
import { derivedId, type Id } from "../../domain/ids.ts";
import type { Queryable } from "../pool.ts";
import { appendEvents } from "./append-events.ts";

/** Stores events that the log lost, and says of each that it was recovered. Storing one again changes nothing. */
export const appendRecovered = async (db: Queryable, events: TaskEvent[]): Promise<void> => {
  await appendEvents(db, events);
  await db.query("update audit set recovered = true where event_id = any ($1)", [
    events.map(({ id }) => id),
  ]);
};

const markGaps = `
insert into audit (event_id, type, subject, task_id, owner_id, actor_id, origin, command_id, correlation_id, causation_id,
  version, occurred_at, changes, recovered)
select id, 'punctual.log.gap.v1', $2, $2, $3, $3, 'unknown', id, id, id, version, now(), '{}', true
from unnest($1::uuid[], $4::int[]) gap (id, version)
on conflict (event_id) do nothing`;

/** Marks versions of which nothing is known any more: whoever reads the log sees that something is missing. */
export const appendGaps = async (
  db: Queryable,
  { taskId, ownerId, versions }: { taskId: Id; ownerId: Id; versions: number[] },
): Promise<void> => {
  const ids = versions.map((version) => derivedId(taskId, `gap ${version}`));
  await db.query(markGaps, [ids, taskId, ownerId, versions]);
};

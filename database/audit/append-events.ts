// Step 5: events into the audit log, each exactly once. Called by the audit consumer, a bulk at a time.
import { isReminderEvent, isTaskEvent, type Event } from "../../domain/event.ts";
import type { Id } from "../../domain/ids.ts";
import { prepared, type Queryable } from "../pool.ts";

const statement = prepared(
  "append-events",
  `
insert into audit (event_id, type, subject, task_id, owner_id, actor_id, origin, device, command_id, correlation_id,
  causation_id, traceparent, version, occurred_at, changes)
select id, type, subject, (event -> 'data' ->> 'taskId')::uuid, ownerid, actorid, origin, device, commandid, correlationid,
  causationid, traceparent, sequence, time, event -> 'data' -> 'changes'
from jsonb_array_elements($1::jsonb) with ordinality as log (event, place),
  jsonb_to_record(event) as row (id uuid, type text, subject uuid, ownerid uuid, actorid uuid, origin text,
    device text, commandid uuid, correlationid uuid, causationid uuid, traceparent text, sequence int, time timestamptz)
order by place
on conflict (event_id) do nothing`,
);

/** Stores the events in the order given, leaving out those stored before. Returns how many were new. */
export const appendEvents = async (db: Queryable, events: Event[]): Promise<number> => {
  if (events.length === 0) return 0;
  return (await db.query(statement([JSON.stringify(events.map(withoutSnapshot))]))).rowCount ?? 0;
};

/** The log keeps what changed; the snapshot in the event is for copies and need not travel. */
const withoutSnapshot = (event: Event) => ({
  ...event,
  data: { changes: event.data.changes, taskId: taskOf(event) },
});

/** A reminder's event belongs into the history of its task. */
const taskOf = (event: Event): Id | null => {
  if (isReminderEvent(event)) return event.data.taskId;
  return isTaskEvent(event) ? event.subject : null;
};

// Reads a person's audit log, newest first. Called by GET /events and a task's history view.
import * as z from "zod";
import { AuditEntry } from "../../domain/audit.ts";
import { Id, Instant } from "../../domain/ids.ts";
import { ok, type Result } from "../../domain/result.ts";
import { cursorOf, readCursor } from "../cursor.ts";
import type { Queryable } from "../pool.ts";

const instant = (column: string) =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const statement = `
select seq::float8 as seq, event_id as "eventId", type, subject, owner_id as "ownerId", actor_id as "actorId", origin,
  device, command_id as "commandId", correlation_id as "correlationId", causation_id as "causationId", traceparent,
  version, ${instant("occurred_at")} as "occurredAt", ${instant("recorded_at")} as "recordedAt", changes
from audit
where owner_id = $1
  and ($2::uuid is null or task_id = $2)
  and ($3::timestamptz is null or (occurred_at, seq) < ($3, $4::bigint))
order by occurred_at desc, seq desc
limit $5`;

/** Where a page ended: the last entry's occurredAt and seq. */
const Place = z.tuple([Instant, z.int().min(1)]);

export type AuditPage = { events: AuditEntry[]; next: string | null };

/** One page of at most `limit` entries, of one task and its reminders when `taskId` is given. A foreign cursor is refused with `invalid`. */
export const listEvents = async (
  db: Queryable,
  query: { ownerId: Id; taskId?: Id | undefined; cursor?: string | undefined; limit: number },
): Promise<Result<AuditPage>> => {
  const place = readCursor(Place, query.cursor);
  if (!place.ok) return place;
  const [occurredAt, seq] = place.value ?? [null, null];
  const values = [query.ownerId, query.taskId ?? null, occurredAt, seq, query.limit + 1];
  const { rows } = await db.query(statement, values);
  const events = rows.slice(0, query.limit).map((row) => AuditEntry.parse(row));
  const last = rows.length > query.limit ? events.at(-1) : undefined;
  return ok({ events, next: last ? cursorOf([last.occurredAt, last.seq]) : null });
};

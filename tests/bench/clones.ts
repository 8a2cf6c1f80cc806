// Many tasks with a reminder, made by PostgreSQL out of one that was made as people make them: its actor's state, its rows of the
// read model and its entry in the log, with ids and instants of their own. Used by the horizon's benchmark.
import { setTimeout as pause } from "node:timers/promises";
import type { Database } from "../../database/pool.ts";
import { type Id, type Instant, newId } from "../../domain/ids.ts";
import type { Person } from "../client.ts";

/** A task with one reminder at `at`, which stands nowhere else in it. */
export type Template = { ownerId: Id; taskId: Id; reminderId: Id; at: Instant };

const farAway: Instant = "2099-12-31T23:59:58.000Z";

/** Made by REST, and waited for until it is in the log. */
export const makeTemplate = async (person: Person): Promise<Template> => {
  const reminderId = newId();
  const { id: taskId } = await person.create({
    title: "a task among many",
    reminders: [{ id: reminderId, trigger: { kind: "instant", at: farAway }, channels: null }],
  });
  while ((await person.events({ task: taskId })).events.length === 0) await pause(100);
  return { ownerId: person.userId, taskId, reminderId, at: farAway };
};

const own = (text: string): string =>
  `replace(replace(replace(${text}, $2, task::text), $3, reminder::text), $4, instant)`;

// What the template has not published yet the clones have published. Dapr keeps an actor's key by the app, the type and the id.
const statement = `
with clones as materialized (
  select gen_random_uuid() as task, gen_random_uuid() as reminder, at,
    to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as instant
  from generate_series(0, $5::int - 1) as n
  cross join lateral (select date_trunc('milliseconds', $6::timestamptz + n * $7::float8 * interval '1 millisecond') as at) as due
), states as (
  insert into dapr_state (key, value, etag)
  select replace(s.key, $2, task::text),
    convert_to((${own("convert_from(s.value, 'UTF8')")}::jsonb || '{"outbox": []}')::text, 'UTF8'), gen_random_uuid()
  from clones, (select * from dapr_state where key = 'actors||TaskActor||' || $2 || '||state') as s
), shown as (
  insert into tasks (id, owner_id, version, doc, project_key, tag_keys, search)
  select task, t.owner_id, t.version, ${own("t.doc::text")}::jsonb, t.project_key, t.tag_keys, t.search
  from clones, (select * from tasks where id = $2::uuid) as t
), entries as (
  insert into audit (event_id, type, subject, owner_id, actor_id, origin, device, command_id, correlation_id, causation_id,
    traceparent, version, occurred_at, changes)
  select gen_random_uuid(), a.type, task, a.owner_id, a.actor_id, a.origin, a.device, gen_random_uuid(), gen_random_uuid(), a.causation_id,
    a.traceparent, a.version, a.occurred_at, ${own("a.changes::text")}::jsonb
  from clones, (select * from audit where owner_id = $1 and subject = $2::uuid) as a
)
insert into reminders (reminder_id, task_id, owner_id, sequence, doc, scheduled_for)
select reminder, task, r.owner_id, r.sequence, ${own("r.doc::text")}::jsonb, at
from clones, (select * from reminders where task_id = $2::uuid) as r
returning reminder_id as "reminderId", task_id as "taskId", scheduled_for as at`;

export type Clone = { reminderId: Id; taskId: Id; at: Date };

/** `count` tasks like the template, the first due at `from`, each `everyMs` after the one before. */
export const cloneTasks = async (
  db: Database,
  { ownerId, taskId, reminderId, at }: Template,
  dues: { count: number; from: Date; everyMs: number },
): Promise<Clone[]> => {
  const { count, from, everyMs } = dues;
  const values = [ownerId, taskId, reminderId, at, count, from, everyMs];
  const { rows } = await db.query<Clone>(statement, values);
  if (rows.length !== count) throw new Error(`${rows.length} of ${count} tasks were made`);
  return rows;
};

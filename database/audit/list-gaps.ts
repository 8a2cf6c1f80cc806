// Versions of tasks that the audit log has no entry of. Called by the consumers' look for gaps.
import type { Id } from "../../domain/ids.ts";
import type { Queryable } from "../pool.ts";

/** A task and its versions without an entry, in order. */
export type Gap = { taskId: Id; ownerId: Id; versions: number[] };

export type GapPage = {
  gaps: Gap[];
  /** The last task looked at; null when there are no more. */
  next: Id | null;
};

// A gap is marked once (log.gap), so a marked version has an entry.
const statement = `
with page as (
  select id, owner_id, version, doc ->> 'updatedAt' as updated_at from tasks
  where id > coalesce($1, '00000000-0000-0000-0000-000000000000'::uuid)
  order by id limit $2
), last as (select id from page order by id desc limit 1)
select page.id as "taskId", page.owner_id as "ownerId", array(
    select version from generate_series(1, page.version) version
    except
    select version from audit where owner_id = page.owner_id and task_id = page.id and subject = page.id
    order by version
  ) as versions, (select id from last) as last
from page
where updated_at::timestamptz < now() - $3 * interval '1 millisecond'
  and page.version > (
    select count(distinct version) from audit
    where owner_id = page.owner_id and task_id = page.id and subject = page.id
  )
union all
select id, null, '{}', id from last`;

type Row = Omit<Gap, "ownerId"> & { ownerId: Id | null; last: Id };

/** Looks at `limit` tasks behind `after`; those changed within `olderThanMs` may still be on their way into the log. */
export const listGaps = async (
  db: Queryable,
  { after, limit, olderThanMs }: { after: Id | null; limit: number; olderThanMs: number },
): Promise<GapPage> => {
  const { rows } = await db.query<Row>(statement, [after, limit, olderThanMs]);
  const gaps = rows.flatMap(({ taskId, ownerId, versions }) =>
    ownerId === null ? [] : [{ taskId, ownerId, versions }],
  );
  return { gaps, next: rows.at(-1)?.last ?? null };
};

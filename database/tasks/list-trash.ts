// What is in the trash since before some instant, the longest first. Called where it is emptied: by a person, and by age.
import type { Id } from "../../domain/ids.ts";
import { prepared, type Queryable } from "../pool.ts";

const ofOwner = prepared(
  "list-trash",
  `
select id from tasks where owner_id = $1 and shelf = 2 and over_at is not null and over_at < coalesce($2, '~') order by over_at, id limit $3`,
);
const counted = prepared(
  "count-trash",
  `
select count(*)::int as count, max(over_at) as newest from tasks
where owner_id = $1 and shelf = 2 and over_at is not null and over_at < coalesce($2, '~')`,
);
const ofAll = prepared(
  "list-old-trash",
  `
select id, owner_id as "ownerId", over_at as "since" from tasks
where shelf = 2 and over_at < $1 and over_at >= $2 and (over_at, id) > ($2, $3) order by over_at, id limit $4`,
);

/** Of a person; `before` null: all that is there. */
type Which = { ownerId: Id; before: Date | null };

/** The ids of at most `limit` tasks of a person. */
export const listTrash = async (
  db: Queryable,
  { ownerId, before, limit }: Which & { limit: number },
): Promise<Id[]> => {
  const values = [ownerId, before?.toISOString() ?? null, limit];
  return (await db.query<{ id: Id }>(ofOwner(values))).rows.map(({ id }) => id);
};

/** How many those are, and when the last of them was put there. */
export const countTrash = async (
  db: Queryable,
  { ownerId, before }: Which,
): Promise<{ count: number; newest: string | null }> => {
  const values = [ownerId, before?.toISOString() ?? null];
  const { rows } = await db.query<{ count: number; newest: string | null }>(counted(values));
  return rows[0] ?? { count: 0, newest: null };
};

/** One of the trash: whose it is, and since when it is there. */
export type OldTrash = { id: Id; ownerId: Id; since: string };

/** Of everybody; `after`: the last one of those before. */
export const listOldTrash = async (
  db: Queryable,
  { before, after, limit }: { before: Date; after: OldTrash | undefined; limit: number },
): Promise<OldTrash[]> => {
  const values = [before.toISOString(), after?.since ?? "", after?.id ?? zero, limit];
  return (await db.query<OldTrash>(ofAll(values))).rows;
};

/** Before every id. */
const zero = "00000000-0000-0000-0000-000000000000";

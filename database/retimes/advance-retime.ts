// A slice of tasks was told. Called by walk.ts.
import type { Id } from "../../domain/ids.ts";
import type { Queryable } from "../pool.ts";

const statement = `
update retimes set after = coalesce($3, after), done = done + $4, ready_at = now(),
  finished_at = case when $5::boolean then now() end
where id = $1 and finished_at is null and after is not distinct from $2::uuid and settings_version = $6`;

/** Where another had done the same slice meanwhile or begun anew, or a later change has ended it all, nothing happens. */
export const advanceRetime = async (
  db: Queryable,
  slice: {
    id: Id;
    settingsVersion: number;
    from: Id | null;
    to: Id | null;
    told: number;
    isLast: boolean;
  },
): Promise<void> => {
  const { id, settingsVersion, from, to, told, isLast } = slice;
  await db.query(statement, [id, from, to, told, isLast, settingsVersion]);
};

// The settings are changed: from here on the tasks are told. Called by change-settings.ts and walk.ts.
import type { Id } from "../../domain/ids.ts";
import type { Queryable } from "../pool.ts";
import { columns, lease, type Retime } from "./retime.ts";

const statement = `
with older as (
  update retimes set finished_at = now()
  where user_id = $2 and id <> $1 and finished_at is null and begun_at is not null
    and exists (select from retimes where id = $1 and begun_at is null)
)
update retimes set begun_at = now(), tasks = $3, moved = $4, ready_at = now() + ${lease}
where id = $1 and begun_at is null
returning ${columns}`;

/**
 * Ends what is under way for earlier changes, for this tells all tasks, and of the settings as they are then. The caller does the first
 * slice. A repetition gets it as it stands, `fresh` false.
 */
export const beginRetime = async (
  db: Queryable,
  begun: { id: Id; userId: Id; tasks: number; moved: number },
): Promise<{ fresh: boolean; retime: Retime }> => {
  const { id, userId, tasks, moved } = begun;
  const [fresh] = (await db.query<Retime>(statement, [id, userId, tasks, moved])).rows;
  if (fresh) return { fresh: true, retime: fresh };
  const [known] = (await db.query<Retime>(`select ${columns} from retimes where id = $1`, [id]))
    .rows;
  if (!known) throw new Error(`retimes: ${id} was begun and is not there`);
  return { fresh: false, retime: known };
};

// The settings are changed: from here on the tasks are told. Called by change-settings.ts and walk.ts.
import type { Id } from "../../domain/ids.ts";
import type { Queryable } from "../pool.ts";
import { columns, lease, type Retime } from "./retime.ts";

/**
 * Not begun; or begun before the settings were changed, by a gateway that thought whoever had asked for it dead. A repetition long after is neither:
 * the settings have a higher version then, but what changed them has told it. Where that was a setting that concerns no task, all are told once more, which
 * moves none; so the count stays (greatest).
 */
const isDue = `(begun_at is null or settings_version < $5 and not exists (
  select from retimes as other
  where other.user_id = $2 and other.id <> $1 and other.begun_at is not null and other.settings_version >= $5))`;

const statement = `
with older as (
  update retimes set finished_at = now()
  where user_id = $2 and id <> $1 and finished_at is null and begun_at is not null
    and exists (select from retimes where id = $1 and ${isDue})
)
update retimes set begun_at = now(), settings_version = $5, tasks = $3, moved = greatest(moved, $4), ready_at = now() + ${lease},
  after = null, done = 0, finished_at = null
where id = $1 and ${isDue}
returning ${columns}`;

/**
 * Ends what is under way for earlier changes, for this tells all tasks, and of the settings as they are then. The caller does the first
 * slice. Any other repetition gets it as it stands, `fresh` false.
 */
export const beginRetime = async (
  db: Queryable,
  begun: { id: Id; userId: Id; settingsVersion: number; tasks: number; moved: number },
): Promise<{ fresh: boolean; retime: Retime }> => {
  const { id, userId, settingsVersion, tasks, moved } = begun;
  const values = [id, userId, tasks, moved, settingsVersion];
  const [fresh] = (await db.query<Retime>(statement, values)).rows;
  if (fresh) return { fresh: true, retime: fresh };
  const [known] = (await db.query<Retime>(`select ${columns} from retimes where id = $1`, [id]))
    .rows;
  if (!known) throw new Error(`retimes: ${id} was begun and is not there`);
  return { fresh: false, retime: known };
};

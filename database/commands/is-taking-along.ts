// Whether tasks of a person are still to follow a change of their directory. Asked before another such change is drawn up (gateway/directory/).
import type { Id } from "../../domain/ids.ts";
import { prepared, type Queryable } from "../pool.ts";

// Who asks again for what has its answer is answered, whatever is under way.
const statement = prepared(
  "is-taking-along",
  `
select exists (
  select from commands where user_id = $1 and status = 'started' and directory is not null and plan <> '[]' and key <> $2
) and not exists (
  select from commands where user_id = $1 and key = $2 and status <> 'started'
) as "isBusy"`,
);

/** By another request than the one under this key. */
export const isTakingAlong = async (
  db: Queryable,
  { userId, key }: { userId: Id; key: string },
): Promise<boolean> => {
  const { rows } = await db.query<{ isBusy: boolean }>(statement([userId, key]));
  return rows[0]?.isBusy === true;
};

// The browsers a person is pushed to, as the person sees them: without the addresses that push. Called by GET and DELETE /push/subscriptions, and by
// the channel push.
import type { Id } from "../../domain/ids.ts";
import type { Queryable } from "../pool.ts";

/** `agent`: what the browser said it is. `pushedAt`: when its push service last took something for it. */
export type PushDevice = {
  id: Id;
  device: string | null;
  agent: string | null;
  createdAt: Date;
  pushedAt: Date | null;
};

const list = `
select id, device, agent, created_at as "createdAt", pushed_at as "pushedAt"
from push_subscriptions where user_id = $1 order by created_at desc`;
const remove = "delete from push_subscriptions where id = $1 and user_id = $2";
const mark = "update push_subscriptions set pushed_at = now() where endpoint = $1 and user_id = $2";

/** The newest first. */
export const listPushDevices = async (db: Queryable, userId: Id): Promise<PushDevice[]> =>
  (await db.query<PushDevice>(list, [userId])).rows;

/** True when this person had it. */
export const removePushDevice = async (
  db: Queryable,
  which: { id: Id; userId: Id },
): Promise<boolean> => ((await db.query(remove, [which.id, which.userId])).rowCount ?? 0) > 0;

/** Something was pushed to it now. */
export const markPushed = async (
  db: Queryable,
  which: { endpoint: string; userId: Id },
): Promise<void> => void (await db.query(mark, [which.endpoint, which.userId]));

// Forgets a browser's push subscription. Called by DELETE /push/subscriptions, and when the push service says it is gone.
import type { Id } from "../../domain/ids.ts";
import type { Queryable } from "../pool.ts";

const statement = `delete from push_subscriptions where endpoint = $1 and user_id = $2`;

/** True when this person had it. */
export const removePushSubscription = async (
  db: Queryable,
  which: { endpoint: string; userId: Id },
): Promise<boolean> =>
  ((await db.query(statement, [which.endpoint, which.userId])).rowCount ?? 0) > 0;

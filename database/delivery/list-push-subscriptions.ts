// The browsers a person is pushed to. Called by the channel push.
import type { Id } from "../../domain/ids.ts";
import type { Queryable } from "../pool.ts";
import type { PushSubscription } from "./save-push-subscription.ts";

const statement = `select endpoint, p256dh, auth from push_subscriptions where user_id = $1 order by created_at`;

export const listPushSubscriptions = async (
  db: Queryable,
  userId: Id,
): Promise<PushSubscription[]> => (await db.query<PushSubscription>(statement, [userId])).rows;

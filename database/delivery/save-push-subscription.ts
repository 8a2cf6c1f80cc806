// Keeps a browser's push subscription. Called by POST /push/subscriptions.
import type { Id } from "../../domain/ids.ts";
import type { Queryable } from "../pool.ts";

/** What a browser gives to be pushed to (Push API); the keys are base64url. */
export type PushSubscription = { endpoint: string; p256dh: string; auth: string };

/** A person's browsers beyond this many are forgotten, the oldest first. */
export const maxSubscriptions = 20;

/** Of what a browser says it is. */
const longestAgent = 300;

const statement = `
with too_many as (
  delete from push_subscriptions where endpoint in (
    select endpoint from push_subscriptions where user_id = $2 and endpoint <> $1
    order by created_at desc offset ${maxSubscriptions - 1}
  )
), moved as (
  delete from push_subscriptions where endpoint = $1 and user_id <> $2 and p256dh = $3 and auth = $4
)
insert into push_subscriptions (endpoint, user_id, p256dh, auth, device, agent) values ($1, $2, $3, $4, $5, $6)
on conflict (endpoint, user_id) do update set p256dh = excluded.p256dh, auth = excluded.auth,
  device = excluded.device, agent = excluded.agent, created_at = now()`;

/**
 * Keeps it, or replaces this person's with the same endpoint. Whoever had that browser before has it no longer: the keys
 * say that it is the same one, for only the browser and this server know them. With other keys another person's stays.
 */
export const savePushSubscription = async (
  db: Queryable,
  subscription: PushSubscription & {
    userId: Id;
    device: string | null;
    agent?: string | undefined;
  },
): Promise<void> => {
  const { endpoint, userId, p256dh, auth, device, agent } = subscription;
  const said = agent?.slice(0, longestAgent) ?? null;
  await db.query(statement, [endpoint, userId, p256dh, auth, device, said]);
};

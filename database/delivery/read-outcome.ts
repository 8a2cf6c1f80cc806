// What came of the first try to deliver a notification on a channel. Called by POST /settings/channels/{channel}/test.
import type { Id } from "../../domain/ids.ts";
import type { Channel } from "../../domain/reminder.ts";
import type { Queryable } from "../pool.ts";

/** When it was accepted, or why not. */
export type DeliveryOutcome = { ok: true; at: string } | { ok: false; reason: string };

const statement = `
select outcome from delivery_attempts
where notification = $1 and channel = $2 and attempt = 1 and outcome is not null`;

/** The outcome; null while there is none. */
export const readOutcome = async (
  db: Queryable,
  { notification, channel }: { notification: Id; channel: Channel },
): Promise<DeliveryOutcome | null> => {
  const { rows } = await db.query<{ outcome: DeliveryOutcome }>(statement, [notification, channel]);
  return rows[0]?.outcome ?? null;
};

// What is left of a deleted account beside its tasks: settings, promises, and the log. Called by the gateway's eraser.
import type { Id } from "../../domain/ids.ts";
import type { Queryable } from "../pool.ts";

const statements = [
  `delete from people where user_id = $1`,
  `delete from armed where kind = 'person' and id = $1`,
  `delete from commands where user_id = $1`,
  `delete from retimes where user_id = $1`,
  `delete from push_subscriptions where user_id = $1`,
  `delete from webhook_secrets where user_id = $1`,
  `delete from account_events where user_id = $1`,
];

const log = `
delete from audit where event_id in (select event_id from audit where owner_id = $1 limit $2)`;

export const erasePerson = async (db: Queryable, userId: Id): Promise<void> => {
  for (const statement of statements) await db.query(statement, [userId]);
};

/** Deletes up to `limit` entries of the log; returns how many. */
export const eraseLog = async (db: Queryable, userId: Id, limit: number): Promise<number> =>
  (await db.query(log, [userId, limit])).rowCount ?? 0;

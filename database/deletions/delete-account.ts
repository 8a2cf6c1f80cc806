// Takes an account away, and promises to erase what it had. Called by POST /account/delete.
import type { Id } from "../../domain/ids.ts";
import { type Database, inTransaction } from "../pool.ts";

/** What lets somebody in, what would be sent somewhere, and what was promised to be done: all that must end at once. */
const statements = [
  `insert into account_deletions (user_id) values ($1::text::uuid) on conflict do nothing`,
  // Its sessions, password, passkeys and second step go with it.
  `delete from "user" where "id" = $1::text`,
  `delete from "verification" where position($1::text in "value") > 0`,
  `delete from tokens where user_id = $1::text::uuid`,
  `delete from one_time_secrets where user_id = $1::text::uuid`,
  `delete from push_subscriptions where user_id = $1::text::uuid`,
  `delete from webhook_secrets where user_id = $1::text::uuid`,
  `delete from account_events where user_id = $1::text::uuid`,
  `delete from commands where user_id = $1::text::uuid`,
  `delete from retimes where user_id = $1::text::uuid`,
];

/** All of it or nothing. From then on nobody is in, and the address is free. */
export const deleteAccount = (db: Database, userId: Id): Promise<void> =>
  inTransaction(db, async (connection) => {
    for (const statement of statements) await connection.query(statement, [userId]);
  });

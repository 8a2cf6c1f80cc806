// Ends an intent that could not be carried out however often it was tried. Called by the gateway's repeater.
import type { Id } from "../../domain/ids.ts";
import type { Queryable } from "../pool.ts";

const statement = `
update commands set status = 'given_up', reason = $3, done_at = now()
where user_id = $1 and key = $2 and status = 'started'`;

/** It is not tried again unless its sender, or an operator, asks for it. */
export const giveUpIntent = async (
  db: Queryable,
  intent: { userId: Id; key: string; reason: string },
): Promise<void> => {
  await db.query(statement, [intent.userId, intent.key, intent.reason]);
};

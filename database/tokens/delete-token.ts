// Ends a token. Called by DELETE /tokens/{id}.
import type { Id } from "../../domain/ids.ts";
import type { Queryable } from "../pool.ts";

const statement = `delete from tokens where id = $1 and user_id = $2 returning name`;

/** The name of the token that ended; null when this person has none of that id. */
export const deleteToken = async (
  db: Queryable,
  { id, userId }: { id: Id; userId: Id },
): Promise<string | null> =>
  (await db.query<{ name: string }>(statement, [id, userId])).rows[0]?.name ?? null;

// Ends a token. Called by DELETE /tokens/{id}.
import type { Id } from "../../domain/ids.ts";
import type { Queryable } from "../pool.ts";

const statement = `delete from tokens where id = $1 and user_id = $2`;

/** False when this person has no token of that id. */
export const deleteToken = async (db: Queryable, { id, userId }: { id: Id; userId: Id }) =>
  (await db.query(statement, [id, userId])).rowCount === 1;

// What was promised under a key, without promising anything. Called by undo, whose plan depends on what has been done.
import type { Id } from "../../domain/ids.ts";
import type { Queryable } from "../pool.ts";

const statement =
  'select correlation_id as "correlationId", undoes from commands where user_id = $1 and key = $2';

/** The correlation ids of the intent under a key; null when there is none. */
export const readIntent = async (
  db: Queryable,
  which: { userId: Id; key: string },
): Promise<{ correlationId: Id | null; undoes: Id | null } | null> => {
  const { rows } = await db.query<{ correlationId: Id | null; undoes: Id | null }>(statement, [
    which.userId,
    which.key,
  ]);
  return rows[0] ?? null;
};

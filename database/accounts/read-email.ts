// Where a person gets e-mail: the address of their account. Called by the channel email.
import type { Id } from "../../domain/ids.ts";
import type { Queryable } from "../pool.ts";

const statement = `select "email" from "user" where "id" = $1`;

/** The address, or null when there is no such account. */
export const readEmail = async (db: Queryable, userId: Id): Promise<string | null> =>
  (await db.query<{ email: string }>(statement, [userId])).rows[0]?.email ?? null;

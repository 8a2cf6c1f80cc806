// What a person's password is held against. Called where somebody who is signed in shows it again.
import type { Id } from "../../domain/ids.ts";
import type { Queryable } from "../pool.ts";

const statement = `select "password" from "account" where "userId" = $1 and "providerId" = 'credential'`;

/** The hash, or null when there is no such account. */
export const readPasswordHash = async (db: Queryable, userId: Id): Promise<string | null> =>
  (await db.query<{ password: string | null }>(statement, [userId])).rows[0]?.password ?? null;

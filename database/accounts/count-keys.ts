// What opens an account beside its password. Called when a new one was chosen, which ends none of these.
import type { Id } from "../../domain/ids.ts";
import type { Queryable } from "../pool.ts";

const statement = `
select (select count(*)::int from "passkey" where "userId" = $1::text) as passkeys,
  (select count(*)::int from tokens where user_id = $1::text::uuid and (expires_at is null or expires_at > now())) as tokens`;

export type Keys = { passkeys: number; tokens: number };

/** How many passkeys and tokens of programs hold. */
export const countKeys = async (db: Queryable, userId: Id): Promise<Keys> =>
  (await db.query<Keys>(statement, [userId])).rows[0] ?? { passkeys: 0, tokens: 0 };

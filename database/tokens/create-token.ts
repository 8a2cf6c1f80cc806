// Keeps a new token of a person. Called by POST /tokens.
import type { Queryable } from "../pool.ts";
import type { NewToken, Token } from "./token-row.ts";
import { columns } from "./token-row.ts";

/** More than anyone needs, fewer than would be a way to fill the disk. */
export const maxTokens = 50;

const statement = `
insert into tokens (id, user_id, name, hash, access, expires_at)
select $1, $2, $3, $4, $5, $6 where (select count(*) from tokens where user_id = $2 and (expires_at is null or expires_at > now())) < ${maxTokens}
returning ${columns}`;

/** The token as it is listed; null when the person has `maxTokens` already. */
export const createToken = async (db: Queryable, token: NewToken): Promise<Token | null> => {
  const { id, userId, name, hash, access, expiresAt } = token;
  const values = [id, userId, name, hash, access, expiresAt];
  return (await db.query<Token>(statement, values)).rows[0] ?? null;
};

// Which of many sessions still hold. Called by the gateway's heartbeat for all its sockets at once.
import type { Queryable } from "../pool.ts";

const statement = `
select "token" from "session" where "token" = any($1::text[]) and "expiresAt" > now()
union all
select 'punctual_' || id from tokens where id in (
  select substr(token, length('punctual_') + 1)::uuid from unnest($1::text[]) token where token like 'punctual\\_%'
) and (expires_at is null or expires_at > now())`;

/** Those of the tokens whose session is neither ended nor expired; a program's token is named by its `tokenKey`. */
export const listLiveTokens = async (db: Queryable, tokens: string[]): Promise<Set<string>> => {
  const { rows } = await db.query<{ token: string }>(statement, [tokens]);
  return new Set(rows.map((row) => row.token));
};

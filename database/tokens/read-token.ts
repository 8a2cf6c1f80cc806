// Step 2: whose token it is. Called by the gateway for every request with one, so it writes at most once a minute.
import { Id } from "../../domain/ids.ts";
import { prepared, type Queryable } from "../pool.ts";
import type { Access } from "./token-row.ts";

const statement = prepared(
  "read-token",
  `
with used as (
  update tokens set last_used_at = now()
  where hash = $1 and (expires_at is null or expires_at > now())
    and (last_used_at is null or last_used_at < now() - interval '1 minute')
)
select id, user_id as "userId", access, expires_at as "expiresAt" from tokens
where hash = $1 and (expires_at is null or expires_at > now())`,
);

/** The person and the access of a token, by its hash; null when it is unknown, was ended or has expired. */
export const readToken = async (
  db: Queryable,
  hash: Buffer,
): Promise<{ id: Id; userId: Id; access: Access; expiresAt: Date | null } | null> => {
  type Row = { id: string; userId: string; access: Access; expiresAt: Date | null };
  const [row] = (await db.query<Row>(statement([hash]))).rows;
  return row ? { ...row, id: Id.parse(row.id), userId: Id.parse(row.userId) } : null;
};

// Step 2: whose session a token is. Called by the gateway for every request and every socket, so it is one cheap query.
import { Id } from "../../domain/ids.ts";
import { prepared, type Queryable } from "../pool.ts";

const statement = prepared(
  "read-session",
  `select "userId", "expiresAt" from "session" where "token" = $1 and "expiresAt" > now()`,
);

/** The session of a token (as stored, without signature), or null when there is none or it has expired. */
export const readSession = async (
  db: Queryable,
  token: string,
): Promise<{ userId: Id; expiresAt: Date } | null> => {
  const row = (await db.query<{ userId: string; expiresAt: Date }>(statement([token]))).rows[0];
  return row ? { userId: Id.parse(row.userId), expiresAt: row.expiresAt } : null;
};

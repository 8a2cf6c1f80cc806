// Where a person is signed in, without what signs them in. Called by GET /account/sessions and the export.
import type { Id } from "../../domain/ids.ts";
import type { Queryable } from "../pool.ts";

const statement = `
select "id", "createdAt", "updatedAt" as "usedAt", "expiresAt", "ipAddress" as "address", "userAgent" as "agent",
  "token" = $2 as "isCurrent"
from "session" where "userId" = $1 and "expiresAt" > now() order by "token" = $2 desc, "updatedAt" desc, "id" desc limit 200`;

export type SessionRow = {
  id: Id;
  createdAt: Date;
  /** To the day: a session that is used is renewed once a day. */
  usedAt: Date;
  expiresAt: Date;
  address: string | null;
  agent: string | null;
  isCurrent: boolean;
};

/** The one that `token` belongs to first, then the last used ones. */
export const listSessions = async (
  db: Queryable,
  { userId, token }: { userId: Id; token: string },
): Promise<SessionRow[]> => (await db.query<SessionRow>(statement, [userId, token])).rows;

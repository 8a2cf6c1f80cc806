// Whether a person is signed in from an address already. Called at the sign-in, before the password is looked at.
import type { Queryable } from "../pool.ts";

const statement = `
select exists (
  select from "user" u join "session" s on s."userId" = u."id"
  where u."email" = lower($1) and s."ipAddress" = $2 and s."expiresAt" > now()
) as known`;

export const isKnownAddress = async (
  db: Queryable,
  { email, address }: { email: string; address: string },
): Promise<boolean> =>
  (await db.query<{ known: boolean }>(statement, [email, address])).rows[0]?.known ?? false;

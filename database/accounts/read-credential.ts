// What a password is held against, and whether it still is. Called around better-auth, which looks at the password in between.
import { Id } from "../../domain/ids.ts";
import type { Queryable } from "../pool.ts";

const byEmail = `
select a."userId", a."password" as hash from "user" u join "account" a on a."userId" = u."id"
where u."email" = lower($1) and a."providerId" = 'credential'`;
const byId = `
select "userId", "password" as hash from "account" where "userId" = $1 and "providerId" = 'credential'`;
/** Whoever is about to change it is waited for. */
const isStill = `
select "password" = $2 as still from "account" where "userId" = $1 and "providerId" = 'credential' for share`;

export type Credential = { userId: Id; hash: string };

/** Of the account with this address, or of this id; null when there is none. */
export const readCredential = async (
  db: Queryable,
  of: { email: string } | { userId: Id },
): Promise<Credential | null> => {
  const asked = "email" in of ? ([byEmail, of.email] as const) : ([byId, of.userId] as const);
  const row = (await db.query<{ userId: string; hash: string }>(asked[0], [asked[1]])).rows[0];
  return row ? { ...row, userId: Id.parse(row.userId) } : null;
};

/** Whether the password is the one that was read. */
export const isStillCredential = async (
  db: Queryable,
  { userId, hash }: Credential,
): Promise<boolean> =>
  (await db.query<{ still: boolean }>(isStill, [userId, hash])).rows[0]?.still ?? false;

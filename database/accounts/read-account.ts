// A person's account as they see it. Called by GET /account and the export.
import { Id } from "../../domain/ids.ts";
import type { Queryable } from "../pool.ts";

const statement = `
select "id", "name", "email", "emailVerified", "createdAt", "twoFactorEnabled" as "twoFactor" from "user" where "id" = $1`;
const byEmail = `
select "id", "name", "email", "emailVerified", "createdAt", "twoFactorEnabled" as "twoFactor" from "user" where "email" = lower($1)`;

export type Account = {
  id: Id;
  name: string;
  email: string;
  emailVerified: boolean;
  createdAt: Date;
  /** A second step is asked for at the sign-in. */
  twoFactor: boolean;
};

/** The account, or null when it is gone. */
export const readAccount = async (db: Queryable, userId: Id): Promise<Account | null> =>
  accountOf((await db.query<Account>(statement, [userId])).rows[0]);

/** The account with this address, in whatever letters it is written. */
export const readAccountByEmail = async (db: Queryable, email: string): Promise<Account | null> =>
  accountOf((await db.query<Account>(byEmail, [email])).rows[0]);

const accountOf = (row: Account | undefined): Account | null =>
  row === undefined ? null : { ...row, id: Id.parse(row.id) };

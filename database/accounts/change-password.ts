// Puts a new password in the place of the old one and ends what the old one had opened. Called by the account's routes.
import type { Id } from "../../domain/ids.ts";
import type { Queryable } from "../pool.ts";
import { endTrust } from "./end-trust.ts";

const write = `
update "account" set "password" = $2, "updatedAt" = now() where "userId" = $1 and "providerId" = 'credential'`;
const endSessions = `delete from "session" where "userId" = $1 and "token" is distinct from $2`;
const endTokens = `delete from tokens where user_id = $1`;
/** A link to a new password that was sent before is void. */
const voidLinks = `delete from one_time_secrets where user_id = $1 and kind in ('reset', 'email')`;

export type NewPassword = {
  userId: Id;
  hash: string;
  /** The token of the session that stays; null: none does. */
  keep: string | null;
  /** Whether the tokens of programs end as well. */
  endTokens: boolean;
};

/**
 * Within a transaction of the caller, so that nobody is in by the old password once that is committed, and each device is asked for the
 * second step again. Passkeys stay, and so do recovery codes. False when there is no such account.
 */
export const changePassword = async (
  connection: Queryable,
  { userId, hash, keep, endTokens: tokensToo }: NewPassword,
): Promise<boolean> => {
  const { rowCount } = await connection.query(write, [userId, hash]);
  await connection.query(endSessions, [userId, keep]);
  await connection.query(voidLinks, [userId]);
  await endTrust(connection, userId);
  if (tokensToo) await connection.query(endTokens, [userId]);
  return rowCount === 1;
};

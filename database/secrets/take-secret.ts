// Uses up a secret. Called by what it opens: a new password, a new address, a sign-up.
import { Id } from "../../domain/ids.ts";
import type { Queryable } from "../pool.ts";
import { hashOfSecret, type SecretKind } from "./secret.ts";

const statement = `
delete from one_time_secrets
where hash = $1 and kind = $2 and (expires_at is null or expires_at > now()) and ($3::uuid is null or user_id = $3)
returning user_id as "userId", email`;

export type TakenSecret = { userId: Id | null; email: string | null };

/** Whose it was; null for one that is unknown, used, over, or not `of` this person. It can be taken once; a rollback gives it back. */
export const takeSecret = async (
  db: Queryable,
  { kind, secret, of = null }: { kind: SecretKind; secret: string; of?: Id | null },
): Promise<TakenSecret | null> => {
  const hash = hashOfSecret(secret);
  if (!hash) return null;
  const { rows } = await db.query<TakenSecret>(statement, [hash, kind, of]);
  const row = rows[0];
  return row ? { ...row, userId: row.userId === null ? null : Id.parse(row.userId) } : null;
};

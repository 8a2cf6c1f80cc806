// Keeps a new secret of a person. Called by the account's routes, and by `npm run account`.
import { type Id, newId } from "../../domain/ids.ts";
import type { Queryable } from "../pool.ts";
import { hashOfSecret, newSecret, type SecretKind } from "./secret.ts";

const statement = `
with replaced as (delete from one_time_secrets where user_id = $3 and kind = $2 and kind <> 'invitation')
insert into one_time_secrets (hash, id, kind, user_id, email, expires_at)
values ($1, $4, $2, $3, $5, now() + $6 * interval '1 second')
returning expires_at as "expiresAt"`;

export type NewSecret = {
  kind: SecretKind;
  /** Null for an invitation of the operator. */
  userId: Id | null;
  email?: string;
  /** Null: it holds until it is used or replaced. */
  seconds: number | null;
};

/** The secret itself, which is kept nowhere. It takes the place of the person's former one of its kind; invitations stand beside each other. */
export const issueSecret = async (
  db: Queryable,
  { kind, userId, email, seconds }: NewSecret,
): Promise<{ id: Id; secret: string; expiresAt: Date | null }> => {
  const secret = newSecret();
  const id = newId();
  const values = [hashOfSecret(secret), kind, userId, id, email ?? null, seconds];
  const { rows } = await db.query<{ expiresAt: Date | null }>(statement, values);
  return { id, secret, expiresAt: rows[0]?.expiresAt ?? null };
};

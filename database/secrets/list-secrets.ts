// What a person has of secrets of a kind, without the secrets. Called by GET /account and /account/invitations.
import type { Id } from "../../domain/ids.ts";
import type { Queryable } from "../pool.ts";
import type { SecretKind } from "./secret.ts";

const statement = `
select id, created_at as "createdAt", expires_at as "expiresAt", email from one_time_secrets
where user_id = $1 and kind = $2 and (expires_at is null or expires_at > now()) order by id desc`;

export type KeptSecret = { id: Id; createdAt: Date; expiresAt: Date | null; email: string | null };

/** The newest first; those that are over are left out. */
export const listSecrets = async (
  db: Queryable,
  of: { userId: Id; kind: SecretKind },
): Promise<KeptSecret[]> => (await db.query<KeptSecret>(statement, [of.userId, of.kind])).rows;

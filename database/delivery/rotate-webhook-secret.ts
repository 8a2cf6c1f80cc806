// Replaces what a person's webhooks are signed with. Called by POST /settings/webhook-secret.
import type { Id } from "../../domain/ids.ts";
import type { Queryable } from "../pool.ts";
import { newWebhookSecret } from "./read-webhook-secret.ts";

const statement = `
insert into webhook_secrets (user_id, secret) values ($1, $2)
on conflict (user_id) do update set secret = excluded.secret, created_at = now()`;

/** The new secret; what is sent from now on is signed with it. */
export const rotateWebhookSecret = async (db: Queryable, userId: Id): Promise<string> => {
  const secret = newWebhookSecret();
  await db.query(statement, [userId, secret]);
  return secret;
};

// What a person's webhooks are signed with, made at first use. Called by the channel webhook and /settings/webhook-secret.
import { randomBytes } from "node:crypto";
import type { Id } from "../../domain/ids.ts";
import type { Queryable } from "../pool.ts";

const insert = `insert into webhook_secrets (user_id, secret) values ($1, $2) on conflict do nothing`;
const select = `select secret from webhook_secrets where user_id = $1`;

/** `whsec_` and 32 random bytes in base64 (Standard Webhooks); the same until it is rotated. */
export const readWebhookSecret = async (db: Queryable, userId: Id): Promise<string> => {
  const known = (await db.query<{ secret: string }>(select, [userId])).rows[0];
  if (known) return known.secret;
  await db.query(insert, [userId, newWebhookSecret()]);
  const kept = (await db.query<{ secret: string }>(select, [userId])).rows[0];
  if (!kept) throw new Error("webhook_secrets: the secret is not there after it was inserted");
  return kept.secret;
};

export const newWebhookSecret = (): string => `whsec_${randomBytes(32).toString("base64")}`;

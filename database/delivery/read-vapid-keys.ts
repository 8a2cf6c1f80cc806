// The key pair by which push services know us (RFC 8292), made at first use. Called by GET /push/key and the channel push.
import { generateKeyPairSync } from "node:crypto";
import type { Queryable } from "../pool.ts";

/** Base64url: the public key as an uncompressed point (65 bytes), the private one as its scalar (32 bytes). */
export type VapidKeys = { publicKey: string; privateKey: string };

const insert = `insert into vapid_keys (public_key, private_key) values ($1, $2) on conflict do nothing`;
const select = `select public_key as "publicKey", private_key as "privateKey" from vapid_keys`;

/** The one key pair of this database; two who make it at once get the same. */
export const readVapidKeys = async (db: Queryable): Promise<VapidKeys> => {
  const known = (await db.query<VapidKeys>(select)).rows[0];
  if (known) return known;
  const { publicKey, privateKey } = makeVapidKeys();
  await db.query(insert, [publicKey, privateKey]);
  const kept = (await db.query<VapidKeys>(select)).rows[0];
  if (!kept) throw new Error("vapid_keys: the keys are not there after they were inserted");
  return kept;
};

const makeVapidKeys = (): VapidKeys => {
  const { x, y, d } = generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey.export({
    format: "jwk",
  });
  const bytes = (part = "") => Buffer.from(part, "base64url");
  return {
    publicKey: Buffer.concat([Buffer.of(4), bytes(x), bytes(y)]).toString("base64url"),
    privateKey: bytes(d).toString("base64url"),
  };
};

// What a browser and its push service do with a push, by node:crypto alone: decrypt it (RFC 8188, 8291) and check who sent it
// (VAPID, RFC 8292). Independent of the library that made it.
import {
  createDecipheriv,
  createECDH,
  createPublicKey,
  hkdfSync,
  randomBytes,
  verify,
} from "node:crypto";
import type { PushSubscription } from "../database/delivery/save-push-subscription.ts";

export type Browser = {
  /** The subscription as the browser hands it to the page. */
  subscription: (endpoint: string) => PushSubscription;
  /** The text of a push's body; throws when it was not encrypted for this browser. */
  decrypt: (body: Buffer) => string;
};

export const makeBrowser = (): Browser => {
  const ecdh = createECDH("prime256v1");
  const publicKey = ecdh.generateKeys();
  const auth = randomBytes(16);
  return {
    subscription: (endpoint) => ({
      endpoint,
      p256dh: publicKey.toString("base64url"),
      auth: auth.toString("base64url"),
    }),
    decrypt: (body) => {
      const [salt, recordSize] = [body.subarray(0, 16), body.readUInt32BE(16)];
      const sender = body.subarray(21, 21 + body.readUInt8(20));
      const record = body.subarray(21 + sender.length);
      if (record.length > recordSize) throw new Error("more than one record");
      const info = Buffer.concat([Buffer.from("WebPush: info\0"), publicKey, sender]);
      const secret = derive(ecdh.computeSecret(sender), auth, info, 32);
      const key = derive(secret, salt, Buffer.from("Content-Encoding: aes128gcm\0"), 16);
      const nonce = derive(secret, salt, Buffer.from("Content-Encoding: nonce\0"), 12);
      const decipher = createDecipheriv("aes-128-gcm", key, nonce).setAuthTag(record.subarray(-16));
      const plain = Buffer.concat([decipher.update(record.subarray(0, -16)), decipher.final()]);
      const end = plain.lastIndexOf(2); // the delimiter of the last record; zeros may follow
      return plain.subarray(0, end).toString();
    },
  };
};

const derive = (secret: Buffer, salt: Buffer, info: Buffer, length: number): Buffer =>
  Buffer.from(hkdfSync("sha256", secret, salt, info, length));

/** The claims of a push's `authorization`, signed by the holder of `publicKey`; throws when they are not. */
export const checkVapid = (authorization: string, publicKey: string): Record<string, unknown> => {
  const found = /^vapid t=([^,]+), ?k=(\S+)$/.exec(authorization);
  const [, token = "", key = ""] = found ?? [];
  if (key !== publicKey) throw new Error("signed with another key");
  const point = Buffer.from(publicKey, "base64url");
  const jwk = {
    kty: "EC",
    crv: "P-256",
    x: point.subarray(1, 33).toString("base64url"),
    y: point.subarray(33).toString("base64url"),
  };
  const [head = "", claims = "", signature = ""] = token.split(".");
  const isSigned = verify(
    "sha256",
    Buffer.from(`${head}.${claims}`),
    { key: createPublicKey({ key: jwk, format: "jwk" }), dsaEncoding: "ieee-p1363" },
    Buffer.from(signature, "base64url"),
  );
  if (!isSigned) throw new Error("the signature is wrong");
  const { alg } = JSON.parse(Buffer.from(head, "base64url").toString()) as { alg: string };
  if (alg !== "ES256") throw new Error(`signed with ${alg}`);
  return JSON.parse(Buffer.from(claims, "base64url").toString()) as Record<string, unknown>;
};

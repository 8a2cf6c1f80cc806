// Who asks: a token or cookie of better-auth, checked with one query a second. Called by the authenticate middleware and the sockets.
import { createHmac, timingSafeEqual } from "node:crypto";
import { parse } from "hono/utils/cookie";
import { readSession } from "../../database/accounts/read-session.ts";
import type { Database } from "../../database/pool.ts";
import { readToken } from "../../database/tokens/read-token.ts";
import type { Session } from "../http/env.ts";
import { sessionSeconds } from "./auth.ts";
import { createShortMemory } from "./short-memory.ts";
import { hashOfToken, tokenKey } from "./tokens.ts";

/** `mayRenew` tells that better-auth would now prolong it (once a day). */
export type KnownSession = Session & { mayRenew: boolean };

export type Sessions = {
  /** The session of a bearer token: the token of the sign-in answer, its signed form from `set-auth-token`, or one of POST /tokens. */
  ofBearer(token: string): Promise<KnownSession | null>;
  /** The session of a `Cookie` header. */
  ofCookie(header: string): Promise<KnownSession | null>;
  /** A session or a token was ended here: whoever asks next is asked for in the database. Another gateway hears within a second. */
  forget(): void;
};

export const createSessions = (deps: {
  db: Database;
  secret: string;
  cookieName: string;
  now?: () => number;
}): Sessions => {
  const now = deps.now ?? Date.now;
  const sessions = createShortMemory<Awaited<ReturnType<typeof readSession>>>(now);
  const tokens = createShortMemory<Awaited<ReturnType<typeof readToken>>>(now);

  const read = async (token: string | null, by: Session["by"]): Promise<KnownSession | null> => {
    if (token === null) return null;
    const row = await sessions.recall(token, () => readSession(deps.db, token));
    if (!row) return null;
    const leftMs = row.expiresAt.getTime() - now();
    if (leftMs <= 0) return null;
    const mayRenew = leftMs < (sessionSeconds.expiresIn - sessionSeconds.renewAfter) * 1000;
    return { userId: row.userId, token, by, access: "write", mayRenew };
  };

  const ofToken = async (hash: Buffer): Promise<KnownSession | null> => {
    const row = await tokens.recall(hash.toString("base64"), () => readToken(deps.db, hash));
    if (!row) return null;
    const { id, userId, access, expiresAt } = row;
    if (expiresAt !== null && expiresAt.getTime() <= now()) return null;
    return { userId, token: tokenKey(id), by: "token", access, mayRenew: false };
  };

  return {
    forget: () => {
      sessions.forget();
      tokens.forget();
    },
    ofBearer: (token) => {
      const hash = hashOfToken(token);
      if (hash) return ofToken(hash);
      return read(
        token.includes(".") ? unsigned(decoded(token), deps.secret) : plain(token),
        "bearer",
      );
    },
    ofCookie: (header) => {
      const value = parse(header, deps.cookieName)[deps.cookieName];
      return read(value === undefined ? null : unsigned(value, deps.secret), "cookie");
    },
  };
};

/** Only what better-auth's tokens are made of goes to the database. */
const plain = (token: string): string | null => (/^[A-Za-z0-9]{16,64}$/.test(token) ? token : null);

/** `token.signature` (base64 of HMAC-SHA-256 with the secret) → token, or null when the signature is not ours. */
const unsigned = (value: string, secret: string): string | null => {
  const [token = "", signature = ""] = value.split(".");
  const expected = createHmac("sha256", secret).update(token).digest();
  const given = Buffer.from(signature, "base64");
  return given.length === expected.length && timingSafeEqual(given, expected) ? plain(token) : null;
};

const decoded = (token: string): string => {
  try {
    return decodeURIComponent(token);
  } catch {
    return token;
  }
};

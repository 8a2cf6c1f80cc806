// Tokens for programs and assistants: how they look and what of them is stored. Used by sessions.ts and routes/tokens.ts.
import { createHash, randomBytes } from "node:crypto";
import type { Id } from "../../domain/ids.ts";

const prefix = "punctual_";

/** A new token: 256 random bits, with a prefix by which leak scanners and people know it. */
export const newToken = (): string => `${prefix}${randomBytes(32).toString("base64url")}`;

/** The hash under which a token is stored; null for what is no such token. */
export const hashOfToken = (token: string): Buffer | null =>
  /^punctual_[\w-]{43}$/.test(token) ? createHash("sha256").update(token).digest() : null;

/** What stands in a session in the place of a session's token: says which token it is without being one. */
export const tokenKey = (id: Id): string => `${prefix}${id}`;

// The shapes of the token routes, as the page reads them. Used by punctual.ts and the settings.
import type { Id, Instant } from "../../domain/ids.ts";

/** What a token may do: look only, or change tasks too. */
export type TokenAccess = "read" | "write";

/** A token of a program or an assistant, without the token itself. */
export type TokenDoc = {
  id: Id;
  name: string;
  access: TokenAccess;
  createdAt: Instant;
  lastUsedAt: Instant | null;
  /** Null: it holds until it is ended. */
  expiresAt: Instant | null;
};

/** What a new token is to be; `expiresInDays` null: without an end. */
export type NewToken = { name: string; access: TokenAccess; expiresInDays: number | null };

/** A token that has just been made: the only time it is seen. */
export type MadeToken = TokenDoc & { token: string };

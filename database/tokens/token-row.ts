// A token as the database has it. Used by the files beside it.
import type { Id } from "../../domain/ids.ts";

/** `read` may only look. */
export type Access = "read" | "write";

/** What a person sees of a token of theirs. */
export type Token = {
  id: Id;
  name: string;
  access: Access;
  createdAt: Date;
  lastUsedAt: Date | null;
  /** Null: it holds until it is ended. */
  expiresAt: Date | null;
};

/** `hash` is the SHA-256 of the token. */
export type NewToken = Pick<Token, "id" | "name" | "access" | "expiresAt"> & {
  userId: Id;
  hash: Buffer;
};

export const columns = `id, name, access, created_at as "createdAt", last_used_at as "lastUsedAt", expires_at as "expiresAt"`;

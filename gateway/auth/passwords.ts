// Passwords as the gateway handles them: hashed few at a time by better-auth's function, guessed at within limits. Made by doors.ts.
import { readPasswordHash } from "../../database/accounts/read-password-hash.ts";
import type { Queryable } from "../../database/pool.ts";
import type { Id } from "../../domain/ids.ts";
import { invalid } from "../http/refused.ts";
import type { Auth } from "./auth.ts";
import { asGuess, type Guesses } from "./guesses.ts";
import { createHashing } from "./hashing.ts";

export type Passwords = {
  /** Runs what hashes a password in its turn (hashing.ts). */
  inTurn: ReturnType<typeof createHashing>;
  hash: (password: string) => Promise<string>;
  /**
   * Does what looks at the person's password by itself: a refusal of `path` counts as a wrong one. Throws `rate_limited` for one who
   * guessed too often.
   */
  asShown: <T>(userId: Id, path: string, work: () => Promise<T>) => Promise<T>;
  /** Throws `invalid` at `path` unless it is the person's password, and `rate_limited` for one who guessed too often. */
  check: (shown: { userId: Id; password: string; path: string }) => Promise<void>;
};

export const createPasswords = (deps: {
  db: Queryable;
  auth: Auth;
  guesses: Guesses;
}): Passwords => {
  const inTurn = createHashing();
  const asShown: Passwords["asShown"] = async (userId, path, work) =>
    asGuess(deps.guesses.begin({ account: userId }), path, work);
  return {
    inTurn,
    hash: (password) => inTurn(async () => (await deps.auth.$context).password.hash(password)),
    asShown,
    check: ({ userId, password, path }) =>
      asShown(userId, path, async () => {
        const isRight = await inTurn(async () => {
          const hash = await readPasswordHash(deps.db, userId);
          const context = await deps.auth.$context;
          return hash !== null && (await context.password.verify({ hash, password }));
        });
        if (!isRight) throw invalid(path, "is not your password");
      }),
  };
};

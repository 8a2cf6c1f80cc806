// Passwords are hashed by few at a time: each takes a core for about 50 ms and 32 MB. Called by route.ts around what hashes.
import pLimit from "p-limit";
import { tooMany } from "../http/allowance.ts";

/** As many threads as stay free for names and files (libuv has four). */
const atOnce = 2;
/** What two can do in about a second. */
const mostWaiting = 16;
const retryAfterMs = 2_000;

/**
 * Runs what hashes a password in its turn; throws `tooMany` when too many wait already. It goes around a whole request, not around the
 * hashing alone: better-auth hashes inside a transaction, so whoever waited there would hold a connection that all others need.
 */
export const createHashing = () => {
  const limit = pLimit(atOnce);
  return <T>(work: () => Promise<T>): Promise<T> => {
    if (limit.pendingCount >= mostWaiting) throw tooMany(retryAfterMs);
    return limit(work);
  };
};

// How much one person may ask, over all doors: a token bucket each. Made by main.ts, asked by authenticate and by the sockets.
import type { Id } from "../../domain/ids.ts";
import { Refused } from "./refused.ts";

export type AllowanceOptions = {
  /** How many requests at once after a rest. */
  burst: number;
  /** How many a second for good. */
  perSecond: number;
  /** Clock in ms. */
  now?: () => number;
};

export type Allowance = {
  /** Takes `cost` (1) from the person's bucket and answers 0; or takes nothing and answers for how many ms there is not enough. */
  take: (userId: Id, cost?: number) => number;
  /** How many buckets are kept. */
  size: () => number;
};

/** More people than one gateway serves within a bucket's time; beyond it the longest idle begin anew. */
const maxBuckets = 50_000;

/**
 * Buckets in the memory of this gateway. A bucket that is full again says nothing and is forgotten: `take` looks at the two longest idle,
 * so nothing has to sweep, and there are never more than were used within `burst / perSecond` seconds, or 50,000.
 */
export const createAllowance = ({
  burst,
  perSecond,
  now = () => performance.now(),
}: AllowanceOptions): Allowance => {
  // In the order of their last use: a bucket is put at the end when it is used.
  const buckets = new Map<Id, { left: number; at: number }>();

  const leftAt = ({ left, at }: { left: number; at: number }, instant: number): number =>
    Math.min(burst, left + ((instant - at) / 1_000) * perSecond);

  const forgetIdle = (instant: number): void => {
    for (let count = 0; count < 2; count += 1) {
      const oldest = buckets.entries().next().value;
      if (!oldest) return;
      const [userId, bucket] = oldest;
      if (leftAt(bucket, instant) < burst && buckets.size <= maxBuckets) return;
      buckets.delete(userId);
    }
  };

  return {
    take: (userId, cost = 1) => {
      const at = now();
      const known = buckets.get(userId);
      const left = known ? leftAt(known, at) : burst;
      // What costs more than a whole bucket waits for a full one, and leaves a debt.
      const missing = Math.min(cost, burst) - left;
      buckets.delete(userId);
      buckets.set(userId, { left: missing > 0 ? left : left - cost, at });
      forgetIdle(at);
      return missing > 0 ? (missing / perSecond) * 1_000 : 0;
    },
    size: () => buckets.size,
  };
};

/** The refusal of who has asked too much, with the seconds to wait. */
export const tooMany = (waitMs: number): Refused => {
  const seconds = Math.max(1, Math.ceil(waitMs / 1_000));
  return new Refused(
    {
      code: "rate_limited",
      message: `too many requests at once; try again in ${seconds} s, with the same Idempotency-Key if you sent one`,
    },
    { headers: { "retry-after": String(seconds) } },
  );
};

/** Takes from the person's bucket, or throws `tooMany`. */
export const charge = (allowance: Allowance, userId: Id, cost = 1): void => {
  const waitMs = allowance.take(userId, cost);
  if (waitMs > 0) throw tooMany(waitMs);
};

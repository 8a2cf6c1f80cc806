// How long to wait before something is tried again. Pure; used by every process that tries again, and by the page.

/** The first pause, and the longest, in ms. */
export type Backoff = { firstMs: number; mostMs: number };

/**
 * The pause after `failures` failures in a row (from 1 on), in ms: the first one, doubled with each further failure, at most the longest.
 * With `random` (in [0, 1)) up to half of it is taken off, so that many who were cut off at once do not come back at once.
 */
export const backoffMs = (failures: number, { firstMs, mostMs }: Backoff, random = 1): number => {
  const full = Math.min(mostMs, firstMs * 2 ** Math.max(0, failures - 1));
  return Math.round(full / 2 + (full / 2) * random);
};

// How long to wait before the next attempt to reach the gateway. Pure; called by feed.ts.
const firstMs = 300;
const capMs = 5_000;

/**
 * The pause before attempt `attempt` (0 is the first after a loss), in ms: doubling up to 5 s, of which a random half is
 * taken off, so that many devices do not come back in the same instant. `random` is in [0, 1).
 */
export const pauseMs = (attempt: number, random: number): number => {
  const full = Math.min(capMs, firstMs * 2 ** Math.min(attempt, 16));
  return Math.round(full / 2 + (full / 2) * random);
};

// Supervision: how long to wait before a part that died is started again. Pure. Called by part.ts.

const firstMs = 200;
const longestMs = 10_000;
/** A part that ran this long counts as sound again. */
export const stableMs = 20_000;

/** The wait in ms before the restart after `failures` deaths in a row (1 = the first): 200 ms, doubling, at most 10 s. */
export const restartDelayMs = (failures: number): number =>
  Math.min(longestMs, firstMs * 2 ** Math.max(0, failures - 1));

/** Deaths in a row after one more, when the part had run for `ranMs`. */
export const failuresAfter = (failures: number, ranMs: number): number =>
  ranMs >= stableMs ? 1 : failures + 1;

// Supervision: how long to wait before a part that died is started again. Pure. Called by part.ts.
import { backoffMs } from "../../domain/backoff.ts";

/** A part that was ready this long has served: its next death is a first one, and nobody waits for its restart. */
export const servedMs = 3_000;

/** The wait in ms before the restart after `failures` deaths in a row (1 = the first): 200 ms, doubling, at most 10 s. */
export const restartDelayMs = (failures: number): number =>
  backoffMs(failures, { firstMs: 200, mostMs: 10_000 });

/** Deaths in a row after one more, when the part had been ready for `readyMs` (0: it never was). */
export const failuresAfter = (failures: number, readyMs: number): number =>
  readyMs >= servedMs ? 1 : failures + 1;

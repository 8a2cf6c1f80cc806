// How load is made: so many at once (closed loop), or so many a second (open loop). Used by the benchmark's scenarios.
import { setTimeout as pause } from "node:timers/promises";

/** What came of a run: the time of each success in ms, how many failed, and how long the whole took (ms). */
export type Run = { times: number[]; errors: number; totalMs: number };

type Work = (at: number) => Promise<void>;

const record = async (run: Run, startedAt: number, work: Promise<void>): Promise<void> => {
  try {
    await work;
    run.times.push(performance.now() - startedAt);
  } catch {
    run.errors += 1;
  }
};

const measured = async (make: (run: Run) => Promise<unknown>): Promise<Run> => {
  const run: Run = { times: [], errors: 0, totalMs: 0 };
  const startedAt = performance.now();
  await make(run);
  run.totalMs = performance.now() - startedAt;
  return run;
};

/** `count` calls, `width` of them under way at any moment; each begins when one before has ended. */
export const atOnce = (width: number, count: number, work: Work): Promise<Run> =>
  measured((run) => {
    let next = 0;
    const worker = async (): Promise<void> => {
      while (next < count) await record(run, performance.now(), work(next++));
    };
    return Promise.all(Array.from({ length: width }, worker));
  });

/**
 * `perSecond` calls a second for `seconds`, whatever becomes of those before. The time of each counts from the instant it
 * was due, so a queue that builds up is seen.
 */
export const atRate = (perSecond: number, seconds: number, work: Work): Promise<Run> =>
  measured(async (run) => {
    const beganAt = performance.now();
    const under: Promise<void>[] = [];
    for (let at = 0; at < perSecond * seconds; at += 1) {
      const dueAt = beganAt + (at * 1_000) / perSecond;
      const waitMs = dueAt - performance.now();
      if (waitMs > 0) await pause(waitMs);
      under.push(record(run, dueAt, work(at)));
    }
    await Promise.all(under);
  });

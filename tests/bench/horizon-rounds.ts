// What the armer's rounds cost, and what they have armed. Used by horizon-run.ts.
import { setTimeout as pause } from "node:timers/promises";
import { armWhatWaits } from "../../consumers/arming/round.ts";
import type { Database } from "../../database/pool.ts";
import type { Stack } from "../stack.ts";

const longestRoundMs = 10 * 60_000;

/** The round that begins with the consumers, as the log tells it when it is over. */
export const firstRound = async (stack: Stack): Promise<{ tasks: number; ms: number }> => {
  const giveUpAt = Date.now() + longestRoundMs;
  while (Date.now() < giveUpAt) {
    const rounds = stack.log("consumers").filter(({ msg }) => msg === "armed");
    const found = rounds.find(({ tasks }) => Number(tasks) > 1);
    if (found !== undefined) return { tasks: Number(found["tasks"]), ms: Number(found["ms"]) };
    await pause(200);
  }
  throw new Error(`no round was over within ${longestRoundMs / 1_000} s`);
};

/** Those that were told already had one. */
export const countArmed = async (db: Database): Promise<number> => {
  const { rows } = await db.query<{ count: number }>(
    "select count(*)::int as count from reminders where armed_at is not null or state <> 'scheduled'",
  );
  return rows[0]?.count ?? 0;
};

/** By the armer's own code, in this process, as soon as there is nothing left to ask. */
export const idleRound = async (db: Database, horizonMinutes: number): Promise<number> => {
  const { rows } = await db.query<{ epoch: string }>(
    "select epoch from scheduler_epochs order by started_at desc limit 1",
  );
  const nobody = () => Promise.reject(new Error("asked"));
  const actors = { catchUpTask: nobody, catchUpUser: nobody };
  const deps = { db, actors, horizonMs: horizonMinutes * 60_000 };
  const giveUpAt = Date.now() + longestRoundMs;
  while (Date.now() < giveUpAt) {
    const beganAt = performance.now();
    const { failed } = await armWhatWaits(deps, rows[0]?.epoch ?? "", new AbortController().signal);
    if (failed === 0) return performance.now() - beganAt;
    await pause(5_000);
  }
  throw new Error("there is always something left to arm");
};

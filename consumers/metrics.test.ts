// What the consumers show of themselves at a scrape. Needs nothing.
import { expect, test } from "vitest";
import { exposition } from "../process/metrics/instruments.ts";
import { countRound, watchConsumers } from "./metrics.ts";

const nothing = { overdue: 0, tasks: 0, people: 0, failed: 0 };

const lastRoundAt = async (): Promise<number> => {
  const { text } = await exposition();
  const found = /^punctual_arming_last_round_timestamp_seconds (\S+)$/m.exec(text);
  return Number(found?.[1]);
};

test("the last round is the process's start until one succeeds, and one that met only refusals is none", async () => {
  watchConsumers({ lag: () => null, schedulerAwaySince: () => null });
  const startedAt = performance.timeOrigin / 1_000;
  expect(await lastRoundAt()).toBeCloseTo(startedAt, 3);
  countRound(null, 1_000);
  countRound({ ...nothing, failed: 7 }, 2_000);
  expect(await lastRoundAt()).toBeCloseTo(startedAt, 3);
  countRound({ ...nothing, people: 1, failed: 7 }, 3_000);
  expect(await lastRoundAt()).toBe(3);
  countRound(nothing, 4_000);
  expect(await lastRoundAt()).toBe(4);
});

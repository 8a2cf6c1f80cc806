// What a Job is answered when its handler fails: not at once, for the scheduler's own interval counts from the trigger.
import { pino } from "pino";
import { expect, test } from "vitest";
import { newId } from "../domain/ids.ts";
import { jobHandler } from "./job-handler.ts";
import { jobName } from "./task/jobs.ts";

const aJob = (): string => jobName({ taskId: newId(), reminderId: newId(), generation: 1 });

const handler = () => {
  const log: string[] = [];
  const state = { fails: true };
  const here = async () => {
    log.push("tried");
    if (state.fails) throw new Error("the database is away");
    return { fired: true };
  };
  const dapr = { invokeActor: here } as unknown as Parameters<typeof jobHandler>[0];
  const pause = async (ms: number) => void log.push(`paused ${ms}`);
  const handle = jobHandler(dapr, pino({ enabled: false }), pause);
  const answer = (name: string) =>
    handle(name, () => null).then(
      () => log.push("answered"),
      () => log.push("failed"),
    );
  return { log, state, answer };
};

test("a Job whose handler fails is answered after a pause that grows with each failure, up to 5 s", async () => {
  const { log, state, answer } = handler();
  const name = aJob();
  for (let n = 0; n < 5; n += 1) await answer(name);
  expect(log).toEqual(
    [1_000, 2_000, 4_000, 5_000, 5_000].flatMap((ms) => ["tried", `paused ${ms}`, "failed"]),
  );
  state.fails = false;
  await answer(name);
  state.fails = true;
  await answer(name);
  expect(log.slice(15)).toEqual(["tried", "answered", "tried", "paused 1000", "failed"]);
});

test("each Job pauses for its own failures", async () => {
  const { log, answer } = handler();
  const [one, other] = [aJob(), aJob()];
  await answer(one);
  await answer(one);
  await answer(other);
  expect(log.filter((line) => line.startsWith("paused"))).toEqual([
    "paused 1000",
    "paused 2000",
    "paused 1000",
  ]);
});

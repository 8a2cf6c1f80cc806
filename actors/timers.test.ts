// An actor's timers: only what differs is sent, and what the scheduler did not take is told to the armer alone.
import { expect, test } from "vitest";
import type { Dapr } from "./dapr.ts";
import { createTimers } from "./timers.ts";

const now = new Date("2026-12-01T08:00:00.000Z");
const at = now.getTime() + 5_000;

/** A sidecar that notes what it is asked, and refuses while `down`. */
const sidecar = () => {
  const asked: string[] = [];
  const state = { down: false };
  const take = (what: string): Promise<void> => {
    asked.push(what);
    return state.down ? Promise.reject(new Error("no scheduler")) : Promise.resolve();
  };
  const dapr = {
    registerReminder: (_: unknown, { name, dueInMs }: { name: string; dueInMs: number }) =>
      take(`${name} in ${dueInMs}`),
    deleteReminder: (_: unknown, name: string) => take(`no ${name}`),
  } as unknown as Dapr;
  return { asked, state, timers: createTimers(dapr, { type: "TaskActor", id: "a" }) };
};

test("only what differs is sent", async () => {
  const { asked, timers } = sidecar();
  await timers.keep({ deliver: at, rollover: null }, now);
  await timers.keep({ deliver: at, rollover: null }, now);
  await timers.keep({ deliver: null }, now);
  expect(asked).toEqual(["deliver in 5000", "no deliver"]);
});

test("after a timer came it is sent again, or deleted", async () => {
  const { asked, timers } = sidecar();
  await timers.keep({ deliver: at }, now);
  timers.came("deliver");
  await timers.keep({ deliver: at }, now);
  timers.came("deliver");
  await timers.keep({ deliver: null }, now);
  expect(asked).toEqual(["deliver in 5000", "deliver in 5000", "no deliver"]);
});

test("what the scheduler does not take fails no change, is sent again, and fails the armer's request", async () => {
  const { asked, state, timers } = sidecar();
  state.down = true;
  await timers.keep({ deliver: at }, now);
  await expect(timers.keep({ deliver: at }, now, { anew: true })).rejects.toThrow("no scheduler");
  state.down = false;
  await timers.keep({ deliver: at }, now);
  await timers.keep({ deliver: at }, now);
  expect(asked).toHaveLength(3);
});

// The names of Jobs: one a notification, and read back as it was made; and which are deleted.
import fc from "fast-check";
import { expect, test } from "vitest";
import { firedReminder } from "../../tests/reminder-examples.ts";
import type { Dapr } from "../dapr.ts";
import { disarm, jobName, readJobName } from "./jobs.ts";

const id = fc.uuid({ version: [4, 7] });
const told = fc.record({
  taskId: id,
  reminderId: id,
  generation: fc.integer({ min: 0, max: 999_999_999 }),
});

test("a Job's name says which task, reminder and generation it is for, so no two share one", () => {
  fc.assert(
    fc.property(told, (one) => {
      expect(readJobName(jobName(one))).toEqual(one);
    }),
  );
});

test("only what may have a Job is deleted: what was due beyond the horizon had none, what still waits keeps its own", async () => {
  const now = Date.now();
  const due = (inMs: number) =>
    firedReminder({
      status: { state: "scheduled", scheduledFor: new Date(now + inMs).toISOString() },
    }).data.status;
  const [near, kept, far] = [due(60_000), due(60_000), due(7_200_000)];
  const deleted: string[] = [];
  const dapr = { deleteJob: async (name: string) => void deleted.push(name) } as unknown as Dapr;
  const horizon = new Date(now + 3_600_000);
  await disarm(dapr, { before: [near, kept, far], after: [kept], horizon });
  expect(deleted).toEqual([jobName(near)]);
});

// Reminders that come due while a part is dead: none lost, none told twice, none early, on every device.
import { rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import { openDatabase } from "../../database/pool.ts";
import { type Person, signUp } from "../client.ts";
import { type Device, liveDevice } from "../device.ts";
import { type PartName, sharedStack } from "../stack.ts";
import { type Due, expectToldOnce, late, remind } from "./reminded.ts";

const stack = sharedStack();
const db = openDatabase(stack.env.DATABASE_URL, { max: 1 });
let person: Person;
let devices: Device[];
beforeEach(async () => {
  await stack.waitHealthy();
  person = await signUp(stack.url);
  devices = [await liveDevice(person), await liveDevice(person)];
});
afterEach(() => Promise.all(devices.map((device) => device.leave())));
afterAll(() => db.end());

/** Kills a part and keeps it dead. */
const down = async (part: PartName, forMs: number): Promise<void> => {
  const held = stack.hold(part);
  await stack.kill(part).catch(() => undefined); // it may have ended in order first
  await held;
  await pause(forMs);
  await stack.release(part);
};

/** Until half a second before the first one, so that none is told before the part is dead. */
const untilNearlyDue = (due: Due): Promise<void> =>
  pause(Math.max(0, Math.min(...due.values()) - 500 - Date.now()));

const seconds = (n: number): number => n * 1_000;

test.each<[part: PartName, deadForS: number]>([
  ["actors", 1],
  ["actors", 5],
  ["actors", 20],
  ["actors-dapr", 1],
  ["scheduler", 30],
  ["kafka", 60],
  ["postgres", 5],
  ["consumers", 5],
])("%s dead for %i s while reminders come due: each is told once", async (part, deadForS) => {
  const due = await remind(person, {
    count: 12,
    inMs: 3_000,
    everyMs: Math.max(250, (seconds(deadForS) + 2_000) / 12),
  });
  await untilNearlyDue(due);
  await down(part, seconds(deadForS));
  await stack.waitHealthy();
  await expectToldOnce(db, devices, due, 120_000);
  expect(devices.length).toBe(2);
});

test("the gateway dead for 2 s while reminders come due: who comes back is shown all that was told", async () => {
  const due = await remind(person, { count: 12, inMs: 3_000, everyMs: 300 });
  await untilNearlyDue(due);
  await down("gateway", seconds(2));
  await stack.waitHealthy();
  const comes = async (): Promise<number> => {
    const device = await liveDevice(person);
    await device.leave();
    return late(device, due);
  };
  await expect.poll(comes, { timeout: 60_000, interval: 250 }).toBe(due.size);
});

test("the scheduler's data deleted: what comes due is armed again within two minutes", async () => {
  const due = await remind(person, { count: 6, inMs: 150_000, everyMs: 200 });
  const early = await remind(person, { count: 3, inMs: 2_000, everyMs: 4_000 });
  await stack.hold("scheduler");
  rmSync(join(stack.dataDir, "scheduler"), { recursive: true });
  await stack.release("scheduler");
  await stack.waitHealthy();
  await expectToldOnce(db, devices, early, 120_000);
  await expectToldOnce(db, devices, due, 60_000 + Math.max(...due.values()) - Date.now());
  // Armed anew, not found overdue: on time.
  const alerts = devices[0]?.frames.flatMap(({ frame }) =>
    frame.type === "alert" && due.has(frame.alert.id) ? [frame.alert.lateByMs ?? 0] : [],
  );
  expect(alerts).toHaveLength(due.size);
  expect(Math.max(...(alerts ?? []))).toBeLessThan(2_000);
}, 420_000);

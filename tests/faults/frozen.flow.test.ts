// Parts that stand still without ending: /health says which, and afterwards all goes on by itself.
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import { openDatabase } from "../../database/pool.ts";
import { type Person, send, signUp } from "../client.ts";
import { until } from "../dapr.ts";
import { type Device, liveDevice } from "../device.ts";
import { type PartName, sharedStack } from "../stack.ts";
import { expectToldOnce, remind } from "./reminded.ts";

const stack = sharedStack();
const db = openDatabase(stack.env.DATABASE_URL, { max: 1 });
let frozen: number | null = null;

type Health = { status: string; dependencies: Record<string, { status: string; reason?: string }> };
const health = async (): Promise<Health> =>
  (await (await send(stack.url, "GET", "/health")).json()) as Health;
const saysOk = () =>
  until("that all is well", async () => (await health()).status === "ok", 90_000);

const freeze = (part: PartName): void => {
  const { pid } = stack.part(part);
  if (pid === null) throw new Error(`${part} does not run`);
  process.kill(pid, "SIGSTOP");
  frozen = pid;
};
const thaw = (): void => {
  if (frozen !== null) process.kill(frozen, "SIGCONT");
  frozen = null;
};

beforeEach(async () => {
  await stack.waitHealthy();
  await saysOk();
});
afterEach(thaw);
afterAll(() => db.end());

test.each<[part: PartName, says: string, reason: RegExp]>([
  ["kafka", "feed", /^Kafka does not answer$/],
  ["scheduler", "scheduler", /has not answered for \d+ s$/],
  ["consumers", "consumers", /^the consumers have not been at work for \d+ s$/],
  ["consumers-dapr", "scheduler", /sidecar of the consumers .* has not answered for \d+ s$/],
])(
  "%s stands still: /health says so with the reason, and stops saying so by itself",
  async (part, says, reason) => {
    freeze(part);
    const found = await until("that something is wrong", async () => {
      const now = await health();
      return now.dependencies[says]?.status === "down" && now;
    });
    expect(found.status).toBe("degraded");
    expect(found.dependencies[says]?.reason).toMatch(reason);
    expect(found.dependencies).toMatchObject({
      database: { status: "up" },
      actors: { status: "up" },
    });
    expect((await send(stack.url, "GET", "/health/ready")).status).toBe(200);
    thaw();
    await saysOk();
  },
  180_000,
);

const alertsOf = (device: Device, ids: Iterable<string>) => {
  const wanted = new Set(ids);
  return device.frames.flatMap(({ frame }) =>
    frame.type === "alert" && frame.alert.state === "fired" && wanted.has(frame.alert.id)
      ? [frame.alert.lateByMs ?? 0]
      : [],
  );
};

test("reminders set while the scheduler hangs do not wait for the round of the next minute", async () => {
  const person: Person = await signUp(stack.url);
  const device = await liveDevice(person);
  // Right after the arming Job has come, so that the next one is a minute away.
  const { rows } = await db.query<{ age: string }>(
    "select extract(epoch from now() - max(started_at)) * 1000 as age from scheduler_epochs",
  );
  await pause(62_000 - (Number(rows[0]?.age) % 60_000));
  freeze("scheduler");
  // Each answer takes as long as the scheduler is waited for.
  const due = await remind(person, { count: 3, inMs: 20_000, everyMs: 500 });
  thaw();
  await expectToldOnce(db, [device], due, 90_000);
  const late = alertsOf(device, due.keys());
  expect(Math.max(...late)).toBeLessThan(16_000);
  await device.leave();
}, 180_000);

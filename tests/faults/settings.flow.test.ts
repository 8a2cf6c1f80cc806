// A new time zone and two thousand tasks, on the whole stack: answered at once, seen on every device, and done though the gateway dies on the way.
import { afterAll, expect, test } from "vitest";
import { openDatabase } from "../../database/pool.ts";
import { newId } from "../../domain/ids.ts";
import { signUp } from "../client.ts";
import { until } from "../dapr.ts";
import { liveDevice } from "../device.ts";
import { sharedStack } from "../stack.ts";

const stack = sharedStack();
const db = openDatabase(stack.env.DATABASE_URL, { max: 1 });
afterAll(() => db.end());

const many = 2_000;

test("a gateway that is killed while it moves two thousand reminders is followed by one that moves the rest", async () => {
  await stack.waitHealthy();
  const person = await signUp(stack.url);
  const when = { kind: "floating" as const, at: "2031-05-06T09:00" };
  for (let n = 0; n < many; n += 20)
    await Promise.all(
      Array.from({ length: 20 }, () => {
        const trigger = { kind: "wall" as const, when };
        return person.create({ title: "x", reminders: [{ id: newId(), trigger, channels: null }] });
      }),
    );
  /** How many are told at each hour. */
  const told = async (): Promise<Record<string, number>> => {
    const { rows } = await db.query<{ at: string; count: number }>(
      `select to_char(scheduled_for at time zone 'UTC', 'HH24:MI') as at, count(*)::int as count
       from reminders where owner_id = $1 group by 1`,
      [person.userId],
    );
    return Object.fromEntries(rows.map(({ at, count }) => [at, count]));
  };
  expect(await told()).toEqual({ "09:00": many });
  const device = await liveDevice(person);
  const timeZone = "America/New_York";
  const answer = await person.call("PATCH", "/settings", { body: { timeZone } });
  expect([answer.status, await answer.json()]).toMatchObject([
    200,
    { timeZone, remindersMoved: many },
  ]);
  expect((await told())["09:00"]).toBeGreaterThan(0);
  await device.frame("moving");
  await stack.kill("gateway");
  const left = (await told())["09:00"] ?? 0;
  expect(left).toBeGreaterThan(0);
  await stack.waitHealthy();
  await until("all of them", async () => (await told())["13:00"] === many, 90_000);
  expect(await told()).toEqual({ "13:00": many });
}, 240_000);

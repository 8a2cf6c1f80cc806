// A change of settings and two thousand tasks: behind the answer, whoever dies on the way, and the last change wins. On real tables, with the real rules.
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { ActorUnavailable } from "../../actors/client.ts";
import type { Database } from "../../database/pool.ts";
import { projectReminders } from "../../database/reminders/project-reminders.ts";
import { projectTasks } from "../../database/tasks/project-tasks.ts";
import { type Id, newId } from "../../domain/ids.ts";
import { createTestApp, type TestApp } from "../../tests/gateway-app.ts";
import { startPostgres, type TestPostgres } from "../../tests/postgres.ts";
import { type SocketGateway, startSocketGateway } from "../../tests/socket-gateway.ts";
import { slice } from "./walk.ts";

let postgres: TestPostgres;
let db: Database;
let gateway: TestApp;
let whole: TestApp["actors"];
let token: string;
let userId: Id;
beforeAll(async () => {
  postgres = await startPostgres();
  db = await postgres.openDatabase();
  gateway = await createTestApp(db);
  whole = { ...gateway.actors };
}, 60_000);
afterAll(() => postgres.stop());
beforeEach(async () => {
  ({ token, userId } = await gateway.signUp());
});
afterEach(() => {
  Object.assign(gateway.actors, whole);
});

const patch = async (body: object, headers: Record<string, string> = {}) => {
  const answer = await gateway.call("PATCH", "/settings", { token, body, headers });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
};

/** Tasks with a reminder at nine in the morning of a day of 2031, on the person's clock. */
const remind = async (count: number): Promise<void> => {
  const when = { kind: "floating" as const, at: "2031-05-06T09:00" };
  for (let n = 0; n < count; n += 1) {
    const reminders = [{ id: newId(), trigger: { kind: "wall" as const, when }, channels: null }];
    const origin = {
      commandId: newId(),
      correlationId: newId(),
      causationId: newId(),
      actorId: userId,
      source: "rest" as const,
      device: null,
      traceparent: null,
    };
    const fields = { title: `task ${n}`, reminders };
    const command = { type: "task.create" as const, taskId: newId(), fields };
    await whole.execute({ v: 1, command, origin });
  }
  const mine = [...gateway.actors.docs.values()].filter(({ task }) => task.ownerId === userId);
  await projectTasks(
    db,
    mine.map(({ task }) => task),
  );
  const statuses = mine.flatMap(({ reminders }) => reminders);
  await projectReminders(
    db,
    statuses.map((status) => ({ status, ownerId: userId, unarmed: false })),
  );
};

/** How many reminders are told when: in the actors, and in the read model. */
const told = async (): Promise<Record<string, number>[]> => {
  const docs = [...gateway.actors.docs.values()].filter(({ task }) => task.ownerId === userId);
  const { rows } = await db.query<{ at: Date }>(
    "select scheduled_for as at from reminders where owner_id = $1",
    [userId],
  );
  const inActors = docs.flatMap(({ reminders }) => reminders.map((one) => one.scheduledFor));
  return [inActors, rows.map(({ at }) => at.toISOString())].map((list) =>
    Object.fromEntries(
      [...Map.groupBy(list, String)].map(([at, those]) => [at.slice(11, 16), those.length]),
    ),
  );
};
const all = (at: string, count = 2_000) => [{ [at]: count }, { [at]: count }];

/** As if half a minute had passed: what somebody dead had taken up is taken up again. */
const later = () => db.query("update retimes set ready_at = now() where finished_at is null");

const retimesOfMine = () =>
  gateway.actors.applied.filter(
    ({ command, origin }) => command.type === "task.retime" && origin.actorId === userId,
  ).length;

test("the answer says how many move and waits for the first slice only; the rest comes behind it, each once", async () => {
  await remind(2_000);
  const { status, body } = await patch({ timeZone: "America/New_York" });
  expect([status, body["remindersMoved"]]).toEqual([200, 2_000]);
  expect((await told())[0]).toEqual({ "09:00": 2_000 - slice, "13:00": slice });
  await gateway.retime();
  expect(await told()).toEqual(all("13:00"));
  expect(retimesOfMine()).toBe(2_000);
}, 60_000);

test("a gateway that dies at any slice, before or after its promise, is followed by one that goes on; nothing is done twice", async () => {
  await remind(2_000);
  await patch({ timeZone: "America/New_York" });
  let calls = 0;
  gateway.actors.execute = (envelope) => {
    calls += 1;
    return calls % 333 === 0 ? Promise.reject(new Error("it dies here")) : whole.execute(envelope);
  };
  for (let life = 0; life < 20; life += 1) {
    await gateway.retime();
    await later();
  }
  expect(calls).toBeGreaterThan(2_000 - slice);
  expect(await told()).toEqual(all("13:00"));
  expect(retimesOfMine()).toBe(2_000);
}, 60_000);

test.each(["before the settings were changed", "right after they were changed"])(
  "a gateway that dies %s leaves no task on another clock than the settings say",
  async (when) => {
    await remind(120);
    gateway.actors.changeUser = async (id, envelope) => {
      if (when.startsWith("right after")) await whole.changeUser(id, envelope);
      throw new Error("it dies here");
    };
    expect((await patch({ timeZone: "America/New_York" })).status).toBe(500);
    Object.assign(gateway.actors, whole);
    await gateway.retime();
    expect(await told()).toEqual(all("09:00", 120)); // not taken up yet: the change may still be on its way
    await later();
    await gateway.retime();
    expect(await told()).toEqual(all(when.startsWith("right after") ? "13:00" : "09:00", 120));
  },
);

test("of two changes quickly after another the last wins for every task, also when it takes the first back", async () => {
  await remind(300);
  await patch({ timeZone: "America/New_York" });
  await patch({ timeZone: "Asia/Tokyo" });
  await gateway.retime();
  expect(await told()).toEqual(all("00:00", 300));
  const both = await Promise.all(
    ["America/New_York", "Europe/Berlin"].map((timeZone) => patch({ timeZone })),
  );
  expect(both.map(({ status }) => status)).toEqual([200, 200]);
  const { timeZone } = (await (await gateway.call("GET", "/settings", { token })).json()) as {
    timeZone: string;
  };
  await gateway.retime();
  expect(await told()).toEqual(all(timeZone === "Europe/Berlin" ? "07:00" : "13:00", 300));
  const half = await patch({ timeZone: "Asia/Tokyo" });
  const back = await patch({ timeZone });
  expect([half, back].map(({ body }) => body["remindersMoved"])).toEqual([300, slice]);
  await gateway.retime();
  expect(await told()).toEqual(all(timeZone === "Europe/Berlin" ? "07:00" : "13:00", 300));
}, 30_000);

test("actors that are away keep nobody from the answer: the tasks hear of it later", async () => {
  await remind(60);
  gateway.actors.execute = () => Promise.reject(new ActorUnavailable(new Error("away")));
  const key = newId();
  const first = await patch({ timeZone: "America/New_York" }, { "idempotency-key": key });
  expect([first.status, first.body["remindersMoved"]]).toEqual([200, 60]);
  Object.assign(gateway.actors, whole);
  await later();
  await gateway.retime();
  expect(await told()).toEqual(all("13:00", 60));
  const again = await patch({ timeZone: "America/New_York" }, { "idempotency-key": key });
  expect(again.body["remindersMoved"]).toBe(60);
});

test("a slice whose tasks are others when it is repeated leaves none out", async () => {
  await remind(slice + 10);
  await patch({ timeZone: "America/New_York" });
  // As if it had died before it could say how far it was; meanwhile the first task is done.
  await db.query("update retimes set after = null, done = 0 where user_id = $1", [userId]);
  await db.query(
    `update tasks set doc = doc || '{"status": "done"}'
    where id = (select id from tasks where owner_id = $1 order by id limit 1)`,
    [userId],
  );
  await gateway.retime();
  expect(await told()).toEqual(all("13:00", slice + 10));
});

test("a change that is made only when it is asked for again reaches the tasks, also where it was taken up before", async () => {
  await remind(120);
  const key = { "idempotency-key": newId() };
  gateway.actors.changeUser = () => Promise.reject(new ActorUnavailable(new Error("away")));
  expect((await patch({ timeZone: "America/New_York" }, key)).status).toBe(503);
  await later();
  await gateway.retime();
  expect(await told()).toEqual(all("09:00", 120));
  Object.assign(gateway.actors, whole);
  const again = await patch({ timeZone: "America/New_York" }, key);
  expect([again.status, again.body["remindersMoved"]]).toEqual([200, 120]);
  await gateway.retime();
  expect(await told()).toEqual(all("13:00", 120));
});

test("a slice that was under way when the change began anew does not count for it", async () => {
  await remind(1);
  const key = { "idempotency-key": newId() };
  const away = () => Promise.reject(new ActorUnavailable(new Error("away")));
  gateway.actors.changeUser = away;
  await patch({ timeZone: "America/New_York" }, key);
  await later();
  gateway.actors.execute = async (envelope) => {
    Object.assign(gateway.actors, whole, { execute: away });
    expect((await patch({ timeZone: "America/New_York" }, key)).status).toBe(200);
    Object.assign(gateway.actors, whole);
    return whole.execute(envelope);
  };
  await gateway.retime();
  expect(await told()).toEqual(all("13:00", 1));
});

test("a change that is asked for again after a later one is not told again", async () => {
  await remind(10);
  const key = { "idempotency-key": newId() };
  await patch({ timeZone: "America/New_York" }, key);
  await patch({ timeZone: "Asia/Tokyo" });
  const count = retimesOfMine();
  const again = await patch({ timeZone: "America/New_York" }, key);
  expect([again.status, again.body["remindersMoved"]]).toEqual([200, 10]);
  await gateway.retime();
  expect(retimesOfMine()).toBe(count);
  expect(await told()).toEqual(all("00:00", 10));
  await patch({ weekStart: 7 });
  const late = await patch({ timeZone: "America/New_York" }, key);
  expect([late.status, late.body["remindersMoved"]]).toEqual([200, 10]);
  await gateway.retime();
  expect(await told()).toEqual(all("00:00", 10));
});

test("a change that is asked for again while the actors are away is given its time anew", async () => {
  await remind(1);
  const key = { "idempotency-key": newId() };
  gateway.actors.changeUser = () => Promise.reject(new ActorUnavailable(new Error("away")));
  await patch({ timeZone: "America/New_York" }, key);
  await later();
  await patch({ timeZone: "America/New_York" }, key);
  await gateway.retime();
  const { rows } = await db.query("select begun_at from retimes where user_id = $1", [userId]);
  expect(rows).toEqual([{ begun_at: null }]);
});

test("a change that is refused promises nothing", async () => {
  await remind(1);
  const refused = await patch({ timeZone: "Asia/Tokyo" }, { "if-match": '"7"' });
  expect(refused.status).toBe(412);
  const { rows } = await db.query("select from retimes where user_id = $1", [userId]);
  expect(rows).toEqual([]);
});

test("what is snoozed or fixed to a zone does not move and is not counted; a moved quiet hour is", async () => {
  await remind(3);
  const make = async (body: object) => {
    const answer = await gateway.call("POST", "/tasks", { token, body });
    expect(answer.status).toBe(201);
  };
  const fixed = { kind: "fixed", at: "2031-05-06T09:00", zone: "Europe/Berlin" };
  await make({
    title: "fixed",
    reminders: [{ id: newId(), trigger: { kind: "wall", when: fixed }, channels: null }],
  });
  const id = newId();
  const due = { kind: "floating", at: "2031-05-06T09:00" };
  const trigger = { kind: "relative", to: "due", minutes: 0 };
  await make({ title: "snoozed", due, reminders: [{ id, trigger, channels: null }] });
  const until = new Date(Date.now() + 90 * 60_000).toISOString();
  const snoozed = await gateway.call("POST", `/reminders/${id}/snooze`, { token, body: { until } });
  expect(snoozed.status).toBe(200);
  expect((await patch({ timeZone: "Asia/Tokyo" })).body["remindersMoved"]).toBe(3);
  // The fixed one at 9:00 in Berlin is told at 16:00 in Tokyo.
  const quiet = await patch({ quietHours: { from: "08:00", to: "10:00" } });
  expect(quiet.body["remindersMoved"]).toBe(3);
});

/** How often it is told depends on when the gateway looks. */
const untilOver = async ({ until }: Awaited<ReturnType<SocketGateway["live"]>>) => {
  let frames = await until("moving");
  while (!frames.at(-1)?.over) frames = await until("moving", frames.length + 1);
  return frames;
};

test("every device of the person sees how far it is, and nobody else's", async () => {
  const at = await startSocketGateway(gateway, db);
  try {
    const other = await gateway.signUp("Bob");
    const devices = [await at.live(token), await at.live(token)];
    const stranger = await at.live(other.token);
    await remind(3 * slice);
    await patch({ timeZone: "America/New_York" });
    const seen = { type: "moving", tasks: 3 * slice };
    for (const device of devices)
      expect((await device.until("moving"))[0]).toMatchObject({ ...seen, over: false });
    await gateway.retime();
    for (const device of devices) {
      const frames = await untilOver(device);
      const done = frames.map((frame) => frame.done);
      expect(done).toEqual(done.toSorted((a, b) => a - b));
      expect(done[0]).toBeLessThan(3 * slice);
      expect(frames.at(-1)).toMatchObject({ ...seen, done: 3 * slice, over: true });
    }
    expect(stranger.frames.map(({ type }) => type)).not.toContain("moving");
  } finally {
    await at.stop();
  }
});

test("the end is told also where nobody could look for it when it came", async () => {
  const at = await startSocketGateway(gateway, db);
  try {
    const device = await at.live(token);
    await remind(slice);
    await patch({ timeZone: "America/New_York" });
    await device.until("moving");
    await db.query(
      "update retimes set finished_at = now() - interval '1 hour' where user_id = $1",
      [userId],
    );
    expect((await untilOver(device)).filter(({ over }) => over)).toHaveLength(1);
  } finally {
    await at.stop();
  }
}, 15_000);

// What the sidecar is answered, for every way a delivery can go, with the stores faked.
import { pino } from "pino";
import { expect, test } from "vitest";
import type { Event } from "../domain/event.ts";
import { exampleEvent, exampleTask } from "../tests/examples.ts";
import { createApp } from "./app.ts";
import { createReader } from "./reader.ts";
import { createProgress, type Progress } from "./progress.ts";
import type { Consumer, DeadLetter } from "./consumer.ts";

const down = Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" });
const badValue = Object.assign(new Error("unsupported Unicode escape sequence"), { code: "22P05" });
const noTable = Object.assign(new Error("relation does not exist"), { code: "42P01" });

/** An app whose audit store fails as `failure` says; what it stored and buried; how to deliver to it. */
const anApp = (
  options: {
    failure?: (events: Event[]) => Error | undefined;
    buryFails?: boolean;
    passOnFails?: boolean;
    progress?: Progress;
    /** Another consumer that reads together with audit. */
    beside?: Consumer;
  } = {},
) => {
  const stored: Event[] = [];
  const calls: number[] = [];
  const buried: DeadLetter[] = [];
  const passedOn: Event[] = [];
  const audit: Consumer = {
    name: "audit",
    store: async (events) => {
      calls.push(events.length);
      const failure = options.failure?.(events);
      if (failure) throw failure;
      stored.push(...events);
    },
  };
  const log = pino({ enabled: false });
  const read = createReader([audit, ...(options.beside ? [options.beside] : [])], {
    bury: async (letter) => {
      if (options.buryFails) throw new Error("Kafka is away");
      buried.push(letter);
    },
    passOn: async (events) => {
      if (options.passOnFails) throw new Error("Kafka is away");
      passedOn.push(...events);
    },
    log,
    ...(options.progress && { progress: options.progress }),
  });
  const app = createApp({ readers: { log: read }, appToken: "token", log });
  const deliver = async (values: (Event | string | Buffer)[], token = "token") => {
    const response = await app.request("/log", {
      method: "POST",
      headers: { "dapr-api-token": token, "content-type": "application/json" },
      body: JSON.stringify({
        id: "",
        entries: values.map((value, place) => ({
          entryId: String(place),
          event: bytes(value).toString("base64"),
          contentType: "application/octet-stream",
          metadata: {
            __topic: "task-events",
            __partition: "3",
            __offset: `${place + 40}`,
            __key: "someone",
          },
        })),
      }),
    });
    const body = (await response.json()) as { statuses?: { entryId: string; status: string }[] };
    return { status: response.status, statuses: body.statuses?.map(({ status }) => status) };
  };
  return { app, stored, calls, buried, passedOn, deliver };
};

const bytes = (value: Event | string | Buffer): Buffer =>
  Buffer.isBuffer(value)
    ? value
    : Buffer.from(typeof value === "string" ? value : JSON.stringify(value));

const events = (count: number) => Array.from({ length: count }, () => exampleEvent(exampleTask()));

test("a bulk of good events is stored in one call, in its order", async () => {
  const { deliver, stored, calls } = anApp();
  const bulk = events(5);
  expect(await deliver(bulk)).toEqual({ status: 200, statuses: Array(5).fill("SUCCESS") });
  expect(stored).toEqual(bulk);
  expect(calls).toEqual([5]);
});

const task = exampleTask();
test.each([
  ["text", "not json", "the record is not JSON in UTF-8"],
  ["bytes that are no UTF-8", Buffer.from([0x22, 0xff, 0x22]), "the record is not JSON in UTF-8"],
  ["nothing", "", "the record is not JSON in UTF-8"],
  ["null", "null", "type: must be the type of an event that this version knows"],
  ["a list", "[1]", "type: must be the type of an event that this version knows"],
  [
    "an unknown type",
    '{"type":"punctual.task.sung.v1"}',
    "type: must be the type of an event that this version knows",
  ],
  ["a wrong field", { ...exampleEvent(task), commandid: "x" }, "commandid: must be a UUID"],
  ["a task of another version", exampleEvent(task, { sequence: 7 }), "data.task: must be the task"],
  [
    "another's task",
    exampleEvent(task, { ownerid: exampleTask().id }),
    "data.task: must be the task",
  ],
])("%s is buried with its reason and its neighbours are stored", async (_, poison, reason) => {
  const { deliver, stored, buried } = anApp();
  const [before, after] = events(2) as [Event, Event];
  expect((await deliver([before, poison, after])).statuses).toEqual(Array(3).fill("SUCCESS"));
  expect(stored).toEqual([before, after]);
  expect(buried).toHaveLength(1);
  expect(buried[0]).toMatchObject({
    consumer: "audit",
    topic: "task-events",
    partition: 3,
    offset: "41",
    key: "someone",
    value: bytes(poison),
  });
  expect(buried[0]?.reason).toContain(reason);
});

test("a database that is down buries nothing: all that waits for it is delivered again", async () => {
  const { deliver, buried } = anApp({ failure: () => down });
  const [one, two] = events(2) as [Event, Event];
  expect((await deliver([one, "poison", two])).statuses).toEqual(["RETRY", "SUCCESS", "RETRY"]);
  expect(buried.map((letter) => letter.offset)).toEqual(["41"]);
});

test("what is stored is passed on, in order, and what is not comes again alone", async () => {
  const bad = events(1)[0] as Event;
  const { deliver, passedOn } = anApp({
    failure: (some) => (some.some(({ id }) => id === bad.id) ? down : undefined),
  });
  const good = events(2);
  expect((await deliver([...good, "poison"])).statuses).toEqual(Array(3).fill("SUCCESS"));
  expect(passedOn).toEqual(good);
  expect((await deliver([bad])).statuses).toEqual(["RETRY"]);
  expect(passedOn).toEqual(good);
});

test("what could not be passed on comes again", async () => {
  const { deliver, stored, passedOn } = anApp({ passOnFails: true });
  const bulk = events(2);
  expect((await deliver(bulk)).statuses).toEqual(["RETRY", "RETRY"]);
  expect([stored, passedOn]).toEqual([bulk, []]);
});

test("what has not been passed on for four seconds is said to be stuck, and no longer once it works", async () => {
  let now = 0;
  const progress = createProgress(() => now);
  const options = { passOnFails: true, progress };
  const { deliver } = anApp(options);
  await deliver(events(2));
  expect(progress.stuck()).toEqual([]);
  now = 4_000;
  await deliver(events(2));
  expect(progress.stuck()).toEqual([
    { name: "what the log passes on", forMs: 4_000, reason: "Kafka does not take it" },
  ]);
  options.passOnFails = false;
  await deliver(events(2));
  expect(progress.stuck()).toEqual([]);
});

test("a table that is not made yet buries nothing", async () => {
  const { deliver, buried } = anApp({ failure: () => noTable });
  expect((await deliver(events(2))).statuses).toEqual(["RETRY", "RETRY"]);
  expect(buried).toEqual([]);
});

test("the two events in a bulk of a hundred that the database refuses are buried, the others stored in order", async () => {
  const bulk = events(100);
  const refused = new Set([bulk[17]?.id, bulk[80]?.id]);
  const { deliver, stored, buried, calls } = anApp({
    failure: (some) => (some.some((event) => refused.has(event.id)) ? badValue : undefined),
  });
  expect((await deliver(bulk)).statuses).toEqual(Array(100).fill("SUCCESS"));
  expect(stored).toEqual(bulk.filter((event) => !refused.has(event.id)));
  expect(buried.map((letter) => letter.offset)).toEqual(["57", "120"]);
  expect(buried[0]?.reason).toBe("it could not be stored: unsupported Unicode escape sequence");
  expect(calls.length).toBeLessThan(40);
});

test("a poison record that cannot be buried is delivered again, alone", async () => {
  const { deliver, stored } = anApp({ buryFails: true });
  expect((await deliver([...events(1), "poison"])).statuses).toEqual(["SUCCESS", "RETRY"]);
  expect(stored).toHaveLength(1);
});

test("a record is done only when all who read it together have it, and each buries for itself", async () => {
  const [two, three] = events(2) as [Event, Event];
  const seen: string[] = [];
  const beside: Consumer = {
    name: "search",
    store: async (some) => {
      if (some.some(({ id }) => id === two.id)) throw down;
      seen.push(...some.map(({ id }) => id));
    },
  };
  const { deliver, buried, stored } = anApp({ beside });
  expect((await deliver([two])).statuses).toEqual(["RETRY"]);
  expect((await deliver([three])).statuses).toEqual(["SUCCESS"]);
  expect((await deliver(["poison"])).statuses).toEqual(["SUCCESS"]);
  expect(stored.map(({ id }) => id)).toEqual([two.id, three.id]);
  expect(seen).toEqual([three.id]);
  expect(buried.map(({ consumer }) => consumer)).toEqual(["audit", "search"]);
});

test("an empty bulk is answered", async () => {
  expect(await anApp().deliver([])).toEqual({ status: 200, statuses: [] });
});

test("a call without the app token changes nothing", async () => {
  const { app, deliver, stored } = anApp();
  expect((await deliver(events(1), "other")).status).toBe(401);
  expect((await deliver(events(1), "")).status).toBe(401);
  expect((await app.request("/dapr/subscribe")).status).toBe(401);
  expect(stored).toEqual([]);
});

test("health is open to all, and a body that is no bulk is refused", async () => {
  const { app } = anApp();
  expect((await app.request("/healthz")).status).toBe(200);
  expect((await app.request("/health/live")).status).toBe(200);
  const headers = { "dapr-api-token": "token" };
  expect((await app.request("/log", { method: "POST", headers, body: "{" })).status).toBe(500);
});

test("one that is ending is not well but alive, so the sidecar delivers no more and leaves its groups", async () => {
  const app = createApp({
    readers: {},
    appToken: "token",
    isEnding: () => true,
    log: pino({ enabled: false }),
  });
  expect((await app.request("/healthz")).status).toBe(503);
  expect((await app.request("/health/live")).status).toBe(200);
});

test("no Job is ever answered 404, which would remove it for good", async () => {
  const { app } = anApp();
  for (const path of ["sweep", "another", "a%2Fb", "a/b", "", "%"]) {
    for (const token of ["token", "wrong"]) {
      const headers = { "dapr-api-token": token, "content-type": "application/json" };
      const answer = await app.request(`/job/${path}`, { method: "POST", headers, body: "{" });
      expect([path, answer.status]).not.toEqual([path, 404]);
    }
  }
});

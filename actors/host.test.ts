import { pino } from "pino";
import { expect, test } from "vitest";
import { type Actor, type ActorFactory, BadCall } from "./actor.ts";
import { createHost } from "./host.ts";

const log = pino({ level: "silent" });
const headers = { "dapr-api-token": "secret" };

/** A host of one actor type that counts its instances and does what `method` says. */
const counterHost = () => {
  let instances = 0;
  const factory: ActorFactory = (_id, isCurrent) => {
    instances += 1;
    let turns = 0;
    let value = 0;
    return {
      invoke: async (method, argument) => {
        turns += 1;
        if (turns > 1) throw new Error("two turns at once");
        try {
          if (method === "fail") throw new Error("the disk is full");
          if (method === "bad") throw new BadCall("no such method");
          const { add } = argument as { add: number };
          const read = value;
          await new Promise((resolve) => setImmediate(resolve));
          value = read + add;
          return { value, current: isCurrent() };
        } finally {
          turns -= 1;
        }
      },
      remind: async () => {
        throw new Error("the handler failed");
      },
    };
  };
  const { app } = createHost({ types: { Counter: factory }, appToken: "secret", log });
  const put = async (path: string, body: unknown = { add: 1 }) =>
    app.request(path, { method: "PUT", headers, body: JSON.stringify(body) });
  return { app, put, instances: () => instances };
};

test("health answers without a token; everything else refuses a missing or wrong one", async () => {
  const { app } = counterHost();
  expect((await app.request("/healthz")).status).toBe(200);
  expect((await app.request("/dapr/config")).status).toBe(401);
  const wrong = { method: "PUT", headers: { "dapr-api-token": "secreT" }, body: "{}" };
  expect((await app.request("/actors/Counter/a/method/add", wrong)).status).toBe(401);
});

test("an actor keeps its instance between turns, and each id has its own", async () => {
  const { put, instances } = counterHost();
  await put("/actors/Counter/a/method/add");
  expect(await (await put("/actors/Counter/a/method/add")).json()).toMatchObject({ value: 2 });
  expect(await (await put("/actors/Counter/b/method/add")).json()).toMatchObject({ value: 1 });
  expect(instances()).toBe(2);
});

test("fifty calls at once take their turns one after the other", async () => {
  const { put } = counterHost();
  const answers = await Promise.all(
    Array.from({ length: 50 }, () => put("/actors/Counter/a/method/add")),
  );
  expect(answers.every((answer) => answer.status === 200)).toBe(true);
  expect(await (await put("/actors/Counter/a/method/add")).json()).toMatchObject({ value: 51 });
});

test("a turn that throws answers with the error's text and forgets the instance", async () => {
  const { put, instances } = counterHost();
  await put("/actors/Counter/a/method/add");
  const failed = await put("/actors/Counter/a/method/fail");
  expect(failed.status).toBe(500);
  expect(await failed.json()).toMatchObject({ error: "the disk is full" });
  expect(await (await put("/actors/Counter/a/method/add")).json()).toMatchObject({ value: 1 });
  expect(instances()).toBe(2);
});

test("a caller's mistake is 400 and keeps the instance", async () => {
  const { put, app, instances } = counterHost();
  await put("/actors/Counter/a/method/add");
  expect((await put("/actors/Counter/a/method/bad")).status).toBe(400);
  const broken = { method: "PUT", headers, body: "{" };
  expect((await app.request("/actors/Counter/a/method/add", broken)).status).toBe(400);
  expect((await put("/actors/Unknown/a/method/add")).status).toBe(400);
  expect(await (await put("/actors/Counter/a/method/add")).json()).toMatchObject({ value: 2 });
  expect(instances()).toBe(1);
});

test("a reminder handler that throws is a 500, so that Dapr comes again", async () => {
  const { put } = counterHost();
  expect((await put("/actors/Counter/a/method/remind/daily")).status).toBe(500);
});

test("deactivation forgets the instance, and of an unknown actor it is 200", async () => {
  const { app, put, instances } = counterHost();
  await put("/actors/Counter/a/method/add");
  expect((await app.request("/actors/Counter/a", { method: "DELETE", headers })).status).toBe(200);
  expect((await app.request("/actors/Counter/never", { method: "DELETE", headers })).status).toBe(
    200,
  );
  await put("/actors/Counter/a/method/add");
  expect(instances()).toBe(2);
});

test("a sidecar that starts anew gets the actor types and makes the host forget all instances", async () => {
  const { app, put, instances } = counterHost();
  await put("/actors/Counter/a/method/add");
  const config = await (await app.request("/dapr/config", { headers })).json();
  expect(config).toMatchObject({ entities: ["Counter"], reentrancy: { enabled: false } });
  expect(await (await put("/actors/Counter/a/method/add")).json()).toMatchObject({ value: 1 });
  expect(instances()).toBe(2);
});

test.each([
  ["a sidecar that starts anew", "/dapr/config", "GET"],
  ["a deactivation, which does not wait for it", "/actors/Slow/a", "DELETE"],
])(
  "an instance that is forgotten in the middle of its turn by %s knows it is not current",
  async (_by, path, method) => {
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    let entered = () => {};
    const inside = new Promise<void>((resolve) => (entered = resolve));
    const factory: ActorFactory = (_id, isCurrent) => ({
      invoke: async () => {
        entered();
        await held;
        return { current: isCurrent() };
      },
      remind: async () => {},
    });
    const { app } = createHost({ types: { Slow: factory }, appToken: "secret", log });
    const answer = app.request("/actors/Slow/a/method/go", { method: "PUT", headers, body: "{}" });
    await inside;
    expect((await app.request(path, { method, headers })).status).toBe(200);
    release();
    expect(await (await answer).json()).toEqual({ current: false });
  },
);

test("one that is ending is not well but alive, and its turns go on until the sidecar has taken its actors elsewhere", async () => {
  let ending = false;
  const types = { Counter: (): Actor => ({ invoke: async () => 1, remind: async () => {} }) };
  const { app } = createHost({ types, appToken: "secret", log, isEnding: () => ending });
  const turn = { method: "PUT", headers, body: "{}" };
  const answers = async () =>
    Promise.all(
      [
        app.request("/healthz"),
        app.request("/health/live"),
        app.request("/actors/Counter/a/method/add", turn),
      ].map(async (answer) => (await answer).status),
    );
  expect(await answers()).toEqual([200, 200, 200]);
  ending = true;
  expect(await answers()).toEqual([503, 200, 200]);
});

test("no Job is ever answered 404, which would remove it for good", async () => {
  const failing = async () => {
    throw new Error("not found");
  };
  for (const onJob of [undefined, async () => undefined, failing]) {
    const { app } = createHost({ types: {}, appToken: "secret", log, ...(onJob ? { onJob } : {}) });
    const paths = ["reminder-x", "sweep", "a%2Fb", "a/b", "..%2Fx", "", "%", "%E0%A4%A"];
    for (const path of paths)
      for (const given of [headers, {}]) {
        const answer = await app.request(`/job/${path}`, { method: "POST", headers: given });
        expect([path, answer.status]).not.toEqual([path, 404]);
      }
  }
});

/** A host that keeps `most` instances; `busy` are at work beyond their turns. */
const fullHost = (most: number, busy: Set<string> = new Set()) => {
  const factory: ActorFactory = (id) => ({
    invoke: async (method) => (method === "wait" ? new Promise(() => undefined) : { id }),
    remind: async () => undefined,
    isBusy: () => busy.has(id),
  });
  const host = createHost({
    types: { Task: factory },
    appToken: "secret",
    log,
    mostInstances: most,
  });
  const call = (id: string, method = "read") =>
    host.app.request(`/actors/Task/${id}/method/${method}`, { method: "PUT", headers, body: "{}" });
  const active = (ids: string[]) => ids.filter((id) => host.here("Task", id, "read", {}) !== null);
  return { call, active };
};

test("of 5,000 actors called one after the other the last ones stay in memory, however often they are called", async () => {
  const { call, active } = fullHost(1_000);
  const ids = Array.from({ length: 5_000 }, (_, n) => `task-${n}`);
  for (const id of ids) expect((await call(id)).status).toBe(200);
  expect(active(ids)).toEqual(ids.slice(-1_000));
  const [first] = ids as [string];
  expect(await (await call(first)).json()).toEqual({ id: first });
  expect(active(ids)).toEqual([first, ...ids.slice(-999)]);
});

test("what is in a turn, or still at work behind one, is not forgotten, and goes once it is idle", async () => {
  const busy = new Set(["publishing"]);
  const { call, active } = fullHost(2, busy);
  await call("publishing");
  void call("waiting", "wait");
  for (const id of ["a", "b", "c"]) await call(id);
  expect(active(["publishing", "waiting", "a", "b", "c"])).toEqual(["publishing", "waiting", "c"]);
  busy.clear();
  for (const id of ["d", "e"]) await call(id);
  expect(active(["publishing", "waiting", "a", "b", "c", "d", "e"])).toEqual(["waiting", "e"]);
});

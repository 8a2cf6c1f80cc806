// Who sees what over REST: strangers, lists, history, settings; on real accounts and a real read model.
import { afterAll, beforeAll, expect, test } from "vitest";
import { appendEvents } from "../../database/audit/append-events.ts";
import { newId } from "../../domain/ids.ts";
import { Problem } from "../../domain/problem.ts";
import { Task } from "../../domain/task.ts";
import { createTestApp, type TestApp } from "../../tests/gateway-app.ts";
import { startPostgres, type TestPostgres } from "../../tests/postgres.ts";

let postgres: TestPostgres;
let gateway: TestApp;
let token: string;
beforeAll(async () => {
  postgres = await startPostgres();
  gateway = await createTestApp(await postgres.openDatabase());
  token = (await gateway.signUp()).token;
});
afterAll(() => postgres.stop());

type More = Parameters<TestApp["call"]>[2];
const call = (method: string, path: string, more: More = {}) =>
  gateway.call(method, path, { token, ...more });
const taskOf = async (answer: Response) => Task.parse(await answer.json());
const create = async (body: object = { title: "Buy groceries" }) =>
  taskOf(await call("POST", "/tasks", { body }));
const listed = async (query = "", as = token) =>
  (await (await call("GET", `/tasks${query}`, { token: as })).json()) as {
    tasks: Task[];
    next: string | null;
  };
const problemOf = async (answer: Response) => Problem.parse(await answer.json());

test("a stranger gets 404 by every door, as for what does not exist", async () => {
  const { id } = await create();
  const stranger = (await gateway.signUp("Eve")).token;
  const doors = [
    ["GET", "", undefined],
    ["PUT", "", { title: "mine now" }],
    ["PATCH", "", { title: "mine now" }],
    ["DELETE", "", undefined],
    ["POST", "/complete", {}],
    ["POST", "/reopen", {}],
    ["POST", "/restore", {}],
  ] as const;
  for (const [method, verb, body] of doors) {
    const at = (taskId: string) =>
      call(method, `/tasks/${taskId}${verb}`, { token: stranger, ...(body && { body }) });
    const [theirs, none] = [await at(id), await at(newId())];
    expect([theirs.status, none.status]).toEqual([404, 404]);
    const words = (problem: Problem) => [problem.code, problem.detail];
    expect(words(await problemOf(theirs))).toEqual(words(await problemOf(none)));
  }
  expect((await call("POST", "/tasks", { token: stranger, body: { title: "x", id } })).status).toBe(
    404,
  );
  expect((await listed("", stranger)).tasks).toEqual([]);
});

test("a list by the filter language is read by the person's settings and clock", async () => {
  const { token: as } = await gateway.signUp("Fay");
  const settings = await call("PATCH", "/settings", {
    token: as,
    body: { timeZone: "Pacific/Kiritimati" },
  });
  expect(settings.status).toBe(200);
  const dueThere = new Date(Date.now() + 14 * 3_600_000).toISOString().slice(0, 10);
  const bodies = [
    { title: "a", priority: 1, tags: ["home"], due: { kind: "day", at: dueThere } },
    { title: "b", tags: ["home"] },
    { title: "c", priority: 1, due: { kind: "day", at: "2020-01-01" } },
  ];
  for (const body of bodies) await call("POST", "/tasks", { token: as, body });
  const titles = async (filter: string) =>
    (await listed(`?filter=${encodeURIComponent(filter)}`, as)).tasks.map(({ title }) => title);
  expect(await titles("today & @HOME")).toEqual(["a"]);
  expect(await titles("overdue | no date")).toEqual(["b", "c"]);
  expect(await titles("!(@home)")).toEqual(["c"]);
  const page = await listed(`?limit=1&filter=${encodeURIComponent("p1")}`, as);
  expect(page.tasks.map(({ title }) => title)).toEqual(["a"]);
  const next = await listed(`?limit=1&filter=p1&cursor=${page.next}`, as);
  expect([next.tasks.map(({ title }) => title), next.next]).toEqual([["c"], null]);
});

test.each([
  ["today & importnt", /^"importnt" is no condition; known are .* \(characters 9 to 16\)$/],
  ["p1 & (today", /^this \( is never closed \(characters 6 to 6\)$/],
])("the filter %.20s is refused with the place", async (filter, message) => {
  const answer = await call("GET", `/tasks?filter=${encodeURIComponent(filter)}`);
  expect(answer.status).toBe(422);
  const { fields } = await problemOf(answer);
  expect(fields).toEqual([{ path: "filter", message: expect.stringMatching(message) }]);
});

test.each(["status=open", "tag=x", "deleted=true", "text=a"])(
  "a filter does not go with %s",
  async (other) => {
    const answer = await call("GET", `/tasks?filter=p1&${other}`);
    expect(answer.status).toBe(422);
    const [error] = (await problemOf(answer)).fields ?? [];
    expect(error?.message).toMatch(/^filter does not go with \w+; say it in the filter$/);
  },
);

test("a filter of more than a thousand characters is refused", async () => {
  const answer = await call("GET", `/tasks?filter=${"p1|".repeat(400)}p1`);
  expect(answer.status).toBe(422);
  expect((await problemOf(answer)).fields?.[0]?.path).toBe("filter");
});

test("what is over is paged with the last to end first", async () => {
  const { token: as } = await gateway.signUp("Olga");
  const made: string[] = [];
  for (const title of ["first", "second", "third", "open"]) {
    const body = { title, position: -made.length };
    made.push((await taskOf(await call("POST", "/tasks", { token: as, body }))).id);
  }
  for (const id of made.slice(0, 3))
    await call("POST", `/tasks/${id}/complete`, { token: as, body: {} });
  const seen: string[] = [];
  for (let next: string | null = ""; next !== null;) {
    const cursor: string = next === "" ? "" : `&cursor=${next}`;
    const page = await listed(`?status=done,cancelled&order=ended&limit=2${cursor}`, as);
    seen.push(...page.tasks.map(({ title }) => title));
    next = page.next;
  }
  expect(seen).toEqual(["third", "second", "first"]);
});

test.each([
  ["open tasks", "order=ended"],
  ["some open tasks", "order=ended&status=done,open"],
  ["another filter", "order=ended&status=done&text=milk"],
  ["an unknown order", "order=title"],
  ["another order's cursor", "order=ended&status=done&cursor=WzEsMl0"],
])("%s with the order of the ended ones is refused by name", async (_, query) => {
  const answer = await call("GET", `/tasks?${query}`);
  expect(answer.status).toBe(422);
  expect((await problemOf(answer)).fields?.[0]?.path).toMatch(/order|cursor/);
});

test("lists are filtered and paged to the end", async () => {
  const person = await gateway.signUp("Pat");
  for (const [title, status] of [
    ["a", "open"],
    ["b", "done"],
    ["c", "in_progress"],
    ["d", "open"],
  ] as const) {
    await call("POST", "/tasks", {
      token: person.token,
      body: { title, status, position: title.charCodeAt(0) },
    });
  }
  const titles: string[] = [];
  let next: string | null = "";
  while (next !== null) {
    const page: Awaited<ReturnType<typeof listed>> = await listed(
      `?limit=2&status=open,in_progress${next && `&cursor=${next}`}`,
      person.token,
    );
    titles.push(...page.tasks.map((task) => task.title));
    next = page.next;
  }
  expect(titles).toEqual(["a", "c", "d"]);
  expect((await listed("?status=done&status=open", person.token)).tasks).toHaveLength(3);
  const broken = await call("GET", "/tasks?cursor=nonsense");
  expect((await problemOf(broken)).fields?.[0]?.path).toBe("cursor");
});

test("the history of a task is its owner's alone", async () => {
  const { userId, token: own } = await gateway.signUp();
  const task = await taskOf(await call("POST", "/tasks", { token: own, body: { title: "x" } }));
  const origin = gateway.actors.applied.at(-1)?.origin;
  if (!origin) throw new Error("the actor was not asked");
  await appendEvents(gateway.deps.db, [
    {
      specversion: "1.0",
      id: newId(),
      source: "/test",
      type: "punctual.task.created.v1",
      subject: task.id,
      time: task.createdAt,
      datacontenttype: "application/json",
      sequence: 1,
      ownerid: userId,
      actorid: userId,
      origin: "rest",
      commandid: origin.commandId,
      correlationid: origin.correlationId,
      causationid: origin.causationId,
      data: { changes: { title: { before: null, after: "x" } }, task },
    },
  ]);
  const events = async (as: string) =>
    (
      (await (await call("GET", `/events?task=${task.id}`, { token: as })).json()) as {
        events: unknown[];
      }
    ).events;
  expect(await events(own)).toMatchObject([
    { type: "punctual.task.created.v1", version: 1, commandId: origin.commandId },
  ]);
  expect(await events(token)).toEqual([]);
});

test("origin tells door, device, correlation and trace of a change", async () => {
  const correlationId = newId();
  await call("POST", "/tasks", {
    body: { title: "x" },
    headers: {
      "x-correlation-id": correlationId,
      "x-device-id": "phone",
      traceparent: "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
    },
  });
  expect(gateway.actors.applied.at(-1)?.origin).toMatchObject({
    correlationId,
    device: "phone",
    source: "rest",
  });
  expect(gateway.actors.applied.at(-1)?.origin.traceparent).toContain(
    "4bf92f3577b34da6a3ce929d0e0e4736",
  );
  const { cookie } = await gateway.signUp();
  const headers = { cookie, origin: "http://127.0.0.1:8420" };
  await gateway.call("POST", "/tasks", { body: { title: "y" }, headers });
  expect(gateway.actors.applied.at(-1)?.origin.source).toBe("web");
});

test("settings begin with defaults and change by field", async () => {
  const { token: own } = await gateway.signUp();
  const read = await call("GET", "/settings", { token: own });
  expect(await read.json()).toMatchObject({ timeZone: "UTC", locale: "en", weekStart: 1 });
  const changed = await call("PATCH", "/settings", {
    token: own,
    body: { timeZone: "Europe/Berlin" },
  });
  expect(await changed.json()).toMatchObject({ timeZone: "Europe/Berlin", locale: "en" });
  expect(changed.headers.get("etag")).toBe('"1"');
  expect(
    (await call("PATCH", "/settings", { token: own, body: { timeZone: "Mars" } })).status,
  ).toBe(422);
});

// An assistant at /mcp: what it is offered, what its words do, and how it is refused. The SDK's client, a real read model, the real rules.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Database } from "../../database/pool.ts";
import { newId } from "../../domain/ids.ts";
import { type Assistant, connectAssistant } from "../../tests/assistant.ts";
import { createTestApp, publicUrl, type TestApp } from "../../tests/gateway-app.ts";
import { createAllowance } from "../http/allowance.ts";
import { startPostgres, type TestPostgres } from "../../tests/postgres.ts";

let postgres: TestPostgres;
let db: Database;
let gateway: TestApp;
let person: string;
let assistant: Assistant;
const now = new Date("2031-05-05T08:00:00.000Z"); // a Monday

beforeAll(async () => {
  postgres = await startPostgres();
  db = await postgres.openDatabase();
  gateway = await createTestApp(db, { now: () => now });
}, 60_000);
afterAll(() => postgres.stop());
beforeEach(async () => {
  ({ token: person } = await gateway.signUp());
  assistant = await connect(await makeToken());
});

const makeToken = async (access = "write"): Promise<string> => {
  const answer = await gateway.call("POST", "/tokens", {
    token: person,
    body: { name: "a", access },
  });
  return ((await answer.json()) as { token: string }).token;
};
const connect = (token: string): Promise<Assistant> =>
  connectAssistant(publicUrl, token, async (url, init) => gateway.app.request(String(url), init));

type Task = {
  id: string;
  occurrence: string | null;
  title: string;
  version: number;
  reminders: { id: string; when: string }[];
};
const add = async (text: string): Promise<Task> => {
  const { data, isError, text: said } = await assistant.call("add_task", { text });
  expect({ isError, said }).toMatchObject({ isError: false });
  return data["task"] as Task;
};

const newYork = (at: string) => ({ kind: "fixed", at, zone: "America/New_York" });

describe("what is offered", () => {
  test("every tool says what it does, and hints whether it reads, changes or removes", async () => {
    const { tools } = await assistant.client.listTools();
    const hints = Object.fromEntries(
      tools.map(({ name, annotations }) => [
        name,
        [annotations?.readOnlyHint, annotations?.destructiveHint, annotations?.idempotentHint],
      ]),
    );
    expect(hints).toMatchObject({
      list_tasks: [true, false, true],
      search_tasks: [true, false, true],
      get_task: [true, false, true],
      task_history: [true, false, true],
      preview_recurrence: [true, false, true],
      list_projects_and_tags: [true, false, true],
      add_task: [false, false, false],
      add_tasks: [false, false, false],
      update_task: [false, false, true],
      complete_task: [false, false, false],
      reopen_task: [false, false, false],
      skip_occurrence: [false, false, false],
      delete_task: [false, true, true],
      restore_task: [false, false, true],
      add_reminder: [false, false, false],
      change_reminder: [false, false, true],
      remove_reminder: [false, true, true],
      snooze_reminder: [false, false, true],
      undo: [false, false, true],
      redo: [false, false, true],
      chat: [false, true, false],
    });
    for (const { description, inputSchema, outputSchema } of tools) {
      expect(description).toMatch(/never instructions to you\.$/);
      expect([inputSchema.type, outputSchema?.type]).toEqual(["object", "object"]);
    }
    expect(assistant.client.getInstructions()).toContain("Never follow");
  });

  test("a token that may only read is offered only what reads, and can call nothing else", async () => {
    const reader = await connect(await makeToken("read"));
    const { tools } = await reader.client.listTools();
    expect(tools.every(({ annotations }) => annotations?.readOnlyHint)).toBe(true);
    expect(tools.length).toBe(6);
    await expect(reader.call("add_task", { text: "x" })).rejects.toThrow(/add_task/);
  });
});

describe("words become tasks", () => {
  test("a line as the person would type it", async () => {
    const { text, data } = await assistant.call("add_task", {
      text: "pay rent every 1st at 9 #home p1 !30 min before",
    });
    expect(text).toContain("“pay rent”");
    expect(data["task"]).toMatchObject({
      title: "pay rent",
      due: { kind: "floating", at: "2031-06-01T09:00" },
      repeats: "every month on the 1st at 9:00",
      tags: ["home"],
      priority: 1,
      reminders: [{ when: "30 min before" }],
    });
  });

  test("a literal title with dates in words beside it", async () => {
    const { data } = await assistant.call("add_task", {
      title: "Read Tomorrow's paper",
      due: "friday 3pm",
      deadline: "2031-05-12",
      reminders: ["1 hour before", "tomorrow at 9"],
      assignee: "Bob",
    });
    expect(data["task"]).toMatchObject({
      title: "Read Tomorrow's paper",
      due: { kind: "floating", at: "2031-05-09T15:00" },
      deadline: "2031-05-12",
      assignee: "Bob",
      reminders: [{ when: "1 hour before" }, { when: "tomorrow 09:00" }],
    });
  });

  test("several at once share the correlation id that undo takes", async () => {
    const { data } = await assistant.call("add_tasks", {
      tasks: [{ text: "a" }, { text: "b tomorrow" }],
    });
    expect(data["tasks"]).toMatchObject([
      { title: "a" },
      { title: "b", due: { at: "2031-05-06" } },
    ]);
    const ids = gateway.actors.applied.slice(-2).map(({ origin }) => origin);
    expect(ids).toMatchObject([
      { correlationId: data["correlationId"], source: "mcp" },
      { correlationId: data["correlationId"], source: "mcp" },
    ]);
  });

  test("of several, what cannot be added is named, and the others are there", async () => {
    const reminders = ["30 min before"];
    const { data, text } = await assistant.call("add_tasks", {
      tasks: [{ title: "a" }, { title: "b", reminders }],
    });
    expect(data).toMatchObject({ tasks: [{ title: "a" }], refused: [{ index: 1 }] });
    expect(text).toMatch(/Not added, the task at 1: .*due/);
    const none = await assistant.call("add_tasks", { tasks: [{ title: "b", reminders }] });
    expect(none).toMatchObject({ isError: true, text: expect.stringMatching(/due/) });
  });

  test.each([
    ["2031-06-01T12:00", { kind: "floating", at: "2031-06-01T12:00" }],
    ["2031-06-01T12:00:00Z", { kind: "floating", at: "2031-06-01T12:00" }],
    ["2031-06-01T12:00:00+03:00", { kind: "floating", at: "2031-06-01T09:00" }],
    [
      "2031-06-01T12:00 America/New_York",
      { kind: "fixed", at: "2031-06-01T12:00", zone: "America/New_York" },
    ],
    ["2031-06-01", { kind: "day", at: "2031-06-01" }],
  ])("a date as a program writes it: %s", async (due, expected) => {
    const { data } = await assistant.call("add_task", { title: "x", due });
    expect(data["task"]).toMatchObject({ due: expected });
  });

  test("the same idempotency key adds once", async () => {
    const input = { text: "once", idempotencyKey: newId() };
    const [first, again] = [
      await assistant.call("add_task", input),
      await assistant.call("add_task", input),
    ];
    expect(again.data).toEqual(first.data);
    const other = await assistant.call("add_task", { ...input, text: "other" });
    expect(other).toMatchObject({
      isError: true,
      text: expect.stringContaining("Idempotency-Key"),
    });
  });
});

test("a task is changed, completed, opened, deleted and restored", async () => {
  const { id: taskId } = await add("call bob tomorrow 5pm");
  const patched = await assistant.call("update_task", {
    taskId,
    due: "friday",
    tags: ["phone"],
    repeat: null,
  });
  expect(patched.data).toMatchObject({
    task: { due: { kind: "floating", at: "2031-05-09T17:00" } },
    changed: expect.arrayContaining(["due", "tags"]),
  });
  for (const [tool, expected] of [
    ["complete_task", { status: "done" }],
    ["reopen_task", { status: "open" }],
    ["delete_task", { inTrash: true }],
    ["restore_task", { inTrash: false }],
  ] as const)
    expect((await assistant.call(tool, { taskId })).data["task"]).toMatchObject(expected);
});

test.each([
  ["call bob tomorrow 5pm", "9:30", { kind: "floating", at: "2031-05-06T09:30" }],
  ["call bob tomorrow 5pm", "friday", { kind: "floating", at: "2031-05-09T17:00" }],
  ["call bob tomorrow 5pm", "2031-05-20", { kind: "floating", at: "2031-05-20T17:00" }],
  ["call bob tomorrow 5pm", "friday 8am", { kind: "floating", at: "2031-05-09T08:00" }],
  ["call bob tomorrow", "friday", { kind: "day", at: "2031-05-09" }],
  ["call bob tomorrow", "5pm", { kind: "floating", at: "2031-05-06T17:00" }],
  ["call bob tomorrow 9am New York time", "5pm", newYork("2031-05-06T17:00")],
  ["call bob tomorrow 9am New York time", "friday", newYork("2031-05-09T09:00")],
  ["call bob tomorrow 9am New York time", "2031-05-20T08:00", newYork("2031-05-20T08:00")],
  ["call bob tomorrow 9am New York time", "2031-05-20T08:00:00Z", newYork("2031-05-20T04:00")],
])("“%s”, then due “%s”: what is not said of the due stays", async (line, due, expected) => {
  const { id: taskId } = await add(line);
  const { data } = await assistant.call("update_task", { taskId, due });
  expect(data["task"]).toMatchObject({ due: expected });
});

test("a repeating task goes on, is skipped, and ends", async () => {
  const { id: taskId } = await add("yoga every monday at 18:00");
  expect((await assistant.call("complete_task", { taskId })).data["task"]).toMatchObject({
    due: { at: "2031-05-12T18:00" },
  });
  expect((await assistant.call("skip_occurrence", { taskId })).data["task"]).toMatchObject({
    due: { at: "2031-05-19T18:00" },
  });
  expect(
    (await assistant.call("complete_task", { taskId, forever: true })).data["task"],
  ).toMatchObject({ status: "done" });
});

test("a repeated completion does not do the next date too, by its occurrence or by its key", async () => {
  const { id: taskId, occurrence } = await add("yoga every monday at 18:00");
  const due = async (input: object) =>
    (await assistant.call("complete_task", { taskId, ...input })).data["task"];
  const second = { due: { at: "2031-05-12T18:00" } };
  expect(await due({ occurrence })).toMatchObject(second);
  expect(await due({ occurrence })).toMatchObject(second);
  const idempotencyKey = newId();
  const third = { due: { at: "2031-05-19T18:00" } };
  expect(await due({ idempotencyKey })).toMatchObject(third);
  expect(await due({ idempotencyKey })).toMatchObject(third);
});

test("without a due the reminders that count from it are refused, with it kept", async () => {
  const { id: taskId } = await add("call bob tomorrow 5pm");
  const said = await assistant.call("update_task", {
    taskId,
    due: null,
    reminders: ["30 min before"],
  });
  expect(said).toMatchObject({ isError: true, text: expect.stringMatching(/due/) });
  expect((await assistant.call("get_task", { taskId })).data).toMatchObject({
    task: { due: { at: "2031-05-06T17:00" } },
  });
});

test("reminders are added, moved and removed", async () => {
  const { id: taskId } = await add("dentist friday");
  const added = await assistant.call("add_reminder", { taskId, when: "the evening before" });
  const [reminder] = (added.data["task"] as Task).reminders;
  expect(reminder?.when).toContain("19:00");
  const reminderId = reminder?.id ?? "";
  const moved = await assistant.call("change_reminder", { reminderId, when: "1 day before" });
  expect(moved.data["task"]).toMatchObject({ reminders: [{ when: "1 day before" }] });
  expect((await assistant.call("remove_reminder", { reminderId })).data["task"]).toMatchObject({
    reminders: [],
  });
});

test("tasks are listed by filters, searched by words and read with their parts", async () => {
  const parent = await add("bake cake #home p1");
  await assistant.call("add_task", { title: "buy flour", parentId: parent.id });
  await add("something else");
  const titles = ({ data }: { data: Record<string, unknown> }) =>
    (data["tasks"] as Task[]).map(({ title }) => title);
  expect(titles(await assistant.call("list_tasks", { priority: 1 }))).toEqual(["bake cake"]);
  expect(titles(await assistant.call("search_tasks", { text: "flour" }))).toEqual(["buy flour"]);
  expect((await assistant.call("get_task", { taskId: parent.id })).data).toMatchObject({
    task: { title: "bake cake" },
    subtasks: [{ title: "buy flour" }],
  });
  const first = await assistant.call("list_tasks", { limit: 2 });
  const rest = await assistant.call("list_tasks", { limit: 2, cursor: first.data["next"] });
  expect([...titles(first), ...titles(rest)]).toHaveLength(3);
});

test("a repetition is previewed with its dates", async () => {
  const { data } = await assistant.call("preview_recurrence", {
    repeat: "every month on the 31st",
    count: 2,
  });
  expect(data).toMatchObject({
    rrule: expect.stringContaining("BYMONTHDAY=31"),
    dates: [{ local: "2031-05-31" }, { local: "2031-06-30" }],
  });
});

describe("what is wrong is said with the field, and changes nothing", () => {
  test.each([
    ["add_task", { text: "x", title: "y" }, /title: give either title or text/],
    ["add_task", {}, /title: give either title or text/],
    ["add_task", { title: "x", due: "whenever" }, /due: “whenever” is no date/],
    ["add_task", { title: "x", repeat: "sometimes" }, /repeat: “sometimes” is no repetition/],
    ["add_task", { title: "x", reminders: ["soonish"] }, /reminders\.0: “soonish” is no time/],
    ["add_task", { title: "x", priority: 9 }, /priority/],
    ["add_task", { title: "x", parentId: newId() }, /parent/i],
    ["add_task", { text: "tomorrow" }, /nothing is left of it for a title/],
    ["update_task", { taskId: newId(), title: "x" }, /nothing of yours/],
    ["complete_task", { taskId: "x" }, /taskId/],
    ["preview_recurrence", { repeat: "now and then" }, /repeat/],
  ] as const)("%s %j", async (name, input, message) => {
    const before = gateway.actors.applied.length;
    const said = await assistant
      .call(name, input)
      .then(({ isError, text }) => (isError ? text : "done"), String);
    expect(said).toMatch(message);
    expect(gateway.actors.applied.length).toBe(before);
  });

  test("a task that has changed since", async () => {
    const { id: taskId, version } = await add("x");
    await assistant.call("update_task", { taskId, title: "y" });
    const late = await assistant.call("update_task", {
      taskId,
      title: "z",
      expectedVersion: version,
    });
    expect(late).toMatchObject({ isError: true, text: expect.stringMatching(/version/) });
  });

  test("a task of somebody else", async () => {
    const { id: taskId } = await add("mine");
    ({ token: person } = await gateway.signUp("Eve"));
    const stranger = await connect(await makeToken());
    for (const tool of ["get_task", "delete_task", "complete_task"])
      expect(await stranger.call(tool, { taskId })).toMatchObject({ isError: true });
    expect((await stranger.call("list_tasks")).data["tasks"]).toEqual([]);
  });

  test("actors that cannot be reached", async () => {
    gateway.actors.down = true;
    try {
      expect(await assistant.call("add_task", { text: "x" })).toMatchObject({ isError: true });
    } finally {
      gateway.actors.down = false;
    }
  });
});

describe("the door", () => {
  const post = (headers: Record<string, string>) =>
    gateway.call("POST", "/mcp", {
      headers: { accept: "application/json, text/event-stream", ...headers },
      body: { jsonrpc: "2.0", id: 1, method: "tools/list", params: {} },
    });

  test("without a token, or with one that was ended, nobody comes in", async () => {
    for (const headers of [{}, { authorization: "Bearer punctual_" + "x".repeat(43) }]) {
      const answer = await post(headers);
      expect([answer.status, answer.headers.get("www-authenticate")]).toEqual([
        401,
        'Bearer realm="punctual"',
      ]);
    }
    const token = await makeToken();
    const { tokens } = (await (await gateway.call("GET", "/tokens", { token: person })).json()) as {
      tokens: { id: string }[];
    };
    for (const { id } of tokens) await gateway.call("DELETE", `/tokens/${id}`, { token: person });
    await expect(connect(token)).rejects.toThrow(/401|unauth/i);
  });

  test("the page's cookie is not enough", async () => {
    const { cookie } = await gateway.signUp("Cleo");
    expect((await post({ cookie, origin: publicUrl })).status).toBe(401);
  });

  test("a page of another site is turned away even with a token", async () => {
    const authorization = `Bearer ${await makeToken()}`;
    expect((await post({ authorization, origin: "https://evil.example" })).status).toBe(403);
    expect((await post({ authorization })).status).toBe(200);
  });
});

test("a batch of more calls than are ever allowed at once is refused as such, and costs no more than a call", async () => {
  const allowance = createAllowance({ burst: 200, perSecond: 1, now: () => 0 });
  const strict = await createTestApp(db, { now: () => now, allowance });
  const token = await makeToken();
  const batch = (size: number) =>
    strict.call("POST", "/mcp", {
      token,
      headers: { accept: "application/json, text/event-stream" },
      body: Array.from({ length: size }, (_, id) => ({ jsonrpc: "2.0", id, method: "ping" })),
    });
  const refused = await batch(250);
  expect([refused.status, await refused.json()]).toMatchObject([
    400,
    { code: "invalid", detail: expect.stringContaining("at most 50") },
  ]);
  expect((await batch(51)).status).toBe(400);
  expect((await batch(50)).status).toBe(200);
});

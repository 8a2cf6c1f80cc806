// The parts of a task go with it, by every door, and come back with it: real routes and tables, the rules of the actors in memory.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Database } from "../../database/pool.ts";
import { listTasksById } from "../../database/history/list-tasks-by-id.ts";
import { projectTasks } from "../../database/tasks/project-tasks.ts";
import { type Id, newId } from "../../domain/ids.ts";
import { Problem } from "../../domain/problem.ts";
import type { ReminderStatus } from "../../domain/reminder.ts";
import type { ChatReply } from "../../domain/reply.ts";
import type { Task, TaskPatch } from "../../domain/task.ts";
import { connectAssistant } from "../../tests/assistant.ts";
import { createTestApp, publicUrl, type TestApp } from "../../tests/gateway-app.ts";
import { createInMemoryActors, type InMemoryActors } from "../../tests/in-memory-actors.ts";
import { startPostgres, type TestPostgres } from "../../tests/postgres.ts";
import { createChat } from "../chat/chat.ts";
import { execute } from "../command/execute.ts";

let postgres: TestPostgres;
let db: Database;
let actors: InMemoryActors;
let gateway: TestApp;
let token: string;
let userId: Id;
beforeAll(async () => {
  postgres = await startPostgres();
  db = await postgres.openDatabase();
  actors = createInMemoryActors();
  gateway = await createTestApp(db, {
    actors,
    chat: createChat({ db, actors, wakeRetimer: () => undefined }),
  });
}, 60_000);
afterAll(() => postgres.stop());
beforeEach(async () => {
  ({ token, userId } = await gateway.signUp());
});

const call = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
  gateway.call(method, path, { token, headers, ...(body === undefined ? {} : { body }) });
const add = async (title: string, parent?: Task, more: TaskPatch = {}): Promise<Task> => {
  const body = { title, ...(parent && { parentId: parent.id }), ...more };
  const answer = await call("POST", "/tasks", body);
  expect(answer.status).toBe(201);
  return (await answer.json()) as Task;
};
const read = async ({ id }: Task): Promise<Task> =>
  (await (await call("GET", `/tasks/${id}`)).json()) as Task;
const statuses = (tasks: Task[]) =>
  Promise.all(
    tasks.map(async (task) => {
      const { status, deletedAt } = await read(task);
      return deletedAt === null ? status : "trash";
    }),
  );
const remindersOf = async ({ id }: Task): Promise<ReminderStatus[]> => {
  const reply = await actors.readTask({ taskId: id, userId });
  return reply.ok ? reply.reminders : [];
};
const done = async (answer: Response | Promise<Response>): Promise<string> => {
  const settled = await answer;
  if (settled.status !== 200) throw new Error(await settled.text());
  return settled.headers.get("x-correlation-id") ?? "";
};

const originOf = (actorId: Id) => ({
  commandId: newId(),
  correlationId: newId(),
  causationId: newId(),
  actorId,
  source: "rest" as const,
  device: null,
  traceparent: null,
});

const soon = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();

/** A trip with parts on three levels: one done before, one in progress, one with a snoozed reminder. */
const trip = async () => {
  const top = await add("trip");
  const pack = await add("pack", top, { status: "in_progress" });
  const id = newId();
  const trigger = { kind: "instant" as const, at: soon(30) };
  const socks = await add("socks", pack, { reminders: [{ id, trigger, channels: null }] });
  await done(call("POST", `/reminders/${id}/snooze`, { until: soon(90) }));
  const wool = await add("wool", socks);
  const paid = await add("pay", top);
  await done(call("POST", `/tasks/${paid.id}/complete`));
  return { all: [top, pack, socks, wool, paid], top, pack, socks, wool, paid };
};
type Trip = Awaited<ReturnType<typeof trip>>;
const before = ["open", "in_progress", "open", "open", "done"];

const say = async (message: string): Promise<string> => {
  const answer = await call("POST", "/chat", { message, timeZone: "Europe/Berlin" });
  expect(answer.status).toBe(200);
  return ((await answer.json()) as ChatReply).correlationId;
};

const byAssistant = async (taskId: Id): Promise<string> => {
  const made = await call("POST", "/tokens", { name: "a", access: "write" });
  const { token: own } = (await made.json()) as { token: string };
  const assistant = await connectAssistant(publicUrl, own, async (url, init) =>
    gateway.app.request(String(url), init),
  );
  const { data } = await assistant.call("complete_task", { taskId });
  return String(data["correlationId"]);
};

describe("by every door they go with it, and undo brings all back as it was", () => {
  test.each<[string, string, (top: Task) => Promise<string>]>([
    ["POST complete", "done", ({ id }) => done(call("POST", `/tasks/${id}/complete`))],
    [
      "PATCH status done",
      "done",
      ({ id }) => done(call("PATCH", `/tasks/${id}`, { status: "done" })),
    ],
    [
      "PATCH status cancelled",
      "cancelled",
      ({ id }) => done(call("PATCH", `/tasks/${id}`, { status: "cancelled" })),
    ],
    ["DELETE", "trash", ({ id }) => done(call("DELETE", `/tasks/${id}`))],
    ["a chat message that completes", "done", () => say("complete trip")],
    ["a chat message that deletes", "trash", () => say("delete trip")],
    ["an assistant", "done", ({ id }) => byAssistant(id)],
  ])("%s", async (_, into, end) => {
    const { all, top, socks } = await trip();
    const stood = await Promise.all(all.map(read));
    const correlationId = await end(top);
    expect(await statuses(all)).toEqual(
      before.map((status) => (status === "done" && into !== "trash" ? "done" : into)),
    );
    expect(await remindersOf(socks)).toMatchObject([{ state: "cancelled" }]);
    await done(call("POST", "/history/undo", { correlationId }));
    const free = { version: 0, updatedAt: "" };
    const now = (await Promise.all(all.map(read))).map((task) => ({ ...task, ...free }));
    expect(now).toEqual(stood.map((task) => ({ ...task, ...free })));
    expect(await remindersOf(socks)).toMatchObject([{ state: "snoozed" }]);
  });

  test("done again by redo they go again, and a reopening by hand then finds them", async () => {
    const { all, top } = await trip();
    const correlationId = await done(call("POST", `/tasks/${top.id}/complete`));
    const undone = await call("POST", "/history/undo", { correlationId });
    const { correlationId: undo } = (await undone.json()) as ChatReply;
    await done(call("POST", "/history/redo", { correlationId: undo }));
    expect(await statuses(all)).toEqual(all.map(() => "done"));
    await done(call("POST", `/tasks/${top.id}/reopen`));
    expect(await statuses(all)).toEqual(before);
  });
});

describe("the undo of what made a task takes along what was put into it since, and redo brings all back", () => {
  const undo = async (correlationId: string): Promise<ChatReply> => {
    const answer = await call("POST", "/history/undo", { correlationId });
    expect(answer.status).toBe(200);
    return (await answer.json()) as ChatReply;
  };
  const redo = (correlationId: string) => done(call("POST", "/history/redo", { correlationId }));
  const changesOf = async ({ id }: Task) =>
    actors.applied.filter(({ command }) => command.taskId === id).length;

  /** Three levels below a task that was just made: one done, one in progress with a snoozed reminder, one thrown away before. */
  const grown = async (top: Task) => {
    const pack = await add("pack", top, { status: "in_progress" });
    const id = newId();
    const trigger = { kind: "instant" as const, at: soon(30) };
    const socks = await add("socks", pack, { reminders: [{ id, trigger, channels: null }] });
    await done(call("POST", `/reminders/${id}/snooze`, { until: soon(90) }));
    const wool = await add("wool", socks);
    const paid = await add("pay", top);
    await done(call("POST", `/tasks/${paid.id}/complete`));
    const old = await add("old", top);
    await done(call("DELETE", `/tasks/${old.id}`));
    return { all: [top, pack, socks, wool, paid, old], socks, old };
  };
  const stood = ["open", "in_progress", "open", "open", "done", "trash"];

  test("made by POST", async () => {
    const made = await call("POST", "/tasks", { title: "trip" });
    const { all, socks, old } = await grown((await made.json()) as Task);
    const changedBefore = await changesOf(old);
    const back = await undo(made.headers.get("x-correlation-id") ?? "");
    expect(await statuses(all)).toEqual(all.map(() => "trash"));
    expect(await remindersOf(socks)).toMatchObject([{ state: "cancelled" }]);
    expect(back.text).toContain("4 parts");
    await redo(back.correlationId);
    expect(await statuses(all)).toEqual(stood);
    expect(await remindersOf(socks)).toMatchObject([{ state: "snoozed" }]);
    expect(await changesOf(old)).toBe(changedBefore);
  });

  test("made in the chat, and restored by hand instead", async () => {
    await say("add trip tomorrow");
    const listed = (await (await call("GET", "/tasks")).json()) as { tasks: Task[] };
    const top = listed.tasks.find(({ title }) => title === "trip") as Task;
    const { all } = await grown(top);
    await say("undo");
    expect(await statuses(all)).toEqual(all.map(() => "trash"));
    await done(call("POST", `/tasks/${top.id}/restore`));
    expect(await statuses(all)).toEqual(stood);
  });

  test("brought back from the trash, and filled then", async () => {
    const top = await add("trip");
    await done(call("DELETE", `/tasks/${top.id}`));
    const correlationId = await done(call("POST", `/tasks/${top.id}/restore`));
    const { all } = await grown(top);
    const back = await undo(correlationId);
    expect(await statuses(all)).toEqual(all.map(() => "trash"));
    await redo(back.correlationId);
    expect(await statuses(all)).toEqual(stood);
  });

  test("a part that was moved elsewhere since stays there", async () => {
    const made = await call("POST", "/tasks", { title: "trip" });
    const top = (await made.json()) as Task;
    const part = await add("tickets", top);
    await done(call("PATCH", `/tasks/${part.id}`, { parentId: null }));
    await undo(made.headers.get("x-correlation-id") ?? "");
    expect(await statuses([top, part])).toEqual(["trash", "open"]);
  });

  test("a task that one message changed beside is changed back before it goes along", async () => {
    const other = await add("call Bob");
    const key = newId();
    const tripId = newId();
    const correlationId = newId();
    const origin = { ...originOf(userId), correlationId };
    await execute(
      { db, actors },
      {
        userId,
        key,
        commands: [
          { type: "task.patch", taskId: other.id, changes: { title: "call Eve" } },
          { type: "task.create", taskId: tripId, fields: { title: "trip" } },
        ],
        origin,
      },
    );
    await done(call("PATCH", `/tasks/${other.id}`, { parentId: tripId }));
    const back = await undo(correlationId);
    expect([back.choices, await statuses([other])]).toEqual([[], ["trash"]]);
    expect((await read(other)).title).toBe("call Bob");
  });
});

describe("by hand, those come back that went by the same request", () => {
  const bring: [
    string,
    string,
    (trip: Trip) => Promise<unknown>,
    (trip: Trip) => Promise<unknown>,
  ][] = [
    [
      "reopened",
      "complete",
      ({ top }) => done(call("POST", `/tasks/${top.id}/complete`)),
      ({ top }) => done(call("POST", `/tasks/${top.id}/reopen`)),
    ],
    [
      "set open",
      "cancel",
      ({ top }) => done(call("PATCH", `/tasks/${top.id}`, { status: "cancelled" })),
      ({ top }) => done(call("PATCH", `/tasks/${top.id}`, { status: "open" })),
    ],
    [
      "restored",
      "delete",
      ({ top }) => done(call("DELETE", `/tasks/${top.id}`)),
      ({ top }) => done(call("POST", `/tasks/${top.id}/restore`)),
    ],
    [
      "restored in the chat",
      "delete",
      ({ top }) => done(call("DELETE", `/tasks/${top.id}`)),
      () => say("restore trip"),
    ],
  ];
  test.each(bring)("%s after %s", async (_, __, end, back) => {
    const made = await trip();
    await end(made);
    expect(await statuses([made.socks, made.wool])).not.toContain("open");
    await back(made);
    expect(await statuses(made.all)).toEqual(before);
    expect(await remindersOf(made.socks)).toMatchObject([{ state: "snoozed" }]);
  });

  test("a part in the middle brings back what is below it; what was done by itself stays done", async () => {
    const { all, top, pack, wool } = await trip();
    await done(call("POST", `/tasks/${wool.id}/complete`));
    await done(call("POST", `/tasks/${top.id}/complete`));
    await done(call("POST", `/tasks/${pack.id}/reopen`));
    expect(await statuses(all)).toEqual(["done", "open", "open", "done", "done"]);
    await done(call("POST", `/tasks/${top.id}/reopen`));
    expect(await statuses(all)).toEqual(["open", "open", "open", "done", "done"]);
  });

  test("completed, then deleted: restored they are done, reopened they are open", async () => {
    const { all, top } = await trip();
    await done(call("POST", `/tasks/${top.id}/complete`));
    await done(call("DELETE", `/tasks/${top.id}`));
    await done(call("POST", `/tasks/${top.id}/restore`));
    expect(await statuses(all)).toEqual(all.map(() => "done"));
    await done(call("POST", `/tasks/${top.id}/reopen`));
    expect(await statuses(all)).toEqual(before);
  });

  test("a part thrown away before stays in the trash", async () => {
    const { top, pack, socks } = await trip();
    await done(call("DELETE", `/tasks/${pack.id}`));
    await done(call("DELETE", `/tasks/${top.id}`));
    await done(call("POST", `/tasks/${top.id}/restore`));
    expect(await statuses([top, pack, socks])).toEqual(["open", "trash", "trash"]);
    await done(call("POST", `/tasks/${pack.id}/restore`));
    expect(await statuses([pack, socks])).toEqual(["in_progress", "open"]);
  });
});

describe("a series", () => {
  const daily = (rrule: string): TaskPatch => ({
    due: { kind: "day", at: "2031-05-06" },
    recurrence: { rrule, anchor: "schedule", overflow: "clamp" },
  });

  test("a parent that goes on leaves its parts; at its last date they go with it, and come back", async () => {
    const top = await add("week", undefined, daily("FREQ=DAILY;COUNT=2"));
    const part = await add("part", top);
    await done(call("POST", `/tasks/${top.id}/complete`));
    expect(await statuses([top, part])).toEqual(["open", "open"]);
    await done(call("POST", `/tasks/${top.id}/complete`));
    expect(await statuses([top, part])).toEqual(["done", "done"]);
    await done(call("POST", `/tasks/${top.id}/reopen`));
    expect(await statuses([top, part])).toEqual(["open", "open"]);
  });

  test.each(["undo", "reopen"])(
    "a part that repeats ends for good, and repeats on after %s",
    async (back) => {
      const top = await add("move house");
      const part = await add("water the plants", top, daily("FREQ=DAILY"));
      const correlationId = await done(call("POST", `/tasks/${top.id}/complete`));
      expect(await statuses([part])).toEqual(["done"]);
      await done(
        back === "undo"
          ? call("POST", "/history/undo", { correlationId })
          : call("POST", `/tasks/${top.id}/reopen`),
      );
      const { due, occurrence, status } = await read(part);
      expect({ due, occurrence, status }).toEqual({
        due: part.due,
        occurrence: part.occurrence,
        status: "open",
      });
      await done(call("POST", `/tasks/${part.id}/complete`));
      expect((await read(part)).due?.at).toBe("2031-05-07");
    },
  );
});

describe("the request", () => {
  test("is answered with the parent, its ETag and the command's id; again under the same key: the same", async () => {
    const { top, all } = await trip();
    const key = newId();
    const ask = () => call("POST", `/tasks/${top.id}/complete`, {}, { "idempotency-key": key });
    const first = await ask();
    expect(first.headers.get("etag")).toBe('"2"');
    expect(first.headers.get("x-command-id")).toBe(key);
    expect(((await first.clone().json()) as Task).id).toBe(top.id);
    const applied = actors.applied.length;
    expect(await (await ask()).text()).toBe(await first.text());
    expect(actors.applied.length).toBe(applied);
    const parts = actors.applied.slice(-3);
    expect(parts.map(({ command }) => command.taskId).toSorted()).toEqual(
      all
        .slice(1, 4)
        .map(({ id }) => id)
        .toSorted(),
    );
    expect(new Set(parts.map(({ origin }) => origin.causationId))).toEqual(new Set([key]));
  });

  test("that is refused leaves the parts as they are", async () => {
    const { all, top } = await trip();
    for (const [method, path] of [
      ["POST", `/tasks/${top.id}/complete`],
      ["DELETE", `/tasks/${top.id}`],
    ] as const)
      expect((await call(method, path, undefined, { "if-match": '"7"' })).status).toBe(412);
    expect(await statuses(all)).toEqual(before);
  });

  test("that changes nothing of the parent leaves a part that was opened since", async () => {
    const { top, wool } = await trip();
    await done(call("PATCH", `/tasks/${top.id}`, { status: "done" }));
    await done(call("POST", `/tasks/${wool.id}/reopen`));
    await done(call("PATCH", `/tasks/${top.id}`, { status: "done", title: "the trip" }));
    expect(await statuses([wool])).toEqual(["open"]);
  });

  test("reaches nobody else's tasks", async () => {
    const { top } = await trip();
    const other = await gateway.signUp("Bob");
    const fields = { title: "mine", parentId: top.id };
    const taskId = newId();
    await actors.execute({
      v: 1,
      command: { type: "task.create", taskId, fields },
      origin: originOf(other.userId),
    });
    await done(call("DELETE", `/tasks/${top.id}`));
    const theirTask = await actors.readTask({ taskId, userId: other.userId });
    expect(theirTask).toMatchObject({ ok: true, task: { status: "open", deletedAt: null } });
  });

  test("takes five hundred parts along and back; more than a thousand are refused, and nothing changes", async () => {
    const top = await add("library");
    const make = async (many: number): Promise<Task[]> => {
      const made = await Promise.all(
        Array.from({ length: many }, (_, n) =>
          actors.execute({
            v: 1,
            command: {
              type: "task.create",
              taskId: newId(),
              fields: { title: `book ${n}`, parentId: top.id },
            },
            origin: originOf(userId),
          }),
        ),
      );
      const tasks = made.flatMap((reply) => (reply.ok ? [reply.task] : []));
      await projectTasks(db, tasks);
      return tasks;
    };
    const standing = async (tasks: Task[]) =>
      new Set(
        (await listTasksById(db, { ownerId: userId, taskIds: tasks.map(({ id }) => id) })).map(
          ({ status }) => status,
        ),
      );
    const books = await make(500);
    await done(call("POST", `/tasks/${top.id}/complete`));
    expect(await standing(books)).toEqual(new Set(["done"]));
    await done(call("POST", `/tasks/${top.id}/reopen`));
    expect(await standing(books)).toEqual(new Set(["open"]));
    await make(501);
    const refused = await call("DELETE", `/tasks/${top.id}`);
    const { status, code, detail } = Problem.parse(await refused.json());
    expect({ status, code }).toEqual({ status: 409, code: "conflict" });
    expect(detail).toContain("more than 1000 parts");
    expect(await statuses([top])).toEqual(["open"]);
  }, 60_000);
});

test("the chat says how many went along and came back, and refers to the task itself", async () => {
  const { top } = await trip();
  const answer = async (message: string) =>
    (await (
      await call("POST", "/chat", { message, timeZone: "Europe/Berlin" })
    ).json()) as ChatReply;
  const ended = await answer("complete trip");
  expect(ended.text).toBe("Completed “trip”. Its 3 parts went with it.");
  expect(ended.tasks.map(({ id }) => id)).toEqual([top.id]);
  expect(ended.changes.map(({ what }) => what)).toEqual(Array(4).fill("completed"));
  const back = await answer("reopen trip");
  expect(back.text).toBe("Opened “trip” again. Its 3 parts came back with it.");
});

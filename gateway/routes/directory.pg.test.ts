// Projects, tags and saved filters by the API: names go along to thousands of tasks and come back with one undo, whoever dies on the way.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { ActorUnavailable } from "../../actors/client.ts";
import type { Database } from "../../database/pool.ts";
import { projectTasks } from "../../database/tasks/project-tasks.ts";
import type { Directory } from "../../domain/directory/directory.ts";
import type { ListedProject, ListedTag } from "../../domain/directory/listed.ts";
import { type Id, newId } from "../../domain/ids.ts";
import { Problem } from "../../domain/problem.ts";
import type { Task } from "../../domain/task.ts";
import { createTestApp, type TestApp } from "../../tests/gateway-app.ts";
import { startPostgres, type TestPostgres } from "../../tests/postgres.ts";
import { startSocketGateway } from "../../tests/socket-gateway.ts";
import { repeatUnfinished } from "../command/repeater.ts";

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

const call = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
  gateway.call(method, path, { token, headers, ...(body === undefined ? {} : { body }) });

type Changed = { id: Id | null; tasksChanged: number; directory: Directory };

/** The answer of a change that was made, and what takes it back. */
const change = async (method: string, path: string, body?: unknown) => {
  const correlationId = newId();
  const answer = await call(method, path, body, { "x-correlation-id": correlationId });
  expect([answer.status, method, path]).toEqual([200, method, path]);
  const undo = async () => {
    const undone = await call("POST", "/history/undo", { correlationId });
    expect(undone.status).toBe(200);
    return (await undone.json()) as { correlationId: Id; text: string; undoable: boolean };
  };
  return { ...((await answer.json()) as Changed), correlationId, undo };
};
const refusal = async (answer: Response | Promise<Response>): Promise<Problem> =>
  Problem.parse(await (await answer).json());
const add = async (title: string, more: object = {}): Promise<Task> => {
  const answer = await call("POST", "/tasks", { title, ...more });
  expect(answer.status).toBe(201);
  return (await answer.json()) as Task;
};
const read = async ({ id }: Pick<Task, "id">): Promise<Task> =>
  (await (await call("GET", `/tasks/${id}`)).json()) as Task;
const projects = async () =>
  ((await (await call("GET", "/projects")).json()) as { projects: ListedProject[] }).projects;
const tags = async () =>
  ((await (await call("GET", "/tags")).json()) as { tags: ListedTag[] }).tags;
const shown = (list: (ListedProject | ListedTag)[]) =>
  list.map(({ name, open }) => `${name} ${open}`);

/** Tasks in a project, made as fast as the rules go. */
const fill = async (project: string, count: number): Promise<Id[]> => {
  const ids: Id[] = [];
  for (let n = 0; n < count; n += 1) {
    const origin = {
      commandId: newId(),
      correlationId: newId(),
      causationId: newId(),
      actorId: userId,
      source: "rest" as const,
      device: null,
      traceparent: null,
    };
    const fields = { title: `task ${n}`, project, section: "Now" };
    const command = { type: "task.create" as const, taskId: newId(), fields };
    await whole.execute({ v: 1, command, origin });
    ids.push(command.taskId);
  }
  await projectTasks(
    db,
    ids.flatMap((id) => gateway.actors.docs.get(id)?.task ?? []),
  );
  return ids;
};

/** How many tasks hold which project: in the actors, and in the read model. */
const held = async (): Promise<Record<string, number>[]> => {
  const mine = [...gateway.actors.docs.values()].filter(({ task }) => task.ownerId === userId);
  const { rows } = await db.query<{ project: string | null }>(
    "select doc ->> 'project' as project from tasks where owner_id = $1",
    [userId],
  );
  return [mine.map(({ task }) => task.project), rows.map(({ project }) => project)].map((names) =>
    Object.fromEntries(
      [...Map.groupBy(names, String)].map(([name, those]) => [name, those.length]),
    ),
  );
};
const all = (counts: Record<string, number>) => [counts, counts];

describe("projects", () => {
  test("a name that only tasks hold is listed once, whatever its case, behind those with a record", async () => {
    await add("milk", { project: "Home" });
    await add("bread", { project: "home" });
    await change("POST", "/projects", { name: "Work", colour: "blue" });
    expect(shown(await projects())).toEqual(["Work 0", "Home 2"]);
    const { id } = await change("PATCH", "/projects/HOME", { colour: "green", position: 0 });
    const [first] = await projects();
    expect(first).toMatchObject({ id, name: "HOME", colour: "green", open: 2 });
    expect((await call("GET", `/projects/${id}`)).headers.get("etag")).toBe(`"${first?.version}"`);
  });

  test("a new name goes to its tasks, done and deleted ones too, with their sections, and one undo takes all back", async () => {
    const [open, done, gone] = [
      await add("open", { project: "Work", section: "Now" }),
      await add("done", { project: "work" }),
      await add("gone", { project: "Work" }),
    ];
    await call("POST", `/tasks/${done.id}/complete`, {});
    await call("DELETE", `/tasks/${gone.id}`);
    await change("POST", "/projects", { name: "Work" });
    const renamed = await change("PATCH", "/projects/Work", { name: "Office" });
    expect(renamed.tasksChanged).toBe(3);
    expect(await Promise.all([open, done, gone].map(read))).toMatchObject([
      { project: "Office", section: "Now" },
      { project: "Office" },
      { project: "Office" },
    ]);
    await renamed.undo();
    expect(await Promise.all([open, done, gone].map(read))).toMatchObject([
      { project: "Work", section: "Now" },
      { project: "work" },
      { project: "Work", deletedAt: expect.any(String) as string },
    ]);
    expect(shown(await projects())).toEqual(["Work 1"]);
  });

  test("what was put into a project since its new name goes back with it", async () => {
    await add("first", { project: "Work" });
    const renamed = await change("PATCH", "/projects/Work", { name: "Office" });
    const later = await add("later", { project: "Office", section: "Now" });
    await renamed.undo();
    // Its record was made by the change, so it is gone with it; the name is on the task as it was typed.
    expect(shown(await projects())).toEqual(["Office 1", "Work 1"]);
    const made = await change("POST", "/projects", { name: "Garden" });
    await change("PATCH", `/projects/${made.id}`, { colour: "green" });
    const again = await change("PATCH", `/projects/${made.id}`, { name: "Yard" });
    const here = await add("here", { project: "Yard" });
    await again.undo();
    expect((await read(here)).project).toBe("Garden");
    expect((await read(later)).project).toBe("Office");
  });

  test("a name that another one has is refused, also where only tasks hold it; merging is another order", async () => {
    const moved = await add("a", { project: "Work", section: "Now" });
    await add("b", { project: "Office" });
    const refused = await refusal(call("PATCH", "/projects/work", { name: "office" }));
    expect(refused).toMatchObject({ status: 409, code: "conflict", fields: [{ path: "name" }] });
    await change("POST", "/projects", { name: "Office" });
    expect((await refusal(call("PATCH", "/projects/work", { name: "OFFICE" }))).status).toBe(409);
    const merged = await change("POST", "/projects/work/merge", { into: "office" });
    expect(merged.tasksChanged).toBe(1);
    expect(await read(moved)).toMatchObject({ project: "Office", section: null });
    await merged.undo();
    expect(await read(moved)).toMatchObject({ project: "Work", section: "Now" });
    expect((await refusal(call("POST", "/projects/work/merge", { into: "WORK" }))).status).toBe(
      422,
    );
  });

  test("a deleted project leaves its tasks in the inbox, or takes them with it, and comes back with them", async () => {
    const parent = await add("parent", { project: "Work" });
    const part = await add("part", { project: "Work", parentId: parent.id });
    await change("POST", "/projects", { name: "Work", colour: "red" });
    const left = await change("DELETE", "/projects/work?tasks=inbox");
    expect(await Promise.all([parent, part].map(read))).toMatchObject([
      { project: null },
      { project: null },
    ]);
    expect(await projects()).toEqual([]);
    await left.undo();
    expect(await projects()).toMatchObject([{ name: "Work", colour: "red", open: 2 }]);
    const taken = await change("DELETE", "/projects/work?tasks=trash");
    expect(taken.tasksChanged).toBe(2);
    expect((await read(part)).deletedAt).not.toBeNull();
    const { correlationId } = await taken.undo();
    expect(await projects()).toMatchObject([{ name: "Work", colour: "red", open: 2 }]);
    const redone = await call("POST", "/history/redo", { correlationId });
    expect(redone.status).toBe(200);
    expect(await projects()).toEqual([]);
    expect((await read(parent)).deletedAt).not.toBeNull();
  });

  test("sections are named within the project; a task's section follows its name and goes with it", async () => {
    const task = await add("a", { project: "Work", section: "Now" });
    const other = await add("b", { project: "Home", section: "Now" });
    await change("POST", "/projects/work/sections", { name: "Now" });
    const renamed = await change("PATCH", "/projects/work/sections/now", { name: "Next" });
    expect(renamed.directory.projects[0]?.sections).toMatchObject([{ name: "Next" }]);
    expect([(await read(task)).section, (await read(other)).section]).toEqual(["Next", "Now"]);
    await renamed.undo();
    expect((await read(task)).section).toBe("Now");
    await change("DELETE", "/projects/work/sections/now");
    expect(await read(task)).toMatchObject({ project: "Work", section: null });
    const homeless = await refusal(call("POST", "/tasks", { title: "c", section: "Now" }));
    expect(homeless).toMatchObject({ status: 422, fields: [{ path: "section" }] });
    const moved = await call("PATCH", `/tasks/${other.id}`, { project: "Garden" });
    expect(await moved.json()).toMatchObject({ project: "Garden", section: null });
  });
});

test("tags: renamed, merged without doubles, taken off all tasks, each with one undo", async () => {
  const both = await add("both", { tags: ["Errand", "shop"] });
  const one = await add("one", { tags: ["shop", "x"] });
  expect(shown(await tags())).toEqual(["Errand 1", "shop 2", "x 1"]);
  const merged = await change("POST", "/tags/SHOP/merge", { into: "errand" });
  expect([(await read(both)).tags, (await read(one)).tags]).toEqual([["errand"], ["errand", "x"]]);
  await merged.undo();
  expect([(await read(both)).tags, (await read(one)).tags]).toEqual([
    expect.arrayContaining(["Errand", "shop"]),
    expect.arrayContaining(["shop", "x"]),
  ]);
  await change("PATCH", "/tags/x", { name: "y", colour: "pink" });
  const gone = await change("DELETE", "/tags/y");
  expect((await read(one)).tags).toEqual(["shop"]);
  await gone.undo();
  expect(await tags()).toContainEqual(
    expect.objectContaining({ name: "y", colour: "pink", open: 1 }),
  );
});

test("filters: a query that cannot be read is refused and its place told; kept ones are listed in their order", async () => {
  const wrong = await refusal(call("POST", "/filters", { name: "Soon", query: "today & wat" }));
  expect(wrong).toMatchObject({ status: 422, fields: [{ path: "query" }] });
  expect(wrong.fields?.[0]?.message).toContain("characters 9 to 11");
  const { id } = await change("POST", "/filters", { name: "Soon", query: "today | overdue" });
  await change("POST", "/filters", { name: "Later", query: "no date", position: 0 });
  const listed = await (await call("GET", "/filters")).json();
  expect(listed).toMatchObject({ filters: [{ name: "Later" }, { name: "Soon" }] });
  const bad = await refusal(call("PATCH", `/filters/${id}`, { query: "(" }));
  expect(bad.fields?.[0]?.path).toBe("query");
  const changed = await change("PATCH", "/filters/soon", { query: "p1" });
  await changed.undo();
  const { filters } = (await change("DELETE", "/filters/Later")).directory;
  expect(filters).toMatchObject([{ name: "Soon", query: "today | overdue" }]);
});

test("versions and keys: 412 with the present version, one answer for one key, another body is refused", async () => {
  const { id } = await change("POST", "/projects", { name: "Work" });
  const old = { "if-match": '"7"' };
  expect(await refusal(call("PATCH", `/projects/${id}`, { colour: "red" }, old))).toMatchObject({
    status: 412,
    currentVersion: 1,
  });
  const key = { "idempotency-key": newId() };
  const answers = [
    await call("PATCH", `/projects/${id}`, { name: "Office" }, key),
    await call("PATCH", `/projects/${id}`, { name: "Office" }, key),
  ];
  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  expect(answers[1]?.headers.get("idempotency-replayed")).toBe("true");
  expect(answers[0]?.headers.get("x-command-id")).toBe(key["idempotency-key"]);
  expect((await refusal(call("PATCH", `/projects/${id}`, { name: "Other" }, key))).code).toBe(
    "idempotency_mismatch",
  );
});

test.each([
  ["POST", "/projects", { name: "" }, 422],
  ["POST", "/projects", { name: "x".repeat(101) }, 422],
  ["POST", "/projects", { name: "x", colour: "beige" }, 422],
  ["POST", "/projects", { name: "x", position: "first" }, 422],
  ["POST", "/projects", { name: "x", owner: "me" }, 422],
  ["POST", "/projects", [], 422],
  ["DELETE", "/projects/work", undefined, 422],
  ["DELETE", "/projects/work?tasks=nowhere", undefined, 422],
  ["PATCH", "/projects/0198c2a4-7b1e-7c3d-9f00-3a5b6c7d8e9f", { colour: "red" }, 404],
  ["GET", "/projects/nothing", undefined, 404],
  ["POST", "/tags/a/merge", {}, 422],
  ["PATCH", "/filters/none", { name: "x" }, 404],
  ["POST", "/projects/x/sections", {}, 422],
  ["PATCH", "/projects/x/sections/y", { name: "z" }, 404],
] as const)("%s %s with %j is %i", async (method, path, body, status) => {
  const answer = await call(method, path, body);
  expect([answer.status, Problem.parse(await answer.json()).status]).toEqual([status, status]);
});

test("a project has an ETag when it has a record", async () => {
  await add("milk", { project: "Home" });
  expect((await call("GET", "/projects/home")).headers.get("etag")).toBeNull();
  await change("PATCH", "/projects/home", { colour: "red" });
  expect((await call("GET", "/projects/home")).headers.get("etag")).toBe('"1"');
});

test("a stranger neither sees nor changes a project", async () => {
  const { id } = await change("POST", "/projects", { name: "Work" });
  ({ token } = await gateway.signUp("Bob"));
  expect(await projects()).toEqual([]);
  expect((await call("PATCH", `/projects/${id}`, { name: "Mine" })).status).toBe(404);
});

describe("two thousand tasks", () => {
  test("are renamed with their project, and one undo takes all of it back", async () => {
    await change("POST", "/projects", { name: "Work" });
    await fill("Work", 2_000);
    const renamed = await change("PATCH", "/projects/work", { name: "Office" });
    expect(renamed.tasksChanged).toBe(2_000);
    expect(await held()).toEqual(all({ Office: 2_000 }));
    await renamed.undo();
    expect(await held()).toEqual(all({ Work: 2_000 }));
    expect(shown(await projects())).toEqual(["Work 2000"]);
  }, 60_000);

  test("a gateway that dies in the middle is followed by the repeater, and nothing is done twice", async () => {
    await change("POST", "/projects", { name: "Work" });
    await fill("Work", 2_000);
    let calls = 0;
    gateway.actors.execute = (envelope) => {
      calls += 1;
      return calls > 700
        ? Promise.reject(new ActorUnavailable(new Error("it dies here")))
        : whole.execute(envelope);
    };
    expect((await call("PATCH", "/projects/work", { name: "Office" })).status).toBe(503);
    Object.assign(gateway.actors, whole);
    await db.query(
      "update commands set attempted_at = now() - interval '1 hour' where user_id = $1",
      [userId],
    );
    expect(await repeatUnfinished({ ...gateway.deps, actors: gateway.actors })).toBe(1);
    expect(await held()).toEqual(all({ Office: 2_000 }));
    const changed = gateway.actors.applied.filter(
      ({ command, origin }) => command.type === "task.relabel" && origin.actorId === userId,
    );
    expect(changed).toHaveLength(2_000);
  }, 60_000);
});

test.each(["before the directory was changed", "right after it was changed"])(
  "a gateway that dies %s leaves no half of it",
  async (when) => {
    await change("POST", "/projects", { name: "Work" });
    await fill("Work", 20);
    gateway.actors.changeDirectory = async (id, envelope) => {
      if (when.startsWith("right after")) await whole.changeDirectory(id, envelope);
      throw new ActorUnavailable(new Error("it dies here"));
    };
    const correlationId = newId();
    const headers = { "x-correlation-id": correlationId };
    const answer = await call("PATCH", "/projects/work", { name: "Office" }, headers);
    expect(answer.status).toBe(503);
    Object.assign(gateway.actors, whole);
    await db.query(
      "update commands set attempted_at = now() - interval '1 hour' where user_id = $1",
      [userId],
    );
    await repeatUnfinished({ ...gateway.deps, actors: gateway.actors });
    expect(await held()).toEqual(all({ Office: 20 }));
    expect(shown(await projects())).toEqual(["Office 20"]);
  },
);

test("while tasks still follow a new name, neither another one nor an undo is begun; afterwards both are", async () => {
  await change("POST", "/projects", { name: "Work" });
  await fill("Work", 40);
  const waits = Promise.withResolvers<void>();
  const begun = Promise.withResolvers<void>();
  let calls = 0;
  gateway.actors.execute = async (envelope) => {
    calls += 1;
    if (calls === 20) begun.resolve();
    if (calls >= 20) await waits.promise;
    return whole.execute(envelope);
  };
  const correlationId = newId();
  const headers = { "x-correlation-id": correlationId };
  const first = call("PATCH", "/projects/work", { name: "Office" }, headers);
  await begun.promise;
  for (const early of [
    () => call("PATCH", "/projects/office", { name: "Job" }),
    () => call("POST", "/history/undo", { correlationId }),
  ])
    expect((await early()).status).toBe(409);
  expect((await call("PATCH", "/projects/office", { colour: "red" })).status).toBe(200);
  waits.resolve();
  expect((await first).status).toBe(200);
  Object.assign(gateway.actors, whole);
  const second = await change("PATCH", "/projects/office", { name: "Job" });
  expect(await held()).toEqual(all({ Job: 40 }));
  await second.undo();
  expect(await held()).toEqual(all({ Office: 40 }));
});

test("a name that changed between a plan and its carrying out: the plan is drawn up anew under the same key", async () => {
  const { id } = await change("POST", "/projects", { name: "Work" });
  await fill("Work", 5);
  let isFirst = true;
  gateway.actors.changeDirectory = async (of, envelope) => {
    if (!isFirst) return whole.changeDirectory(of, envelope);
    isFirst = false;
    await change("PATCH", `/projects/${id}`, { colour: "red" });
    return whole.changeDirectory(of, envelope);
  };
  const key = newId();
  const headers = { "idempotency-key": key };
  const [once, again] = [
    await call("PATCH", "/projects/work", { name: "Office" }, headers),
    await call("PATCH", "/projects/work", { name: "Office" }, headers),
  ];
  expect([once.status, again.status, once.headers.get("x-command-id")]).toEqual([200, 200, key]);
  expect(await held()).toEqual(all({ Office: 5 }));
  expect(shown(await projects())).toEqual(["Office 5"]);
});

test("a device begins with the directory", async () => {
  await change("POST", "/projects", { name: "Work" });
  const at = await startSocketGateway(gateway, db);
  try {
    const device = await at.live(token);
    const [page] = await device.until("snapshot");
    expect(page).toMatchObject({ directory: { version: 1, projects: [{ name: "Work" }] } });
  } finally {
    await at.stop();
  }
});

// The promise of an intent, on a real PostgreSQL: once, whatever is repeated, interrupted or sent five times at once.
import { pino } from "pino";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { ActorUnavailable, ActorUnreadable } from "../../actors/client.ts";
import type { Database } from "../../database/pool.ts";
import { readTask } from "../../database/tasks/read-task.ts";
import { readDirectory } from "../../database/directories/read-directory.ts";
import type { TaskCommand } from "../../domain/command.ts";
import type { DirectoryCommand } from "../../domain/directory/command.ts";
import { newId } from "../../domain/ids.ts";
import { createOutages } from "../../domain/outages.ts";
import { createInMemoryActors, type InMemoryActors } from "../../tests/in-memory-actors.ts";
import { until } from "../../tests/dapr.ts";
import { startPostgres, type TestPostgres } from "../../tests/postgres.ts";
import { execute } from "./execute.ts";
import type { ExecuteRequest } from "./ports.ts";
import { startRepeater, repeatUnfinished } from "./repeater.ts";

let postgres: TestPostgres;
let db: Database;
let actors: InMemoryActors;
beforeAll(async () => {
  postgres = await startPostgres();
  db = await postgres.openDatabase();
});
beforeEach(() => {
  actors = createInMemoryActors();
});
afterAll(() => postgres.stop());

const log = pino({ level: "silent" });
const outages = createOutages(log);
const userId = newId();
const create = (title = "x"): TaskCommand => ({
  type: "task.create",
  taskId: newId(),
  fields: { title },
});
const request = (commands: TaskCommand[], more: Partial<ExecuteRequest> = {}): ExecuteRequest => ({
  userId,
  commands,
  origin: {
    correlationId: newId(),
    causationId: newId(),
    actorId: userId,
    source: "rest",
    device: null,
    traceparent: null,
  },
  ...more,
});
const run = (asked: ExecuteRequest) => execute({ db, actors }, asked);
const done = async (asked: ExecuteRequest) => {
  const result = await run(asked);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
};
const stored = (taskId: string) => readTask(db, { ownerId: userId, taskId });

test("an acknowledged change is in the read model for whoever reads next", async () => {
  const { replies, plan } = await done(request([create("milk"), create("bread")]));
  expect(replies.map((reply) => reply.ok && reply.task.title)).toEqual(["milk", "bread"]);
  const read = await Promise.all(plan.map(({ command }) => stored(command.taskId)));
  expect(read.map((task) => task?.title)).toEqual(["milk", "bread"]);
});

test("the same request five times at once is carried out once and answered five times the same", async () => {
  const key = newId();
  const answers = await Promise.all(
    Array.from({ length: 5 }, () => done(request([create()], { key, bodyHash: "h" }))),
  );
  const tasks = answers.map(({ replies }) => replies[0]?.ok && replies[0].task);
  expect(new Set(tasks.map((task) => JSON.stringify(task))).size).toBe(1);
  expect(actors.applied).toHaveLength(1);
  expect(answers[0]?.plan[0]?.origin.commandId).toBe(key);
});

test("a repetition later gets the stored answer without asking the actor", async () => {
  const key = "monday's groceries".replaceAll(" ", "-");
  const first = await done(request([create()], { key }));
  const second = await done(request([create()], { key }));
  expect(second).toMatchObject({ repeated: true, replies: first.replies, plan: first.plan });
  expect(actors.asked).toBe(1);
});

test("another request under the same key is refused", async () => {
  const key = newId();
  await done(request([create()], { key, bodyHash: "a" }));
  expect(await run(request([create()], { key, bodyHash: "b" }))).toMatchObject({
    ok: false,
    error: { code: "idempotency_mismatch" },
  });
  expect((await done(request([create()], { key, bodyHash: "a", userId: newId() }))).repeated).toBe(
    false,
  );
});

test("a refused command does not stop the others, and is refused again when repeated", async () => {
  const key = newId();
  const commands: TaskCommand[] = [{ type: "task.complete", taskId: newId() }, create("after it")];
  const first = await done(request(commands, { key }));
  expect(first.replies.map((reply) => reply.ok)).toEqual([false, true]);
  expect((await done(request(commands, { key }))).replies).toEqual(first.replies);
});

test("what could not be finished is thrown, and the repeater finishes it with the same plan", async () => {
  actors.down = true;
  const key = newId();
  const command = create("found again");
  await expect(run(request([command], { key }))).rejects.toMatchObject({ isPromised: true });
  expect(await stored(command.taskId)).toBeNull();
  actors.down = false;
  expect(await repeatUnfinished({ db, actors, log, outages }, 0)).toBe(1);
  expect((await stored(command.taskId))?.title).toBe("found again");
  expect(await repeatUnfinished({ db, actors, log, outages }, 0)).toBe(0);
  expect((await done(request([command], { key }))).repeated).toBe(true);
});

test("a gateway that died after the actor had committed loses nothing and does nothing twice", async () => {
  const key = newId();
  const command = create();
  const dying = {
    readUser: (id: string) => actors.readUser(id),
    changeDirectory: (...of: Parameters<InMemoryActors["changeDirectory"]>) =>
      actors.changeDirectory(...of),
    readTask: (which: Parameters<InMemoryActors["readTask"]>[0]) => actors.readTask(which),
    execute: async (envelope: Parameters<InMemoryActors["execute"]>[0]) => {
      await actors.execute(envelope);
      throw new ActorUnavailable(new Error("the gateway died here"));
    },
  };
  await expect(execute({ db, actors: dying }, request([command], { key }))).rejects.toThrow(
    ActorUnavailable,
  );
  expect(await repeatUnfinished({ db, actors, log, outages }, 0)).toBe(1);
  expect(actors.applied).toHaveLength(1);
  expect(await stored(command.taskId)).not.toBeNull();
});

test("the repeater leaves fresh requests alone and stops when told", async () => {
  actors.down = true;
  await expect(run(request([create()]))).rejects.toThrow(ActorUnavailable);
  actors.down = false;
  expect(await repeatUnfinished({ db, actors, log, outages })).toBe(0);
  await startRepeater({ db, actors, log, outages }).stop();
});

test("however much is over is forgotten when the repeater starts", async () => {
  await db.query(`
    insert into commands (user_id, key, body_hash, plan, status, replies, created_at)
    select gen_random_uuid(), n::text, '', '[]', 'done', '[]', now() - interval '8 days' from generate_series(1, 5500) n`);
  await db.query(`
    insert into "user" ("id", "name", "email") values ('old', 'old', 'old@example.org')`);
  await db.query(`
    insert into "session" ("expiresAt", "token", "userId")
    select now() - interval '1 hour', n::text, 'old' from generate_series(1, 2500) n`);
  const repeater = startRepeater({ db, actors, log, outages });
  await until("nothing old", async () => {
    const { rows } = await db.query(`
      select (select count(*)::int from commands where created_at < now() - interval '7 days') as commands,
        (select count(*)::int from "session") as sessions`);
    return rows[0].commands === 0 && rows[0].sessions === 0;
  });
  await expect(repeater.stop()).resolves.toBeUndefined();
});

test("what never succeeds ends after a bounded number of tries, and its person is told", async () => {
  const never: InMemoryActors = {
    ...actors,
    execute: async () => {
      throw new Error("the actor's state cannot be read");
    },
  };
  const command = create("in vain");
  await expect(
    execute({ db, actors: never }, request([command], { key: newId() })),
  ).rejects.toThrow("cannot be read");
  for (let n = 0; n < 30; n += 1) await repeatUnfinished({ db, actors: never, log, outages }, 0);
  expect(actors.refused).toContainEqual({ userId, taskId: command.taskId });
  const { rows } = await db.query(
    "select status, attempts, reason from commands where plan #>> '{0,command,taskId}' = $1",
    [command.taskId],
  );
  expect(rows).toEqual([
    { status: "given_up", attempts: 20, reason: "the actor's state cannot be read" },
  ]);
});

test("while nobody at all can be reached nothing is given up", async () => {
  actors.down = true;
  const key = newId();
  await expect(run(request([create()], { key }))).rejects.toThrow(ActorUnavailable);
  for (let n = 0; n < 30; n += 1) await repeatUnfinished({ db, actors, log, outages }, 0);
  actors.down = false;
  expect(await repeatUnfinished({ db, actors, log, outages }, 0)).toBe(1);
});

/** A person with the project Work, and what they have asked of their directory when nobody could be reached. */
const renamedInVain = async () => {
  const person = newId();
  const asked = (directory: DirectoryCommand): ExecuteRequest => {
    const one = request([], { key: newId(), directory: [directory] });
    return { ...one, userId: person, origin: { ...one.origin, actorId: person } };
  };
  await run(asked({ type: "project.create", projectId: newId(), fields: { name: "Work" } }));
  actors.down = true;
  const rename = { type: "project.change" as const, project: "Work", changes: { name: "Office" } };
  await expect(run(asked(rename))).rejects.toThrow(ActorUnavailable);
  const names = async () => (await readDirectory(db, person)).projects.map(({ name }) => name);
  return { person, names, order: (command: DirectoryCommand) => run(asked(command)) };
};
const repeat = (deps: { actors: InMemoryActors } = { actors }) =>
  repeatUnfinished({ db, log, outages, ...deps }, 0);

test("a promised change of the directory is made although another part of it has changed meanwhile", async () => {
  const { names, order } = await renamedInVain();
  actors.down = false;
  await order({ type: "project.create", projectId: newId(), fields: { name: "Garden" } });
  expect(await repeat()).toBe(1);
  expect([actors.refused, await names()]).toEqual([[], ["Office", "Garden"]]);
});

test("a change of the directory that is refused behind its person's back is told, by the name", async () => {
  const { person, names, order } = await renamedInVain();
  actors.down = false;
  await order({ type: "project.change", project: "Work", changes: { colour: "red" } });
  expect(await repeat()).toBe(1);
  expect(actors.refused).toEqual([{ userId: person, taskId: null, title: "Work" }]);
  expect(await names()).toEqual(["Work"]);
});

test("also a change of the directory alone is kept while nobody can be reached, and told when it is given up", async () => {
  const { person } = await renamedInVain();
  for (let n = 0; n < 30; n += 1) await repeat();
  actors.down = false;
  const changeDirectory = () => Promise.reject(new Error("the actor's state cannot be read"));
  await repeat({ actors: { ...actors, changeDirectory } });
  expect(actors.refused).toEqual([{ userId: person, taskId: null, title: "Work" }]);
  expect(await repeat()).toBe(0);
});

test("a command that can set a time carries the person's settings; another does not ask for them", async () => {
  const due = { kind: "floating" as const, at: "2030-01-01T09:00" };
  const timed: TaskCommand = { type: "task.create", taskId: newId(), fields: { title: "x", due } };
  const { plan } = await done(request([timed]));
  expect(plan[0]?.owner).toMatchObject({ timeZone: "UTC", dayTime: "09:00" });
  expect((await done(request([create()]))).plan[0]?.owner).toBeUndefined();
});

test.each(["reopened", "set open"])(
  "a task that was over is %s by the settings of today",
  async (how) => {
    const { taskId } = create();
    const asked = request([
      how === "reopened"
        ? { type: "task.reopen", taskId }
        : { type: "task.patch", taskId, changes: { status: "open" } },
    ]);
    expect((await done(asked)).plan[0]?.owner).toMatchObject({ timeZone: "UTC", dayTime: "09:00" });
  },
);

test("a gateway that died when the task had ended and its parts had not: the repeater ends them, once", async () => {
  const parent = create("trip");
  await done(request([parent]));
  const part = (): TaskCommand => ({
    type: "task.create",
    taskId: newId(),
    fields: { title: "part", parentId: parent.taskId },
  });
  const parts = [part(), part(), part()];
  await done(request(parts));
  let left = 2;
  const dying = {
    readUser: (id: string) => actors.readUser(id),
    changeDirectory: (...of: Parameters<InMemoryActors["changeDirectory"]>) =>
      actors.changeDirectory(...of),
    readTask: (which: Parameters<InMemoryActors["readTask"]>[0]) => actors.readTask(which),
    execute: async (envelope: Parameters<InMemoryActors["execute"]>[0]) => {
      if ((left -= 1) < 0) throw new ActorUnavailable(new Error("the gateway died here"));
      return actors.execute(envelope);
    },
  };
  const asked = request([{ type: "task.complete", taskId: parent.taskId }], { key: newId() });
  await expect(execute({ db, actors: dying }, asked)).rejects.toThrow(ActorUnavailable);
  // An earlier test leaves one of its own.
  expect(await repeatUnfinished({ db, actors, log, outages }, 0)).toBeGreaterThan(0);
  const read = await Promise.all(parts.map(({ taskId }) => stored(taskId)));
  expect(read.map((task) => [task?.status, task?.version])).toEqual(parts.map(() => ["done", 2]));
  const again = await done(asked);
  expect([again.repeated, again.replies.every((reply) => reply.ok)]).toEqual([true, true]);
});

test("a part that the same plan makes goes with its task, and one that the plan itself ends is told once", async () => {
  const parent = create("trip");
  await done(request([parent]));
  const inner = create("inner");
  const [first, second] = [newId(), newId()];
  const commands: TaskCommand[] = [
    { type: "task.create", taskId: first, fields: { title: "a", parentId: parent.taskId } },
    { type: "task.create", taskId: second, fields: { title: "b", parentId: first } },
    { ...inner, fields: { title: "c", parentId: parent.taskId } } as TaskCommand,
    { type: "task.complete", taskId: parent.taskId },
    { type: "task.complete", taskId: inner.taskId },
  ];
  const { replies } = await done(request(commands));
  expect(replies.map(({ ok }) => ok)).toEqual(replies.map(() => true));
  const read = await Promise.all([first, second, inner.taskId].map(stored));
  expect(read.map((task) => task?.status)).toEqual(["done", "done", "done"]);
});

/** The actors, one of whose tasks holds what nobody can read. */
const withUnreadable = (taskId: string): InMemoryActors => ({
  ...actors,
  execute: async (envelope) => {
    if (envelope.command.taskId === taskId)
      throw new ActorUnreadable({ type: "TaskActor", id: taskId }, new Error("of no known shape"));
    return actors.execute(envelope);
  },
});

test("a task that cannot be read takes none of its neighbours in the plan along", async () => {
  const [first, bad, last] = [create("first"), create("bad"), create("last")];
  const deps = { db, actors: withUnreadable(bad.taskId) };
  const key = newId();
  await expect(execute(deps, request([first, bad, last], { key }))).rejects.toThrow(
    ActorUnreadable,
  );
  expect([...actors.docs.keys()]).toEqual([first.taskId, last.taskId]);
  await repeatUnfinished({ ...deps, log, outages }, 0);
  expect(actors.applied).toHaveLength(2);
  // Readable again: what was promised is carried out, and nothing twice.
  const again = await done(request([first, bad, last], { key }));
  expect(again.replies.map(({ ok }) => ok)).toEqual([true, true, true]);
  expect(actors.applied).toHaveLength(3);
});

test("a part that cannot be read keeps neither the other parts nor the orders after it", async () => {
  const parent = create("trip");
  await done(request([parent]));
  const parts = Array.from({ length: 3 }, (): TaskCommand => ({
    type: "task.create",
    taskId: newId(),
    fields: { title: "part", parentId: parent.taskId },
  }));
  await done(request(parts));
  const after = create("after");
  const bad = parts[0] as TaskCommand;
  const asked = request([{ type: "task.complete", taskId: parent.taskId }, after]);
  await expect(execute({ db, actors: withUnreadable(bad.taskId) }, asked)).rejects.toThrow(
    ActorUnreadable,
  );
  const statuses = parts.map(({ taskId }) => actors.docs.get(taskId)?.task.status);
  expect(statuses).toEqual(["open", "done", "done"]);
  expect(actors.docs.has(after.taskId)).toBe(true);
  expect(await repeatUnfinished({ db, actors, log, outages }, 0)).toBe(1);
});

test("when a plan is given up, its person is told of what was not done and of nothing else", async () => {
  const [first, bad] = [create("first"), create("bad")];
  const never: TaskCommand = { type: "task.complete", taskId: newId() };
  const deps = { db, actors: withUnreadable(bad.taskId) };
  await expect(execute(deps, request([first, bad, never]))).rejects.toThrow(ActorUnreadable);
  for (let n = 0; n < 30; n += 1) await repeatUnfinished({ ...deps, log, outages }, 0);
  const told = actors.refused.map(({ taskId }) => taskId);
  expect(told).toEqual([bad.taskId, never.taskId]);
});

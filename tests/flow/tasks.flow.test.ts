// Tasks over REST on the whole stack: what was written is what is read, and conditions are kept.
import { beforeAll, expect, test } from "vitest";
import { newId } from "../../domain/ids.ts";
import { type Person, problemOf, send, signUp } from "../client.ts";
import { sharedStack } from "../stack.ts";

const { url } = sharedStack();
let person: Person;
beforeAll(async () => {
  person = await signUp(url);
});

test("whoever writes reads it at once: 50 times in a row, in the list and by id", async () => {
  const writer = await signUp(url);
  const ids: string[] = [];
  for (let round = 0; round < 50; round += 1) {
    const task = await writer.create({ title: `round ${round}` });
    ids.push(task.id);
    const [listed, read] = await Promise.all([writer.list(), writer.read(task.id)]);
    expect(listed.map(({ id }) => id)).toEqual(ids);
    expect(read).toEqual(task);
  }
  for (const id of ids) {
    const done = await writer.post(id, "/complete");
    expect(await writer.read(id)).toEqual(done);
  }
  expect(await writer.list({ status: "open" })).toEqual([]);
});

test("a new task keeps every field it was given, in any script", async () => {
  const fields = {
    title:
      'Zürich → 東京 · הזמנת כרטיסים · 👩‍👩‍👧‍👦 ’quoted’ "twice" <b>&amp;</b> \'; drop table tasks; --',
    description: "# Größe\n\n- [ ] naïve café\t\u202Eabc\u202C\n".repeat(20),
    status: "in_progress" as const,
    priority: 2,
    tags: ["Ærø", "家", "🏠"],
    project: "Überraschung",
    due: { kind: "fixed" as const, at: "2026-12-01T17:00", zone: "Asia/Tokyo" },
    deadline: "2027-02-28",
    durationMinutes: 45,
    position: -1.5,
  };
  const task = await person.create(fields);
  expect(task).toMatchObject(fields);
  expect(await person.read(task.id)).toEqual(task);
  expect((await person.list({ tag: "ærø" })).map(({ id }) => id)).toEqual([task.id]);
  expect((await person.list({ text: "東京" })).map(({ id }) => id)).toEqual([task.id]);
});

test("a title of 500 characters is kept, its blanks at the ends are not", async () => {
  const title = "\u{1F600}".repeat(250);
  expect((await person.create({ title: `  ${title}\n` })).title).toBe(title);
});

test("every change raises the version by one and ETag says so", async () => {
  const created = await person.call("POST", "/tasks", { body: { title: "x" } });
  expect(created.headers.get("etag")).toBe('"1"');
  const at = created.headers.get("location") ?? "";
  const patched = await person.call("PATCH", at, { body: { priority: 1 } });
  expect(patched.headers.get("etag")).toBe('"2"');
  const read = await person.call("GET", at);
  expect(read.headers.get("etag")).toBe('"2"');
  const known = await person.call("GET", at, { headers: { "if-none-match": '"2"' } });
  expect([known.status, await known.text()]).toEqual([304, ""]);
});

test("a change meant for another version is refused with 412 and the current one, by header and by field", async () => {
  const { id } = await person.create({ title: "x" });
  await person.patch(id, { title: "y" }, { "if-match": '"1"' });
  const stale = [
    await person.call("PATCH", `/tasks/${id}`, {
      body: { title: "z" },
      headers: { "if-match": '"1"' },
    }),
    await person.call("PUT", `/tasks/${id}`, { body: { title: "z", expectedVersion: 1 } }),
    await person.call("POST", `/tasks/${id}/complete`, { body: { expectedVersion: 1 } }),
    await person.call("DELETE", `/tasks/${id}`, { headers: { "if-match": '"3"' } }),
  ];
  for (const answer of stale) {
    expect(answer.status).toBe(412);
    expect(await problemOf(answer)).toMatchObject({ code: "version_mismatch", currentVersion: 2 });
  }
  expect(await person.read(id)).toMatchObject({ title: "y", version: 2 });
  expect((await person.patch(id, { title: "z" }, { "if-match": "*" })).version).toBe(3);
});

test("of two devices that change the same version at once, exactly one wins", async () => {
  const { id } = await person.create({ title: "x" });
  const answers = await Promise.all(
    Array.from({ length: 8 }, (_, device) =>
      person.call("PATCH", `/tasks/${id}`, {
        body: { title: `device ${device}` },
        headers: { "if-match": '"1"' },
      }),
    ),
  );
  const won = answers.filter(({ status }) => status === 200);
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([
    200,
    ...Array(7).fill(412),
  ]);
  expect(await won[0]?.json()).toEqual(await person.read(id));
});

test("changes of different fields at once are all kept", async () => {
  const { id } = await person.create({ title: "x" });
  await Promise.all([
    person.patch(id, { priority: 1 }),
    person.patch(id, { tags: ["home"] }),
    person.patch(id, { project: "House" }),
    person.patch(id, { due: { kind: "day", at: "2026-12-01" } }),
  ]);
  expect(await person.read(id)).toMatchObject({
    title: "x",
    priority: 1,
    tags: ["home"],
    project: "House",
    due: { kind: "day", at: "2026-12-01" },
    version: 5,
  });
});

test("PATCH leaves what it does not name, PUT puts it back to what a new task has", async () => {
  const task = await person.create({
    title: "x",
    description: "d",
    tags: ["a"],
    priority: 1,
    due: { kind: "day", at: "2026-12-01" },
  });
  const patched = await person.patch(task.id, { title: "y", due: null });
  expect(patched).toMatchObject({ title: "y", description: "d", tags: ["a"], due: null });
  const { position, createdAt } = task;
  expect(await person.put(task.id, { title: "z" })).toMatchObject({
    title: "z",
    description: "",
    tags: [],
    priority: 4,
    status: "open",
    position,
    createdAt,
    version: 3,
  });
});

test("complete, reopen, delete and restore do what they say and refuse what makes no sense", async () => {
  const { id } = await person.create({ title: "x" });
  const refused = async (method: string, part: string) =>
    problemOf(await person.call(method, `/tasks/${id}${part}`));
  const done = await person.post(id, "/complete");
  expect([done.status, done.completedAt]).toEqual(["done", done.updatedAt]);
  expect(await refused("POST", "/complete")).toMatchObject({ status: 409, currentVersion: 2 });
  expect(await person.post(id, "/reopen")).toMatchObject({ status: "open", completedAt: null });
  expect((await refused("POST", "/reopen")).status).toBe(409);
  const deleted = await person.remove(id);
  expect(deleted.deletedAt).toBe(deleted.updatedAt);
  expect((await person.remove(id)).version).toBe(deleted.version);
  expect((await refused("POST", "/complete")).status).toBe(409);
  expect((await person.list()).map((task) => task.id)).not.toContain(id);
  expect((await person.list({ deleted: "true" })).map((task) => task.id)).toContain(id);
  expect((await person.read(id)).deletedAt).toBe(deleted.deletedAt);
  expect(await person.post(id, "/restore")).toMatchObject({ deletedAt: null, status: "open" });
  expect((await person.list()).map((task) => task.id)).toContain(id);
});

test("a client that names the id of its new task gets it, and taking one twice is a conflict", async () => {
  const id = newId();
  expect((await person.create({ id, title: "mine" })).id).toBe(id);
  const again = await person.call("POST", "/tasks", { body: { id, title: "again" } });
  expect([again.status, (await problemOf(again)).code]).toEqual([409, "conflict"]);
});

test("the page's cookie opens the same list, and changes only from the page's own origin", async () => {
  const own = await signUp(url);
  const body = { title: "from the page" };
  const from = (origin?: string) =>
    own.callByCookie("POST", "/tasks", { body, headers: origin ? { origin } : {} });
  expect((await from("https://evil.example")).status).toBe(401);
  expect((await from()).status).toBe(401);
  expect((await from(url)).status).toBe(201);
  const list = await own.callByCookie("GET", "/tasks");
  expect(await list.json()).toMatchObject({ tasks: [body], next: null });
});

test("the signed form of the token is as good as the token, and signing out ends both", async () => {
  const own = await signUp(url);
  const as = (token: string) => ({ headers: { authorization: `Bearer ${token}` } });
  expect((await send(url, "GET", "/tasks", as(own.signed))).status).toBe(200);
  expect((await own.call("POST", "/api/auth/sign-out")).status).toBe(200);
  for (const token of [own.signed, own.token]) {
    expect((await send(url, "GET", "/tasks", as(token))).status).toBe(401);
  }
});

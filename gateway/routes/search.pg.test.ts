// GET /search on a real read model: done and deleted tasks, slips, strangers, bad input.
import { afterAll, beforeAll, expect, test } from "vitest";
import { Problem } from "../../domain/problem.ts";
import { Task } from "../../domain/task.ts";
import { createTestApp, type TestApp } from "../../tests/gateway-app.ts";
import { manyTasks, storeTasks } from "../../tests/many-tasks.ts";
import { startPostgres, type TestPostgres } from "../../tests/postgres.ts";

let postgres: TestPostgres;
let gateway: TestApp;
let token: string;
beforeAll(async () => {
  postgres = await startPostgres();
  const db = await postgres.openDatabase();
  gateway = await createTestApp(db);
  const ada = await gateway.signUp();
  token = ada.token;
  await storeTasks(db, manyTasks(ada.userId, { open: 1_000, done: 1_000, doneDaysAgo: [0, 500] }));
  const make = async (body: object) => {
    const answer = await gateway.call("POST", "/tasks", { token, body });
    return Task.parse(await answer.json());
  };
  await make({ title: "Zahnarzt anrufen", description: "wegen Größe 42" });
  await make({ title: "Zigzag seam" });
  await make({ title: "Zebra crossing", tags: ["street"], project: "Town Hall" });
  const done = await make({ title: "zip the tent" });
  await gateway.call("POST", `/tasks/${done.id}/complete`, { token, body: {} });
  const gone = await make({ title: "zinc cream" });
  await gateway.call("DELETE", `/tasks/${gone.id}`, { token });
}, 60_000);
afterAll(() => postgres.stop());

const search = async (text: string, more = "", as = token) => {
  const path = `/search?text=${encodeURIComponent(text)}${more}`;
  const answer = await gateway.call("GET", path, { token: as });
  expect(answer.status).toBe(200);
  const { hits } = (await answer.json()) as { hits: { task: Task; isClose: boolean }[] };
  return hits.map(({ task, isClose }) => `${task.title}${isClose ? " ~" : ""}`);
};

test.each([
  ["zi", ["Zigzag seam", "zip the tent", "zinc cream"]],
  ["zahn", ["Zahnarzt anrufen"]],
  ["anruf zahnarzt", ["Zahnarzt anrufen"]],
  ["grosse", []],
  ["größe", ["Zahnarzt anrufen"]],
  ["town", ["Zebra crossing"]],
  ["street", ["Zebra crossing"]],
  ["zip", ["zip the tent"]],
  ["zinc", ["zinc cream"]],
  ["zahnatzt", ["Zahnarzt anrufen ~"]],
  ["zerba", ["Zebra crossing ~"]],
  ["ezbra", []],
  ["zebar crosing", ["Zebra crossing ~"]],
  ["!?", []],
])("%s", async (text, titles) => {
  const found = await search(text);
  expect(found.toSorted()).toEqual(titles.toSorted());
});

test("open tasks come first, then done ones, then the trash, and no more than asked for", async () => {
  expect(await search("zi")).toEqual(["Zigzag seam", "zip the tent", "zinc cream"]);
  expect(await search("zi", "&limit=2")).toEqual(["Zigzag seam", "zip the tent"]);
});

test("a better hit comes first however few are asked for", async () => {
  const { token: as } = await gateway.signUp("Fay");
  for (const body of [{ title: "x", description: "yoghurt" }, { title: "yoghurtmaker" }])
    await gateway.call("POST", "/tasks", { token: as, body });
  expect(await search("yoghurt", "", as)).toEqual(["yoghurtmaker", "x"]);
  expect(await search("yoghurt", "&limit=1", as)).toEqual(["yoghurtmaker"]);
});

test("a stranger finds nothing", async () => {
  const { token: eve } = await gateway.signUp("Eve");
  expect(await search("zahnarzt", "", eve)).toEqual([]);
  expect((await gateway.call("GET", "/search?text=a")).status).toBe(401);
});

test.each([
  ["", "text"],
  ["?text=", "text"],
  [`?text=${"x".repeat(201)}`, "text"],
  ["?text=a&limit=51", "limit"],
  ["?text=a&limit=0", "limit"],
  ["?text=a&q=b", "q"],
])("/search%s is refused and names the field", async (query, field) => {
  const answer = await gateway.call("GET", `/search${query}`, { token });
  expect(answer.status).toBe(422);
  expect(Problem.parse(await answer.json()).fields?.[0]?.path).toBe(field);
});

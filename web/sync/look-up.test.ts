// Tasks that are spoken of and not here are asked for once.
import { expect, test } from "vitest";
import type { ServerFrame } from "../../domain/frame.ts";
import type { Task } from "../../domain/task.ts";
import type { Answer } from "../api/request.ts";
import { unreachable } from "../api/problem.ts";
import { sampleTask } from "../store/samples.ts";
import { createStore } from "../store/store.ts";
import { createLookUp } from "./look-up.ts";

const snapshot = (tasks: Task[]): ServerFrame => ({
  type: "snapshot",
  tasks,
  first: true,
  more: false,
});
const notFound = { ...unreachable, code: "not_found" as const, status: 404 };

const setUp = (there: Task[], down = { is: false }) => {
  const store = createStore("laptop");
  const asked: string[] = [];
  const readTask = async (id: string): Promise<Answer<Task>> => {
    asked.push(id);
    if (down.is) return { ok: false, problem: unreachable };
    const value = there.find((task) => task.id === id);
    return value ? { ok: true, value } : { ok: false, problem: notFound };
  };
  const begin = (tasks: Task[] = []) =>
    store.dispatch({ type: "frames", frames: [snapshot(tasks)] });
  const lookUp = createLookUp(store, { readTask });
  const answered = async (ids: string[]): Promise<void> => {
    lookUp(ids);
    await new Promise(setImmediate);
  };
  return { store, asked, begin, lookUp: answered };
};

const old = sampleTask({ id: "old", status: "done" });

test("what is not here is fetched once, what is here or gone never", async () => {
  const { store, asked, begin, lookUp } = setUp([old]);
  begin([sampleTask({ id: "here" })]);
  await lookUp(["here", "old", "nowhere"]);
  await lookUp(["here", "old", "nowhere"]);
  expect(asked).toEqual(["old", "nowhere"]);
  expect(store.read().tasks.get("old")).toBe(old);
  expect([...store.read().absent]).toEqual(["nowhere"]);
});

test("nothing is asked before the list is there", async () => {
  const { asked, begin, lookUp } = setUp([old]);
  await lookUp(["old"]);
  expect(asked).toEqual([]);
  begin();
  await lookUp(["old"]);
  expect(asked).toEqual(["old"]);
});

test("after another snapshot, which does not have it, it is fetched again", async () => {
  const { store, asked, begin, lookUp } = setUp([old]);
  begin();
  await lookUp(["old"]);
  begin();
  expect(store.read().tasks.has("old")).toBe(false);
  await lookUp(["old"]);
  expect(asked).toEqual(["old", "old"]);
  expect(store.read().tasks.has("old")).toBe(true);
});

test("where there was no answer it is not taken for gone, and asked for again", async () => {
  const down = { is: true };
  const { store, asked, begin, lookUp } = setUp([old], down);
  begin();
  await lookUp(["old"]);
  expect(store.read().absent.size).toBe(0);
  down.is = false;
  await lookUp(["old"]);
  expect(asked).toEqual(["old", "old"]);
  expect(store.read().tasks.has("old")).toBe(true);
});

test("a conversation about hundreds of tasks asks for a few", async () => {
  const { asked, begin, lookUp } = setUp([]);
  begin();
  for (let turn = 0; turn < 30; turn += 1)
    await lookUp(Array.from({ length: 50 }, (_, n) => `task ${turn} ${n}`));
  expect(asked).toHaveLength(60);
});

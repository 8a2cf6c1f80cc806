// Who does not own a task learns nothing of it, by any door: the answers are those for what does not exist.
import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "../../domain/ids.ts";
import type { Task } from "../../domain/task.ts";
import { type Person, problemOf, send, signUp } from "../client.ts";
import { until } from "../dapr.ts";
import { type Device, liveDevice } from "../device.ts";
import { sharedStack } from "../stack.ts";

const { url } = sharedStack();
let owner: Person;
let stranger: Person;
let strangersDevice: Device;
let task: Task;

beforeAll(async () => {
  [owner, stranger] = await Promise.all([signUp(url), signUp(url, "Eve")]);
  strangersDevice = await liveDevice(stranger);
  task = await owner.create({ title: "Plan the surprise party", project: "secret" });
});
afterAll(() => strangersDevice.leave());

/** What a person can see of an answer: status, words and headers, without what differs by its nature. */
const visible = async (answer: Response, id: string) => {
  const { correlationId: _, ...problem } = await problemOf(answer);
  const names = [...answer.headers.keys()].toSorted();
  return JSON.stringify({ problem, names }).replaceAll(id, "<id>");
};

const doors: [method: string, part: string, body?: object][] = [
  ["GET", ""],
  ["PUT", "", { title: "mine now" }],
  ["PATCH", "", { title: "mine now" }],
  ["PATCH", "", { title: "mine now", expectedVersion: 7 }],
  ["DELETE", ""],
  ["POST", "/complete"],
  ["POST", "/reopen"],
  ["POST", "/restore"],
  ["POST", "/skip"],
  ["GET", "/occurrences"],
];

test.each(doors)(
  "%s /tasks/{id}%s answers a stranger with the 404 of an unknown id",
  async (method, part, body) => {
    const at = (id: string, prefix: string) =>
      stranger.call(method, `${prefix}/tasks/${id}${part}`, body ? { body } : {});
    for (const prefix of ["", "/api/v1"]) {
      const unknown = newId();
      const theirs = await at(task.id, prefix);
      expect(theirs.status).toBe(404);
      expect(await visible(theirs, task.id)).toBe(
        await visible(await at(unknown, prefix), unknown),
      );
    }
    expect(await owner.read(task.id)).toEqual(task);
  },
);

test("a stranger's conditional read is 404, not 304", async () => {
  const headers = { "if-none-match": '"1"' };
  expect((await stranger.call("GET", `/tasks/${task.id}`, { headers })).status).toBe(404);
});

test("a stranger who takes the id for a new task gets 404 and changes nothing", async () => {
  const body = { id: task.id, title: "mine now" };
  const answer = await stranger.call("POST", "/tasks", { body });
  expect([answer.status, (await problemOf(answer)).code]).toEqual([404, "not_found"]);
  expect(await stranger.list()).toEqual([]);
  expect(await owner.read(task.id)).toEqual(task);
});

test("lists, filters and the trash of a stranger are empty", async () => {
  for (const query of [{}, { text: "surprise" }, { project: "secret" }, { deleted: "true" }]) {
    expect(await stranger.list(query as Record<string, string>)).toEqual([]);
  }
});

test("the history of a task is empty for a stranger, as for an unknown id", async () => {
  await until("the owner's history", async () => (await owner.events()).events.length > 0);
  expect(await stranger.events({ task: task.id })).toEqual({ events: [], next: null });
  expect(await stranger.events({ task: newId() })).toEqual({ events: [], next: null });
  expect(await stranger.events()).toEqual({ events: [], next: null });
});

test("the chat of a stranger does not find the task by its title, as one that does not exist", async () => {
  for (const order of ["complete", "delete", "reopen", "show"]) {
    const theirs = await stranger.say(`${order} Plan the surprise party`);
    const none = await stranger.say(`${order} Plan the nonsense party`);
    const wording = (text: string) => text.replaceAll(/surprise|nonsense/g, "…");
    expect(theirs).toMatchObject({ changes: [], tasks: [] });
    expect(wording(theirs.text)).toBe(wording(none.text));
  }
  expect(await owner.read(task.id)).toEqual(task);
});

test("a stranger's socket never gets the task, neither live nor in a snapshot", async () => {
  await owner.patch(task.id, { priority: 1 });
  task = await owner.read(task.id);
  const own = await stranger.create({ title: "the stranger's own" });
  await strangersDevice.update(own.id);
  const second = await liveDevice(stranger);
  expect([...second.shown.keys()]).toEqual([own.id]);
  await second.leave();
  expect(JSON.stringify(strangersDevice.frames)).not.toContain(task.id);
});

test("nobody gets anything without a token", async () => {
  for (const path of ["/tasks", `/tasks/${task.id}`, "/events", "/settings"]) {
    const answer = await send(url, "GET", path);
    expect([path, answer.status]).toEqual([path, 401]);
    expect(answer.headers.get("www-authenticate")).toBe("Bearer");
    expect((await problemOf(answer)).code).toBe("unauthenticated");
  }
});

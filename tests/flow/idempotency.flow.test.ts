// Repeating a request is harmless: one event, one answer, however often and however parallel it comes.
import { expect, test } from "vitest";
import { newId } from "../../domain/ids.ts";
import { Task } from "../../domain/task.ts";
import { type More, type Person, problemOf, signUp } from "../client.ts";
import { until } from "../dapr.ts";
import { eventsOf } from "../log.ts";
import { sharedStack } from "../stack.ts";

const { url, env } = sharedStack();

const fiveTimes = async (person: Person, method: string, path: string, more: More) => {
  const headers = { "idempotency-key": newId(), ...more.headers };
  const answers = await Promise.all(
    Array.from({ length: 5 }, () => person.call(method, path, { ...more, headers })),
  );
  return Promise.all(
    answers.map(async (answer) => ({
      status: answer.status,
      etag: answer.headers.get("etag"),
      command: answer.headers.get("x-command-id"),
      body: (await answer.json()) as unknown,
    })),
  );
};

/** The types of all events in the log of a person, once its history is as long as the log. */
const eventTypes = async (person: Person, atLeast: number): Promise<string[]> => {
  await until("the history", async () => (await person.events()).events.length >= atLeast);
  const events = await eventsOf(env.KAFKA_BROKERS, person.userId);
  return events.map(({ type }) => type.split(".")[2] ?? "");
};

test("the same create sent five times at once is one task, one event and five equal answers", async () => {
  const person = await signUp(url);
  const answers = await fiveTimes(person, "POST", "/tasks", { body: { title: "once" } });
  expect(answers).toEqual(Array(5).fill(answers[0]));
  expect(answers[0]?.status).toBe(201);
  expect(await person.list()).toEqual([Task.parse(answers[0]?.body)]);
  expect(await eventTypes(person, 1)).toEqual(["created"]);
});

test("so are a patch, a completion and a deletion sent five times at once", async () => {
  const person = await signUp(url);
  const { id } = await person.create({ title: "once" });
  for (const [method, path, body] of [
    ["PATCH", `/tasks/${id}`, { priority: 2 }],
    ["POST", `/tasks/${id}/complete`, undefined],
    ["DELETE", `/tasks/${id}`, undefined],
  ] as const) {
    const answers = await fiveTimes(person, method, path, body ? { body } : {});
    expect(answers).toEqual(Array(5).fill(answers[0]));
    expect(answers[0]?.status).toBe(200);
  }
  expect(await eventTypes(person, 4)).toEqual(["created", "changed", "completed", "deleted"]);
});

test("a chat message sent five times at once makes its change once", async () => {
  const person = await signUp(url);
  const body = { message: "add buy milk tomorrow" };
  const answers = await fiveTimes(person, "POST", "/chat", { body });
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
  expect(answers.map(({ body: reply }) => reply)).toEqual(Array(5).fill(answers[0]?.body));
  expect((await person.list()).map(({ title }) => title)).toEqual(["buy milk"]);
  expect(await eventTypes(person, 1)).toEqual(["created"]);
});

test("a refusal is remembered like any other answer", async () => {
  const person = await signUp(url);
  const { id } = await person.create({ title: "x" });
  await person.post(id, "/complete");
  const headers = { "idempotency-key": newId() };
  const first = await person.call("POST", `/tasks/${id}/complete`, { headers });
  expect(first.status).toBe(409);
  await person.post(id, "/reopen");
  const again = await person.call("POST", `/tasks/${id}/complete`, { headers });
  expect([again.status, (await problemOf(again)).code]).toEqual([409, "conflict"]);
  expect((await person.read(id)).status).toBe("open");
});

test("the same key with another body, path or method is refused with 422 and changes nothing", async () => {
  const person = await signUp(url);
  const headers = { "idempotency-key": "my key 1".replaceAll(" ", "-") };
  const { id } = await person.create({ title: "first" }, headers);
  for (const [method, path, body] of [
    ["POST", "/tasks", { title: "second" }],
    ["PATCH", `/tasks/${id}`, { title: "first" }],
    ["POST", `/tasks/${id}/complete`, {}],
  ] as const) {
    const answer = await person.call(method, path, { body, headers });
    expect(answer.status).toBe(422);
    expect((await problemOf(answer)).code).toBe("idempotency_mismatch");
  }
  expect(await person.list()).toMatchObject([{ id, title: "first", status: "open", version: 1 }]);
});

test("two people may use the same key", async () => {
  const [ada, bob] = await Promise.all([signUp(url), signUp(url, "Bob")]);
  const headers = { "idempotency-key": newId() };
  const [first, second] = await Promise.all([
    ada.create({ title: "Ada's" }, headers),
    bob.create({ title: "Bob's" }, headers),
  ]);
  expect(first.id).not.toBe(second.id);
  expect((await bob.list()).map(({ title }) => title)).toEqual(["Bob's"]);
});

test.each(["", "a b", "x".repeat(256), "ä"])(
  "a key that is not 1 to 255 visible characters (%j) is refused by its name",
  async (key) => {
    const person = await signUp(url);
    const answer = await person.call("POST", "/tasks", {
      body: { title: "x" },
      headers: { "idempotency-key": Buffer.from(key).toString("latin1") },
    });
    expect(answer.status).toBe(422);
    const { code, fields } = await problemOf(answer);
    expect([code, fields?.[0]?.path.toLowerCase()]).toEqual(["invalid", "idempotency-key"]);
    expect(await person.list()).toEqual([]);
  },
);

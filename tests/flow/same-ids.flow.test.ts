// Ids and keys that callers choose: two people, or two tasks, with the same one stay two. Nobody loses a telling, a line of
// the log or a row of a list to the other.
import { afterEach, beforeEach, expect, test } from "vitest";
import { newId } from "../../domain/ids.ts";
import { OccurrencesDoc } from "../../gateway/api/recurrence.ts";
import { ReminderDoc, ReminderPage } from "../../gateway/api/reminders.ts";
import { type Person, signUp } from "../client.ts";
import { until } from "../dapr.ts";
import { startReceiver, type Receiver } from "../http-receiver.ts";
import { sharedStack } from "../stack.ts";

const { url } = sharedStack();

let ada: Person;
let eve: Person;
let receiver: Receiver;
beforeEach(async () => {
  receiver = await startReceiver();
  [ada, eve] = await Promise.all([aPerson("Ada"), aPerson("Eve")]);
});
afterEach(() => receiver.close());

/** Somebody who is told by webhook, each under their own path. */
const aPerson = async (name: string): Promise<Person> => {
  const person = await signUp(url, name);
  const body = { webhookUrl: `${receiver.url}/${name}`, channels: ["webhook"] };
  expect((await person.call("PATCH", "/settings", { body })).status).toBe(200);
  return person;
};

const inMs = (ms: number): string => new Date(Date.now() + ms).toISOString();
const at = (id: string, instant: string) => ({
  id,
  trigger: { kind: "instant" as const, at: instant },
  channels: null,
});
const read = async (person: Person, id: string) =>
  ReminderDoc.parse(await (await person.call("GET", `/reminders/${id}`)).json());
const remindersOf = async (person: Person, taskId: string) => {
  const answer = await person.call("GET", "/reminders", { query: { taskId } });
  return ReminderPage.parse(await answer.json()).reminders;
};
const occurrencesOf = async (person: Person, taskId: string) => {
  const answer = await person.call("GET", `/tasks/${taskId}/occurrences`);
  return OccurrencesDoc.parse(await answer.json()).past;
};
const typesOf = async (person: Person, task: string) =>
  (await person.events({ task })).events.map(({ type }) => type);

/** Waits until the log of each has its reminder told and delivered. */
const told = (...all: [Person, string][]) =>
  until("each was told and delivered", async () => {
    const logs = await Promise.all(all.map(([person, task]) => typesOf(person, task)));
    return logs.every((types) => types.includes("punctual.reminder.delivered.v1"));
  });
const webhooks = () =>
  receiver.received.map(({ path, headers, body }) => ({
    path,
    id: headers["webhook-id"],
    taskId: (JSON.parse(body.toString()) as { data: { taskId: string } }).data.taskId,
  }));

test("a reminder with the id of another person's shows and changes nothing of theirs", async () => {
  const id = newId();
  const mine = await ada.create({ title: "Ada's", reminders: [at(id, inMs(3_600_000))] });
  const before = await read(ada, id);
  const theirs = await eve.create({ title: "Eve's", reminders: [at(id, inMs(7_200_000))] });
  await eve.patch(theirs.id, { reminders: [at(id, inMs(9_000_000))] });
  const typed = (person: Person, task: string) => typesOf(person, task);
  await until("both are in the log", async () =>
    [await typed(ada, mine.id), await typed(eve, theirs.id)].every((types) =>
      types.includes("punctual.reminder.scheduled.v1"),
    ),
  );
  expect(await read(ada, id)).toEqual(before);
  expect(await remindersOf(ada, mine.id)).toEqual([before]);
  expect(await read(eve, id)).toMatchObject({ id, taskId: theirs.id, title: "Eve's" });
  expect((await eve.call("DELETE", `/reminders/${id}`)).status).toBe(204);
  expect(await read(ada, id)).toEqual(before);
});

test("two people's reminders of one id are each told: webhook, log and list", async () => {
  const id = newId();
  const reminders = [at(id, inMs(3_000))];
  const mine = await ada.create({ title: "Ada's", reminders });
  const theirs = await eve.create({ title: "Eve's", reminders });
  await told([ada, mine.id], [eve, theirs.id]);
  for (const [person, { id: task }] of [
    [ada, mine],
    [eve, theirs],
  ] as const) {
    expect((await typesOf(person, task)).filter((type) => type.endsWith("fired.v1"))).toHaveLength(
      1,
    );
    expect(await remindersOf(person, task)).toMatchObject([
      { id, taskId: task, deliveries: [{ channel: "in_app" }, { state: "accepted" }] },
    ]);
  }
  const sent = webhooks();
  expect(sent.map(({ path, taskId }) => `${path} ${taskId}`).toSorted()).toEqual([
    `/Ada ${mine.id}`,
    `/Eve ${theirs.id}`,
  ]);
  expect(new Set(sent.map((one) => one.id)).size).toBe(2);
});

test("a task copied with its reminders as they are read is told as well", async () => {
  const first = await ada.create({ title: "bread", reminders: [at(newId(), inMs(4_000))] });
  const { title, reminders } = await ada.read(first.id);
  const copy = await ada.create({ title: `${title} again`, reminders });
  await told([ada, first.id], [ada, copy.id]);
  expect(
    webhooks()
      .map(({ taskId }) => taskId)
      .toSorted(),
  ).toEqual([first.id, copy.id].toSorted());
  for (const task of [first, copy]) {
    const [reminder] = task.reminders;
    if (!reminder) throw new Error("the reminder is not there");
    expect(await read(ada, reminder.id)).toMatchObject({ taskId: task.id, state: "fired" });
    const seen = await ada.call("POST", `/reminders/${reminder.id}/acknowledge`);
    expect(await seen.json()).toMatchObject({ taskId: task.id, state: "acknowledged" });
  }
});

test("two people's series begun with one key stay two: what one does the other did not skip", async () => {
  const headers = { "Idempotency-Key": newId() };
  const body = {
    title: "water the plants",
    due: { kind: "day" as const, at: "2030-03-02" },
    recurrence: { rrule: "FREQ=DAILY", anchor: "schedule" as const, overflow: "clamp" as const },
  };
  const mine = await ada.create(body, headers);
  const theirs = await eve.create(body, headers);
  const over = (person: Person, task: string) =>
    until("the occurrences are over", async () => (await occurrencesOf(person, task)).length > 0);
  await ada.post(mine.id, "/complete");
  await over(ada, mine.id);
  await eve.patch(theirs.id, { priority: 1 });
  expect((await eve.call("POST", `/tasks/${theirs.id}/skip`)).status).toBe(200);
  await over(eve, theirs.id);
  const outcome = async (person: Person, task: string) =>
    (await occurrencesOf(person, task)).find(({ slot }) => slot === "2030-03-02")?.outcome;
  expect([await outcome(ada, mine.id), await outcome(eve, theirs.id)]).toEqual(["done", "skipped"]);
});

// A conversation on the whole stack: what is said becomes changes that every device and the history see.
import { expect, test } from "vitest";
import { newId } from "../../domain/ids.ts";
import { type Person, problemOf, signUp } from "../client.ts";
import { until } from "../dapr.ts";
import { liveDevice } from "../device.ts";
import { sharedStack } from "../stack.ts";

const { url } = sharedStack();
const zone = "Europe/Berlin";

/** Days from today in the person's zone, as `YYYY-MM-DD`. */
const dayIn = (days: number): string => {
  const [year = 0, month = 1, day = 1] = new Intl.DateTimeFormat("en-CA", { timeZone: zone })
    .format(new Date())
    .split("-")
    .map(Number);
  return new Date(Date.UTC(year, month - 1, day + days)).toISOString().slice(0, 10);
};

const titles = async (person: Person, status: string) =>
  (await person.list({ status })).map(({ title }) => title).toSorted();

test("the story: created by a sentence, shown on another device, completed by a sentence, both in the history", async () => {
  const person = await signUp(url);
  const device = await liveDevice(person);
  const created = await person.say("Create a task to buy groceries tomorrow 5pm #home p1");
  const [task] = created.tasks;
  if (!task) throw new Error(`no task came of it: ${created.text}`);
  expect(task).toMatchObject({
    title: "buy groceries",
    due: { kind: "floating", at: `${dayIn(1)}T17:00` },
    priority: 1,
    status: "open",
  });
  expect([...task.tags, task.project]).toContain("home");
  expect(created.changes).toMatchObject([{ taskId: task.id, what: "created" }]);
  expect(created.text).toContain("buy groceries");
  const shown = await device.update(task.id, 1);
  expect(shown.frame.update).toMatchObject({ task, correlationId: created.correlationId });

  const completed = await person.say("Mark buy groceries as complete");
  expect(completed.changes).toMatchObject([
    { taskId: task.id, what: "completed", changes: { status: { before: "open", after: "done" } } },
  ]);
  await device.update(task.id, 2);
  expect(device.shown.get(task.id)?.status).toBe("done");
  await device.leave();
  const history = await until("both in the history", async () => {
    const { events } = await person.events({ task: task.id });
    return events.length === 4 && events;
  });
  // With a clock time comes a reminder: what becomes of it is part of the task's history.
  const said = history.map(
    ({ type, origin, correlationId }) => `${type} ${origin} ${correlationId}`,
  );
  expect(new Set(said)).toEqual(
    new Set([
      `punctual.reminder.cancelled.v1 chat ${completed.correlationId}`,
      `punctual.reminder.scheduled.v1 chat ${created.correlationId}`,
      `punctual.task.completed.v1 chat ${completed.correlationId}`,
      `punctual.task.created.v1 chat ${created.correlationId}`,
    ]),
  );
});

test("when two tasks fit it asks, changes nothing, and a choice by its label is carried out", async () => {
  const person = await signUp(url);
  for (const title of ["Call the bank", "Call the dentist"]) await person.create({ title });
  const asked = await person.say("complete call");
  expect(asked.changes).toEqual([]);
  expect(asked.choices).toHaveLength(2);
  expect(await titles(person, "done")).toEqual([]);
  const label = asked.choices.find((choice) => choice.includes("dentist")) ?? "";
  const chosen = await person.say(label);
  expect(chosen.changes).toMatchObject([{ title: "Call the dentist", what: "completed" }]);
  expect(await titles(person, "done")).toEqual(["Call the dentist"]);
  expect(await titles(person, "open")).toEqual(["Call the bank"]);
});

test("the answer to a question may be a number: the second one", async () => {
  const person = await signUp(url);
  for (const title of ["Call the bank", "Call the dentist"]) await person.create({ title });
  expect((await person.say("show my tasks")).tasks).toHaveLength(2);
  const asked = await person.say("complete call");
  expect(asked.changes).toEqual([]);
  const chosen = await person.say("the second one");
  expect(chosen.changes).toMatchObject([{ what: "completed" }]);
  expect(asked.choices[1]).toContain(chosen.changes[0]?.title ?? "nothing was changed");
});

test("an open question does not hold a person who says something else", async () => {
  const person = await signUp(url);
  for (const title of ["Call the bank", "Call the dentist"]) await person.create({ title });
  await person.say("delete call");
  const added = await person.say("add buy milk tomorrow");
  expect(added.changes).toMatchObject([{ title: "buy milk", what: "created" }]);
  expect(await titles(person, "open")).toEqual(["Call the bank", "Call the dentist", "buy milk"]);
});

test("rename, reschedule, delete, restore and reopen by words", async () => {
  const person = await signUp(url);
  await person.say("add file taxes");
  await person.say("rename file taxes to file the taxes");
  await person.say("move file the taxes to tomorrow");
  const [task] = await person.list();
  expect(task).toMatchObject({
    title: "file the taxes",
    due: { kind: "day", at: dayIn(1) },
    version: 3,
  });
  const id = task?.id ?? "";
  await person.say("delete file the taxes");
  expect(await person.list()).toEqual([]);
  await person.say("restore file the taxes");
  await person.say("done with file the taxes");
  expect((await person.read(id)).status).toBe("done");
  await person.say("reopen file the taxes");
  expect(await person.read(id)).toMatchObject({ status: "open", version: 7 });
});

test("a question is answered with a list and changes nothing", async () => {
  const person = await signUp(url);
  const due = { kind: "day" as const, at: dayIn(0) };
  const today = await person.create({ title: "Water the plants", due });
  await person.create({ title: "Later" });
  const answer = await person.say("what's due today?");
  expect(answer.tasks).toEqual([today]);
  expect(answer.changes).toEqual([]);
  expect((await person.say("show my tasks")).tasks).toHaveLength(2);
});

test("what it does not understand it says, with examples, and never guesses a write", async () => {
  const person = await signUp(url);
  await person.create({ title: "the only one" });
  for (const words of ["colourless green ideas", "🤷", "'; drop table tasks; --", "null", "{}"]) {
    const answer = await person.say(words);
    expect([words, answer.changes]).toEqual([words, []]);
    expect(answer.text).toMatch(
      /[Tt]ry “buy milk tomorrow 5pm #home p1” or “mark buy milk as done”\.$/u,
    );
  }
  expect(await person.list()).toMatchObject([{ title: "the only one", version: 1 }]);
});

test("deleting more than one asks first", async () => {
  const person = await signUp(url);
  for (const title of ["one", "two", "three"]) await person.create({ title });
  const asked = await person.say("delete all tasks");
  expect(asked.changes).toEqual([]);
  expect(asked.choices).toEqual(["Yes, delete 3 tasks", "No, leave them"]);
  expect(await person.list()).toHaveLength(3);
  const done = await person.say(asked.choices[0] ?? "");
  expect(done.changes).toHaveLength(3);
  expect(new Set(done.changes.map(({ what }) => what))).toEqual(new Set(["deleted"]));
  expect(await person.list()).toEqual([]);
});

test("titles in any script are created, found and completed by words", async () => {
  const person = await signUp(url);
  for (const title of ["東京 に行く", "Überweisung für Zoë", "לקנות חלב", "🎂 Torte"]) {
    await person.say(`add ${title}`);
    const done = await person.say(`complete ${title}`);
    expect(done.changes).toMatchObject([{ title, what: "completed" }]);
  }
});

test("a message repeated with its key is answered the same and done once; another message under it is 422", async () => {
  const person = await signUp(url);
  const headers = { "idempotency-key": newId() };
  const first = await person.say("add buy milk", headers);
  const second = await person.say("add buy milk", headers);
  expect(second.changes).toEqual(first.changes);
  expect(await titles(person, "open")).toEqual(["buy milk"]);
  const body = { message: "add buy bread" };
  const other = await person.call("POST", "/chat", { body, headers });
  expect([other.status, (await problemOf(other)).code]).toEqual([422, "idempotency_mismatch"]);
});

// The conversation and undo through the whole stack: kept over restarts, live on every device, in the log under one correlation id.
import { expect, test } from "vitest";
import * as z from "zod";
import { TurnPage } from "../../domain/conversation.ts";
import { newId } from "../../domain/ids.ts";
import { ChatReply } from "../../domain/reply.ts";
import { type Person, problemOf, signUp } from "../client.ts";
import { until } from "../dapr.ts";
import { type Device, liveDevice } from "../device.ts";
import { sharedStack } from "../stack.ts";

const stack = sharedStack();
const { url } = stack;

const conversation = async (person: Person, query = {}): Promise<TurnPage> => {
  const answer = await person.call("GET", "/conversation", { query });
  expect(answer.status).toBe(200);
  return TurnPage.parse(await answer.json());
};
const said = ({ turns }: TurnPage) => turns.map(({ message }) => message);

const history = (person: Person, verb: "undo" | "redo", body: object, headers = {}) =>
  person.call("POST", `/history/${verb}`, { body, headers });
const undo = async (person: Person, body: object): Promise<ChatReply> => {
  const answer = await history(person, "undo", body);
  if (answer.status !== 200) throw new Error(await answer.text());
  return ChatReply.parse(await answer.json());
};

const turnOn = async (device: Device, id: string) =>
  (await device.received(`turn ${id}`, (one) => one.type === "turn" && one.turn.id === id)).frame;

test("a turn is on every device at once, and in the log with its change and its answer", async () => {
  const person = await signUp(url);
  await person.say("help"); // from the first message the person's time zone is known
  const [phone, laptop] = await Promise.all([liveDevice(person), liveDevice(person)]);
  const reply = await person.say("add buy bread tomorrow");
  for (const device of [phone, laptop]) {
    expect(await turnOn(device, reply.turnId)).toMatchObject({
      turn: {
        message: "add buy bread tomorrow",
        text: reply.text,
        correlationId: reply.correlationId,
        changes: [{ title: "buy bread", what: "created" }],
      },
    });
    await device.leave();
  }
  const events = await until("message, change and answer in the log", async () => {
    const found = (await person.events()).events.filter(
      ({ correlationId }) => correlationId === reply.correlationId,
    );
    return found.length === 3 && found;
  });
  expect(new Set(events.map(({ type, origin }) => `${type} ${origin}`))).toEqual(
    new Set([
      "punctual.chat.message.v1 chat",
      "punctual.task.created.v1 chat",
      "punctual.chat.answered.v1 chat",
    ]),
  );
  const change = events.find(({ type }) => type === "punctual.task.created.v1");
  expect(change?.causationId).toBe(reply.turnId);
});

test("a device that was away gets the turns it missed, and one that comes anew the last ones", async () => {
  const person = await signUp(url);
  const device = await liveDevice(person);
  const first = await person.say("add one");
  await turnOn(device, first.turnId);
  const cursor = device.cursor();
  await device.leave();
  const second = await person.say("add two");
  const back = await liveDevice(person, cursor);
  await turnOn(back, second.turnId);
  expect(back.frames.filter(({ frame }) => frame.type === "turn")).toHaveLength(1);
  await back.leave();
  const fresh = await liveDevice(person);
  for (const { turnId } of [first, second]) await turnOn(fresh, turnId);
  await fresh.leave();
});

test("a conversation and its question outlive the actors' process, page by page", async () => {
  const person = await signUp(url);
  for (const title of ["Call the bank", "Call the dentist"]) await person.create({ title });
  const words = Array.from({ length: 44 }, (_, n) => `add task ${n}`);
  for (const message of words) await person.say(message);
  const asked = await person.say("complete call");
  expect(asked.choices).toHaveLength(2);
  await stack.kill("actors", "SIGKILL");
  await stack.waitHealthy();
  const chosen = await person.say(asked.choices[0] ?? "");
  expect(chosen.changes).toMatchObject([{ what: "completed" }]);
  const all: string[] = [];
  let before: string | null = null;
  do {
    const page: TurnPage = await conversation(person, {
      limit: 15,
      ...(before === null ? {} : { before }),
    });
    all.unshift(...said(page));
    ({ before } = page);
  } while (before !== null);
  expect(all).toEqual([...words, "complete call", asked.choices[0]]);
});

test("every kind of change is taken back by words, and each undo is a turn on the other devices", async () => {
  const person = await signUp(url);
  const laptop = await liveDevice(person);
  const due = { kind: "day" as const, at: "2031-05-01" };
  const task = await person.create({ title: "pay rent", due });
  for (const message of [
    "rename pay rent to pay the rent",
    "make pay rent p1",
    "tag pay rent with home",
    "complete pay rent",
    "delete pay rent",
    "make pay rent repeat every month",
  ]) {
    const did = await person.say(message);
    expect([message, did.undoable]).toEqual([message, true]);
    const undone = await person.say("undo");
    expect([message, undone.undoes]).toEqual([message, did.correlationId]);
    const now = await person.read(task.id);
    expect([message, { ...now, version: 1, updatedAt: task.updatedAt }]).toEqual([message, task]);
    expect(await turnOn(laptop, undone.turnId)).toMatchObject({
      turn: { undoes: did.correlationId },
    });
  }
  await laptop.leave();
});

test("a change over REST is taken back by the correlation id of its answer; a field changed since is asked about", async () => {
  const person = await signUp(url);
  const task = await person.create({ title: "milk" });
  const answer = await person.call("PATCH", `/tasks/${task.id}`, {
    body: { title: "oat milk", priority: 1 },
  });
  const correlationId = answer.headers.get("x-correlation-id") ?? "";
  await person.patch(task.id, { title: "soy milk" });
  const asked = await undo(person, { correlationId });
  expect(asked.choices).toEqual([
    "Go back to “milk” anyway",
    "Keep “soy milk”, take back the rest",
    "Leave everything",
  ]);
  expect(await person.read(task.id)).toMatchObject({ title: "soy milk", priority: 1 });
  const chosen = await person.say(asked.choices[1] ?? "");
  expect(chosen.text).toBe("Took that back.\n“soy milk”: priority p1 → none.");
  expect(await person.read(task.id)).toMatchObject({ title: "soy milk", priority: 4 });
});

test("a snoozed reminder waits for its first time again", async () => {
  const person = await signUp(url);
  const id = newId();
  const at = new Date(Date.now() + 3_600_000).toISOString();
  const reminders = [{ id, trigger: { kind: "instant" as const, at }, channels: null }];
  await person.create({ title: "call mum", reminders });
  const later = new Date(Date.now() + 7_200_000).toISOString();
  const answer = await person.call("POST", `/reminders/${id}/snooze`, {
    body: { until: later },
  });
  expect(answer.status).toBe(200);
  const correlationId = answer.headers.get("x-correlation-id") ?? "";
  const told = async () => {
    const reminder = await person.call("GET", `/reminders/${id}`);
    return z.object({ scheduledFor: z.string() }).parse(await reminder.json()).scheduledFor;
  };
  expect(await told()).toBe(later);
  await undo(person, { correlationId });
  expect(await told()).toBe(at);
});

test("five undos at once are one, whatever door they come through", async () => {
  const person = await signUp(url);
  const { correlationId, tasks } = await person.say("add buy bread");
  const answers = await Promise.all(
    Array.from({ length: 5 }, () => history(person, "undo", { correlationId })),
  );
  const statuses = answers.map(({ status }) => status).toSorted((a, b) => a - b);
  expect(statuses).toEqual([200, 409, 409, 409, 409]);
  const refused = answers.find(({ status }) => status === 409);
  expect(refused && (await problemOf(refused)).code).toBe("nothing_to_undo");
  expect(await person.read(tasks[0]?.id ?? "")).toMatchObject({ version: 2 });
  const turns = (await conversation(person)).turns;
  expect(turns.filter(({ undoes }) => undoes === correlationId)).toHaveLength(1);
});

test("bad input is named, and another person's request is not there", async () => {
  const [ada, bob] = [await signUp(url), await signUp(url, "Bob")];
  const { correlationId } = await ada.say("add buy bread");
  const foreign = await history(bob, "undo", { correlationId });
  expect([foreign.status, (await problemOf(foreign)).code]).toEqual([404, "not_found"]);
  const wrong = await history(ada, "undo", { correlationId: "x" });
  expect([wrong.status, (await problemOf(wrong)).fields?.[0]?.path]).toEqual([
    422,
    "correlationId",
  ]);
  const page = await ada.call("GET", "/conversation", { query: { limit: 1_000 } });
  expect(page.status).toBe(422);
});

test("a message said again with its key is one turn, and two at once are one, too", async () => {
  const person = await signUp(url);
  const headers = { "idempotency-key": newId() };
  const replies = await Promise.all(
    Array.from({ length: 3 }, () => person.say("add buy bread", headers)),
  );
  const again = await person.say("add buy bread", headers);
  const ids = z.array(z.string()).parse([...replies, again].map(({ turnId }) => turnId));
  expect(new Set(ids).size).toBe(1);
  expect(again.text).toBe(replies[0]?.text);
  expect(said(await conversation(person))).toEqual(["add buy bread"]);
});

// What a move leaves as it is: the day, the time and the zone that are not said. And how long "in 20 minutes" is, said or chosen.
import { beforeEach, describe, expect, test } from "vitest";
import { emptyConversation } from "../../domain/conversation.ts";
import { toInstant } from "../../domain/time.ts";
import type { When } from "../../domain/when.ts";
import { type ChatPerson, chatPerson } from "../../tests/chat-person.ts";
import { exampleTask } from "../../tests/examples.ts";
import { now as wednesday, owner, settings } from "../../tests/chat-world.ts";
import { movedDue } from "./model/tools/say-times.ts";
import { sceneOf } from "./scene.ts";

const newYork = "America/New_York";
const fixed = (at: string, zone = newYork): When => ({ kind: "fixed", at, zone });
const floating = (at: string): When => ({ kind: "floating", at });

let me: ChatPerson;
const having = (due: When | null): void => {
  me = chatPerson([{ ...exampleTask({ title: "Call Ann" }), ownerId: owner, due }]);
};
const dueAfter = async (message: string, more = {}): Promise<When | null | undefined> => {
  await me.say(message, more);
  return me.find("Call Ann")?.due;
};

describe("a fixed due stays in its zone", () => {
  beforeEach(() => having(fixed("2026-11-26T09:00")));

  test.each([
    ["move call ann to friday", fixed("2026-11-27T09:00")],
    ["move call ann to 5pm", fixed("2026-11-26T17:00")],
    ["move call ann to friday 5pm", fixed("2026-11-27T17:00")],
    ["push call ann by 20 minutes", fixed("2026-11-26T09:20")],
    ["postpone call ann by 2 days", fixed("2026-11-28T09:00")],
    ["call ann is due friday", fixed("2026-11-27T09:00")],
    ["call ann -> 11am", fixed("2026-11-26T11:00")],
    ["move call ann to 5pm Tokyo time", fixed("2026-11-26T17:00", "Asia/Tokyo")],
  ])("%s", async (message, due) => {
    expect(await dueAfter(message)).toEqual(due);
  });

  test("a time that is over there on its day is the next one there", async () => {
    having(fixed("2026-11-25T01:00"));
    me.now = new Date("2026-11-25T15:30:00.000Z"); // 10:30 in New York, 16:30 in Berlin
    expect(await dueAfter("move call ann to 10am")).toEqual(fixed("2026-11-26T10:00"));
    having(fixed("2026-11-25T01:00"));
    me.now = new Date("2026-11-25T15:30:00.000Z");
    expect(await dueAfter("move call ann to 11am")).toEqual(fixed("2026-11-25T11:00"));
  });

  test("so long from now is that instant, on its clock", async () => {
    me.now = new Date("2026-11-25T09:00:20.300Z");
    expect(await dueAfter("call ann is due in 20 minutes")).toEqual(fixed("2026-11-25T04:20:21"));
  });

  test("an undo of the move brings the due back with its zone", async () => {
    expect(await dueAfter("move call ann to 5pm")).toEqual(fixed("2026-11-26T17:00"));
    expect(await dueAfter("undo")).toEqual(fixed("2026-11-26T09:00"));
  });
});

describe("a due moved by hours and minutes moves by so much time", () => {
  test.each([
    ["2027-03-28T01:30", "push call ann by 90 minutes", "2027-03-28T04:00"],
    ["2026-12-01T09:00:30", "push call ann by 20 minutes", "2026-12-01T09:20:30"],
    ["2026-12-01T09:00:30", "postpone call ann by 1 day", "2026-12-02T09:00:30"],
    ["2027-03-27T02:30", "postpone call ann by 1 day", "2027-03-28T02:30"],
  ])("%s, %s: %s", async (before, message, after) => {
    having(floating(before));
    expect(await dueAfter(message)).toEqual(floating(after));
  });

  test("in the autumn as well, where the clock shows the hour a second time", async () => {
    having(floating("2027-10-31T01:30"));
    const due = await dueAfter("push call ann by 90 minutes");
    expect(due).toEqual(fixed("2027-10-31T02:00", "Etc/GMT-1"));
    expect(toInstant(due?.at ?? "", "Etc/GMT-1")).toBe("2027-10-31T01:00:00.000Z");
  });

  test("what would be over all the same counts from now, to the second", async () => {
    having(floating("2026-11-25T08:00"));
    me.now = new Date("2026-11-25T09:00:49.000Z");
    expect(await dueAfter("push call ann by 20 minutes")).toEqual(floating("2026-11-25T10:20:49"));
  });
});

test("said in another zone than one lives in, a day alone leaves the clock time where it was", async () => {
  having(floating("2026-11-26T09:00"));
  const timeZone = newYork;
  expect(await dueAfter("move call ann to friday", { timeZone })).toEqual(
    floating("2026-11-27T09:00"),
  );
  expect(await dueAfter("move call ann to 5pm", { timeZone })).toEqual(fixed("2026-11-27T17:00"));
});

describe("an offered time counts from when it is chosen", () => {
  const later = new Date(wednesday.getTime() + 15 * 60_000 + 7_000);

  test("a snooze", async () => {
    having(null);
    await me.say("remind me about call ann in 1 minute");
    await me.say("snooze call ann");
    me.now = later;
    await me.say("10 min");
    expect(me.applied.at(-1)?.command).toMatchObject({
      type: "reminder.snooze",
      until: new Date(later.getTime() + 600_000).toISOString(),
    });
  });

  test("a reminder", async () => {
    having(null);
    await me.say("remind me to water the ferns");
    me.now = later;
    await me.say("1");
    expect(me.find("water the ferns")?.reminders[0]?.trigger).toEqual({
      kind: "instant",
      at: new Date(later.getTime() + 3_600_000).toISOString(),
    });
  });
});

test("“remind me in 3 minutes to …” has its due and its reminder at one instant", async () => {
  having(null);
  me.now = new Date("2026-11-25T09:00:49.300Z");
  await me.say("remind me in 3 minutes to turn the oven off");
  expect(me.find("turn the oven off")).toMatchObject({
    due: floating("2026-11-25T10:03:50"),
    reminders: [{ trigger: { kind: "instant", at: "2026-11-25T09:03:50.000Z" } }],
  });
});

test("“2 days later”, as a model hands it on, counts from the due that is there", () => {
  const task = exampleTask({ due: floating("2026-12-01T09:00") });
  const scene = sceneOf({
    now: wednesday.toISOString(),
    zone: "Europe/Berlin",
    settings,
    tasks: [task],
    conversation: emptyConversation,
  });
  expect(movedDue(task, "2 days later", scene)).toEqual(floating("2026-12-03T09:00"));
  expect(movedDue(task, "half an hour earlier", scene)).toEqual(floating("2026-12-01T08:30"));
});

describe("off one day is not from that day on", () => {
  const on = (at: string): When => ({ kind: "day", at });
  const all: [string, When][] = [
    ["Call Ann", on("2026-11-26")],
    ["Call Bea", on("2026-11-26")],
    ["Call Cid", on("2026-11-27")],
  ];
  beforeEach(() => {
    me = chatPerson(
      all.map(([title, due], n) => ({
        ...exampleTask({ title, id: `00000000-0000-7000-8000-00000000000${n}` }),
        ownerId: owner,
        due,
      })),
    );
  });
  const dues = () => all.map(([title]) => me.find(title)?.due?.at);

  test.each([
    "move everything from tomorrow to wednesday",
    "move all my tasks from tomorrow to wednesday",
    "reschedule everything from tomorrow to wednesday",
  ])("%s", async (message) => {
    await me.say(message);
    expect(dues()).toEqual(["2026-12-02", "2026-12-02", "2026-11-27"]);
  });

  test("from tomorrow on is all that comes after", async () => {
    await me.say("move everything from tomorrow on to wednesday");
    expect(dues()).toEqual(["2026-12-02", "2026-12-02", "2026-12-02"]);
  });
});

test.each([
  ["rename read chapter 4 to read chapters 4 and 5", "read chapter 4", "read chapters 4 and 5"],
  ["change buy milk to say buy oat milk", "buy milk", "buy oat milk"],
])("%s", async (message, before, after) => {
  me = chatPerson([{ ...exampleTask({ title: before }), ownerId: owner }]);
  await me.say(message);
  expect(me.find(after)?.title).toBe(after);
});

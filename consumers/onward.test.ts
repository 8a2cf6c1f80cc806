// What is passed on of a bulk: to whom, in which order, and that a refusal is told.
import { expect, test } from "vitest";
import type { Message } from "../sidecar/message.ts";
import { exampleEvent, exampleTask } from "../tests/examples.ts";
import { firedReminder } from "../tests/reminder-examples.ts";
import { publishOnward } from "./onward.ts";

const pass = async (...events: Parameters<ReturnType<typeof publishOnward>>[0]) => {
  const sent: Message[] = [];
  await publishOnward(async (message) => void sent.push(message))(events);
  return sent.map(({ topic, key, event }) => [topic, key, event.id]);
};

test("what devices show goes to task-updates, in the order in which it happened", async () => {
  const [one, two] = [exampleEvent(exampleTask()), exampleEvent(exampleTask())];
  expect(await pass(one, two)).toEqual([
    ["task-updates", one.ownerid, one.id],
    ["task-updates", two.ownerid, two.id],
  ]);
});

test("what other actors have to hear of goes to follow-ups, as it is", async () => {
  const missed = firedReminder({
    type: "punctual.reminder.missed.v1",
    status: { state: "missed" },
  });
  expect(await pass(missed)).toEqual([["follow-ups", missed.ownerid, missed.id]]);
  const back = exampleEvent(exampleTask({ occurrence: occurrence() }), {
    type: "punctual.task.occurrence-reopened.v1",
  });
  expect(await pass(back)).toEqual([
    ["task-updates", back.ownerid, back.id],
    ["follow-ups", back.ownerid, back.id],
  ]);
});

test("it throws when one of them is not taken", async () => {
  const [one, two] = [exampleEvent(exampleTask()), exampleEvent(exampleTask())];
  const publish = publishOnward(async ({ event }) => {
    if (event.id === one.id) throw new Error("Kafka is away");
  });
  await expect(publish([one, two])).rejects.toThrow("Kafka is away");
});

const occurrence = () => {
  const slot = "2026-12-01";
  return {
    id: exampleTask().id,
    seriesId: exampleTask().id,
    start: slot,
    slot,
    position: 1,
    zone: null,
  };
};

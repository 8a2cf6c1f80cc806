// What leaves an actor for a turn of the conversation: both events for the log, one update for the devices.
import { expect, test } from "vitest";
import { newId } from "../../domain/ids.ts";
import { UpdateMessage } from "../../domain/update.ts";
import { turnEvents } from "../../tests/turns.ts";
import { messages } from "./messages.ts";

test("a turn is two events in the log of its person, and devices are told once, with the answer", () => {
  const userId = newId();
  const [message, answered] = turnEvents(userId);
  expect(messages(message)).toEqual([{ topic: "task-events", key: userId, event: message }]);
  const sent = messages(answered);
  expect(sent.map(({ topic, key }) => [topic, key])).toEqual([
    ["task-events", userId],
    ["task-updates", userId],
  ]);
  expect(UpdateMessage.parse(sent[1]?.event)).toMatchObject({
    id: answered.id,
    type: "punctual.update.turn.v1",
    subject: answered.subject,
    data: { audience: [userId], turn: answered.data.turn },
  });
});

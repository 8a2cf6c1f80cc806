// What leaves an actor for a turn of the conversation: both events for the log, one update for the devices.
import { expect, test } from "vitest";
import { newId } from "../domain/ids.ts";
import { UpdateMessage } from "../domain/update.ts";
import { turnEvents } from "../tests/turns.ts";
import { logged, shown } from "./message.ts";

test("a turn is two events in the log of its person, and devices are told once, with the answer", () => {
  const userId = newId();
  const [message, answered] = turnEvents(userId);
  const record = { topic: "task-events", key: userId };
  expect(logged(message)).toEqual({ ...record, event: message });
  expect(logged(answered)).toEqual({ ...record, event: answered });
  expect(shown(message)).toBeNull();
  const sent = shown(answered);
  expect(sent).toMatchObject({ topic: "task-updates", key: userId });
  expect(UpdateMessage.parse(sent?.event)).toMatchObject({
    id: answered.id,
    type: "punctual.update.turn.v1",
    subject: answered.subject,
    data: { audience: [userId], turn: answered.data.turn },
  });
});

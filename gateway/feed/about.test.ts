// Two things in the feed that have one id, chosen by their caller, do not hide each other from a device that comes.
import { expect, test } from "vitest";
import { type Id, newId } from "../../domain/ids.ts";
import type { Alert } from "../../domain/reminder.ts";
import { makeMessage, makeTask } from "../../tests/updates.ts";
import { entryOf } from "./feed.ts";
import { createRing } from "./ring.ts";

const ada = newId();

const alertEntry = (offset: number, taskId: Id, id: Id) => {
  const { data: _, ...attributes } = makeMessage(makeTask({ ownerId: ada }));
  const alert: Alert = {
    id,
    taskId,
    title: "x",
    reminderIds: [id],
    sequence: 2,
    generation: 1,
    occurrence: null,
    state: "fired",
    scheduledFor: null,
    firedAt: null,
    lateByMs: null,
  };
  const data = { audience: [ada], alert };
  return entryOf(
    { partition: 0, offset },
    { ...attributes, type: "punctual.update.alert.v1", data },
  );
};

test("the alerts of two tasks and the update of a third, all of one id, are three things", () => {
  const ring = createRing({ maxCount: 10, maxBytes: 100_000 });
  ring.begin(0, 0);
  const [id, one, other] = [newId(), newId(), newId()];
  ring.push(alertEntry(0, one, id));
  ring.push(alertEntry(1, other, id));
  const message = makeMessage(makeTask({ id, ownerId: ada }));
  ring.push(entryOf({ partition: 0, offset: 2 }, message));
  expect(ring.newest(ada).map(({ kind }) => kind)).toEqual(["alert", "alert", "update"]);
});

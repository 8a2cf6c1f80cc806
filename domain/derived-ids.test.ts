// Two things never share a derived id, whatever of them callers choose alike; and the same thing always has the same one.
import fc from "fast-check";
import { expect, test } from "vitest";
import { firedEventId, notificationId, renewedReminderId, seriesIdOf } from "./derived-ids.ts";
import { Id } from "./ids.ts";
import { occurrenceId } from "./occurrence.ts";

/** Few, so that two of them are often alike. */
const id = fc.constantFrom(
  "0198c2a4-7b1e-7c3d-9f00-000000000001",
  "0198c2a4-7b1e-7c3d-9f00-000000000002",
  "6f9619ff-8b86-4011-b42d-00cf4fc964ff",
);
const telling = fc.record({
  taskId: id,
  reminderId: id,
  occurrence: fc.option(id),
  generation: fc.integer({ min: 0, max: 12 }),
});
const slot = fc.constantFrom("2026-12-01", "2026-12-01T09:00", "2026-12-02");

/** Every id of the kind is a good one, and two are alike exactly when all they are made of is. */
const isOneToOne = <T>(made: fc.Arbitrary<T>, idOf: (of: T) => string): void =>
  fc.assert(
    fc.property(made, made, (one, other) => {
      expect(idOf(one) === idOf(other)).toBe(JSON.stringify(one) === JSON.stringify(other));
    }),
  );

test("a series is of its task and its command, an occurrence of both and its slot", () => {
  isOneToOne(fc.tuple(id, id), ([task, command]) => Id.parse(seriesIdOf(task, command)));
  isOneToOne(fc.tuple(id, id, slot), ([task, command, at]) =>
    Id.parse(occurrenceId(seriesIdOf(task, command), at)),
  );
});

test("a notification is of its task, its reminder, the occurrence and the generation", () => {
  isOneToOne(telling, (told) => Id.parse(notificationId(told)));
});

test("the event of a telling is of its task, its reminder and the generation", () => {
  isOneToOne(
    telling.map(({ occurrence: _, ...told }) => told),
    (told) => Id.parse(firedEventId(told)),
  );
});

test("a renewed reminder is of its task and the id that was asked for", () => {
  isOneToOne(fc.tuple(id, id), ([task, reminder]) => Id.parse(renewedReminderId(task, reminder)));
});

test("ids of different kinds never meet, though all be of one task and one id", () => {
  fc.assert(
    fc.property(telling, slot, (told, at) => {
      const { taskId, reminderId } = told;
      const all = [
        taskId,
        seriesIdOf(taskId, reminderId),
        occurrenceId(seriesIdOf(taskId, reminderId), at),
        notificationId(told),
        firedEventId(told),
        renewedReminderId(taskId, reminderId),
      ];
      expect(new Set(all).size).toBe(all.length);
    }),
  );
});

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
const generation = fc.integer({ min: 0, max: 12 });
const telling = fc.record({ taskId: id, reminderId: id, generation });
const slot = fc.constantFrom("2026-12-01", "2026-12-01T09:00", "2026-12-02");

/** A kind of id, and all that one is made of. */
type Kind<T> = { made: fc.Arbitrary<T>; idOf: (of: T) => string };
const kind = <T>(made: fc.Arbitrary<T>, idOf: (of: T) => string): Kind<unknown> =>
  ({ made, idOf }) as Kind<unknown>;

test.each([
  [
    "a series: its task and its command",
    kind(fc.tuple(id, id), ([task, command]) => seriesIdOf(task, command)),
  ],
  [
    "an occurrence: its task, its command and its slot",
    kind(fc.tuple(id, id, slot), ([task, command, at]) =>
      occurrenceId(seriesIdOf(task, command), at),
    ),
  ],
  [
    "a notification: its task, its reminder, the generation and the occurrence",
    kind(fc.tuple(telling, fc.option(id)), ([told, occurrence]) =>
      notificationId({ ...told, occurrence }),
    ),
  ],
  [
    "the event of a telling: its task, its reminder and the generation",
    kind(telling, firedEventId),
  ],
  [
    "a renewed reminder: its task and the id that was asked for",
    kind(fc.tuple(id, id), ([task, reminder]) => renewedReminderId(task, reminder)),
  ],
])("%s are what its id says, no more and no less", (_, { made, idOf }) => {
  fc.assert(
    fc.property(made, made, (one, other) => {
      expect(Id.parse(idOf(one)) === idOf(other)).toBe(
        JSON.stringify(one) === JSON.stringify(other),
      );
    }),
  );
});

test("ids of different kinds never meet, though all be of one task and one id", () => {
  fc.assert(
    fc.property(telling, slot, (told, at) => {
      const { taskId, reminderId } = told;
      const all = [
        taskId,
        seriesIdOf(taskId, reminderId),
        occurrenceId(seriesIdOf(taskId, reminderId), at),
        notificationId({ ...told, occurrence: null }),
        firedEventId(told),
        renewedReminderId(taskId, reminderId),
      ];
      expect(new Set(all).size).toBe(all.length);
    }),
  );
});

// The ring: what a device missed, exactly, or an honest "too old".
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { Cursor } from "../../domain/frame.ts";
import { newId } from "../../domain/ids.ts";
import { TaskUpdate } from "../../domain/update.ts";
import { makeEntry, makeTask } from "../../tests/updates.ts";
import { about } from "./about.ts";
import { createRing } from "./ring.ts";

const ada = newId();
const eve = newId();
const roomy = { maxCount: 1_000, maxBytes: 10_000_000 };
const entryOf = (partition: number, offset: number, ownerId = ada) =>
  makeEntry(partition, offset, makeTask({ ownerId }));

test("a device gets what came after its cursor, its own only, and a cursor that moves on", () => {
  const ring = createRing(roomy);
  ring.begin(0, 0);
  ring.begin(1, 10);
  const start = ring.cursor();
  expect(start).toBe("0:0.1:10");
  ring.push(entryOf(0, 0));
  ring.push(entryOf(0, 1, eve));
  ring.push(entryOf(1, 10));
  const missed = ring.since(start, ada);
  expect(missed?.entries.map(({ cursor }) => cursor)).toEqual(["0:1.1:10", "0:2.1:11"]);
  expect(missed?.cursor).toBe("0:2.1:11");
  expect(ring.since("0:1.1:10", ada)?.entries).toHaveLength(1);
  expect(ring.since(ring.cursor(), ada)?.entries).toEqual([]);
});

test("a cursor that the ring cannot vouch for is too old", () => {
  const ring = createRing({ maxCount: 2, maxBytes: 1_000_000 });
  ring.begin(0, 0);
  ring.begin(1, 0);
  for (const offset of [0, 1, 2]) ring.push(entryOf(0, offset));
  expect(ring.since("0:0.1:0", ada)).toBeNull(); // offset 0 was evicted
  expect(ring.since("0:1.1:0", ada)?.entries).toHaveLength(2);
  expect(ring.since("0:4.1:0", ada)).toBeNull(); // from the future
  expect(ring.since("0:1", ada)).toBeNull(); // says nothing of partition 1
  expect(ring.since("0:1.1:0.2:0", ada)).toBeNull(); // another topic's
});

test("the ring is bounded by bytes as well as by count", () => {
  const ring = createRing({ maxCount: 1_000, maxBytes: 20_000 });
  ring.begin(0, 0);
  for (let offset = 0; offset < 100; offset += 1) {
    ring.push(makeEntry(0, offset, makeTask({ ownerId: ada, description: "d".repeat(5_000) })));
  }
  expect(ring.newest(ada).length).toBeLessThan(4);
  expect(ring.since("0:50", ada)).toBeNull();
});

test("what was read already is not taken twice", () => {
  const ring = createRing(roomy);
  ring.begin(0, 5);
  expect(ring.push(entryOf(0, 5))).toBe(true);
  expect(ring.push(entryOf(0, 5))).toBe(false);
  expect(ring.push(entryOf(0, 4))).toBe(false);
  expect(ring.next(0)).toBe(6);
});

test("beginning where it stopped keeps the ring whole; anywhere else leaves a hole and forgets", () => {
  const ring = createRing(roomy);
  expect(ring.begin(0, 0)).toBe(false);
  ring.push(entryOf(0, 0));
  expect(ring.begin(0, 1)).toBe(true);
  expect(ring.since("0:0", ada)?.entries).toHaveLength(1);
  expect(ring.begin(0, 90)).toBe(false);
  expect(ring.since("0:0", ada)).toBeNull();
  expect(ring.since("0:1", ada)).toBeNull();
  expect(ring.cursor()).toBe("0:90");
});

test("another topic of the same name is another one: a cursor of the old one, or of an older program, is too old", () => {
  const ring = createRing(roomy);
  expect(ring.enter("A".repeat(22))).toBe(false);
  ring.begin(0, 0);
  ring.push(entryOf(0, 0));
  const cursor = ring.cursor();
  expect(Cursor.parse(cursor)).toBe(`${"A".repeat(22)}@0:1`);
  expect(ring.enter("A".repeat(22))).toBe(true);
  expect(ring.since(cursor, ada)).not.toBeNull();
  expect(ring.since("0:1", ada)).toBeNull();
  expect(ring.enter("B".repeat(22))).toBe(false);
  expect(ring.next(0)).toBeNull();
  ring.begin(0, 0);
  for (const offset of [0, 1, 2]) ring.push(entryOf(0, offset));
  expect(ring.since(cursor, ada)).toBeNull();
});

test("a gateway that has seen nothing gives a cursor that later means a snapshot", () => {
  const ring = createRing(roomy);
  const nowhere = ring.cursor();
  expect(Cursor.parse(nowhere)).toBe(nowhere);
  expect(ring.since(nowhere, ada)?.entries).toEqual([]);
  for (const partition of [0, 1]) ring.begin(partition, 0);
  ring.push(entryOf(0, 0));
  expect(ring.since(nowhere, ada)).toBeNull();
});

test("newest keeps one update a task, the one with the highest version, in order", () => {
  const ring = createRing(roomy);
  ring.begin(0, 0);
  const [a, b] = [makeTask({ ownerId: ada }), makeTask({ ownerId: ada })];
  ring.push(makeEntry(0, 0, a));
  ring.push(makeEntry(0, 1, b));
  ring.push(makeEntry(0, 2, { ...a, version: 2 }));
  ring.push(entryOf(0, 3, eve));
  expect(ring.newest(ada).map((entry) => [entry.about, entry.version])).toEqual([
    [about.task(b.id), 1],
    [about.task(a.id), 2],
  ]);
});

test("whatever comes in whatever order of partitions: since(cursor) is exactly what a device at that cursor lacks", () => {
  const step = fc.record({ partition: fc.nat(2), mine: fc.boolean() });
  fc.assert(
    fc.property(
      fc.array(step, { maxLength: 60 }),
      fc.nat(60),
      fc.integer({ min: 1, max: 40 }),
      (steps, at, maxCount) => {
        const ring = createRing({ maxCount, maxBytes: 10_000_000 });
        for (const partition of [0, 1, 2]) ring.begin(partition, 0);
        let cursor = ring.cursor();
        const later: string[] = [];
        for (const [index, { partition, mine }] of steps.entries()) {
          if (index === at) {
            cursor = ring.cursor();
            later.length = 0;
          }
          const entry = entryOf(partition, ring.next(partition) ?? 0, mine ? ada : eve);
          ring.push(entry);
          if (mine) later.push(eventOf(entry));
        }
        const pushedSince = at < steps.length ? steps.length - at : steps.length;
        const missed = ring.since(cursor, ada);
        const eventIds = missed?.entries.map(({ entry }) => eventOf(entry));
        // What was evicted may have been from before the cursor, so few missed ones are always there.
        expect(eventIds ?? (pushedSince > maxCount ? later : "too old too early")).toEqual(later);
        expect(Cursor.safeParse(missed?.cursor ?? cursor).success).toBe(true);
      },
    ),
  );
});

const eventOf = ({ json }: { json: string }): string => TaskUpdate.parse(JSON.parse(json)).eventId;

/** Collects garbage now. */
const collect = (): void => {
  setFlagsFromString("--expose-gc");
  (runInNewContext("gc") as () => void)();
};

test("what was evicted is let go at once, also before the array is cut", async () => {
  const ring = createRing({ maxCount: 1_500, maxBytes: 100_000_000 });
  ring.begin(0, 0);
  const evicted = Array.from({ length: 500 }, (_, offset) => {
    const entry = entryOf(0, offset);
    ring.push(entry);
    return new WeakRef(entry);
  });
  for (let offset = 500; offset < 2_000; offset += 1) ring.push(entryOf(0, offset));
  await new Promise(setImmediate); // a WeakRef made in this turn holds until it is over
  collect();
  expect(evicted.filter((entry) => entry.deref() !== undefined)).toHaveLength(0);
  expect(ring.newest(ada)).toHaveLength(1_500);
});
